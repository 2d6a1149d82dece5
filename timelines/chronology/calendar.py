"""The proleptic Gregorian calendar, in whole days, for any year.

Years are astronomical: 0 is 1 BC, -43 is 44 BC. Day 0 is 0001-01-01. Dates outside the years 1 to 9999 use
the algorithms of H. Hinnant, "chrono-compatible low-level date algorithms" (2013).
"""

from __future__ import annotations

from datetime import date
from typing import Final

_MAX_ORDINAL: Final = date.max.toordinal()
_DAYS_PER_ERA: Final = 146_097  # 400 Gregorian years
_MARCH_EPOCH: Final = 306  # days from 0000-03-01 to 0001-01-01
_MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days in a month (1 to 12); raises ValueError for another month number."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 0001-01-01. Raises ValueError if the calendar has no such date."""
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal() - 1
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    march_year = year - (month <= 2)
    era, year_of_era = divmod(march_year, 400)
    day_of_year = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _MARCH_EPOCH


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `day_number`."""
    if 0 <= day < _MAX_ORDINAL:
        found = date.fromordinal(day + 1)
        return found.year, found.month, found.day
    era, day_of_era = divmod(day + _MARCH_EPOCH, _DAYS_PER_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // (_DAYS_PER_ERA - 1)) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    month = march_month + 3 if march_month < 10 else march_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * march_month + 2) // 5 + 1


def julian_day_number(year: int, month: int, day: int) -> int:
    """The day number of a date of the Julian calendar (astronomical year); Richards 2013, "Calendars", 15.11.3."""
    shifted = (14 - month) // 12
    years, months = year + 4800 - shifted, month + 12 * shifted - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083 - 1721426


def weekday(day: int) -> int:
    """Day of the week, Monday = 0."""
    return day % 7  # 0001-01-01 was a Monday


def year_text(year: int) -> str:
    """The year as EDTF writes it: four digits, a sign before year 0, `Y` before more than four digits."""
    if -9999 <= year <= 9999:
        return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    return f"Y{year}"


def iso_day(day: int) -> str:
    """The day as "2025-09-04", "-0043-03-15", or "Y17000-01-01" where the year has more than four digits."""
    year, month, number = civil(day)
    return f"{year_text(year)}-{month:02d}-{number:02d}"


def add_months(day: int, months: int) -> int:
    """The day so many months later (or earlier); a day past the end of the month becomes its last day."""
    year, month, number = civil(day)
    years, index = divmod(month - 1 + months, 12)
    return day_number(year + years, index + 1, min(number, days_in_month(year + years, index + 1)))
