"""Texts that nobody writes: they are read all the same, in linear time, and every offset quotes the text.

No test measures time. What is quadratic shows here as a test that does not come to an end, and
``benchmarks/pipeline_speed.py`` measures it.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timelines import InputError, Timeline, parse_edtf, reconstruct
from timelines.chronology import Span
from timelines.drawing import figure
from timelines.extraction.passage import Passage
from timelines.formats.csv import timeline_to_csv
from timelines.formats.json import timeline_to_json
from timelines.model import Article
from timelines.pipeline import builtin_canon
from timelines.reading.segmenter import proposed_ends
from timelines.reading.sentences import sentences

LENGTH = 100_000
PUBLISHED = parse_edtf("2013-05-06")
UNITS = {
    "one word": "a",
    "spaces": " ",
    "newlines": "\n",
    "blank lines": " \n",
    "no-break spaces": "\u00a0",
    "digits": "1234567890",
    "the day before": "the day before ",
    "clauses": "the army, which attacked the town, said it won, ",
    "relatives": "who said that ",
    "verbs": "killed attacked ",
    "nouns": "war attack of ",
    "opening quotes": "“",
    "mixed quotes": "“‘«`'",
    "straight quotes": '"',
    "quoted words": '“he said " they came ',
    "letters": "A B C D E F G ",
    "presidents": "President ",
    "known names": "Barack Obama Iraq War ",
    "brackets": "([{",
    "dashes": "-–—",
    "full stops": ".",
    "abbreviations": "Mr. Gov.\nU.S.\nPresident at 5 p.m. Eastern ",
    "one sentence": "The army said on Monday that Barack Obama was re-elected in November 2012. ",
    "dates": "Monday 4 May 2009, ",
    "yearless dates": "On 4 May Barack Obama met Nicolas Sarkozy. ",
    "emoji": "👩‍👩‍👧🏽 ",
    "combining characters": "e\u0301\u0302",
    "short lines": "War in May\n",
}
VOCABULARY = """
the The war War in In May 4 2009 2025 on Monday , . ; : “ ” " ' ’s ( ) - — U.S. Mr. President Barack Obama Iraq which
who that was had killed attack began ended years after before seventh year of its his first term aged 44 30 February
1789 BC century today tomorrow said reelected elected will not did a decade ago 12:30 p.m. 🙂 é ß İ ʼ
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\t", "\u2028", "\u0301", "\u200b"])
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS).map("".join))


def hostile(unit: str) -> str:
    return "Begin " + unit * (LENGTH // len(unit)) + " end"


def assert_quotes(timeline: Timeline) -> None:
    """Every offset lies inside the text, ends are not before starts, and words are those at their place."""
    text = timeline.article.text
    quoted = [(date.start, date.end, date.text) for date in timeline.expressions]
    quoted.extend((name.start, name.end, name.text) for name in timeline.names)
    quoted.extend((claim.start, claim.end, claim.text) for claim in timeline.claims)
    quoted.extend((flag.start, flag.end, flag.quote) for flag in timeline.flags)
    for start, end, words in quoted:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    for event in timeline.events:
        for start, end in ((event.start, event.end), event.trigger, event.sentence):
            assert 0 <= start < end <= len(text)
        assert event.sentence[0] <= event.start
        assert event.end <= event.sentence[1]
        assert event.sentence in timeline.article.sentences
    steps = [step for flag in timeline.flags for step in flag.evidence if step.start is not None]
    assert all(0 <= (step.start or 0) < (step.end or 0) <= len(text) for step in steps)


def assert_sentences(text: str) -> None:
    """In order, without overlap, without blanks around them; nothing but blanks between them."""
    previous = 0
    for start, end in sentences(text):
        assert previous <= start < end <= len(text)
        assert not text[previous:start].strip()
        assert text[start:end] == text[start:end].strip()
        previous = end
    assert not text[previous:].strip()


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_long_texts_of_one_kind_are_read(unit: str) -> None:
    text = hostile(unit)
    assert_sentences(text)
    timeline = reconstruct(text, published=PUBLISHED)
    assert_quotes(timeline)
    assert timeline_to_json(timeline)["article"]["id"] == timeline.article.id
    assert timeline_to_csv(timeline)
    assert figure(timeline)["data"] is not None


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_the_segmenter_is_never_given_much_with_many_quotation_marks(unit: str) -> None:
    text = hostile(unit)
    ends = list(proposed_ends(text))
    assert ends == sorted(set(ends))
    assert not ends or ends[-1] == len(text)


def test_a_closing_mark_is_searched_for_once() -> None:
    text = "“" * LENGTH + "they came and won”" + '"' * LENGTH
    passage = Passage(Article("0", text), (), (), (), builtin_canon())
    assert passage.is_quoted(LENGTH)
    assert not passage.is_quoted(0)
    assert not passage.is_quoted(len(text) - 1)


@given(TEXTS)
def test_sentences_cover_any_text(text: str) -> None:
    assert_sentences(text)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from([None, PUBLISHED, parse_edtf("2025-09"), parse_edtf("-0043-03-15")]))
def test_any_text_is_read_or_refused(text: str, published: Span | None) -> None:
    try:
        timeline = reconstruct(text, published=published)
    except InputError:
        return
    assert_quotes(timeline)
    timeline_to_json(timeline)
    figure(timeline)
