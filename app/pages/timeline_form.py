"""The form that makes and changes a timeline: its fields, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Form

from app.api.keeping_models import LABEL_LENGTH, NOTE_LENGTH, TITLE_LENGTH
from app.keeping.scope import Scope
from timelines.errors import InputError

_MOST_SOURCES = 1_000
_LENGTHS = {
    "title": TITLE_LENGTH,
    "description": NOTE_LENGTH,
    "query": 500,
    "place": LABEL_LENGTH,
    "participants": 5_000,
}
EMPTY = dict.fromkeys(
    ("title", "description", "query", "participants", "place", "earliest", "latest", "least_sources", "canonical"), ""
)

_Text = Annotated[str, Form(max_length=20_000)]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed, what it means, and the mistakes by field."""

    values: Mapping[str, str]
    scope: Scope
    mistakes: Mapping[str, str]


def filled(
    title: _Text = "",
    description: _Text = "",
    query: _Text = "",
    participants: _Text = "",
    place: _Text = "",
    earliest: _Text = "",
    latest: _Text = "",
    least_sources: _Text = "",
    canonical: _Text = "",
) -> Filled:
    """The form as it was sent."""
    typed = {
        "title": title, "description": description, "query": query, "participants": participants, "place": place,
        "earliest": earliest, "latest": latest, "least_sources": least_sources, "canonical": canonical,
    }  # fmt: skip
    values = {
        name: " ".join(value.split()) if name != "description" else value.strip() for name, value in typed.items()
    }
    mistakes = {
        name: f"At most {most:,} letters; these are {len(values[name]):,}."
        for name, most in _LENGTHS.items()
        if len(values[name]) > most
    }
    if not values["title"]:
        mistakes["title"] = "Give the timeline a title."
    least = values["least_sources"] or "0"
    if not (least.isdecimal() and int(least) <= _MOST_SOURCES):
        mistakes["least_sources"] = f"Write a number from 0 to {_MOST_SOURCES:,}."
        least = "0"
    data: dict[str, Any] = {
        "query": values["query"],
        "participants": [name for each in values["participants"].split(",") if (name := each.strip())],
        "place": values["place"],
        "canonical": values["canonical"] == "yes",
        "least_sources": int(least),
    }
    for name in ("earliest", "latest"):
        try:
            Scope.of({name: values[name]})
            data[name] = values[name]
        except InputError as error:
            mistakes[name] = str(error)
    try:
        scope = Scope.of(data)
    except InputError as error:
        mistakes[(error.field or "").removeprefix("scope.") or "title"] = str(error)
        scope = Scope()
    return Filled(values, scope, mistakes)


FilledDep = Annotated[Filled, Depends(filled)]
