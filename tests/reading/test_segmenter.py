"""Long texts are given to the segmenter in pieces, and that changes nothing about their sentences."""

from __future__ import annotations

import pytest

from timelines.reading.segmenter import proposed_ends
from timelines.reading.sentences import sentences

SENTENCES = [
    "The council met on Monday, and nobody left early.",
    "“We have waited for three years. We cannot wait longer,” the mayor said.",
    'Gov. Smith called it "a day to remember" at 5 p.m. Eastern time.',
    "It didn't end there!",
]


@pytest.mark.parametrize("between", [" ", "\n\n", "\n"])
def test_a_long_text_has_the_sentences_of_its_parts(between: str) -> None:
    part = between.join(SENTENCES) + between
    text = part * 1000
    expected = [part[start:end] for start, end in sentences(part)] * 1000
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_piece_does_not_end_inside_a_quotation() -> None:
    quotation = "“We came home. " + "We saw the river. " * 80 + "We left again.” "
    text = quotation * 60
    ends = set(proposed_ends(text))
    closing = set(range(len(quotation), len(text) + 1, len(quotation)))
    assert ends <= closing


def test_words_cut_by_a_piece_are_no_sentence_ends() -> None:
    text = "word " * 40_000
    assert list(proposed_ends(text)) == [len(text)]


def test_an_empty_text_has_no_ends() -> None:
    assert list(proposed_ends("")) == []


def test_blanks_before_a_line_break_do_not_hide_it() -> None:
    text = "Quake hits north   \t\nThe quake struck at noon."
    assert [text[start:end] for start, end in sentences(text)] == ["Quake hits north", "The quake struck at noon."]


def test_an_abbreviation_before_its_name_goes_on_however_often() -> None:
    text = "He met Gov.\nSmith and U.S.\nPresident Truman and Mr.\nJones. " * 50
    assert len(sentences(text)) == 50
