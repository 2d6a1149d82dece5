from __future__ import annotations

import pytest

from tests.extraction.reading import EMPTY, event
from timelines.chronology import parse_edtf
from timelines.extraction.events import extract_events
from timelines.model import Article, Event, Published
from timelines.reading.sentences import sentences
from timelines.tagging import tag


def _coarse(text: str, trigger: str) -> Event:
    span = parse_edtf("2024-06-14")
    article = Article("a", text, published=Published(span, "given"), sentences=sentences(text))
    found = extract_events(article, tag(text, span), (), EMPTY, syntax=False)
    return next(one for one in found if text[slice(*one.trigger)] == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        (
            "The centre issued a warning on Monday about a storm which has formed in the bay.",
            "formed",
            "A storm has formed in the bay",
        ),
        (
            "The baker, after a long debate at the town hall this week, said she would resign.",
            "said",
            "The baker said she",
        ),
        (
            "The mayor proposed two laws on water that were rejected on Monday.",
            "rejected",
            "Two laws on water were rejected",
        ),
    ],
)
def test_a_subject_that_the_clauses_miss_comes_from_the_tree(text: str, trigger: str, label: str) -> None:
    assert event(text, trigger).label == label
    assert _coarse(text, trigger).label != label


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("The firm is planning to open a mine next week.", "planning", "[2024-06-17..2024-06-23]"),
        ("Officials were criticised for attending a sailing event in May.", "criticised", "2024-05"),
    ],
)
def test_a_date_of_a_plan_or_of_another_time_is_not_the_verbs(text: str, trigger: str, when: str) -> None:
    coarse = _coarse(text, trigger).when
    assert coarse is not None
    assert coarse.edtf == when
    parsed = event(text, trigger).when
    assert parsed is None or parsed.edtf != when


def test_a_date_between_two_verbs_belongs_to_the_one_that_the_tree_says() -> None:
    text = "The government, which has fought an uprising against the emperor since March, says it attacked the town."
    found = event(text, "fought").when
    assert found is not None
    assert found.edtf == "2024-03/.."
    assert event(text, "says").when is None
    assert _coarse(text, "fought").when != found


def test_a_verb_of_saying_behind_what_is_said_takes_no_subject_from_there() -> None:
    text = "Two people were killed on Monday in the old town, said the head of the hospital."
    assert event(text, "said").label == _coarse(text, "said").label


def test_a_noun_of_another_number_than_its_verb_is_no_subject() -> None:
    text = "The firm spoke on Monday to the two men who run the harbour and were hurt in the fire."
    assert not event(text, "hurt").label.startswith("The firm")


def test_the_dateline_of_a_headline_that_runs_on_is_no_date_of_its_verb() -> None:
    text = "Officers say morale will suffer Thursday 21 March 2024 British soldiers refused to serve."
    found = event(text, "suffer")
    assert found.when == _coarse(text, "suffer").when
