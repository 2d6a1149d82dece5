"""How news tells what the names of known events say ("Release of Nelson Mandela": "Mandela was freed"), as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of names and kinds of event (``nouns``), and the words that tell of them; ``long`` of their beginning."""

    nouns: frozenset[str]
    told: re.Pattern[str]
    long: bool
    examples: tuple[str, ...]


@cache
def tellings(language: str) -> tuple[Telling, ...]:
    """The groups of a language; none where the language has no file."""
    file = files("timelines.extraction") / "languages" / language / "tellings.yaml"
    if not file.is_file():
        return ()
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(
        Telling(
            frozenset(row["nouns"]),
            re.compile(r"\b(?:" + "|".join(row["told"]) + r")\b", re.IGNORECASE),
            row.get("long", False),
            tuple(row["examples"]),
        )
        for row in rows
    )


@cache
def noun_words(language: str) -> frozenset[str]:
    """All nouns of all groups: in a name they say what happened, not whom or where."""
    return frozenset(noun for telling in tellings(language) for noun in telling.nouns)
