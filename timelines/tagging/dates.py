"""Resolving calendar dates, weekdays and numeric dates."""

from __future__ import annotations

from timelines.chronology.calendar import add_months, civil, day_number, days_in_month
from timelines.chronology.span import Span
from timelines.tagging.anchoring import Point
from timelines.tagging.calendar_years import WEIGHTS, choose_month, choose_month_day
from timelines.tagging.meaning import Beside, CalendarDate, DayAt, SlashDate
from timelines.tagging.moving import week_point
from timelines.tagging.setting import Resolved, Setting, day_resolved
from timelines.tagging.values import date_text


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
    if date.month is None and date.day is not None:
        return day_of_month(date, setting)
    if date.month is None:
        if year is None:
            return Resolved("DATE", "XXXX", why=setting.why())
        return Resolved("DATE", date_text(year), Span.year(year), "Y", "as written")
    why = "as written" if date.year is not None else setting.why()
    if year is None:
        pick = (
            choose_month(date.month, date.relative, setting.now, setting.narrative, setting.direction, setting.around)
            if date.day is None
            else choose_month_day(
                date.month, date.day, date.weekday, setting.now, setting.narrative, setting.direction, setting.around
            )
        )
        if pick is None:
            return Resolved("DATE", date_text(None, date.month, date.day), None, "", why, weekday=date.weekday)
        year = _unless_excluded(date, pick, setting) if setting.narrative else pick
    if date.day is None:
        return Resolved("DATE", date_text(year, date.month), Span.month(year, date.month), "M", why)
    try:
        day = day_number(year, date.month, date.day)
    except ValueError:
        return Resolved("DATE", "", None, "", "the calendar has no such date", "no-such-date", date.weekday)
    if date.relative == "week-of":
        monday = day - day % 7
        return Resolved("DATE", week_point(day).value, Span.days(monday, monday + 6), "W", why)
    return day_resolved(day, why, date.weekday)


def _unless_excluded(date: CalendarDate, year: int, setting: Setting) -> int:
    """The year of the story, or the one of the publication if only that has the weekday beside the date."""
    if date.day is None or date.weekday is None or date.month is None:
        return year
    spoken = choose_month_day(date.month, date.day, date.weekday, setting.spoken, False, setting.direction)
    if spoken is None or date.weekday == _weekday(year, date) or _weekday(spoken, date) != date.weekday:
        return year
    return spoken


def _weekday(year: int, date: CalendarDate) -> int | None:
    try:
        return day_number(year, date.month or 1, date.day or 1) % 7
    except ValueError:
        return None


def day_of_month(date: CalendarDate, setting: Setting) -> Resolved:
    """ "Tuesday the 12th": the nearest such day that is the weekday."""
    now, day = setting.now, date.day or 1
    if now is None or now.unit not in ("D", "M", "TI"):
        return Resolved("DATE", f"XXXX-XX-{day:02}", None, "", setting.why(), weekday=date.weekday)
    if now.unit == "M" and date.weekday is None:
        year, month, _ = civil(now.first)
        if day <= days_in_month(year, month):
            return day_resolved(day_number(year, month, day), setting.why())
    found = []
    for step in (-2, -1, 0, 1, 2):
        year, month, _ = civil(add_months(now.first, step))
        if day <= days_in_month(year, month):
            found.append(day_number(year, month, day))
    fitting = [at for at in found if date.weekday is None or at % 7 == date.weekday] or found
    back, ahead = WEIGHTS[setting.direction]
    return day_resolved(
        min(fitting, key=lambda at: (now.first - at) * back if at < now.first else (at - now.first) * ahead),
        setting.why(),
        date.weekday,
    )


def beside(meaning: Beside, setting: Setting) -> Resolved:
    """The day before or after a date."""
    base = calendar(meaning.date, setting)
    if base.unit != "D" or base.span is None or base.span.earliest_day is None:
        return Resolved("DATE", "XXXX-XX-XX", None, "", base.why, base.problem)
    return day_resolved(base.span.earliest_day + meaning.days, base.why)


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


def slash_date(meaning: SlashDate, setting: Setting) -> Resolved:
    """Month and day in the order of the document."""
    year = full_year(meaning.third, setting) if meaning.third_digits == 2 else meaning.third
    month, day = meaning.first, meaning.second
    if setting.day_first or (month > 12 >= day) or day <= 12 < month:
        month, day = day, month
    try:
        return day_resolved(day_number(year, month, day), "as written")
    except ValueError:
        return Resolved("DATE", "", None, "", "the calendar has no such date", "no-such-date")
