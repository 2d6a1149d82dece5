"""A simple temporal network (R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", 1991).

Points in time, constraints ``low <= later - earlier <= high`` in days between them, and for each constraint the key
of the statement that makes it. The network is consistent unless its distance graph has a negative cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor, inf, isnan
from typing import Final, NamedTuple

from timelines.reasoning.conflict import minimal_conflict
from timelines.reasoning.differences import Difference, Differences, Point, Undo

ORIGIN: Final = "0001-01-01"
"""The point that is day number 0, against which calendar dates are constrained."""

_GRAIN: Final = 86_400  # parts of a day; whole numbers keep sums exact, and a rounded bound is never a narrower one

# From so many new constraints on it is faster to relax the whole network once than to repair it for each. Measured
# with benchmarks/network_speed.py.
_MANY: Final = 1000


class Constraint(NamedTuple):
    """low <= later - earlier <= high in days, says the statement; None leaves a side open."""

    statement: str
    earlier: Point
    later: Point
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand something, with what it would demand."""

    key: str
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Disjunction:
    """Alternative readings of the same thing, of which one is meant."""

    key: str
    readings: tuple[Reading, ...]

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)


class TemporalNetwork:
    """Statements about time, and whether they can all hold."""

    def __init__(self) -> None:
        self._system = Differences()
        self._statements: dict[str, list[Difference]] = {}
        self._waiting: list[tuple[str, Difference]] = []
        self._clash: list[str] | None = None

    def add(
        self, statement_key: str, earlier_point: Point, later_point: Point, low: float | None, high: float | None
    ) -> None:
        """Add a constraint, whether or not it contradicts the others; `conflict` tells.

        Raises ValueError if the bounds are not numbers of days.
        """
        difference = _difference(earlier_point, later_point, low, high)
        self._statements.setdefault(statement_key, []).append(difference)
        self._waiting.append((statement_key, difference))

    def conflict(self) -> tuple[str, ...] | None:
        """A minimal set of statements that cannot all hold, in the order of their adding; None if all can."""
        self._settle()
        return None if self._clash is None else minimal_conflict(self._statements, self._clash)

    def try_add(
        self, constraints: Iterable[tuple[str, Point, Point, float | None, float | None]]
    ) -> tuple[str, ...] | None:
        """Add the constraints if they can hold with all others; else return a minimal conflict and change nothing.

        A network that is already inconsistent takes nothing more: its own conflict is returned.
        """
        return self._try(constraints, keep=True)

    def consistent_readings(
        self, readings: Disjunction | Iterable[Reading]
    ) -> list[tuple[str, tuple[str, ...] | None]]:
        """Each reading's key with its minimal conflict, or None where it can hold. Changes nothing."""
        return [(reading.key, self._try(reading.constraints, keep=False)) for reading in readings]

    def bounds(self, point: Point, relative_to: Point = ORIGIN) -> tuple[float | None, float | None]:
        """The least and the greatest number of days from `relative_to` to the point; None is unbounded.

        Raises ValueError if the network is inconsistent.
        """
        self._require_consistent()
        if point not in self._system or relative_to not in self._system:
            return None, None
        high = self._system.distances(relative_to, point).get(point)
        low = self._system.distances(relative_to, point, backward=True).get(point)
        return _days(low, -1), _days(high, 1)

    def all_bounds(self, relative_to: Point = ORIGIN) -> dict[Point, tuple[float | None, float | None]]:
        """`bounds` of every point at once."""
        self._require_consistent()
        if relative_to not in self._system:
            return {}
        highs = self._system.distances(relative_to)
        lows = self._system.distances(relative_to, backward=True)
        return {point: (_days(lows.get(point), -1), _days(highs.get(point), 1)) for point in self._system.graph}

    def _require_consistent(self) -> None:
        self._settle()
        if self._clash is not None:
            raise ValueError("the network is inconsistent and bounds nothing; see conflict()")

    def _settle(self) -> None:
        """Bring what was added since into the system."""
        waiting, self._waiting = self._waiting, []
        if self._clash is not None or not waiting:
            return
        if len(waiting) >= _MANY:
            self._clash = self._system.load(waiting)
            return
        undo = Undo()
        for key, difference in waiting:
            self._clash = self._system.add(key, difference, undo)
            if self._clash is not None:
                return

    def _try(
        self, constraints: Iterable[tuple[str, Point, Point, float | None, float | None]], *, keep: bool
    ) -> tuple[str, ...] | None:
        prepared = [(key, _difference(earlier, later, low, high)) for key, earlier, later, low, high in constraints]
        present = self.conflict()
        if present is not None:
            return present
        for key, difference in prepared:
            self._statements.setdefault(key, []).append(difference)
        undo = Undo()
        clashes = (self._system.add(key, difference, undo) for key, difference in prepared)
        clash = next((found for found in clashes if found is not None), None)
        conflict = minimal_conflict(self._statements, clash) if clash is not None else None
        if conflict is not None or not keep:
            self._system.take_back(undo)
            for key, _ in prepared:
                self._statements[key].pop()
                if not self._statements[key]:
                    del self._statements[key]
        return conflict


def _days(parts: int | None, sign: int) -> float | None:
    return None if parts is None else sign * parts / _GRAIN


def _difference(earlier: Point, later: Point, low: float | None, high: float | None) -> Difference:
    least, most = -inf if low is None else low, inf if high is None else high
    if isnan(least) or isnan(most) or least == inf or most == -inf:
        raise ValueError(f"not bounds in days: {low}, {high}")
    return Difference(
        earlier,
        later,
        floor(least * _GRAIN) if least != -inf else None,
        ceil(most * _GRAIN) if most != inf else None,
    )
