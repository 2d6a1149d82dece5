"""Weekdays, alone, pointed at, and with a part of the day."""

from __future__ import annotations

from timelines.tagging.meaning import CalendarDate, ClockTime, Meaning, Piece, Recurring
from timelines.tagging.rules.fields import Fields, relative_of


def weekday(fields: Fields) -> list[Piece]:
    """ "Friday", "late Thursday evening", "last Wednesday", "this coming Sunday, March 8"."""
    day = fields.integer("weekday", "weekday")
    meaning: Meaning = CalendarDate(
        month=fields.integer("month", "month"),
        day=fields.integer("day", "day", "day-ordinal"),
        year=fields.integer("year", "year"),
        weekday=day,
        relative=relative_of(fields),
    )
    part = fields.value("part", "day-part")
    if part:
        meaning = ClockTime(part, meaning)
    return fields.whole(meaning)


def weekday_pair(fields: Fields) -> list[Piece]:
    """ "Monday and Tuesday evenings": the part of the day belongs to both."""
    first, second = fields.integer("weekday", "weekday"), fields.integer("second", "weekday")
    many = fields.value("part", "day-parts")
    part = many or fields.value("part", "day-part")
    if first is None or second is None or part is None:
        return []

    def one(day: int) -> Meaning:
        if many:
            return Recurring(f"XXXX-WXX-{day + 1}T{part}")
        return ClockTime(part, CalendarDate(weekday=day))

    return [
        Piece(fields.begin("weekday"), fields.end("weekday"), one(first)),
        Piece(fields.begin("second"), fields.last, one(second)),
    ]


def weekday_week(fields: Fields) -> list[Piece]:
    """ "Monday last week"."""
    day = fields.integer("weekday", "weekday")
    unit = next((t for t in fields.tokens[fields.first : fields.last] if t.values.get("unit-one") == "W"), None)
    if unit is None:
        return []
    return fields.whole(CalendarDate(weekday=day, relative=relative_of(fields) + "-week"))


BUILDERS = {
    "weekday": weekday,
    "pointed_weekday": weekday,
    "weekday_pair": weekday_pair,
    "weekday_week": weekday_week,
}
