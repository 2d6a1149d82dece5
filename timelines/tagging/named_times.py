"""Resolving seasons, quarters, decades, centuries and holidays."""

from __future__ import annotations

from timelines.chronology.calendar import day_number
from timelines.chronology.span import Span
from timelines.tagging.anchoring import Point
from timelines.tagging.calendar_years import choose_part, nearest, part_span
from timelines.tagging.dates import full_year, pointed_year
from timelines.tagging.feasts import ramadan
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


_CENTURY = 100


def years(meaning: Years, setting: Setting) -> Resolved:
    """A decade or a century."""
    if meaning.ordinal:
        number = -meaning.ordinal if meaning.bc else meaning.ordinal
        return Resolved("DATE", century_text(meaning.ordinal, meaning.bc), Span.century(number), "C", "as written")
    first = meaning.first
    if meaning.two_digits:
        first = full_year(first, setting) if first else 2000
        now = setting.now
        if now is not None and first > now.year >= _CENTURY:
            first -= _CENTURY  # a decade to come is written with its century
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
    now = setting.now
    year = meaning.year
    why = "as written" if year is not None else setting.why()
    if year is None:
        if now is None or now.unit == "I":
            known = meaning.key if len(meaning.key) == 5 and meaning.key[2] == "-" else "XX-XX"
            return Resolved("DATE", f"XXXX-{known}", None, "", why)
        years = [(days, year) for year in (now.year - 1, now.year, now.year + 1) if (days := _days(meaning.key, year))]
        year = _chosen(years, meaning, now, setting) if years else now.year
    days = _days(meaning.key, year)
    if days is None:
        if why != "as written":
            return Resolved("DATE", f"{date_text(year)}-XX-XX" if year > 0 else "XXXX", None, "", why)
        return Resolved("DATE", f"{date_text(year)}-XX-XX", Span.year(year), "Y", why)
    if days[0] == days[1]:
        return day_resolved(days[0], why)
    return Resolved("DATE", f"{date_text(year)}-XX-XX", Span.days(*days), "", why)


def _days(key: str, year: int) -> tuple[int, int] | None:
    """First and last day of a feast in a year."""
    if key == "ramadan":
        return ramadan(year)
    day = holiday_day(key, year)
    return (day, day) if day is not None else None


def _chosen(years: list[tuple[tuple[int, int], int]], meaning: NamedDay, now: Point, setting: Setting) -> int:
    """The year of a feast: the one pointed at, else the nearest by the tense."""
    later = [year for days, year in years if days[1] >= now.first]
    before = [year for days, year in years if days[0] <= now.last]
    if later and (meaning.relative == "next" or (setting.direction == "future" and not meaning.relative)):
        return min(later)
    if meaning.relative == "last" and before:
        return max(before)
    distances = [
        (year, days[0] - now.first if days[0] > now.first else min(0, days[1] - now.first)) for days, year in years
    ]
    if setting.narrative:
        return min(distances, key=lambda item: (abs(item[1]), item[1] < 0))[0]
    return nearest(distances, setting.direction)


def around(day: Resolved, unit: str) -> Resolved:
    """The week or weekend of a day, or the day itself."""
    if not unit or day.unit != "D" or day.span is None or day.span.earliest_day is None:
        return day
    place = week_point(day.span.earliest_day, weekend=unit == "WE")
    return Resolved("DATE", place.value, Span.days(place.first, place.last), place.unit, day.why)
