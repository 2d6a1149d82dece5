"""From what an expression says to its TIMEX3 value and its place on the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timelines.chronology.calendar import civil, day_number
from timelines.chronology.span import Span
from timelines.model import TimexType
from timelines.tagging.anchoring import Point, Speech
from timelines.tagging.calendar_years import Near, choose_month, choose_month_day, choose_part, part_span
from timelines.tagging.holidays import fixed_day, holiday_day
from timelines.tagging.meaning import (
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
from timelines.tagging.moving import move, unit_at, week_point
from timelines.tagging.tense import Direction, direction
from timelines.tagging.values import century_text, date_text, decade_text, week_text


@dataclass(frozen=True, slots=True)
class Resolved:
    """Type, value and place of an expression; ``unit`` is its granularity; "" when it has no place."""

    type: TimexType
    value: str
    span: Span | None = None
    unit: str = ""
    why: str = ""
    problem: str | None = None
    weekday: int | None = None


@dataclass(slots=True)
class Setting:
    """All that resolving may look at: speech time, story so far, the words around, order of slash dates."""

    speech: Speech
    story: Point | None
    narrative: bool
    place: tuple[str, int, int]
    day_first: bool = False
    quarter: Point | None = None
    last: Point | None = None
    around: Sequence[Near] = ()

    @property
    def direction(self) -> Direction:
        """Which way the words around the expression point."""
        return direction(*self.place)

    @property
    def now(self) -> Point | None:
        """The anchor of incomplete dates: the story in a narrative, else the publication date."""
        if self.narrative and self.story is not None:
            return self.story
        return self.spoken

    @property
    def spoken(self) -> Point | None:
        """The publication date."""
        if self.speech.first is None or self.speech.last is None:
            return None
        unit = "D" if self.speech.single else "I"
        return Point(self.speech.first, self.speech.last, unit, "")

    def anchor(self, name: str) -> Point | None:
        """The story for what points into it, speech for the rest."""
        return (self.last or self.now) if name == "story" else self.now

    def why(self, story: bool = False) -> str:
        """What an expression was resolved against, in words."""
        told = self.story is not None and (story or self.narrative)
        if told and self.story is not None:
            return f"against the story so far ({self.story.value})"
        return "against the publication date" if self.speech.known else "publication date unknown"


def resolve(meaning: Meaning, setting: Setting) -> Resolved | None:
    """Type, value and span of one expression; None where it is none in this setting."""
    match meaning:
        case CalendarDate():
            return calendar(meaning, setting)
        case YearPart():
            return year_part(meaning, setting)
        case DayAt():
            return day_at(meaning, setting)
        case UnitAt():
            anchor = setting.spoken if meaning.spoken else setting.anchor(_anchor_of(meaning))
            return _from_place(unit_at(meaning, anchor, setting), setting, meaning)
        case Moved():
            return _moved(meaning, setting)
        case Years():
            return years(meaning, setting)
        case NamedDay():
            return _around(named_day(meaning, setting), meaning.around)
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


def _anchor_of(meaning: UnitAt) -> str:
    return "story" if meaning.relative in ("previous", "following", "same") else "speech"


def day_resolved(day: int, why: str, weekday: int | None = None) -> Resolved:
    """A single day."""
    return Resolved("DATE", date_text(*civil(day)), Span.days(day, day), "D", why, weekday=weekday)


def calendar(date: CalendarDate, setting: Setting) -> Resolved:
    """A calendar date; what is not said comes from the anchor and the tense."""
    year = date.year
    if year is not None and date.two_digits:
        year = full_year(year, setting)
    if date.year_relative:
        year = pointed_year(date.year_relative, setting)
        if year is None:
            return Resolved("DATE", date_text(None, date.month, date.day), why=setting.why())
    if date.month is None and date.day is None and date.weekday is not None:
        return weekday_date(date, setting)
    if date.month is None:
        if year is None:
            return Resolved("DATE", "XXXX", why=setting.why())
        return Resolved("DATE", date_text(year), Span.year(year), "Y", "as written")
    why = "as written" if date.year is not None else setting.why()
    if year is None:
        pick = (
            choose_month(date.month, date.relative, setting.now, setting.narrative, setting.direction, setting.around)
            if date.day is None
            else choose_month_day(date.month, date.day, date.weekday, setting.now, setting.narrative, setting.direction, setting.around)
        )
        if pick is None:
            return Resolved("DATE", date_text(None, date.month, date.day), None, "", why, weekday=date.weekday)
        year = pick
    if date.day is None:
        return Resolved("DATE", date_text(year, date.month), Span.month(year, date.month), "M", why)
    try:
        day = day_number(year, date.month, date.day)
    except ValueError:
        return Resolved("DATE", "", None, "", "the calendar has no such date", "no-such-date", date.weekday)
    if date.relative == "week-of":
        monday = day - day % 7
        return Resolved("DATE", _week_value(day), Span.days(monday, monday + 6), "W", why)
    return day_resolved(day, why, date.weekday)


def beside(meaning: Beside, setting: Setting) -> Resolved:
    """The day before or after a date."""
    base = calendar(meaning.date, setting)
    if base.unit != "D" or base.span is None or base.span.earliest_day is None:
        return Resolved("DATE", "XXXX-XX-XX", None, "", base.why, base.problem)
    return day_resolved(base.span.earliest_day + meaning.days, base.why)


def _week_value(day: int) -> str:
    thursday = day - day % 7 + 3
    year, month, number = civil(thursday)
    return week_text(year, (thursday - day_number(year, 1, 1)) // 7 + 1)


def full_year(two_digits: int, setting: Setting) -> int:
    """A year written with two digits: the latest such year that is not after the anchor's decade."""
    now = setting.now
    latest = now.year + 10 if now is not None else 2039
    year = latest - latest % 100 + two_digits
    return year if year <= latest else year - 100


def pointed_year(relative: str, setting: Setting) -> int | None:
    """The year of "last year", "that year", "the following year"."""
    anchor = setting.anchor("story" if relative in ("same", "previous", "following") else "speech")
    if anchor is None or anchor.unit == "I":
        return None
    return anchor.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relative, 0)


def weekday_date(date: CalendarDate, setting: Setting) -> Resolved:
    """A weekday alone or pointed at."""
    wanted = date.weekday or 0
    story = date.relative in ("previous", "following")
    now = setting.anchor("story" if story else "speech")
    if now is None or now.unit not in ("D", "TI"):
        if not setting.speech.single or setting.narrative:
            return Resolved("DATE", f"XXXX-WXX-{wanted + 1}", None, "", setting.why(story))
        now = Point(setting.speech.first or 0, setting.speech.last or 0, "D", "")
    day = now.first
    back = (day - wanted) % 7
    forward = (wanted - day) % 7
    match date.relative:
        case "last" | "previous":
            found = day - (back or 7)
        case "next" | "following":
            found = day + (forward or 7)
        case "this":
            found = day - back if setting.direction in ("past", "certain") and back else day + forward
        case "last-week" | "this-week" | "next-week" | "same-week":
            monday = day - day % 7
            found = monday + wanted + {"last-week": -7, "next-week": 7}.get(date.relative, 0)
        case _:
            if setting.narrative:
                found = day + forward if forward <= 3 else day - back
            elif setting.direction == "future" and back:
                found = day + forward
            else:
                found = day - back
    return day_resolved(found, setting.why(story))


def day_at(meaning: DayAt, setting: Setting) -> Resolved:
    """Yesterday, today, tomorrow: always from the moment of speech."""
    if setting.narrative and meaning.days == 0:
        return Resolved("DATE", "PRESENT_REF", why="the time of the teller")
    if setting.speech.first is None or setting.speech.last is None:
        return Resolved("DATE", "PRESENT_REF" if meaning.days == 0 else "XXXX-XX-XX", why=setting.why())
    if not setting.speech.single:
        span = Span.days(setting.speech.first + meaning.days, setting.speech.last + meaning.days)
        return Resolved("DATE", "XXXX-XX-XX", span, "", "against a publication date known only within bounds")
    return day_resolved(setting.speech.first + meaning.days, "against the publication date")


def year_part(meaning: YearPart, setting: Setting) -> Resolved:
    """A quarter, half or season."""
    year = meaning.year
    if year is None and meaning.year_relative:
        year = pointed_year(meaning.year_relative, setting)
    why = "as written" if meaning.year is not None else setting.why()
    if year is None:
        story = meaning.relative in ("previous", "following", "same")
        now = setting.anchor("story" if story else "speech")
        year = choose_part(meaning.part, meaning.relative, now, setting.narrative, setting.direction, setting.around)
        if year is None:
            return Resolved("DATE", f"XXXX-{meaning.part}", None, "", why)
    return Resolved("DATE", f"{date_text(year)}-{meaning.part}", part_span(year, meaning.part), meaning.part[0], why)


def years(meaning: Years, setting: Setting) -> Resolved:
    """A decade or a century."""
    if meaning.ordinal:
        number = -meaning.ordinal if meaning.bc else meaning.ordinal
        return Resolved("DATE", century_text(meaning.ordinal, meaning.bc), Span.century(number), "C", "as written")
    first = meaning.first
    if meaning.two_digits:
        first = full_year(first, setting) if first else 2000
        if setting.narrative and setting.story is not None and setting.story.year < 1900:
            first = setting.story.year - setting.story.year % 100 + meaning.first
    if meaning.length == 100:
        return Resolved("DATE", f"{first // 100:02}", Span.between(*_ticks(first, 100)), "C", "as written")
    value = f"BC{(-first) // 10:03}" if meaning.bc else decade_text(first)
    return Resolved("DATE", value, Span.between(*_ticks(first, 10)), "E", "as written")


def _ticks(first_year: int, length: int) -> tuple[int, int]:
    return day_number(first_year, 1, 1) * 86400, day_number(first_year + length, 1, 1) * 86400 - 1


def named_day(meaning: NamedDay, setting: Setting) -> Resolved:
    """A holiday."""
    fixed = fixed_day(meaning.key)
    if fixed is not None:
        return day_resolved(day_number(*fixed), "a day of history")
    year = meaning.year
    now = setting.now
    if year is None:
        if now is None or now.unit == "I":
            known = meaning.key if len(meaning.key) == 5 and meaning.key[2] == "-" else "XX-XX"
            return Resolved("DATE", f"XXXX-{known}", None, "", setting.why())
        around = [day for y in (-1, 0, 1) if (day := holiday_day(meaning.key, now.year + y)) is not None]
        if not around:
            return Resolved("DATE", f"{now.year:04}-XX-XX" if now.year > 0 else "XXXX", None, "", setting.why())
        later = [day for day in around if day >= now.first]
        before = [day for day in around if day <= now.last]
        if meaning.relative == "next" or (setting.direction == "future" and meaning.relative != "last"):
            day = min(later)
        elif setting.narrative:
            day = min(around, key=lambda d: (abs(d - now.first), d < now.first))
        elif meaning.relative == "last" or setting.direction in ("past", "certain"):
            day = max(before)
        else:
            day = min(around, key=lambda d: abs(d - now.first))
        return day_resolved(day, setting.why())
    found = holiday_day(meaning.key, year)
    if found is None:
        return Resolved("DATE", f"{date_text(year)}-XX-XX", Span.year(year), "Y", "as written")
    return day_resolved(found, "as written")


def _around(day: Resolved, unit: str) -> Resolved:
    """The week or weekend of a day, or the day itself."""
    if not unit or day.unit != "D" or day.span is None or day.span.earliest_day is None:
        return day
    place = week_point(day.span.earliest_day, weekend=unit == "WE")
    return Resolved("DATE", place.value, Span.days(place.first, place.last), place.unit, day.why)


_PARTS = {"MO": (0, 43199), "AF": (43200, 64799), "EV": (61200, 86399), "NI": (64800, 107999), "DT": (21600, 64799), "MI": (39600, 50399)}


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
    day = base.value if base.unit == "D" else ("XXXX-XX-XX" if not base.value[:4].isdigit() else base.value)
    if base.unit in ("Y", "M") and base.value:
        day = base.value + "-XX" * (2 if base.unit == "Y" else 1)
    if day in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        day = "XXXX-XX-XX"
    value = f"{day}T{meaning.time}"
    span = None
    if base.unit == "D" and base.span is not None and base.span.earliest is not None:
        span = _time_span(base.span.earliest, meaning.time)
    return Resolved("TIME", value, span, "TI" if span is not None else "", base.why, weekday=base.weekday)


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


def slash_date(meaning: SlashDate, setting: Setting) -> Resolved:
    """Month and day in the order of the document."""
    year = full_year(meaning.third, setting) if meaning.third_digits == 2 else meaning.third
    month, day = meaning.first, meaning.second
    if setting.day_first or (month > 12 >= day):
        month, day = day, month
    elif day <= 12 < month:
        month, day = day, month
    try:
        return day_resolved(day_number(year, month, day), "as written")
    except ValueError:
        return Resolved("DATE", "", None, "", "the calendar has no such date", "no-such-date")


def _moved(meaning: Moved, setting: Setting) -> Resolved:
    anchor = setting.anchor("story" if meaning.anchor == "story" else "speech")
    if meaning.amount is None:
        return Resolved("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", why="a vague reference")
    return _from_place(move(meaning, anchor, setting), setting, meaning)


def _from_place(place: Point | str | None, setting: Setting, meaning: UnitAt | Moved) -> Resolved:
    story = isinstance(meaning, UnitAt) and _anchor_of(meaning) == "story" or (
        isinstance(meaning, Moved) and meaning.anchor == "story"
    )
    why = setting.why(story)
    if place is None:
        return Resolved("DATE", _unknown(meaning.unit), None, "", why)
    if isinstance(place, str):
        kind: TimexType = "DURATION" if place.startswith("P") and place[1:2].isdigit() or place == "PXX" else "DATE"
        return Resolved(kind, place, None, "", why)
    return Resolved("DATE", place.value, Span.days(place.first, place.last), place.unit, why)


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
            "Q": "XXXX-QX", "H": "XXXX-HX", "E": "XXX", "C": "XX"}.get(unit, "XXXX")
