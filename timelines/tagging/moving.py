"""Moving from an anchor: units ago and later, last and next units, weeks, weekends, quarters."""

from __future__ import annotations

from timelines.chronology.calendar import add_months, civil, day_number, days_in_month
from timelines.tagging.anchoring import Point
from timelines.tagging.meaning import Moved, UnitAt
from timelines.tagging.setting import Setting
from timelines.tagging.values import century_text, date_text, decade_text, week_text

_AGES = 10_000  # years from which TIMEX2 counts in thousands (KA), millions (MA) and billions (GA) ago


def day_point(day: int) -> Point:
    """One day."""
    return Point(day, day, "D", date_text(*civil(day)))


def week_point(day: int, weekend: bool = False) -> Point:
    """The ISO week of a day, or its weekend."""
    monday = day - day % 7
    year = civil(monday + 3)[0]
    value = week_text(year, (monday + 3 - day_number(year, 1, 1)) // 7 + 1)
    if weekend:
        return Point(monday + 5, monday + 6, "WE", value + "-WE")
    return Point(monday, monday + 6, "W", value)


def month_point(year: int, month: int) -> Point:
    """A calendar month; months beyond the year are carried."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Point(
        day_number(year, month, 1), day_number(year, month, days_in_month(year, month)), "M", date_text(year, month)
    )


def quarter_point(year: int, quarter: int) -> Point:
    """A calendar quarter; quarters beyond the year are carried."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    first, last = month_point(year, quarter * 3 - 2), month_point(year, quarter * 3)
    return Point(first.first, last.last, "Q", f"{date_text(year)}-Q{quarter}")


def years_point(first: int, length: int, value: str, unit: str) -> Point:
    """A run of whole years."""
    return Point(day_number(first, 1, 1), day_number(first + length, 1, 1) - 1, unit, value)


def shift_units(anchor: Point, unit: str, count: int) -> Point | None:
    """The calendar unit ``count`` units from the one that the anchor lies in."""
    year, month, _ = civil(anchor.first)
    match unit:
        case "D" | "N":
            return day_point(anchor.first + count) if anchor.unit in ("D", "TI") else None
        case "W":
            return week_point(anchor.first + 7 * count)
        case "F":
            return week_point(anchor.first + 14 * count)
        case "WE":
            return week_point(anchor.first + 7 * count, weekend=True)
        case "M":
            return month_point(year, month + count)
        case "Q":
            return quarter_point(year, (month - 1) // 3 + 1 + count)
        case "H":
            half = (month - 1) // 6 + count
            low, high = month_point(year, half * 6 + 1), month_point(year, half * 6 + 6)
            return Point(
                low.first,
                low.last if high is None else high.last,
                "H",
                f"{date_text(year + half // 2)}-H{half % 2 + 1}",
            )
        case "Y":
            return years_point(year + count, 1, date_text(year + count), "Y")
        case "E":
            if year <= 0:
                return _before_our_era(1 - year, 10, count)
            first = year - year % 10 + 10 * count
            return years_point(first, 10, decade_text(first), "E")
        case "C":
            if year <= 0:
                return _before_our_era(1 - year, 100, count)
            first = year - year % 100 + 100 * count
            return years_point(first, 100, century_text(first // 100 + 1), "C") if first >= 0 else None
        case _:
            return None


def _before_our_era(year: int, length: int, count: int) -> Point | None:
    digits = year // length - count
    if digits < 0:
        return None
    unit, width = ("E", 3) if length == 10 else ("C", 2)
    return years_point(1 - (digits * length + length - 1), length, f"BC{digits:0{width}}", unit)


def unit_at(meaning: UnitAt, anchor: Point | None, setting: Setting) -> Point | str | None:
    """The place of "last week", "that day", "the previous year", "the quarter"."""
    if meaning.year_ago:
        return _year_ago(meaning.unit, setting)
    if meaning.unit == "counted":
        return "XXXX-XX-XX"
    if meaning.unit == "here":
        return setting.last if setting.last is not None else (setting.story or "PAST_REF")
    if anchor is None or anchor.unit == "I":
        return _inside(meaning, anchor)
    count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(meaning.relative, 0)
    if meaning.unit == "Q" and meaning.relative in ("the", "latest"):
        return setting.quarter or shift_units(anchor, "Q", -1)
    if meaning.unit == "year-end":
        return month_point(anchor.year, 12)
    if meaning.unit == "month-end":
        return month_point(anchor.year, anchor.month)
    if meaning.unit == "WE":
        return _weekend(meaning.relative, anchor, setting)
    if meaning.relative == "same" and anchor.unit == meaning.unit:
        return anchor
    if meaning.relative == "within" and anchor.unit not in ("D", "TI") and not setting.narrative:
        anchor = setting.spoken or anchor
    found = shift_units(anchor, meaning.unit, count)
    if found is None and meaning.unit in ("D", "N"):
        return "XXXX-XX-XX"
    return found


def _inside(meaning: UnitAt, anchor: Point | None) -> Point | None:
    if anchor is None:
        return None
    count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(meaning.relative, 0)
    low = shift_units(Point(anchor.first, anchor.first, "D", ""), meaning.unit, count)
    high = shift_units(Point(anchor.last, anchor.last, "D", ""), meaning.unit, count)
    return low if low is not None and high is not None and low.value == high.value else None


def _weekend(relative: str, anchor: Point, setting: Setting) -> Point:
    if relative == "last":
        return week_point(anchor.first - 7, weekend=True)
    if relative == "next":
        return week_point(anchor.first + 7, weekend=True)
    if relative in ("this", "same") or setting.narrative:
        return week_point(anchor.first, weekend=True)
    if setting.direction == "future" or anchor.first % 7 >= 5:
        return week_point(anchor.first, weekend=True)
    return week_point(anchor.first - 7, weekend=True)


def _year_ago(unit: str, setting: Setting) -> Point | None:
    anchor = setting.quarter or setting.now
    if anchor is None or anchor.unit == "I":
        return None
    if unit in ("M", "W", "D"):
        return shift_units(_year_before(setting.now or anchor), unit, 0)
    if setting.quarter is not None:
        return shift_units(setting.quarter, "Q", -4)
    return shift_units(anchor, "Q", -5) if unit == "Q" else shift_units(anchor, "Y", -1)


def _year_before(anchor: Point) -> Point:
    day = add_months(anchor.first, -12)
    return Point(day, day, "D", "")


def move(meaning: Moved, anchor: Point | None, setting: Setting) -> Point | str | None:
    """The place of "three weeks ago", "a year earlier", "two days later"."""
    amount = meaning.amount or 0.0
    if (
        meaning.unit == "Y"
        and amount == 1.0
        and meaning.sign < 0
        and setting.quarter is not None
        and not setting.narrative
    ):
        return shift_units(setting.quarter, "Q", -4)
    if anchor is None or anchor.unit == "I":
        if anchor is None:
            return None
        low = move(meaning, Point(anchor.first, anchor.first, "D", ""), setting)
        high = move(meaning, Point(anchor.last, anchor.last, "D", ""), setting)
        return low if isinstance(low, Point) and isinstance(high, Point) and low.value == high.value else None
    if meaning.unit.startswith("T"):
        return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    if meaning.unit == "Y" and amount >= _AGES:
        power, letters = (1e9, "GA") if amount >= 1e9 else ((1e6, "MA") if amount >= 1e6 else (1e3, "KA"))
        return f"{letters}{amount / power:g}" if meaning.sign < 0 else "FUTURE_REF"
    if amount != int(amount):
        if meaning.unit == "Y":
            months = meaning.sign * round(amount * 12)
            return month_point(*civil(add_months(anchor.first, months))[:2])
        if meaning.unit not in ("E", "C"):
            return shift_units(anchor, meaning.unit, meaning.sign * round(amount))
    if meaning.unit in ("E", "C"):
        span = int(amount * (10 if meaning.unit == "E" else 100)) * meaning.sign
        return shift_units(anchor, "Y", span)
    return shift_units(anchor, meaning.unit, meaning.sign * int(amount))
