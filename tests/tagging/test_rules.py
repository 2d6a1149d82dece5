"""Every rule finds its examples and leaves its counter-examples alone."""

from __future__ import annotations

import re

import pytest

from timelines.tagging.grammar import GrammarError, RuleText, expand, parse_rules
from timelines.tagging.lexicon import resource
from timelines.tagging.rules import BUILDERS
from timelines.tagging.tagger import RULE_FILES, tagger

RULES = [rule for name in RULE_FILES for rule in parse_rules(resource("en", f"rules/{name}.txt"))]


def _split(example: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", example), re.findall(r"\[([^]]*)\]", example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples(rule: RuleText) -> None:
    assert rule.yes, "a rule needs an example"
    for example in rule.yes:
        text, expected = _split(example)
        found = [text[item.start : item.end] for item in tagger("en").find(text) if item.rule == rule.name]
        assert found == expected, example


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.build != "none"], ids=lambda rule: rule.name)
def test_counter_examples(rule: RuleText) -> None:
    assert rule.no, "a rule needs a counter-example"
    for text in rule.no:
        assert [item for item in tagger("en").find(text) if item.rule == rule.name] == [], text


def test_names_are_unique_and_builders_exist() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert {rule.build for rule in RULES} <= set(BUILDERS)


def test_unknown_macro_names_the_rule() -> None:
    with pytest.raises(GrammarError, match="rule seldom: unknown macro"):
        expand("$nothing", {}, "seldom")
