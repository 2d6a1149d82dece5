"""Events known from other articles: find the one that a mention speaks of, or keep the mention as a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from timelines.placing.keys import asked_keys, stored_keys
from timelines.placing.likeness import Likeness, likeness
from timelines.placing.sighting import Sighting

# Mentions of a known event that a new one is compared with, and known events that it is compared with at all: what
# has more keys in common goes first. Both keep the work per mention flat.
COMPARED_MENTIONS = 6
COMPARED_EVENTS = 25
# Of the mean of the closest and the usual likeness.
ENOUGH_TOGETHER = 0.5


@dataclass(slots=True)
class KnownEvent:
    """An event that articles told of; ``id`` is the store's."""

    id: str
    mentions: list[Sighting] = field(default_factory=list)


class KnownEvents(Protocol):
    """Where known events are found again; the service keeps them in its database."""

    def found(self, keys: frozenset[str], limit: int) -> Iterable[KnownEvent]:
        """Events with one of these keys, those with most of them first, at most ``limit``."""


@dataclass(frozen=True, slots=True)
class Match:
    """The known event that a mention speaks of."""

    event: KnownEvent
    likeness: Likeness


def match(mention: Sighting, known: KnownEvents) -> Match | None:
    """The most alike known event, or None if no one is alike enough."""
    best: Match | None = None
    for event in known.found(asked_keys(mention), COMPARED_EVENTS):
        compared = [likeness(mention, other) for other in event.mentions[:COMPARED_MENTIONS]]
        closest = max(compared, key=lambda alike: alike.score)
        # Like one mention and unlike the others is a chain and not an event.
        usual = sum(alike.score for alike in compared) / len(compared)
        score = round((closest.score + usual) / 2, 3)
        if closest.same and score >= ENOUGH_TOGETHER and (best is None or score > best.likeness.score):
            best = Match(event, Likeness(score, closest.reason))
    return best


class Gathering:
    """Known events in memory, for the command line, tests and measurements."""

    def __init__(self) -> None:
        self.events: dict[str, KnownEvent] = {}
        self._keys: dict[str, list[str]] = {}

    def found(self, keys: frozenset[str], limit: int) -> list[KnownEvent]:
        """See KnownEvents."""
        counts: dict[str, int] = {}
        for key in keys:
            for id_ in self._keys.get(key, ()):
                counts[id_] = counts.get(id_, 0) + 1
        ranked = sorted(counts, key=lambda id_: (-counts[id_], id_))
        return [self.events[id_] for id_ in ranked[:limit]]

    def add(self, mention: Sighting) -> tuple[KnownEvent, Likeness | None]:
        """The event that the mention was put on, with the reason; a new event has none."""
        found = match(mention, self)
        event = found.event if found is not None else KnownEvent(f"e{len(self.events) + 1}")
        self.events.setdefault(event.id, event)
        event.mentions.append(mention)
        for key in stored_keys(mention):
            ids = self._keys.setdefault(key, [])
            if event.id not in ids:
                ids.append(event.id)
        return event, found.likeness if found is not None else None
