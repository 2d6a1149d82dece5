"""The calendar's units (seconds to millennia) as bounds in ticks, and the unit that given bounds fill.

A tick is a second; 0 is 0001-01-01T00:00:00; bounds are inclusive. Decades, centuries and millennia are those
of EDTF and TIMEX3: "198X" is 1980 to 1989, "18XX" (the 19th century) 1800 to 1899, "-04XX" (the 5th century
BC) 500 to 401 BC. Seasons follow EDTF's codes 21 to 41. A season's bounds cover both its meteorological and
its astronomical extent, and a winter both months at the ends of its year, because all of these are called
"the winter of 2001". Seasons whose hemisphere is not said (21 to 24) are taken as northern ones.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timelines.chronology.calendar import civil, day_number, days_in_month, weekday, year_text
from timelines.chronology.precision import Precision

DAY: Final = 86_400
_LAST_SHORT_YEAR: Final = 9999

# EDTF code -> (first month, first day), (last month, last day; 0 = the month's last), years later at the end
_SEASONS: Final = {
    21: ((3, 1), (6, 21), 0),
    22: ((6, 1), (9, 23), 0),
    23: ((9, 1), (12, 21), 0),
    24: ((1, 1), (3, 20), 1),
    **{33 + q: ((3 * q + 1, 1), (3 * q + 3, 0), 0) for q in range(4)},
    **{37 + q: ((4 * q + 1, 1), (4 * q + 4, 0), 0) for q in range(3)},
    **{40 + h: ((6 * h + 1, 1), (6 * h + 6, 0), 0) for h in range(2)},
}
_NORTHERN: Final = {25 + i: 21 + i for i in range(4)}
_SOUTHERN: Final = {29: 23, 30: 24, 31: 21, 32: 22}
_SAME_MONTHS: Final = _NORTHERN | _SOUTHERN


class Unit(NamedTuple):
    """A calendar unit. ``part`` is the month, or the EDTF season code, or 0; ``second`` is the second of the day.

    For decades and longer ``year`` and ``last_year`` are the first and the last year; for weeks the date is
    the Monday.
    """

    precision: Precision
    year: int
    last_year: int
    part: int = 0
    day: int = 0
    second: int = 0

    @property
    def text(self) -> str:
        """EDTF text; a week, for which EDTF has none, is written as one of its seven days."""
        if self.precision <= Precision.DECADE:
            masked = 4 - self.precision
            sign, digits = ("-", -self.last_year) if self.year < 0 else ("", self.year)
            return sign + f"{digits:04d}"[:-masked] + "X" * masked
        if self.precision is Precision.YEAR:
            return year_text(self.year)
        if self.precision is Precision.WEEK:
            monday = day_number(self.year, self.part, self.day)
            sunday = civil(monday + 6)
            first = f"{year_text(self.year)}-{self.part:02d}-{self.day:02d}"
            return f"[{first}..{year_text(sunday[0])}-{sunday[1]:02d}-{sunday[2]:02d}]"
        month = f"{year_text(self.year)}-{self.part:02d}"
        if self.precision <= Precision.MONTH:
            return month
        date = f"{month}-{self.day:02d}"
        if self.precision is Precision.DAY:
            return date
        clock = f"{self.second // 3600:02d}:{self.second // 60 % 60:02d}:{self.second % 60:02d}"
        return f"{date}T{clock[: 3 * (self.precision - Precision.DAY) - 1]}"


def day_bounds(first: int, last: int) -> tuple[int, int]:
    """Ticks of the whole days from one day number to another, both included."""
    return first * DAY, last * DAY + DAY - 1


def year_bounds(first: int, last: int) -> tuple[int, int]:
    """Ticks of the whole years from one to another, both included."""
    return day_bounds(day_number(first, 1, 1), day_number(last, 12, 31))


def month_bounds(year: int, month: int) -> tuple[int, int]:
    """Ticks of a month; raises ValueError for a month that is not 1 to 12."""
    last = days_in_month(year, month)
    return day_bounds(day_number(year, month, 1), day_number(year, month, last))


def season_bounds(year: int, code: int) -> tuple[int, int]:
    """Ticks of an EDTF sub-year grouping (code 21 to 41); raises ValueError for another code."""
    code = _SAME_MONTHS.get(code, code)
    if code not in _SEASONS:
        raise ValueError(f"no such season: {code}")
    (month, day), (last_month, last_day), later = _SEASONS[code]
    end = day_number(year + later, last_month, last_day or days_in_month(year + later, last_month))
    return day_bounds(day_number(year, month, day), end)


def season_precision(code: int) -> Precision:
    """The granularity of an EDTF sub-year grouping; the four-month ones count as halves."""
    if code >= 37:
        return Precision.HALF
    return Precision.QUARTER if code >= 33 else Precision.SEASON


def filled_unit(low: int, high: int) -> Unit | None:
    """The one calendar unit whose bounds these are, or None."""
    first, second = divmod(low, DAY)
    last, rest = divmod(high + 1, DAY)
    year, month, day = civil(first)
    if second or rest:
        length = {0: Precision.SECOND, 59: Precision.MINUTE, 3599: Precision.HOUR}.get(high - low)
        if length is None or second % (high - low + 1):
            return None
        return Unit(length, year, year, month, day, second)
    last -= 1
    if first == last:
        return Unit(Precision.DAY, year, year, month, day)
    last_year, last_month, last_day = civil(last)
    if day == 1 and last_day == days_in_month(last_year, last_month):
        if month == 1 and last_month == 12:
            return _filled_years(year, last_year)
        if year == last_year and month == last_month:
            return Unit(Precision.MONTH, year, year, month)
    if last - first == 6 and weekday(first) == 0:
        return Unit(Precision.WEEK, year, last_year, month, day)
    for code, (begin, end, later) in _SEASONS.items():
        final = (end[0], end[1] or days_in_month(last_year, end[0]))
        if begin == (month, day) and final == (last_month, last_day) and year + later == last_year:
            return Unit(season_precision(code), year, last_year, code)
    return None


def _filled_years(first: int, last: int) -> Unit | None:
    if first == last:
        return Unit(Precision.YEAR, first, first)
    if first < -_LAST_SHORT_YEAR or last > _LAST_SHORT_YEAR:
        return None
    for precision, years in ((Precision.DECADE, 10), (Precision.CENTURY, 100), (Precision.MILLENNIUM, 1000)):
        if last - first == years - 1 and (first if first >= 0 else last) % years == 0:
            return Unit(precision, first, last)
    return None


def edge_unit(precision: Precision, tick: int) -> Unit:
    """The year, month, day, hour, minute or second (as ``precision`` says) in which the tick lies."""
    number, second = divmod(tick, DAY)
    year, month, day = civil(number)
    size = {Precision.HOUR: 3600, Precision.MINUTE: 60}.get(precision, 1)
    return Unit(precision, year, year, month, day, second - second % size)


def common_grain(low: int | None, high: int | None) -> Precision:
    """The coarsest of year, month, day, hour, minute, second at whose edges both bounds lie."""
    grains = [_grain(low)] if low is not None else []
    if high is not None:
        grains.append(_grain(high + 1))
    return max(grains, default=Precision.MILLENNIUM)


def _grain(edge: int) -> Precision:
    number, second = divmod(edge, DAY)
    if second:
        if second % 60:
            return Precision.SECOND
        return Precision.MINUTE if second % 3600 else Precision.HOUR
    _, month, day = civil(number)
    if day != 1:
        return Precision.DAY
    return Precision.YEAR if month == 1 else Precision.MONTH


def precision_of(low: int | None, high: int | None) -> Precision:
    """The precision of "some time between these bounds": that of the unit they fill, else of their edges."""
    if low is not None and high is not None:
        unit = filled_unit(low, high)
        if unit is not None:
            return unit.precision
    return common_grain(low, high)
