"""Answers to "when did …" and "who was … in …" from the canon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.canon.schema import Fact, Reading, Term
from timelines.chronology.span import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the fact or derived event, its date, other accepted datings, who says so, and why it fits."""

    id: str
    label: str
    when: Span
    alternatives: tuple[Reading, ...]
    sources: tuple[str, ...]
    score: float
    reason: str
    neighbours: tuple[str, ...] = ()


class Finder:
    """Answers questions over ``facts``."""

    def __init__(
        self, facts: Mapping[str, Fact], holders: Mapping[str, Sequence[tuple[Fact, Term]]], events: Sequence[Fact]
    ) -> None:
        self._facts = facts

    def lookup(self, query: str, *, limit: int = 5) -> list[Answer]:
        """The best answers to a question or a name, best first."""
        wanted = query.casefold()
        return [
            Answer(f.id, f.label, f.when, f.readings, (f.source,), 1.0, "same name")
            for f in self._facts.values()
            if f.when is not None and wanted in (name.casefold() for name in f.names)
        ][:limit]
