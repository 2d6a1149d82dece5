"""What looks like a date and is none stays alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from timelines.chronology.span import Span
from timelines.tagging import tag

LINES = (Path(__file__).parent.parent / "corpora" / "tagging" / "en_not_dates.txt").read_text(encoding="utf-8")
SENTENCES = [line for line in LINES.splitlines() if line and not line.startswith("#")]


def test_the_file_is_large() -> None:
    assert len(SENTENCES) == len(set(SENTENCES)) >= 250


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found(sentence: str) -> None:
    assert [(e.text, e.value) for e in tag(sentence, Span.day(2025, 9, 5))] == []
