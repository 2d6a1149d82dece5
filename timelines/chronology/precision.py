"""How finely a time is known."""

from __future__ import annotations

from enum import IntEnum


class Precision(IntEnum):
    """Granularities of the calendar, ordered: a coarser one compares as smaller."""

    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    HALF = 5
    QUARTER = 6
    SEASON = 7
    MONTH = 8
    WEEK = 9
    DAY = 10
    HOUR = 11
    MINUTE = 12
    SECOND = 13
