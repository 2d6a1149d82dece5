"""Holidays and named days of a year, by their keys in the words of a language.

Keys: "12-25" a fixed day, "1944-06-06" one day of history, "easter+39" days from Easter Sunday, "11/4/3" the fourth
Thursday (Monday = 0) of November, "5/-1/0" the last Monday of May, "thanksgiving+1", "election" the Tuesday after the
first Monday of November, "hebrew+9" days from the Hebrew new year, "hanukkah", "ramadan" the month,
"SG:Diwali" a feast of another calendar, from the `holidays` package (the first day of that
name in that country), which is imported only when such a feast is met.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timelines.chronology.calendar import day_number, days_in_month, weekday
from timelines.tagging.feasts import hanukkah, rosh_hashanah

_EASTER = re.compile(r"easter([+-]\d+)")
_HEBREW = re.compile(r"hebrew([+-]\d+)")
_NTH = re.compile(r"(\d+)/(-?\d+)/(\d)")


def easter(year: int) -> int:
    """Day number of Easter Sunday, Gregorian (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, day: int) -> int:
    """Day number of the nth weekday of a month, counted from its end when negative."""
    if nth > 0:
        first = day_number(year, month, 1)
        return first + (day - weekday(first)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, days_in_month(year, month))
    return last - (weekday(last) - day) % 7 + 7 * (nth + 1)


def holiday_day(key: str, year: int) -> int | None:
    """Day number of a named day in a year, or None when it is not known."""
    if re.fullmatch(r"\d\d-\d\d", key):
        return day_number(year, int(key[:2]), int(key[3:]))
    found = _HEBREW.fullmatch(key)
    if found:
        return rosh_hashanah(year) + int(found[1])
    if key == "hanukkah":
        return hanukkah(year)
    found = _EASTER.fullmatch(key)
    if found:
        return easter(year) + int(found[1])
    found = _NTH.fullmatch(key)
    if found:
        return nth_weekday(year, int(found[1]), int(found[2]), int(found[3]))
    if key.startswith("thanksgiving"):
        return nth_weekday(year, 11, 4, 3) + int(key[12:])
    if key == "election":
        return nth_weekday(year, 11, 1, 0) + 1
    country, _, name = key.partition(":")
    return feast(country, name, year) if name else None


@lru_cache(maxsize=512)
def feast(country: str, name: str, year: int) -> int | None:
    """Day number of a feast in the public calendar of a country; None where that calendar does not reach."""
    from holidays import country_holidays  # late: it takes a third of a second, and few texts need it

    if not 2001 <= year <= 2035:  # what that package holds for all these calendars without estimating
        return None
    days = [
        day for day, names in country_holidays(country, years=year, language="en_US").items() if names.startswith(name)
    ]
    return min(days).toordinal() - 1 if days else None


def fixed_day(key: str) -> tuple[int, int, int] | None:
    """The one date of a day of history ("D-Day"), or None for a day that returns."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", key)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
