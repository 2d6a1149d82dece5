"""Words that name events: which kind of event a verb form or a noun speaks of.

The words are data in ``languages/en/events.yaml`` and ``languages/en/frames.yaml``; examples beside them run as tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from timelines.syntax.inflection import noun_forms, verb_forms

UNKNOWN_KIND = "event"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word names: a kind of event; nouns of a strong kind are events wherever they stand."""

    kind: str
    base: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Triggers by lower-case form, and the frames that change their standing or their date."""

    verbs: Mapping[str, Trigger]
    nouns: Mapping[str, Trigger]
    states: Mapping[str, Trigger]
    frames: Mapping[str, frozenset[str]]
    examples: tuple[tuple[str, str], ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon of English, read once."""
    groups: list[dict[str, Any]] = _read("events.yaml")
    frames: dict[str, Any] = _read("frames.yaml")
    strong = frozenset(frames["strong-kinds"].split())
    verbs: dict[str, Trigger] = {}
    nouns: dict[str, Trigger] = {}
    states: dict[str, Trigger] = {}
    examples: list[tuple[str, str]] = []
    for group in groups:
        kind = group["kind"]
        for base in group.get("verbs", "").split():
            trigger = Trigger(kind, base, kind in strong)
            for form in verb_forms(base):
                verbs.setdefault(form, trigger)
        for base in group.get("nouns", "").split():
            trigger = Trigger(kind, base, kind in strong)
            for form in noun_forms(base):
                nouns.setdefault(form, trigger)
        for word in group.get("states", "").split():
            states[word] = Trigger(kind, word, kind in strong)
        examples.extend((kind, example) for example in group["examples"])
    return Lexicon(verbs, nouns, states, _frames(frames), tuple(examples))


def _frames(frames: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    expanded: dict[str, frozenset[str]] = {}
    for name, words in frames.items():
        if name.endswith("-verbs"):
            expanded[name] = frozenset(form for base in words.split() for form in verb_forms(base))
        else:
            expanded[name] = frozenset(words.split())
    return expanded


def _read(name: str) -> Any:
    source = files("timelines.extraction").joinpath(f"languages/en/{name}").read_text(encoding="utf-8")
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
