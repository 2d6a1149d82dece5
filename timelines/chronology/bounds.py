"""Comparing and combining bounds, where None is "no bound on this side"."""

from __future__ import annotations

from timelines.chronology.precision import Precision
from timelines.chronology.units import precision_of

Bounds = tuple[int | None, int | None]


def ordered(low: int | None, high: int | None) -> bool:
    """Whether low <= high, as far as both are bounds."""
    return low is None or high is None or low <= high


def tightest_low(a: int | None, b: int | None) -> int | None:
    """The lower bound of what respects both lower bounds."""
    if a is None or b is None:
        return a if b is None else b
    return max(a, b)


def tightest_high(a: int | None, b: int | None) -> int | None:
    """The upper bound of what respects both upper bounds."""
    if a is None or b is None:
        return a if b is None else b
    return min(a, b)


def loosest_low(a: int | None, b: int | None) -> int | None:
    """The lower bound of what respects one of the two."""
    return None if a is None or b is None else min(a, b)


def loosest_high(a: int | None, b: int | None) -> int | None:
    """The upper bound of what respects one of the two."""
    return None if a is None or b is None else max(a, b)


def interval_precision(start: Bounds, end: Bounds) -> Precision:
    """The coarser precision of the two ends, as far as they have bounds."""
    known = (end_bounds for end_bounds in (start, end) if end_bounds != (None, None))
    return min((precision_of(*end_bounds) for end_bounds in known), default=Precision.MILLENNIUM)
