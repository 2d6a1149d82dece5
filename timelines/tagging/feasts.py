"""Feasts of the Hebrew and the Islamic calendar, computed.

Hebrew: the rules of the fixed calendar (molad and postponements; Reingold and Dershowitz, Calendrical Calculations).
Islamic: the tabular calendar (30-year cycle of 11 leap years), which may lie a day from what was observed.
"""

from __future__ import annotations

from timelines.chronology.calendar import civil, day_number

_HEBREW_EPOCH = day_number(-3760, 9, 7)
_ISLAMIC_EPOCH = day_number(622, 7, 19)
_PARTS = 25920  # of a day
_TO_KISLEV_25 = 83  # days from 1 Tishri when Marheshvan has 29 days
_LONG_MARHESHVAN = (355, 385)
_RAMADAN = 9


def _elapsed(year: int) -> int:
    """Days from the epoch to the new year of a Hebrew year, before the last postponement."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // _PARTS
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def rosh_hashanah(year: int) -> int:
    """Day number of the Hebrew new year in a civil year."""
    hebrew = year + 3761
    before, at, after = _elapsed(hebrew - 1), _elapsed(hebrew), _elapsed(hebrew + 1)
    late = 2 if after - at == 356 else (1 if at - before == 382 else 0)
    return _HEBREW_EPOCH + at + late


def hanukkah(year: int) -> int:
    """Day number of 25 Kislev in a civil year."""
    start = rosh_hashanah(year)
    length = rosh_hashanah(year + 1) - start
    return start + _TO_KISLEV_25 + (1 if length in _LONG_MARHESHVAN else 0)


def islamic_month(year: int, month: int) -> int:
    """Day number of the first of a month of an Islamic year."""
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


def ramadan(year: int) -> tuple[int, int] | None:
    """First and last day of the first Ramadan that begins in a civil year."""
    islamic = (year - 622) * 33 // 32
    for candidate in range(islamic - 1, islamic + 3):
        first = islamic_month(candidate, _RAMADAN)
        if civil(first)[0] == year:
            return first, islamic_month(candidate, _RAMADAN + 1) - 1
    return None
