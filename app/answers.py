"""What API and command line answer alike, beside timelines: lookups and rules, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from timelines.canon.lookup import Answer
from timelines.checks.rule import Rule
from timelines.formats.json import span_to_json


def answers_to_json(query: str, answers: Iterable[Answer]) -> dict[str, Any]:
    """The query and its answers, best first."""
    return {"query": query, "answers": [_answer(answer) for answer in answers]}


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


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "label": answer.label,
        "when": span_to_json(answer.when),
        "alternatives": [
            {"label": reading.label, "when": span_to_json(reading.when)} for reading in answer.alternatives
        ],
        "sources": list(answer.sources),
        "score": round(answer.score, 2),
        "reason": answer.reason,
    }
