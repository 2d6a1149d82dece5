"""Ticks of the time axis, from centuries to minutes and across the boundary of BC and AD.

Positions are days since 0001-01-01 (0.5 is noon of that day). Plotly's own date axis misreads years of fewer
than four digits and drops years beyond 9999 without a word, so the axis is numeric and the ticks are ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.chronology.calendar import civil, day_number, weekday

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_YEAR = 365.2425
_MONTH = _YEAR / 12
_MINUTES_A_DAY = 1440
_YEAR_MULTIPLES = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """``label`` stands under the tick; ``context`` (the year, the day) only where it changes."""

    at: float
    label: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    unit: str
    count: int
    days: float


def ticks(low: float, high: float, *, most: int = 8) -> list[Tick]:
    """The ticks inside ``low``-``high`` (days), at most about ``most`` of them, on round calendar units."""
    if not low < high:
        raise ValueError(f"an axis needs low < high, got {low} and {high}")
    step = _step((high - low) / max(most, 1))
    if step.unit == "year":
        return list(_years(low, high, step.count))
    if step.unit == "month":
        return list(_months(low, high, step.count))
    if step.unit == "minute":
        return list(_minutes(low, high, step.count))
    return list(_days(low, high, step.count))


def year_label(year: int, *, era: bool = False) -> str:
    """An astronomical year in historians' words: 0 is "1 BC". ``era`` writes AD before years that need it."""
    number = 1 - year if year < 1 else year
    digits = f"{number:,}" if number >= 10_000 else str(number)
    if year < 1:
        return f"{digits} BC"
    return f"AD {digits}" if era and year < 1000 else digits


def _step(days: float) -> _Step:
    """The smallest round step of at least this many days."""
    for minutes in (1, 5, 15, 30, 60, 180, 360, 720):
        if minutes / _MINUTES_A_DAY >= days:
            return _Step("minute", minutes, minutes / _MINUTES_A_DAY)
    for count in (1, 2, 7, 14):
        if count >= days:
            return _Step("day", count, count)
    for months in (1, 3, 6):
        if months * _MONTH >= days:
            return _Step("month", months, months * _MONTH)
    power = 1
    while True:
        for multiple in _YEAR_MULTIPLES:
            if multiple * power * _YEAR >= days:
                return _Step("year", multiple * power, multiple * power * _YEAR)
        power *= 10


def _years(low: float, high: float, count: int) -> Iterator[Tick]:
    """Multiples of ``count`` counted as historians do, away from the boundary of the eras on both sides."""
    first, last = civil(math.floor(low))[0], civil(math.floor(high))[0] + 1
    crosses = first < 1 <= last
    years = {year for year in _multiples(max(first, 1), last, count) if year >= 1}
    years |= {1 - number for number in _multiples(max(1 - last, 1), 1 - first, count) if number >= 1}
    if crosses and count >= 10:
        years.add(1)
    for year in sorted(years):
        at = day_number(year, 1, 1)
        if low <= at <= high:
            yield Tick(at, year_label(year, era=crosses))


def _multiples(first: int, last: int, count: int) -> range:
    return range(math.ceil(first / count) * count, last + 1, count)


def _months(low: float, high: float, count: int) -> Iterator[Tick]:
    year, month, _ = civil(math.floor(low))
    index = year * 12 + (month - 1)
    index -= index % count
    shown: int | None = None
    while True:
        year, month = divmod(index, 12)
        at = day_number(year, month + 1, 1)
        if at > high:
            return
        if at >= low:
            yield Tick(at, MONTHS[month], year_label(year) if year != shown else "")
            shown = year
        index += count


def _days(low: float, high: float, count: int) -> Iterator[Tick]:
    """Days; steps of weeks stand on Mondays, other steps start again with each month."""
    shown: tuple[int, int] | None = None
    for day in range(math.ceil(low), math.floor(high) + 1):
        year, month, date = civil(day)
        if count % 7 == 0:
            if weekday(day) != 0 or (day - _first_monday()) % count:
                continue
        elif (date - 1) % count or (count > 1 and date == 31):
            continue
        context = f"{MONTHS[month - 1]} {year_label(year)}" if (year, month) != shown else ""
        shown = (year, month)
        yield Tick(day, str(date), context)


def _first_monday() -> int:
    return -weekday(0) % 7


def _minutes(low: float, high: float, count: int) -> Iterator[Tick]:
    shown: int | None = None
    for index in range(
        math.ceil(low * _MINUTES_A_DAY / count - 1e-6), math.floor(high * _MINUTES_A_DAY / count + 1e-6) + 1
    ):
        day, minute = divmod(index * count, _MINUTES_A_DAY)
        year, month, date = civil(day)
        context = f"{date} {MONTHS[month - 1]} {year_label(year)}" if day != shown else ""
        shown = day
        yield Tick(day + minute / _MINUTES_A_DAY, f"{minute // 60:02d}:{minute % 60:02d}", context)
