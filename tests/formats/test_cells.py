from __future__ import annotations

import pytest

from timelines.formats.cells import cells, harmless


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("word", 4),
        ("中文", 4),
        ("ｆｕｌｌ", 8),
        ("e\u0301\u0302", 1),
        ("हिन्दी", 5),
        ("\t", 4),
        ("ab\tc", 5),
        ("中\tc", 5),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("a\u202eb", 2),
        ("a\u00adb", 2),
        ("\x9b", 1),
    ],
)
def test_width_on_a_terminal(text: str, width: int) -> None:
    assert sum(cell.width for cell in cells(text)) == width
    assert len(list(cells(text))) == len(text)


def test_nothing_steers_the_terminal() -> None:
    assert harmless("a\x1b[31m\nb\u202ec\td") == "a\ufffd[31m bc d"
