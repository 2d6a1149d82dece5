"""From what an expression says to its TIMEX3 value and its place on the axis."""

from __future__ import annotations

from timelines.chronology.calendar import add_months
from timelines.chronology.span import Span
from timelines.model import TimexType
from timelines.tagging.anchoring import Point
from timelines.tagging.dates import beside, calendar, day_at, slash_date
from timelines.tagging.meaning import (
    Before,
    Beside,
    CalendarDate,
    ClockTime,
    DayAt,
    Fixed,
    Impossible,
    Length,
    Meaning,
    Moved,
    NamedDay,
    Recurring,
    Reference,
    SlashDate,
    UnitAt,
    YearPart,
    Years,
)
from timelines.tagging.moving import move, shift_units, unit_at
from timelines.tagging.named_times import around, named_day, year_part, years
from timelines.tagging.setting import Resolved, Setting, day_resolved


def resolve(meaning: Meaning, setting: Setting) -> Resolved | None:
    """Type, value and span of one expression; None where it is none in this setting."""
    match meaning:
        case CalendarDate():
            return calendar(meaning, setting)
        case YearPart():
            if meaning.told and not setting.narrative:
                return None
            return year_part(meaning, setting)
        case DayAt():
            return day_at(meaning, setting)
        case UnitAt():
            if meaning.told and not setting.narrative:
                return None
            anchor = setting.spoken if meaning.spoken else setting.anchor(_anchor_of(meaning))
            if meaning.relative == "following" and setting.last is None and _past_event(setting):
                anchor = None  # "the next day" after what has no date
            return _from_place(unit_at(meaning, anchor, setting), setting, meaning)
        case Moved():
            return _moved(meaning, setting)
        case Before():
            return _before(meaning, setting)
        case Years():
            return years(meaning, setting)
        case NamedDay():
            return around(named_day(meaning, setting), meaning.around)
        case ClockTime():
            return clock(meaning, setting)
        case Fixed():
            return _fixed(meaning)
        case SlashDate():
            return slash_date(meaning, setting)
        case Reference():
            if (meaning.told and not setting.narrative) or (
                meaning.ahead and (setting.narrative or setting.direction != "future")
            ):
                return None
            return Resolved("DATE", meaning.value, why="a vague reference")
        case Beside():
            return beside(meaning, setting)
        case Length():
            return Resolved("DURATION", meaning.value, why="a length of time")
        case Recurring():
            return Resolved("SET", meaning.value, why="a set of times")
        case Impossible():
            why = "the calendar has no such date" if meaning.type == "DATE" else "the clock has no such time"
            return Resolved(meaning.type, "", None, "", why, meaning.problem, meaning.weekday)


def _past_event(setting: Setting) -> bool:
    return not setting.narrative and setting.direction != "future"


def _anchor_of(meaning: UnitAt) -> str:
    return "story" if meaning.relative in ("previous", "following", "same", "within") else "speech"


_PARTS = {
    "MO": (0, 43199),
    "AF": (43200, 64799),
    "EV": (61200, 86399),
    "NI": (64800, 107999),
    "DT": (21600, 64799),
    "MI": (39600, 50399),
}


def clock(meaning: ClockTime, setting: Setting) -> Resolved:
    """A time of day."""
    if meaning.date is None:
        story = setting.story
        near = story is not None and story.unit == "D" and (setting.narrative or not setting.speech.single)
        base = day_resolved(story.first, setting.why(True)) if near and story is not None else day_at(DayAt(0), setting)
    else:
        base = resolve(meaning.date, setting) or Resolved("DATE", "XXXX-XX-XX")
        if meaning.anaphoric and base.unit != "D" and setting.speech.single:
            base = day_at(DayAt(0), setting)
    if base.problem:
        return Resolved("TIME", "", None, "", base.why, base.problem, base.weekday)
    day = base.value if base.unit in ("D", "TI") else ("XXXX-XX-XX" if not base.value[:4].isdigit() else base.value)
    if base.unit in ("Y", "M") and base.value:
        day = base.value + "-XX" * (2 if base.unit == "Y" else 1)
    if day in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        day = "XXXX-XX-XX"
    value = f"{day.partition('T')[0]}T{meaning.time}{_zone(meaning)}"
    span = None
    if base.unit == "D" and base.span is not None and base.span.earliest is not None:
        span = _time_span(base.span.earliest, meaning.time)
    return Resolved("TIME", value, span, "TI" if span is not None else "", base.why, weekday=base.weekday)


def _zone(meaning: ClockTime) -> str:
    """The zone as ISO 8601 writes it after a time by the clock, whole hours short as in TIMEX2 (T21:34-05)."""
    if not meaning.zone or not meaning.time[0].isdigit():
        return ""
    return "Z" if meaning.zone == "+00:00" else meaning.zone.removesuffix(":00")


def _time_span(midnight: int, time: str) -> Span:
    if time in _PARTS:
        low, high = _PARTS[time]
        return Span.between(midnight + low, midnight + high)
    parts = [int(part) for part in time.split(":")]
    seconds = parts[0] * 3600 + (parts[1] * 60 if len(parts) > 1 else 0) + (parts[2] if len(parts) > 2 else 0)
    width = 1 if len(parts) > 2 else 60
    return Span.between(midnight + seconds, midnight + seconds + width - 1)


def _fixed(meaning: Fixed) -> Resolved:
    span, unit = None, "D"
    if meaning.date is not None and meaning.date.year is not None:
        span = Span.day(meaning.date.year, meaning.date.month or 1, meaning.date.day or 1)
        if meaning.time and span.earliest is not None:
            span, unit = _time_span(span.earliest, meaning.time), "TI"
    return Resolved(meaning.type, meaning.value, span, unit, "as written")


def _moved(meaning: Moved, setting: Setting) -> Resolved:
    anchor = setting.anchor("story" if meaning.anchor == "story" else "speech")
    if meaning.amount is None:
        return Resolved("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", why="a vague reference")
    place = move(meaning, anchor, setting)
    if isinstance(place, Point) and _undated(meaning, place, setting):
        return Resolved("DATE", _unknown(meaning.unit), None, "", "after an event that the text does not date")
    return _from_place(place, setting, meaning)


def _before(meaning: Before, setting: Setting) -> Resolved:
    """So many units before a day, week or month, as fine as that is."""
    base = resolve(meaning.base, setting)
    first = base.span.earliest_day if base is not None and base.span is not None else None
    if first is not None and setting.speech.first is not None and base is not None and base.unit in ("W", "M"):
        first = max(first, min(setting.speech.first, first + 6))  # of this week the day of speech
    if base is None or first is None or base.unit not in ("D", "W", "WE", "M", "Y"):
        return Resolved("DATE", "PAST_REF", why="a vague reference")
    if meaning.unit in ("Y", "M"):
        first = add_months(first, -meaning.amount * (12 if meaning.unit == "Y" else 1))
    else:
        first -= meaning.amount * (7 if meaning.unit == "W" else 1)
    return _from_place(shift_units(Point(first, first, "D", ""), base.unit, 0), setting, Moved(1, base.unit, -1))


def _undated(meaning: Moved, place: Point, setting: Setting) -> bool:
    """ "Ten years later" told as past in a report, with nothing dated before it: not ten years from now."""
    if meaning.anchor != "story" or meaning.sign < 0 or setting.narrative or setting.speech.last is None:
        return False
    return place.first > setting.speech.last and setting.direction != "future"


def _from_place(place: Point | str | None, setting: Setting, meaning: UnitAt | Moved) -> Resolved:
    story = (isinstance(meaning, UnitAt) and _anchor_of(meaning) == "story") or (
        isinstance(meaning, Moved) and meaning.anchor == "story"
    )
    why = setting.why(story)
    if place is None:
        return Resolved("DATE", _unknown(meaning.unit), None, "", why)
    if isinstance(place, str):
        kind: TimexType = "DURATION" if (place.startswith("P") and place[1:2].isdigit()) or place == "PXX" else "DATE"
        return Resolved(kind, place, None, "", why)
    return Resolved("DATE", place.value, Span.days(place.first, place.last), place.unit, why)


def _unknown(unit: str) -> str:
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "F": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "H": "XXXX-HX",
        "E": "XXX",
        "C": "XX",
    }.get(unit, "XXXX")
