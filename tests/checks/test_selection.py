from __future__ import annotations

import pytest

from timelines.checks.registry import RULES
from timelines.checks.selection import ALL_CODES, codes_of, select_rules, unknown_rule


@pytest.mark.parametrize("word", ["T201", "t201", " T201 ", "ordinal-period", "Ordinal-Period"])
def test_a_rule_goes_by_code_or_name(word: str) -> None:
    assert codes_of(word) == {"T201"}


@pytest.mark.parametrize("word", ["T2", "t2", "counting"])
def test_a_family_goes_by_its_digit_or_name(word: str) -> None:
    assert codes_of(word) == {rule.code for rule in RULES if rule.family == "counting"}


@pytest.mark.parametrize("word", ["", " ", "T9", "T2011", "ordinal", "2"])
def test_other_words_mean_no_rule(word: str) -> None:
    assert codes_of(word) == frozenset()


def test_known_words_count_beside_unknown_ones() -> None:
    selection = select_rules(["T201", "T9", "weekday-mismatch"])
    assert selection.codes == {"T201", "T102"}
    assert selection.unknown == ("T9",)
    assert codes_of("T") == ALL_CODES


def test_a_near_name_is_proposed() -> None:
    assert "did you mean 'ordinal-period'?" in unknown_rule("ordinal-periods")
    assert "timelines rules" in unknown_rule("xyz")
