"""Calendar arithmetic on uncertain times: durations, shifting, counting completed and running units.

Adding months keeps the day of the month, or takes the month's last day where it has none (31 January + 1
month is 28 February). Counting ("in its seventh year", "aged 40") accepts either custom for such days, so
that no answer that one of them allows is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from timelines.chronology.bounds import Bounds
from timelines.chronology.calendar import add_months, civil, day_number, days_in_month
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.chronology.units import DAY

_MONTHS: Final = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
    Precision.MILLENNIUM: 12_000,
}
_TICKS: Final = {
    Precision.SECOND: 1,
    Precision.MINUTE: 60,
    Precision.HOUR: 3600,
    Precision.DAY: DAY,
    Precision.WEEK: 7 * DAY,
}
_ISO: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_CYCLE_MONTHS: Final = 4800  # the Gregorian calendar repeats after 400 years
_CYCLE_DAYS: Final = 146_097


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of calendar time. Years and months have no fixed length; the rest has."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    seconds: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 text: "P3Y", "P1Y6M", "P2W", "PT1H30M"; "P0D" for nothing."""
        hours, rest = divmod(self.seconds, 3600)
        date = (f"{self.years}Y", f"{self.months}M", f"{self.weeks}W", f"{self.days}D")
        clock = (f"{hours}H", f"{rest // 60}M", f"{rest % 60}S")
        first = "".join(part for part in date if part[:-1] != "0")
        last = "".join(part for part in clock if part[:-1] != "0")
        return f"P{first}T{last}" if last else f"P{first or '0D'}"

    @classmethod
    def of(cls, number: int, unit: Precision) -> Self:
        """So many calendar units; raises ValueError for seasons, which have no length."""
        if unit in _MONTHS:
            years, months = divmod(abs(number) * _MONTHS[unit], 12)
            return cls(years=years, months=months) if number >= 0 else cls(years=-years, months=-months)
        if unit is Precision.WEEK:
            return cls(weeks=number)
        if unit is Precision.DAY:
            return cls(days=number)
        return cls(seconds=number * _length(unit))

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """The duration that an ISO 8601 text means; raises ValueError."""
        found = _ISO.fullmatch(text)
        if found is None or text[-1] in "PT":
            raise ValueError(f"not an ISO 8601 duration: {text!r}")
        years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return cls(years, months, weeks, days, 3600 * hours + 60 * minutes + seconds)


def shift(span: Span, duration: Duration, sign: int = 1) -> Span:
    """The span so much later (sign 1) or earlier (-1); whole units stay whole: September + 1 month is October.

    What only the written form of the span says (a set, a zone) is lost: the result has the bounds alone.
    """
    months = sign * (12 * duration.years + duration.months)
    ticks = sign * ((7 * duration.weeks + duration.days) * DAY + duration.seconds)
    return Span.bounded(
        _shift_bounds((span.start_earliest, span.start_latest), months, ticks),
        _shift_bounds((span.end_earliest, span.end_latest), months, ticks),
        approximate=span.approximate,
        uncertain=span.uncertain,
        open_end=span.open_end,
        open_start=span.open_start,
    )


def _shift_bounds(bounds: Bounds, months: int, ticks: int) -> Bounds:
    low, high = bounds
    if low is not None:
        low = _shift_tick(low, months) + ticks
    if high is not None:
        # The end of February is one tick before March: shifting that edge keeps whole months whole.
        high = max(_shift_tick(high, months), _shift_tick(high + 1, months) - 1) + ticks
    return low, high


def _shift_tick(tick: int, months: int) -> int:
    if not months:
        return tick
    day, second = divmod(tick, DAY)
    return add_months(day, months) * DAY + second


def _length(unit: Precision) -> int:
    if unit not in _TICKS:
        raise ValueError(f"a {unit.name.lower()} has no length to count with")
    return _TICKS[unit]


def beginnings_of_ordinal(n: int, unit: Precision, at: Span) -> Span:
    """When something can have begun that is in its n-th unit at some time of `at`: "in its seventh year".

    The answer is a time between bounds: later than n units before `at`, at most n - 1 units before it. For
    units of a day and more it is in whole days, the first of which counts: on its 100th day it began 99 days
    before.
    """
    if n < 1:
        raise ValueError("ordinals begin with 1")
    low, high = at.earliest, at.latest
    if unit in _MONTHS:
        months = _MONTHS[unit]
        first = (add_months(low // DAY, -n * months) + 1) * DAY if low is not None else None
        last = _back_latest(high // DAY, (n - 1) * months) * DAY + DAY - 1 if high is not None else None
        return Span.between(first, last)
    size = _length(unit)
    grain = DAY if size >= DAY else 1
    first = (low // grain * grain) - n * size + grain if low is not None else None
    last = (high // grain * grain) - (n - 1) * size + grain - 1 if high is not None else None
    return Span.between(first, last)


def _back_latest(day: int, months: int) -> int:
    """The latest day from which so many months lead to the day or before it (30 November for 28 February, 3)."""
    year, month, number = civil(day)
    if number < days_in_month(year, month):
        return add_months(day, -months)
    year, month, _ = civil(add_months(day, -months))
    return day_number(year, month, days_in_month(year, month))


def ordinal_at(start: Span, unit: Precision, at: Span) -> tuple[int | None, int | None]:
    """The lowest and the highest n so that what began at `start` is in its n-th unit at some time of `at`.

    None: no bound on that side. 0 or less means that it had not begun.
    """
    low, high = elapsed_units(start, at, unit)
    return (low + 1 if low is not None else None, high + 1 if high is not None else None)


def elapsed_units(start: Span, at: Span, unit: Precision) -> tuple[int | None, int | None]:
    """Lowest and highest number of completed units (an age in years) from `start` to some time of `at`.

    None: no bound on that side. Negative where `at` is before the start.
    """
    low = high = None
    if start.start_latest is not None and at.earliest is not None:
        low = _completed(start.start_latest, at.earliest, unit, generous=False)
    if start.start_earliest is not None and at.latest is not None:
        high = _completed(start.start_earliest, at.latest, unit, generous=True)
    return low, high


def _completed(start: int, at: int, unit: Precision, *, generous: bool) -> int:
    """Completed units; `generous` counts one from 29 February to 28 February as complete."""
    if unit not in _MONTHS:
        size = _length(unit)
        grain = DAY if size >= DAY else 1
        return (at // grain - start // grain) * grain // size
    (year, month, day), (last_year, last_month, last_day) = civil(start // DAY), civil(at // DAY)
    months = (last_year - year) * 12 + last_month - month
    if generous:
        day = min(day, days_in_month(last_year, last_month))
    return (months - (last_day < day)) // _MONTHS[unit]


@lru_cache(maxsize=1024)
def gap_bounds(units: int, unit: Precision) -> tuple[int, int]:
    """Shortest and longest length in days of so many calendar units, whenever they begin."""
    if units < 0:
        raise ValueError("a length is not negative")
    if unit not in _MONTHS:
        ticks = units * _length(unit)
        return ticks // DAY, -(-ticks // DAY)
    cycles, months = divmod(units * _MONTHS[unit], _CYCLE_MONTHS)
    gaps = [_month_start(month + months) - _month_start(month) for month in range(_CYCLE_MONTHS)]
    return min(gaps) + cycles * _CYCLE_DAYS, max(gaps) + cycles * _CYCLE_DAYS


def _month_start(month: int) -> int:
    """The first day of a month, counted from January 2000."""
    years, index = divmod(month, 12)
    return day_number(2000 + years, index + 1, 1)
