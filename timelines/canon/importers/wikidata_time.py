"""Time values of Wikidata, in both of their forms.

JSON dumps (Wikibase data model): years before Christ count from -1 = 1 BC, and a Julian date stands as it was
written. RDF and SPARQL (XSD 1.1): 0 = 1 BC, and every date is proleptic Gregorian. In both a date counts only down
to its precision: 6 millennium, 7 century, 8 decade, 9 year, 10 month, 11 day, 12 hour, 13 minute, 14 second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from timelines.chronology.calendar import civil
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span

_TIME: Final = re.compile(r"([+-]?)(\d{1,16})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.0+)?Z?)?")
_JULIAN: Final = "Q1985786"
_COARSEST, _MILLENNIUM, _CENTURY, _DECADE, _YEAR, _MONTH, _DAY, _FINEST = 6, 6, 7, 8, 9, 10, 11, 14
_FIRST_DAY: Final = 1_721_426
"""The Julian day number of 1 January of the year 1 of the proleptic Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class WikidataTime:
    """A date on the axis, and as histories print it where that differs (a day of the Julian calendar)."""

    span: Span
    printed: Span | None = None


def read_time(value: Mapping[str, Any]) -> WikidataTime | None:
    """The ``value`` of a time snak; None for what is coarser than a millennium. Raises ValueError for no date."""
    written, precision = value["time"], value["precision"]
    match = _TIME.fullmatch(written) if isinstance(written, str) else None
    if match is None or not isinstance(precision, int):
        raise ValueError(f"{written!r} is not a time of Wikidata")
    year = int(match[2])
    if match[1] == "-":
        year = 1 - year
    julian = str(value.get("calendarmodel", "")).endswith(_JULIAN)
    return _dated(year, match, precision, julian=julian)


def read_xsd(text: str, precision: int = _DAY) -> WikidataTime | None:
    """An ``xsd:dateTime`` of Wikidata's SPARQL service. Raises ValueError for no date."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date")
    year = -int(match[2]) if match[1] == "-" else int(match[2])
    return _dated(year, match, precision, julian=False)


def _dated(year: int, match: re.Match[str], precision: int, *, julian: bool) -> WikidataTime | None:
    month, day = int(match[3]), int(match[4])
    if precision < _COARSEST:
        return None
    if precision > _FINEST:
        raise ValueError(f"{precision} is not a precision of Wikidata")
    if precision >= _DAY and not (month and day):
        precision = _MONTH if month else _YEAR
    if precision < _YEAR:
        return WikidataTime(_long(year, precision))
    if precision == _YEAR or (precision == _MONTH and not month):
        return WikidataTime(Span.year(year))
    if precision == _MONTH:
        return WikidataTime(Span.month(year, month))
    if julian:
        return _julian(year, month, day)
    if precision == _DAY or match[5] is None:
        return WikidataTime(Span.day(year, month, day))
    fine = ":".join(match.group(5, 6, 7)[: precision - _DAY])
    try:
        return WikidataTime(parse_edtf(f"{Span.day(year, month, day).edtf}T{fine}Z"))
    except EdtfError as error:
        raise ValueError(str(error)) from error


def _long(year: int, precision: int) -> Span:
    """A decade, century or millennium. Wikidata counts the last two from 1: 1801 to 1900 are the 19th century."""
    if precision == _DECADE:
        # "The 40s BC" are 49 to 40 BC, so the astronomical years -48 to -39.
        return Span.decade(year // 10 * 10 if year > 0 else -((1 - year) // 10 * 10 + 8))
    if precision == _CENTURY:
        return Span.century((year + 99) // 100 if year > 0 else -((1 - year + 99) // 100))
    number = (year + 999) // 1000 if year > 0 else -((1 - year + 999) // 1000)
    first = (number - 1) * 1000 if number > 0 else number * 1000 + 1
    return Span.between(Span.year(first).earliest, Span.year(first + 999).latest)


def _julian(year: int, month: int, day: int) -> WikidataTime:
    if not (1 <= month <= 12 and 1 <= day <= _days_in_julian_month(year, month)):
        raise ValueError(f"the Julian calendar has no {year}-{month:02}-{day:02}")
    after = (14 - month) // 12
    years, months = year + 4800 - after, month + 12 * after - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    span = Span.day(*civil(number - _FIRST_DAY))
    try:
        printed = Span.day(year, month, day)
    except ValueError:  # 29 February of a year that is no leap year in the Gregorian calendar
        return WikidataTime(span)
    return WikidataTime(span, printed if printed != span else None)


def _days_in_julian_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31
