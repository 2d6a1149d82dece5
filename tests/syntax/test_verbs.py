from __future__ import annotations

import pytest

from timelines.syntax.tokens import tokenize
from timelines.syntax.verbs import VerbGroup, verb_groups


def groups(text: str) -> list[tuple[str, VerbGroup]]:
    tokens = tokenize(text, 0, len(text))
    return [(text[tokens.starts[g.first] : tokens.ends[g.last]], g) for g in verb_groups(tokens)]


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("The minister resigned on Monday.", ["resigned"]),
        ("Nine people were killed in the blast.", ["were killed"]),
        ("She has never been convicted.", ["has never been convicted"]),
        ("The talks will be held in Geneva.", ["will be held"]),
        ("The injured man left the hospital.", ["left"]),
        ("Schools built by monks were closed.", ["were closed"]),
        ("An agreement made yesterday is expected to hold.", ["is expected"]),
        ("The storm hit the coast and killed nine.", ["hit", "killed"]),
        ("Storm hits coast", ["hits"]),
        ("He did not sign the treaty.", ["did not sign"]),
    ],
)
def test_finite_verbs(text: str, finite: list[str]) -> None:
    assert [words for words, group in groups(text) if group.finite] == finite


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met.", "past"),
        ("They will meet.", "future"),
        ("They have met.", "present"),
        ("They had met.", "past"),
        ("They would meet.", "none"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    assert groups(text)[0][1].tense == tense


def test_marks_of_a_group() -> None:
    (_, passive), *_ = groups("The bridge was not destroyed.")
    assert passive.passive
    assert passive.negated
    (_, perfect), *_ = groups("The army had withdrawn.")
    assert perfect.perfect
    (_, modal), *_ = groups("The court could rule today.")
    assert modal.modal == "could"


def test_infinitives_and_participles_are_not_finite() -> None:
    forms = {words: group.form for words, group in groups("The firm, founded in 1900, plans to open a mine.")}
    assert forms["founded"] == "participle"
    assert forms["to open"] == "infinitive"
