"""What an export or an import gives back: its result, and what the format could not carry, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from timelines.model import Timeline


@dataclass(frozen=True, slots=True)
class NotCarried:
    """``row`` says what ("event e3", "row 7", "claims"), ``reason`` why it, or which part of it, is missing."""

    row: str
    reason: str

    def __str__(self) -> str:
        return f"{self.row}: {self.reason}"


Report = tuple[NotCarried, ...]


class Export(NamedTuple):
    """A file's content (text; its bytes are UTF-8), and what it does not hold."""

    content: str
    report: Report


def kinds_left(timeline: Timeline, carried: Iterable[str]) -> list[NotCarried]:
    """One line for each kind of find that a format has no place for at all and that the article has."""
    counts = {
        "dates": len(timeline.expressions),
        "names": len(timeline.names),
        "unknown names": len(timeline.unknown),
        "events": len(timeline.events),
        "claims": len(timeline.claims),
        "flags": len(timeline.flags),
        "suppressed flags": len(timeline.suppressed),
        "notices": len(timeline.notices),
    }
    held = set(carried)
    return [
        NotCarried(kind, f"this format has no place for them ({count} in the article)")
        for kind, count in counts.items()
        if count and kind not in held
    ]
