from __future__ import annotations

import json

import pytest

from tests.app.cli.conftest import Program, is_one_line
from timelines.checks.registry import RULES
from timelines.checks.rule import Rule


def test_lookup(program: Program) -> None:
    words = program("lookup", "fall of the Berlin Wall")
    assert words.out.startswith("1989-11-09  ")
    found = json.loads(program("lookup", "fall of the Berlin Wall", "--format", "json").out)
    assert found["answers"][0]["when"]["edtf"] == "1989-11-09"


def test_lookup_of_nothing(program: Program) -> None:
    outcome = program("lookup", "qwxz vbnm")
    assert (outcome.status, outcome.out) == (0, "The canon has nothing on “qwxz vbnm”.\n")
    assert is_one_line(program("lookup", "  "))


def test_rules(program: Program) -> None:
    lines = program("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    listed = json.loads(program("rules", "--format", "json").out)["rules"]
    assert [rule["code"] for rule in listed] == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(program: Program, rule: Rule) -> None:
    outcome = program("explain", rule.code)
    assert outcome.status == 0
    assert len(rule.description) > 60
    assert rule.description.strip() in outcome.out
    flagged, left_alone = outcome.out.split("\nnot flagged\n")
    for said, examples in ((flagged, rule.examples), (left_alone, rule.counter_examples)):
        assert len(examples) >= 5
        assert all(" ".join(example.text.split()) in said for example in examples)


def test_explain_by_name_and_as_json(program: Program) -> None:
    assert json.loads(program("explain", "ordinal-period", "--format", "json").out)["code"] == "T201"


def test_explain_of_nothing(program: Program) -> None:
    outcome = program("explain", "T999")
    assert is_one_line(outcome)
    assert "T999" in outcome.err
