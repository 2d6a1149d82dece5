from __future__ import annotations

import pytest

from timelines.formats.positions import Lines, utf16_length


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a word", "word", (1, 3)),
        ("one\nword", "word", (2, 1)),
        ("one\r\ntwo\r\n word", "word", (3, 2)),
        ("one\rword", "word", (2, 1)),
        ("é̂ word", "word", (1, 4)),
        ("\n\nword", "word", (3, 1)),
    ],
)
def test_lines_and_columns_count_from_one(text: str, word: str, place: tuple[int, int]) -> None:
    lines = Lines(text)
    offset = text.index(word)
    assert (lines.number(offset), lines.column(offset)) == place
    low, high = lines.bounds(place[0])
    assert text[low:high].endswith(word)


def test_utf16_columns_count_the_halves_of_surrogate_pairs() -> None:
    text = "中\n😀𝒳 word"
    assert Lines(text).utf16_column(text.index("word")) == 6
    assert Lines(text).column(text.index("word")) == 4
    assert utf16_length("a中😀") == 4


def test_the_end_of_a_text_has_a_place() -> None:
    assert (Lines("").number(0), Lines("").column(0)) == (1, 1)
    assert (Lines("a\n").number(2), Lines("a\n").column(2)) == (2, 1)
