"""The words that say what happened, by the kinds of canon fact that they can mean (data, one file a language)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

Point = Literal["start", "end", "any"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A group of words; ``kinds`` holds "*" where any kind will do."""

    name: str
    kinds: frozenset[str]
    point: Point
    subject: Literal["participant", "name"]
    words: re.Pattern[str]
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def suits(self, kind: str) -> bool:
        """Whether a fact of this kind can be what the words speak of."""
        return "*" in self.kinds or kind in self.kinds


@cache
def predicates(language: str) -> tuple[Predicate, ...]:
    """The predicate groups of a language; none where the language has no file."""
    return _groups(language, "predicates.yaml")


@cache
def deeds(language: str) -> tuple[Predicate, ...]:
    """What happens to things and people that are participants of known events; none where the language has no file."""
    return _groups(language, "deeds.yaml")


def _groups(language: str, name: str) -> tuple[Predicate, ...]:
    file = files("timelines.extraction") / "languages" / language / name
    if not file.is_file():
        return ()
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(
        Predicate(
            name=row["name"],
            kinds=frozenset(row["kinds"]),
            point=row["point"],
            subject=row["subject"],
            words=re.compile(r"\b(?:" + "|".join(row["words"]) + r")\b", re.IGNORECASE),
            examples=tuple(row["examples"]),
            counter=tuple(row["counter"]),
        )
        for row in rows
    )
