"""Which part of time a picture shows first.

One event of 44 BC in fourteen days of news must not squash the fourteen days; it must not vanish either. The
focus is the bulk of the marks, the caller says what lies outside of it and offers all of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Interval = tuple[float, float]

_BULK = 0.8
# Chosen by eye on the sample articles: a step outward that makes the picture more than five times as long
# leaves too little room for what it showed before.
_LONGEST_STEP = 5.0
_SHORTEST_DAYS = 3.0
_SHORTEST_BASE_DAYS = 30.0
# A flag is what the reader came for: it belongs to the first picture if it lies within a working life of it.
_NEAR_DAYS = 40 * 365.25
_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the axis, in days since 0001-01-01."""

    low: float
    high: float

    @property
    def days(self) -> float:
        """Its length."""
        return self.high - self.low

    def touches(self, low: float, high: float) -> bool:
        """Whether any of ``low``-``high`` can be seen in it."""
        return low <= self.high and high >= self.low


def whole(intervals: Sequence[Interval]) -> Window | None:
    """The window that shows every interval, with a margin; None when there is nothing to show."""
    if not intervals:
        return None
    return _with_margin(min(low for low, _ in intervals), max(high for _, high in intervals))


def focus(
    intervals: Sequence[Interval], pinned: Sequence[Interval] = (), welcome: Sequence[Interval] = ()
) -> Window | None:
    """The window around the bulk of the marks; ``pinned`` ones belong to it unless they are very far away.

    Those that are ``welcome`` are shown where they are near, but are no reason to look elsewhere.

    It starts with the densest four fifths and the pinned marks near to it, then takes in one interval after the
    other, nearest first, as long as no step outward makes it too long for what it already shows.
    """
    everything = [*intervals, *pinned]
    if not everything:
        return None
    low, high = _densest(everything)
    for left, right in pinned:
        if max(low - left, right - high) <= _NEAR_DAYS:
            low, high = min(low, left), max(high, right)
    for left, right in sorted([*everything, *welcome], key=lambda pair: max(low - pair[0], pair[1] - high)):
        wider_low, wider_high = min(low, left), max(high, right)
        if wider_high - wider_low <= _LONGEST_STEP * max(high - low, _SHORTEST_BASE_DAYS):
            low, high = wider_low, wider_high
    return _with_margin(low, high)


def _densest(intervals: Sequence[Interval]) -> Interval:
    """The shortest stretch that holds the middles of the bulk of the intervals (after the shorth)."""
    middles = sorted((low + high) / 2 for low, high in intervals)
    most = math.ceil(len(middles) * _BULK)
    start = min(range(len(middles) - most + 1), key=lambda i: middles[i + most - 1] - middles[i])
    return middles[start], middles[start + most - 1]


def _with_margin(low: float, high: float) -> Window:
    middle = (low + high) / 2
    half = max(high - low, _SHORTEST_DAYS) * (0.5 + _MARGIN)
    return Window(middle - half, middle + half)
