"""Resolving seasons, quarters, decades, centuries and holidays."""

from __future__ import annotations

from timelines.chronology.calendar import day_number
from timelines.chronology.span import Span
from timelines.tagging.calendar_years import choose_part, part_span
from timelines.tagging.dates import full_year, pointed_year
from timelines.tagging.holidays import fixed_day, holiday_day
from timelines.tagging.meaning import NamedDay, YearPart, Years
from timelines.tagging.moving import week_point
from timelines.tagging.setting import Resolved, Setting, day_resolved
from timelines.tagging.values import century_text, date_text, decade_text


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


def around(day: Resolved, unit: str) -> Resolved:
    """The week or weekend of a day, or the day itself."""
    if not unit or day.unit != "D" or day.span is None or day.span.earliest_day is None:
        return day
    place = week_point(day.span.earliest_day, weekend=unit == "WE")
    return Resolved("DATE", place.value, Span.days(place.first, place.last), place.unit, day.why)
