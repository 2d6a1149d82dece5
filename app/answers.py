"""The canon's answers to "when was that?", as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timelines.canon.lookup import Answer

from timelines.formats.json import span_to_json


def answers_to_json(query: str, answers: Iterable[Answer]) -> dict[str, Any]:
    """The query and its answers, best first."""
    return {"query": query, "answers": [_answer(answer) for answer in answers]}


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
