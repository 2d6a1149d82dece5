"""Dates in words that cannot be misread: "4 Sep 2025", "September 2025", "about 1850", "15 Mar 44 BC".

Never a numeric form, whose order of day and month depends on the reader's country.
"""

from __future__ import annotations

import re

from timelines.chronology.calendar import civil, days_in_month
from timelines.chronology.span import Precision, Span
from timelines.drawing.ticks import MONTHS, year_label

_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# EDTF's codes of parts of a year (ISO 8601-2, 4.8).
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "the first quarter of", 34: "the second quarter of", 35: "the third quarter of",
    36: "the fourth quarter of", 40: "the first half of", 41: "the second half of",
}  # fmt: skip
_DAY = 86_400


def span_words(span: Span, *, long: bool = False) -> str:
    """The span in words; ``long`` spells months out ("4 September 2025")."""
    if span.is_instant:
        text = _named_part(span.edtf) or _point(span.start_earliest, span.end_latest, span.precision, long)
    else:
        text = _interval(span, long)
    return _qualified(span, text)


def day_words(day: int, *, long: bool = False) -> str:
    """A day number in words."""
    year, month, date = civil(day)
    return f"{date} {_month(month, long)} {year_label(year)}"


def _qualified(span: Span, text: str) -> str:
    if span.approximate:
        return f"about {text}"
    return f"perhaps {text}" if span.uncertain else text


def _named_part(edtf: str) -> str | None:
    """A season, quarter or half of a year, which bounds alone do not name."""
    found = re.fullmatch(r"(-?\d{4})-(\d\d)[~?%]?", edtf)
    if found is None or int(found[2]) not in _PARTS:
        return None
    return f"{_PARTS[int(found[2])]} {year_label(int(found[1]))}"


def _point(low: int | None, high: int | None, precision: Precision, long: bool) -> str:
    if low is None or high is None:
        return _one_sided(low, high, long)
    unit = _whole_unit(low, high, long) if precision <= Precision.DAY else _clock(low, high, precision, long)
    if unit is not None:
        return unit
    return _between(low, high, long)


def _between(low: int, high: int, long: bool) -> str:
    first, last = _moment(low, long), _moment(high, long)
    year = year_label(civil(high // _DAY)[0])
    return f"between {first.removesuffix(f' {year}')} and {last}"


def _one_sided(low: int | None, high: int | None, long: bool) -> str:
    if low is not None:
        return f"{_moment(low, long)} or later"
    return f"{_moment(high, long)} or earlier" if high is not None else "at an unknown time"


def _interval(span: Span, long: bool) -> str:
    start = _edge(span.start_earliest, span.start_latest, long)
    end = _edge(span.end_earliest, span.end_latest, long)
    if span.open_end or end is None:
        return f"since {start}" if start is not None else "at an unknown time"
    if span.open_start or start is None:
        return f"until {end}"
    return _joined(start, end)


def _edge(low: int | None, high: int | None, long: bool) -> str | None:
    if low is None and high is None:
        return None
    if low is None or high is None:
        return _one_sided(low, high, long)
    return _whole_unit(low, high, long) or _between(low, high, long)


def _joined(start: str, end: str) -> str:
    """The words that both ends share stand once: "4–9 Sep 2025", not "4 Sep 2025 – 9 Sep 2025"."""
    if start == end:
        return start
    first, last = start.split(" "), end.split(" ")
    if len(first) == len(last) == 3 and first[1:] == last[1:]:
        return f"{first[0]}–{end}"
    if len(first) == len(last) == 3 and first[2] == last[2]:
        return f"{first[0]} {first[1]} – {end}"
    return f"{start}–{end}" if len(first) == len(last) == 1 else f"{start} – {end}"


def _whole_unit(low: int, high: int, long: bool) -> str | None:
    """The calendar unit (day, month, year, decade, century) that exactly fills the bounds, in words."""
    first, last = low // _DAY, high // _DAY
    if first == last:
        return day_words(first, long=long)
    year, month, date = civil(first)
    end_year, end_month, end_date = civil(last)
    if date != 1 or end_date != days_in_month(end_year, end_month):
        return None
    if (year, month) == (end_year, end_month):
        return f"{_month(month, True)} {year_label(year)}"
    if month != 1 or end_month != 12:
        return f"{_month(month, long)} {year_label(year)} – {_month(end_month, long)} {year_label(end_year)}"
    return _whole_years(year, end_year)


def _whole_years(year: int, end_year: int) -> str:
    if year == end_year:
        return year_label(year)
    if year > 0 and year % 10 == 0 and end_year == year + 9:
        return f"the {year}s"
    if year > 0 and year % 100 in (0, 1) and end_year == year + 99:
        return f"the {_ordinal((year + 99) // 100 + (1 if year % 100 == 0 else 0))} century"
    if year < 1 and end_year < 1:
        return f"{1 - year}–{year_label(end_year)}"
    return f"{year_label(year)}–{year_label(end_year)}"


def _clock(low: int, high: int, precision: Precision, long: bool) -> str | None:
    day, seconds = divmod(low, _DAY)
    if high // _DAY != day:
        return None
    hour, minute, second = seconds // 3600, seconds % 3600 // 60, seconds % 60
    clock = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if precision is Precision.SECOND else "")
    return f"{day_words(day, long=long)}, {clock}"


def _moment(tick: int, long: bool) -> str:
    return day_words(tick // _DAY, long=long)


def _month(month: int, long: bool) -> str:
    return _LONG_MONTHS[month - 1] if long else MONTHS[month - 1]


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
