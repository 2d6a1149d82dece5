"""The JSON of a lookup, for the library, the command line and the service alike. Its field names are a promise."""

from __future__ import annotations

from collections.abc import Iterable

from timelines.canon.answer import Answer
from timelines.formats.json import Json, span_to_json


def answers_to_json(query: str, answers: Iterable[Answer]) -> Json:
    """The query and its answers, best first; dates as in ``timeline_to_json``."""
    return {"query": query, "answers": [answer_to_json(answer) for answer in answers]}


def answer_to_json(answer: Answer) -> Json:
    """What it is, when it was and how exactly that is known, other datings, who says so, what was around it, and why
    it answers the query (``score`` from 0 to 1).
    """
    return {
        "id": answer.id,
        "label": answer.label,
        "when": span_to_json(answer.when),
        "precision": answer.when.precision.name.lower(),
        "alternatives": [
            {"label": reading.label, "when": span_to_json(reading.when)} for reading in answer.alternatives
        ],
        "sources": list(answer.sources),
        "neighbours": [
            {"id": each.id, "label": each.label, "when": span_to_json(each.when)} for each in answer.neighbours
        ],
        "score": round(answer.score, 2),
        "reason": answer.reason,
    }
