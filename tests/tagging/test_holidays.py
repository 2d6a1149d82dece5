"""Holidays on days that are known."""

from __future__ import annotations

import pytest

from timelines.chronology.calendar import day_number
from timelines.tagging.feasts import hanukkah, ramadan, rosh_hashanah
from timelines.tagging.holidays import easter, holiday_day, nth_weekday


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (1961, 4, 2), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == day_number(year, month, day)


@pytest.mark.parametrize(
    ("key", "year", "expected"),
    [
        ("12-25", 1990, (1990, 12, 25)),
        ("easter+39", 2024, (2024, 5, 9)),
        ("11/4/3", 2023, (2023, 11, 23)),
        ("5/-1/0", 2025, (2025, 5, 26)),
        ("thanksgiving+1", 2023, (2023, 11, 24)),
        ("election", 2020, (2020, 11, 3)),
        ("SG:Chinese New Year", 2024, (2024, 2, 10)),
        ("hebrew+9", 2024, (2024, 10, 12)),
        ("hebrew-163", 2024, (2024, 4, 23)),
    ],
)
def test_keys(key: str, year: int, expected: tuple[int, int, int]) -> None:
    assert holiday_day(key, year) == day_number(*expected)


def test_what_cannot_be_computed_is_none() -> None:
    assert holiday_day("none", 2024) is None
    assert holiday_day("SG:Diwali", 1200) is None


def test_last_weekday_of_a_month() -> None:
    assert nth_weekday(2025, 5, -1, 0) == day_number(2025, 5, 26)


@pytest.mark.parametrize(
    ("year", "new_year", "lights"),
    [(2010, (9, 9), (12, 2)), (2013, (9, 5), (11, 28)), (1998, (9, 21), (12, 14)), (1973, (9, 27), (12, 20))],
)
def test_hebrew_feasts(year: int, new_year: tuple[int, int], lights: tuple[int, int]) -> None:
    assert rosh_hashanah(year) == day_number(year, *new_year)
    assert hanukkah(year) == day_number(year, *lights)


@pytest.mark.parametrize(("year", "month", "day"), [(2010, 8, 11), (2024, 3, 11), (2021, 4, 13), (2013, 7, 9)])
def test_ramadan(year: int, month: int, day: int) -> None:
    found = ramadan(year)
    assert found == (day_number(year, month, day), day_number(year, month, day) + 29)
