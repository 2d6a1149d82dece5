"""Every rule's own examples and counter-examples, and what is promised of every rule."""

from __future__ import annotations

import re

import pytest

from timelines import Flag, Options, check, parse_edtf, reconstruct
from timelines.checks.registry import RULES, rule
from timelines.checks.rule import Example, Rule

WARNINGS = {"T504", "T602"}
FAMILIES = {"1": "calendar", "2": "counting", "3": "canon", "4": "order", "5": "narrative", "6": "conflict"}


def flags_of(example: Example, options: Options | None = None) -> tuple[Flag, ...]:
    published = parse_edtf(example.published) if example.published else None
    elsewhere = [
        testimony
        for number, text in enumerate(example.others)
        for testimony in reconstruct(f"{text}\n\nArticle {number}", published=published).testimonies
    ]
    return check(example.text, published=published, options=options, elsewhere=elsewhere)


def ids(examples: list[tuple[Rule, Example]]) -> list[str]:
    return [f"{known.code}: {example.text[:50]}" for known, example in examples]


EXAMPLES = [(known, example) for known in RULES for example in known.examples]
COUNTER_EXAMPLES = [(known, example) for known in RULES for example in known.counter_examples]


@pytest.mark.parametrize(("known", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_example_is_flagged_with_its_correction(known: Rule, example: Example) -> None:
    flags = [flag for flag in flags_of(example) if flag.rule == known.code]
    assert [flag.quote for flag in flags] == [example.quote]
    assert flags[0].suggestion == (example.suggestion or "")
    assert flags[0].severity == ("warning" if known.code in WARNINGS else "error")
    assert flags[0].evidence


@pytest.mark.parametrize(("known", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_example_raises_nothing_else(known: Rule, example: Example) -> None:
    assert {flag.rule for flag in flags_of(example)} == {known.code}


@pytest.mark.parametrize(("known", "example"), COUNTER_EXAMPLES, ids=ids(COUNTER_EXAMPLES))
def test_counter_example_is_clean(known: Rule, example: Example) -> None:
    assert [(flag.rule, flag.quote) for flag in flags_of(example)] == []


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.code)
def test_rule_is_documented(known: Rule) -> None:
    assert re.fullmatch(r"T[1-6]\d\d", known.code)
    assert known.family == FAMILIES[known.code[1]]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", known.name)
    assert known.summary.endswith(".")
    assert len(known.examples) >= 5
    assert len(known.counter_examples) >= 5


def test_codes_and_names_are_unique() -> None:
    assert len({known.code for known in RULES}) == len({known.name for known in RULES}) == len(RULES)


def test_rule_is_found_by_code_or_name() -> None:
    assert rule("t201") is rule("ordinal-period")
    with pytest.raises(KeyError):
        rule("T999")


def test_selection_and_ignoring() -> None:
    example = rule("T201").examples[0]
    assert flags_of(example, Options(select=frozenset({"T2"})))
    assert not flags_of(example, Options(select=frozenset({"T3"})))
    assert not flags_of(example, Options(ignore=frozenset({"T201"})))
