"""Expressions that point from the moment of speech or of the story."""

from __future__ import annotations

from timelines.tagging.meaning import (
    Before,
    Beside,
    CalendarDate,
    ClockTime,
    DayAt,
    Length,
    Meaning,
    Moved,
    NamedDay,
    Piece,
    UnitAt,
)
from timelines.tagging.numerals import number_of
from timelines.tagging.rules.fields import Fields, relative_of, year_of
from timelines.tagging.values import duration_text


def day_at(fields: Fields) -> list[Piece]:
    """ "yesterday", "later today"."""
    return fields.whole(DayAt(fields.integer("today", "today") or 0))


def day_part(fields: Fields) -> list[Piece]:
    """ "tomorrow morning"."""
    part = fields.value("part", "day-part", "clock-word") or "MO"
    return fields.whole(ClockTime(part, DayAt(fields.integer("today", "today") or 0)))


def pointed_day_part(fields: Fields) -> list[Piece]:
    """ "this morning", "that afternoon"."""
    part = fields.value("part", "day-part") or "MO"
    if relative_of(fields) == "same":
        return fields.whole(ClockTime(part, UnitAt("D", "same")))
    return fields.whole(ClockTime(part, DayAt(0)))


def tonight(fields: Fields) -> list[Piece]:
    """ "tonight", "last night", "overnight"."""
    if fields.has("last"):
        return fields.whole(ClockTime("NI", DayAt(-1)))
    return fields.whole(ClockTime("NI", DayAt(0), anaphoric=fields.has("night")))


def story_day_part(fields: Fields) -> list[Piece]:
    """ "the next morning", "in the afternoon": of the day that the story is at."""
    part = fields.value("part", "day-part") or "MO"
    relative = relative_of(fields)
    if relative in ("next", "following"):
        return fields.whole(ClockTime(part, UnitAt("D", "following")))
    if relative == "previous":
        return fields.whole(ClockTime(part, UnitAt("D", "previous")))
    return fields.whole(ClockTime(part, UnitAt("D", "same"), anaphoric=True))


def day_part_of(fields: Fields) -> list[Piece]:
    """ "the morning of 26 July 1918"."""
    part = fields.value("part", "day-part") or ("NI" if fields.value("edge", "edge") == "END" else "MO")
    if fields.has("today"):
        return fields.whole(ClockTime(part, DayAt(fields.integer("today", "today") or 0)))
    if fields.has("weekday") and not fields.has("month"):
        return fields.whole(ClockTime(part, CalendarDate(weekday=fields.integer("weekday", "weekday"))))
    if not fields.has("month"):
        return fields.whole(ClockTime(part, UnitAt("D", "same"), anaphoric=True))
    year, _ = year_of(fields)
    return fields.whole(
        ClockTime(
            part,
            CalendarDate(
                year,
                fields.integer("month", "month"),
                fields.integer("day", "day", "day-ordinal"),
                fields.integer("weekday", "weekday"),
            ),
        )
    )


def pointed_unit(fields: Fields) -> list[Piece]:
    """ "last year", "early next week", "that day", "the end of the month"."""
    unit = fields.value("unit", "calendar-unit", "unit-one")
    if unit is None:
        return []
    relative = relative_of(fields)
    if relative == "this" and fields.has("gone") and unit in ("M", "Y", "E", "C"):
        relative = "last"  # "this past year"
    if unit.startswith("T"):
        return fields.whole(Length(duration_text(1, unit)))
    if relative == "next" and fields.words(fields.first, fields.last - 1) == "the next":
        relative = "following"
    if unit == "W" and relative == "same" and not fields.has("rel"):
        relative = "this"
    spoken = relative in ("this", "last", "next") and (
        unit == "C" or not any(t.text.lower() == "the" for t in fields.tokens[fields.first : fields.last])
    )
    if unit == "D" and not relative and fields.has("edge"):
        relative = "within"  # "later in the day": of the day just told
    return fields.whole(UnitAt(unit, relative or "the", spoken=spoken))


_SEPTEMBER, _ELEVENTH = 9, 11
_NOT_COUNTED = ("approx", "c-mod", "ago", "later", "earlier", "later-before", "hence", "full", "more")


def _amount(fields: Fields) -> tuple[float | None, str | None]:
    """How many of which unit: None is a vague number, "a year and a half" is 1.5 years."""
    unit = fields.value("unit", "unit-many", "unit-one")
    at = fields.bounds("unit")
    words = fields.tokens[fields.first : fields.last]
    if unit is None or at is None:
        return None, next((t.values["unit-many"] for t in words if "unit-many" in t.values), None)
    counted = [
        token
        for index, token in enumerate(words, fields.first)
        if index != at[0] and not any(kind in token.values for kind in _NOT_COUNTED)
    ]
    if any("vague" in token.values for token in counted):
        return None, unit
    amount = number_of(counted)
    if amount is None:
        return (None if "unit-many" in fields.tokens[at[0]].values else 1.0), unit
    halved = counted[-1].values.get("half") is not None
    if amount == 0.5 and halved and at[0] < fields.last - 2 and fields.tokens[at[0] + 1].text == "and":
        amount = 1.5
    return amount, unit


def ago(fields: Fields) -> list[Piece]:
    """ "three weeks ago"."""
    amount, unit = _amount(fields)
    return fields.whole(Moved(amount, unit, -1)) if unit else []


def ago_on(fields: Fields) -> list[Piece]:
    """ "three years ago today", "a year ago this week", "two weeks ago Tuesday"."""
    ago_at = next(i for i in range(fields.first, fields.last) if "ago" in fields.tokens[i].values)
    unit = fields.value("unit", "unit-many", "unit-one")
    amount = number_of(fields.tokens[fields.first : ago_at])
    if amount is None and unit is not None and fields.value("unit", "unit-many") is None:
        amount = 1.0
    if unit not in ("D", "W", "M", "Y") or amount is None or amount != int(amount):
        return []
    base: Meaning = DayAt(fields.integer("today", "today") or 0)
    if fields.has("weekday"):
        base = CalendarDate(weekday=fields.integer("weekday", "weekday"))
    elif fields.has("this_unit"):
        base = UnitAt(fields.value("this_unit", "calendar-unit") or "D", relative_of(fields) or "this", spoken=True)
    return fields.whole(Before(int(amount), unit, base))


def hence(fields: Fields) -> list[Piece]:
    """ "two months from now"."""
    amount, unit = _amount(fields)
    return fields.whole(Moved(amount, unit, 1)) if unit else []


def later(fields: Fields) -> list[Piece]:
    """ "twelve days later": from where the story is."""
    amount, unit = _amount(fields)
    return fields.whole(Moved(amount, unit, 1, "story")) if unit else []


def earlier(fields: Fields) -> list[Piece]:
    """ "a year earlier"."""
    amount, unit = _amount(fields)
    return fields.whole(Moved(amount, unit, -1, "story")) if unit else []


def day_before(fields: Fields) -> list[Piece]:
    """ "the day before", "the day after"."""
    return fields.whole(
        UnitAt(fields.value("unit", "unit-one") or "D", "previous" if fields.has("before") else "following")
    )


def year_ago(fields: Fields) -> list[Piece]:
    """ "the year-ago quarter": a year before the period spoken of."""
    return fields.whole(UnitAt(fields.value("unit", "unit-one") or "", "previous", year_ago=True))


def before_last(fields: Fields) -> list[Piece]:
    """ "the year before last", "the night before last"."""
    unit = fields.value("unit", "night-word", "calendar-unit") or "D"
    return fields.whole(ClockTime("NI", DayAt(-2)) if unit == "NI" else Moved(2, unit, -1))


def same_last_year(fields: Fields) -> list[Piece]:
    """ "the same period last year", "the same month a year earlier"."""
    unit = fields.value("unit", "unit-one") or "Y"
    return fields.whole(UnitAt(unit, "previous", year_ago=True))


def after_next(fields: Fields) -> list[Piece]:
    """ "the week after next"."""
    return fields.whole(Moved(2, fields.value("unit", "calendar-unit") or "W", 1))


def year_end(fields: Fields) -> list[Piece]:
    """ "year-end": the last month of the year."""
    unit = "year" if fields.value("end", "year-end") is not None else "month"
    return fields.whole(UnitAt(f"{unit}-end", "the"))


def period_at(fields: Fields) -> list[Piece]:
    """ "the latest period": the quarter, or whatever is being compared."""
    year, _ = year_of(fields)
    return fields.whole(CalendarDate(year) if year is not None else UnitAt("Q", "the"))


def weekend(fields: Fields) -> list[Piece]:
    """ "over the weekend"."""
    return fields.whole(UnitAt("WE", "the"))


def day_beside(fields: Fields) -> list[Piece]:
    """ "the day before yesterday's", "the day after last Tuesday"."""
    date = CalendarDate(
        year_of(fields)[0],
        fields.integer("month", "month"),
        fields.integer("day", "day", "day-ordinal"),
        fields.integer("weekday", "weekday"),
        relative_of(fields),
    )
    return fields.whole(Beside(date, -1 if fields.has("before") else 1))


def holiday_week(fields: Fields) -> list[Piece]:
    """ "Easter week", "Thanksgiving weekend"."""
    unit = "WE" if fields.tokens[fields.last - 1].text.lower() == "weekend" else "W"
    return fields.whole(NamedDay(fields.value("holiday", "holiday") or "", around=unit))


def week_of(fields: Fields) -> list[Piece]:
    """ "the week of March 6"."""
    year, _ = year_of(fields)
    meaning: Meaning = CalendarDate(
        year, fields.integer("month", "month"), fields.integer("day", "day", "day-ordinal"), relative="week-of"
    )
    return fields.whole(meaning)


def september_eleventh(fields: Fields) -> list[Piece]:
    """ "the September 11 attacks": of 2001, whatever the year of the text."""
    if fields.integer("month", "month") != _SEPTEMBER or fields.integer("day", "day", "day-ordinal") != _ELEVENTH:
        return []
    return fields.whole(CalendarDate(2001, _SEPTEMBER, _ELEVENTH))


def holiday(fields: Fields) -> list[Piece]:
    """ "Christmas Day 1990", "last Thanksgiving"."""
    key = fields.value("holiday", "holiday") or ""
    year, _ = year_of(fields)
    return fields.whole(NamedDay(key, year, relative_of(fields) or relative_of(fields, "rel_after")))


BUILDERS = {
    "day_at": day_at,
    "day_part": day_part,
    "pointed_day_part": pointed_day_part,
    "tonight": tonight,
    "story_day_part": story_day_part,
    "day_part_of": day_part_of,
    "pointed_unit": pointed_unit,
    "ago": ago,
    "ago_on": ago_on,
    "hence": hence,
    "later": later,
    "earlier": earlier,
    "day_before": day_before,
    "year_ago": year_ago,
    "same_last_year": same_last_year,
    "after_next": after_next,
    "before_last": before_last,
    "year_end": year_end,
    "period_at": period_at,
    "weekend": weekend,
    "day_beside": day_beside,
    "holiday_week": holiday_week,
    "week_of": week_of,
    "september_eleventh": september_eleventh,
    "holiday": holiday,
}
