"""Calendar dates, whole and in part, and ranges that share a month or a year."""

from __future__ import annotations

import re

from timelines.chronology.calendar import days_in_month
from timelines.tagging.meaning import CalendarDate, Fixed, Impossible, Piece, SlashDate
from timelines.tagging.rules.fields import Fields, relative_of, year_of
from timelines.tagging.values import year_text

_ISO = re.compile(
    r"(?P<y>[+-]?\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T ](?P<t>(?P<H>\d\d):(?P<M>\d\d)(?::(?P<S>\d\d))?(?:\.\d+)?)\s?(?P<z>Z|[+-]\d\d:?\d\d)?)?"
)


def calendar_date(fields: Fields) -> list[Piece]:
    """Any date with a month or a day by number."""
    year, two_digits = year_of(fields)
    month = fields.integer("month", "month")
    day = fields.integer("day", "day", "day-ordinal")
    weekday = fields.integer("weekday", "weekday", "short-weekday")
    if day is not None and month is not None and not exists(year if not two_digits else None, month, day):
        return fields.whole(Impossible("no-such-date", weekday=weekday))
    return fields.whole(
        CalendarDate(
            year,
            month,
            day,
            weekday,
            relative_of(fields),
            relative_of(fields, "year_of") or _bare_year(fields),
            two_digits,
        )
    )


def _bare_year(fields: Fields) -> str:
    return "same" if fields.has("year_of") else ""


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the date; 29 February may exist when the year is not said."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year if year is not None else 2000, month)


def iso(fields: Fields) -> list[Piece]:
    """ISO 8601 dates and times."""
    found = _ISO.fullmatch(fields.word("x") or fields.tokens[fields.first].text)
    if found is None:
        return []
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if not exists(year, month, day):
        return fields.whole(Impossible("no-such-date"))
    date = CalendarDate(year, month, day)
    value = f"{year_text(year)}-{month:02}-{day:02}"
    if found["t"]:
        if int(found["H"]) > 24 or int(found["M"]) > 59:
            return fields.whole(Impossible("no-such-time", "TIME"))
        value += f"T{found['t']}{found['z'] or ''}"
        return fields.whole(Fixed(value, date, "TIME", f"{found['t'][:8]}"))
    return fields.whole(Fixed(value, date))


def slashes(fields: Fields) -> list[Piece]:
    """Three numbers with slashes, dots or hyphens."""
    first, second, third = re.split(r"[/.-]", fields.tokens[fields.first].text)
    if len(first) == 4:
        if not exists(int(first), int(second), int(third)):
            return fields.whole(Impossible("no-such-date"))
        return fields.whole(CalendarDate(int(first), int(second), int(third)))
    if "." in fields.tokens[fields.first].text and exists(int(third), int(second), int(first)):
        return fields.whole(CalendarDate(int(third), int(second), int(first)))
    if len(first) == 3 or len(third) not in (2, 4):
        return []
    return fields.whole(SlashDate(int(first), int(second), int(third), len(first), len(third)))


def year(fields: Fields) -> list[Piece]:
    """A year alone."""
    found, two_digits = year_of(fields)
    if found is None:
        return []
    return fields.whole(CalendarDate(found, two_digits=two_digits))


def year_range(fields: Fields) -> list[Piece]:
    """ "1995-96": two years, the second with the century of the first."""
    first = year_of(fields)[0]
    second = fields.integer("second", "two-digits")
    if first is None or second is None:
        return []
    last = first - first % 100 + second
    if not first < last <= first + 60:
        return []
    at = fields.begin("second")
    return [
        Piece(fields.first, fields.end("year"), CalendarDate(first), fields.modifier()),
        Piece(at, fields.last, CalendarDate(last)),
    ]


def year_range_bc(fields: Fields) -> list[Piece]:
    """ "499-493 BC": the era belongs to both years."""
    first, second = fields.integer("year", "year-bc"), fields.integer("second", "year-bc")
    if first is None or second is None or first <= second:
        return []
    return [
        Piece(fields.first, fields.end("year"), CalendarDate(1 - first), fields.modifier()),
        Piece(fields.begin("second"), fields.last, CalendarDate(1 - second)),
    ]


def month_range(fields: Fields) -> list[Piece]:
    """ "October and November 1919": both months are of the year."""
    last, two_digits = year_of(fields)
    month, second = fields.integer("month", "month"), fields.integer("second", "month")
    if last is None or month is None or second is None:
        return []
    begun = last - 1 if month > second and not two_digits else last
    return [
        Piece(fields.first, fields.end("month"), CalendarDate(begun, month, two_digits=two_digits), fields.modifier()),
        Piece(fields.begin("second"), fields.last, CalendarDate(last, second, two_digits=two_digits)),
    ]


def day_range(fields: Fields) -> list[Piece]:
    """ "April 24 and 25", "6-7 February": both days are of the month."""
    found, two_digits = year_of(fields)
    month = fields.integer("month", "month")
    day, second = fields.integer("day", "day", "day-ordinal"), fields.integer("second", "day", "day-ordinal")
    if month is None or day is None or second is None or day >= second:
        return []
    said = relative_of(fields, "year_of")
    if not (exists(None, month, day) and exists(None, month, second)):
        return fields.whole(Impossible("no-such-date"))
    before = fields.begin("second") < fields.begin("month")
    head = fields.end("day")
    return [
        Piece(fields.first, head, CalendarDate(found, month, day, year_relative=said, two_digits=two_digits)),
        Piece(
            fields.begin("second"),
            fields.last if before or found is not None or said else fields.end("second"),
            CalendarDate(found, month, second, year_relative=said, two_digits=two_digits),
        ),
    ]


BUILDERS = {
    "calendar_date": calendar_date,
    "iso": iso,
    "slashes": slashes,
    "year": year,
    "year_range": year_range,
    "year_range_bc": year_range_bc,
    "month_range": month_range,
    "day_range": day_range,
}
