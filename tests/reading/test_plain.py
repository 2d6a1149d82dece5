from __future__ import annotations

import re
from dataclasses import fields

import pytest

from timelines import parse_edtf, reconstruct
from timelines.reading.plain import PlainText

WRONG = "As the war in Ukraine enters its seventh year, talks were held in Paris on 4 September 2025."


def laid_out(text: str, blank: str) -> str:
    """Before small letters, where line breaks are certain to be no ends of sentences."""
    return re.sub(" (?=[a-z])", blank, text)


@pytest.mark.parametrize("blank", ["\n", "\r\n", "  ", "\t", "\xa0", " \n   ", "\u2009"])
def test_layout_does_not_matter(blank: str) -> None:
    given = laid_out(WRONG, blank)
    one, other = (reconstruct(text, published=parse_edtf("2025-09-05")) for text in (WRONG, given))
    assert [flag.rule for flag in one.flags] == [flag.rule for flag in other.flags] == ["T201"]
    for name in ("expressions", "names", "events", "claims", "flags"):
        for plain, found in zip(getattr(one, name), getattr(other, name), strict=True):
            assert given[found.start : found.end] == laid_out(WRONG[plain.start : plain.end], blank)
            for field in ("text", "quote"):
                if field in {each.name for each in fields(found)}:
                    assert getattr(found, field) == given[found.start : found.end]
    for step in other.flags[0].evidence:
        assert step.start is None or given[step.start : step.end].strip()
    assert [given[start:end] for start, end in other.article.sentences] == [given]


def test_every_offset_goes_back() -> None:
    given = "One\ttwo\r\n  three four.\n\nFive  six \n seven."
    plain = PlainText(given)
    assert plain.text == "One two three four.\n\nFive six seven."
    assert [plain.text[start:end] for start, end in plain.sentences] == ["One two three four.", "Five six seven."]
    for offset, character in enumerate(plain.text):
        if not character.isspace():
            assert given[plain.given(offset)] == character


def test_a_tidy_text_is_left_alone() -> None:
    plain = PlainText("One two.\n\nThree four.\n")
    assert plain.is_given
    assert plain.text == "One two.\n\nThree four.\n"


def test_lines_that_end_sentences_stay_apart() -> None:
    assert PlainText("A headline\n\nPARIS -  The text.").text == "A headline\n\nPARIS - The text."
