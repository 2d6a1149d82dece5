"""The corpus of questions (lookup.yaml), and what every answer carries."""

from __future__ import annotations

import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timelines.canon.canon import Canon
from timelines.canon.lookup import LEAST_SCORE
from timelines.canon.question import read_question

QUESTIONS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "lookup.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question["ask"]))
def test_the_first_answer(canon: Canon, question: dict[str, Any]) -> None:
    answers = canon.lookup(question["ask"])
    if "none" in question:
        assert [answer.label for answer in answers] == []
    else:
        wanted = [question[key] for key in ("id", "when") if key in question]
        said = [{"id": answer.id, "when": answer.when.edtf} for answer in answers[:1]]
        assert [[answer[key] for key in ("id", "when") if key in question] for answer in said] == [wanted]


def test_the_corpus_has_no_question_twice() -> None:
    asked = [question["ask"].lower() for question in QUESTIONS]
    assert sorted(asked) == sorted(set(asked))
    assert sum("none" in question for question in QUESTIONS) >= len(QUESTIONS) / 8


def test_an_answer_carries_alternatives_sources_neighbours_and_a_reason(canon: Canon) -> None:
    answer = canon.lookup("start of the war in Ukraine")[0]
    assert answer.label == "Start of Russian invasion of Ukraine"
    assert [alternative.when.edtf for alternative in answer.alternatives] == ["2014-02-20"]
    assert answer.sources == (canon.fact(answer.id).source,)
    assert answer.reason == "all words of the question are in its name"
    assert LEAST_SCORE <= answer.score <= 1
    around = [each.id for each in answer.neighbours]
    assert 2 <= len(around) <= 6
    assert answer.id not in around
    assert all(canon.fact(each.id).label == each.label for each in answer.neighbours)
    days = [each.when.earliest_day or 0 for each in answer.neighbours]
    assert days == sorted(days)
    assert days[0] < (answer.when.earliest_day or 0) <= days[-1]


def test_neighbours_have_to_do_with_the_answer(canon: Canon) -> None:
    around = {each.id for each in canon.lookup("fall of the Berlin Wall")[0].neighbours}
    assert {"event/hungary-opens-its-border-with-austria", "event/german-reunification"} <= around
    obama = {each.id for each in canon.lookup("when was Barack Obama elected")[0].neighbours}
    assert any("obama" in each for each in obama)


def test_a_name_of_another_reading_is_dated_by_it(canon: Canon) -> None:
    answer = canon.lookup("introduction of the euro in cash")[0]
    assert answer.when.edtf == "2002-01-01"
    assert [reading.when.edtf for reading in answer.alternatives] == ["1999-01-01"]
    assert "as cash" in answer.reason


def test_a_corrected_spelling_is_said(canon: Canon) -> None:
    right, wrong = canon.lookup("Gorbachev")[0], canon.lookup("Gorbachov")[0]
    assert '"gorbachov" read as "gorbachev"' in wrong.reason
    assert wrong.score < right.score


def test_answers_come_best_first_and_not_more_than_asked(canon: Canon) -> None:
    answers = canon.lookup("Berlin", limit=3)
    assert len(answers) <= 3
    assert [answer.score for answer in answers] == sorted((answer.score for answer in answers), reverse=True)


def test_where_says_the_place(canon: Canon) -> None:
    assert "in Paris, France" in canon.lookup("where was the Paris Agreement adopted")[0].reason


@pytest.mark.parametrize(
    ("query", "date"),
    [
        ("in May 1940", "1940-05"),
        ("on 10 May 1940", "1940-05-10"),
        ("on May 10th, 1940", "1940-05-10"),
        ("1940-05-10", "1940-05-10"),
        ("in 1940", "1940"),
        ("in the 1940s", "194X"),
    ],
)
def test_dates_in_questions(query: str, date: str) -> None:
    found = read_question(f"who was king {query}").date
    assert found is not None
    assert found.edtf == date


def test_an_empty_canon_answers_nothing(written: Callable[[str], Canon]) -> None:
    assert written("").lookup("fall of the Berlin Wall") == []


@settings(deadline=None)
@given(st.text(alphabet=string.printable + "éß’–😀", max_size=60))
def test_no_question_fails(canon: Canon, query: str) -> None:
    for answer in canon.lookup(query):
        assert answer.id in canon.facts


@settings(deadline=None)
@given(st.lists(st.sampled_from([word for q in QUESTIONS for word in q["ask"].split()]), max_size=7))
def test_shuffled_words_never_fail(canon: Canon, words: list[str]) -> None:
    assert all(answer.score >= LEAST_SCORE for answer in canon.lookup(" ".join(words)))
