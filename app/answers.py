"""What API and command line answer alike, beside timelines: lookups and rules, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from timelines.checks.rule import Rule
from timelines.formats.lookup import answers_to_json


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """A rule with its words and its examples."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "description": rule.description,
        "examples": [asdict(example) for example in rule.examples],
        "counter_examples": [asdict(example) for example in rule.counter_examples],
    }


__all__ = ["answers_to_json", "rule_to_json"]
