from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.syntax.clauses import Clause, clauses


def of(text: str) -> list[tuple[str, Clause]]:
    return [(text[clause.start : clause.end], clause) for clause in clauses(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The JGSDF said the helicopter passed a test in March.",
            ["The JGSDF said", "the helicopter passed a test in March"],
        ),
        ("He met the mayor and signed the treaty.", ["He met the mayor", "and signed the treaty"]),
        (
            "As the war enters its third year, the town faces ruin.",
            ["As the war enters its third year", "the town faces ruin"],
        ),
        ("The mine closed; the miners left.", ["The mine closed", "the miners left"]),
        ("The Red Cross said on Sunday it was there.", ["The Red Cross said on Sunday", "it was there"]),
    ],
)
def test_clauses_of_a_sentence(text: str, expected: list[str]) -> None:
    assert [words for words, _ in of(text)] == expected


def test_an_interrupted_clause_keeps_its_span_and_names_the_hole() -> None:
    text = "The ban, which began in May, was lifted on Monday."
    found = of(text)
    main = next(clause for words, clause in found if clause.kind == "main")
    relative = next(clause for words, clause in found if clause.kind == "relative")
    assert main.start == 0
    assert main.holes
    day, month = text.index("Monday"), text.index("May")
    assert main.owns(day, day + 6)
    assert not main.owns(month, month + 3)
    assert relative.owns(month, month + 3)


def test_a_wave_that_hit_two_towns_killed_nine() -> None:
    found = of("A wave that hit two towns killed nine people.")
    assert [clause.tense for _, clause in found] == ["past", "past"]


def test_a_line_without_a_verb_is_one_clause() -> None:
    ((words, clause),) = of("Tuesday, July 11, 2023")
    assert words == "Tuesday, July 11, 2023"
    assert clause.verb is None
    assert clause.tense == "none"


def test_a_quotation_is_marked() -> None:
    found = of('She said: "We will win."')
    assert [clause.quoted for _, clause in found] == [False, True]


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "army",
                "said",
                "that",
                "who",
                ",",
                "left",
                "was",
                "killed",
                "and",
                "if",
                "on",
                "Monday",
                "will",
                "go",
                ";",
                '"',
                "a",
                "(",
                "as",
            ]
        ),
        max_size=30,
    )
)
def test_spans_stay_inside_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    for clause in clauses(text, (0, len(text))):
        assert 0 <= clause.start < clause.end <= len(text)
        assert all(clause.start <= first < last <= clause.end for first, last in clause.holes)
