"""What happened just before and after: of the events near in time those that have to do with each other first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timelines.canon.relations import traits_of
from timelines.canon.schema import Fact
from timelines.chronology.span import Span

Days = Sequence[tuple[int, str]]
"""First days (day numbers) and ids of events, by date."""

_EACH_SIDE: Final = 3
_WINDOW: Final = 8
"""Events on either side of which the most telling are chosen."""
_RELATED: Final = 2
"""Of those on one side, how many may come from farther off because the same take part."""
_NEAR: Final = 5 * 366
_NEAR_STATE: Final = 366
"""Days within which events with the same participants, or the same states, still count as neighbours."""
_UNKNOWN: Final = -(10**9)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An event before or after an answer."""

    id: str
    label: str
    when: Span


class Neighbours:
    """Chooses among the written ``events``.

    ``involving`` gives the events that a fact took part in, ``traits`` what written events are like (``traits_of``).
    """

    def __init__(
        self,
        facts: Mapping[str, Fact],
        events: Days,
        involving: Callable[[str], Days] = lambda _: (),
        traits: Mapping[str, str] | None = None,
    ) -> None:
        self.events = events
        self._facts = facts
        self._involving = involving
        self._traits = traits or {}

    def of(self, when: Span, id_: str) -> tuple[Neighbour, ...]:
        """The events before and after the beginning of ``when``, by date; ``id_`` is the fact that has it."""
        fact = self._facts.get(id_)
        day = when.earliest_day if when.earliest_day is not None else _UNKNOWN
        around = self._around(fact, id_, day)
        chosen: list[tuple[int, str]] = []
        for later in (False, True):
            related = self._related(fact, id_, day, later=later)
            fill = [pair for pair in around if (pair[0] >= day) is later and pair not in related]
            chosen += [*related, *fill][:_EACH_SIDE]
        return tuple(
            Neighbour(other.id, other.label, other.when)
            for _, other_id in sorted(chosen)
            if (other := self._facts[other_id]).when is not None
        )

    def _around(self, fact: Fact | None, own: str, day: int) -> list[tuple[int, str]]:
        """The events right before and after, the most telling first."""
        at = bisect_left(self.events, (day, ""))
        traits = traits_of(fact) if fact is not None else ""
        ranked = []
        for position in range(max(0, at - _WINDOW), min(len(self.events), at + _WINDOW + 1)):
            first, id_ = self.events[position]
            if id_ != own:
                distance = position - at if first >= day else at - 1 - position
                ranked.append((distance - _likeness(self._traits.get(id_, ""), traits), first, id_))
        return [(first, id_) for _, first, id_ in sorted(ranked)]

    def _related(self, fact: Fact | None, own: str, day: int, *, later: bool) -> list[tuple[int, str]]:
        """The nearest events of one side in which the fact itself or one of its participants takes part."""
        found: dict[str, int] = {}
        about = {own, *((*fact.participants, fact.part_of or "") if fact is not None else ())}
        for id_ in about:
            days = self._involving(id_)
            at = bisect_left(days, (day, ""))
            farthest = _NEAR_STATE if id_.startswith("state/") else _NEAR
            for first, other in days[at : at + _WINDOW] if later else days[max(0, at - _WINDOW) : at]:
                # What is derived from other facts counts for the fact itself alone, and not on its very day.
                telling = other.count("/") == 1 or (id_ == own and first != day)
                if telling and other != own and abs(first - day) <= farthest:
                    found[other] = first
        nearest = sorted(((first, other) for other, first in found.items()), key=lambda pair: abs(pair[0] - day))
        return nearest[:_RELATED]


def _likeness(other: str, own: str) -> float:
    """How many places nearer an event counts because it is like the answer, or better known."""
    if not other:
        return 0.0
    kind, country, known = other.split("|")
    own_kind, own_country, _ = own.split("|") if own else ("", "", "")
    return 1.0 * bool(known) + 1.0 * (kind == own_kind) + 2.0 * bool(country and country == own_country)
