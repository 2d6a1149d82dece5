"""Times of day, with the date that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timelines.tagging.meaning import CalendarDate, ClockTime, DayAt, Impossible, Meaning, Piece
from timelines.tagging.rules.calendar_dates import exists
from timelines.tagging.rules.fields import Fields, year_of

_RACE = 30  # hours; from there on a number with a colon is a score or a race time
_NOON, _HOUR = 12, 60
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?!\d)(?::(\d{2}))?)?(?!\d)")


def _date(fields: Fields) -> Meaning | None:
    if fields.has("today"):
        return DayAt(fields.integer("today", "today") or 0)
    weekday = fields.integer("weekday", "weekday")
    month = fields.integer("month", "month")
    day = fields.integer("day", "day", "day-ordinal")
    if weekday is None and month is None:
        return None
    year, _ = year_of(fields)
    if month is not None and day is not None and not exists(year, month, day):
        return Impossible("no-such-date")
    return CalendarDate(year, month, day, weekday)


def _clock(fields: Fields) -> tuple[int, int | None, int | None] | None:
    if fields.has("clock"):
        text = fields.group("clock")[0].text
        if "military" in fields.group("clock")[0].values:
            return int(text[:2]), int(text[2:]), None
        found = _CLOCK.match(text)
        if found is None:
            return None
        return int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None
    hour = fields.number("hour")
    return (int(hour), None, None) if hour is not None else None


def clock(fields: Fields) -> list[Piece]:
    """ "7:15 p.m.", "15:00 GMT Saturday", "4 in the morning", "five o'clock"."""
    found = _clock(fields)
    if found is None:
        return []
    hour, minute, second = found
    half = fields.value("meridiem", "meridiem")
    part = fields.value("part", "day-part")
    if part:
        half = "am" if part == "MO" or (part == "NI" and hour < 6) else "pm"
    if hour > 24 or (minute or 0) > 59 or (half and hour > 12):
        if half and hour > 23:
            return fields.whole(Impossible("no-such-time", "TIME"))
        if not half:
            plausible = fields.has("zone") or hour < _RACE
            return fields.whole(Impossible("no-such-time", "TIME")) if plausible else []
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return _timed(fields, _written(hour, minute, second))


def _written(hour: int, minute: int | None, second: int | None = None) -> str:
    return f"{hour:02}:{minute or 0:02}" + (f":{second:02}" if second is not None else "")


def clock_range(fields: Fields) -> list[Piece]:
    """ "1 to 8 a.m.", "9-11am Monday": the half of the day and the date belong to both."""
    last = clock(fields)
    token = fields.group("first")[0]
    found = _CLOCK.fullmatch(token.text)
    word = fields.number("first")
    hour = int(found[1]) if found else int(word or 0)
    minute = int(found[2]) if found and found[2] else 0
    if len(last) != 1 or not isinstance(last[0].meaning, ClockTime) or not 1 <= hour <= _NOON or minute >= _HOUR:
        return []
    end = last[0].meaning
    shown = int(end.time[:2])
    late = shown >= _NOON
    same_half = (hour % _NOON, minute) < (shown % _NOON, int(end.time[3:5]))
    start = hour % _NOON + (_NOON if late == same_half else 0)
    at = next(i for i in range(fields.begin("first") + 1, fields.last) if _begins(fields.tokens[i].values))
    return [
        Piece(fields.first, fields.end("first"), ClockTime(_written(start, minute), end.date, end.zone)),
        Piece(at, fields.last, end),
    ]


def _begins(values: Mapping[str, str]) -> bool:
    return any(kind in values for kind in ("clock", "decimal", "hour12", "small", "teen"))


def _timed(fields: Fields, text: str) -> list[Piece]:
    date = _date(fields)
    if isinstance(date, Impossible):
        return fields.whole(date)
    return fields.whole(ClockTime(text, date, fields.value("zone", "zone") or ""))


def clock_past(fields: Fields) -> list[Piece]:
    """ "half past five", "ten to six"."""
    minutes = 30 if fields.has("frac") and fields.value("frac", "half") is not None else 15
    if fields.has("minutes"):
        minutes = int(fields.number("minutes") or 0)
        spelled = any("clock-unit" in token.values for token in fields.tokens[fields.first : fields.last])
        if not spelled and (minutes % 5 or (fields.has("to") and fields.has("meridiem"))):
            return []  # "from 1 to 8 a.m." counts no minutes
    hour = int(fields.number("hour") or 0)
    total = hour * 60 + (minutes if fields.has("past") else -minutes)
    if fields.value("meridiem", "meridiem") == "pm" and hour < 12:
        total += 720
    return _timed(fields, f"{total // 60 % 24:02}:{total % 60:02}")


def clock_word(fields: Fields) -> list[Piece]:
    """ "noon Friday", "at dawn"."""
    return _timed(fields, fields.value("clockword", "clock-word", "sun-word") or "MO")


BUILDERS = {"clock": clock, "clock_range": clock_range, "clock_past": clock_past, "clock_word": clock_word}
