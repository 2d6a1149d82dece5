"""Days of the proleptic Gregorian calendar."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.chronology.calendar import (
    add_months,
    civil,
    day_number,
    days_in_month,
    is_leap,
    iso_day,
    weekday,
    year_text,
)


def test_day_zero_is_the_first_day_of_the_common_era() -> None:
    assert day_number(1, 1, 1) == 0
    assert day_number(0, 12, 31) == -1
    assert day_number(2025, 9, 4) == date(2025, 9, 4).toordinal() - 1


@pytest.mark.parametrize("year", [-170_000_000, -4713, -400, -43, -1, 0, 1, 4, 1582, 2000, 9999, 10_000, 17 * 10**7])
def test_civil_is_the_inverse_at_the_edges_of_years(year: int) -> None:
    for month, day in ((1, 1), (2, 28), (3, 1), (12, 31)):
        assert civil(day_number(year, month, day)) == (year, month, day)
    assert day_number(year + 1, 1, 1) - day_number(year, 1, 1) == (366 if is_leap(year) else 365)
    assert civil(day_number(year, 2, 28) + 1) == ((year, 2, 29) if is_leap(year) else (year, 3, 1))


def test_far_days_continue_the_four_hundred_year_cycle() -> None:
    for year in (1, 2000, 9999):
        for far in (year - 400_000, year + 400_000):
            cycles = (far - year) // 400
            assert day_number(far, 7, 14) == day_number(year, 7, 14) + cycles * 146_097


@pytest.mark.parametrize(
    "wrong",
    [(2025, 2, 29), (2025, 2, 30), (2025, 13, 1), (2025, 0, 1), (2025, 6, 31), (0, 2, 30), (0, 13, 1), (10**6, 4, 31)],
)
def test_dates_that_do_not_exist(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_number(*wrong)


def test_days_in_month() -> None:
    assert [days_in_month(2024, month) for month in range(1, 13)] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert (days_in_month(1900, 2), days_in_month(2000, 2), days_in_month(0, 2)) == (28, 29, 29)
    with pytest.raises(ValueError, match="no such month"):
        days_in_month(2024, 13)


def test_weekdays() -> None:
    assert weekday(day_number(1963, 11, 22)) == 4
    assert weekday(day_number(2025, 9, 4)) == 3
    assert weekday(day_number(1, 1, 1)) == 0
    assert weekday(day_number(0, 12, 31)) == 6


def test_iso_days() -> None:
    assert iso_day(day_number(2025, 9, 4)) == "2025-09-04"
    assert iso_day(day_number(-43, 3, 15)) == "-0043-03-15"
    assert iso_day(day_number(17_000, 1, 1)) == "Y17000-01-01"
    assert iso_day(day_number(-12_345, 1, 1)) == "Y-12345-01-01"
    assert (year_text(0), year_text(476), year_text(-9999), year_text(-10_000)) == ("0000", "0476", "-9999", "Y-10000")


def test_adding_months_stays_in_the_month() -> None:
    assert civil(add_months(day_number(2025, 1, 31), 1)) == (2025, 2, 28)
    assert civil(add_months(day_number(2024, 1, 31), 1)) == (2024, 2, 29)
    assert civil(add_months(day_number(2025, 3, 31), -1)) == (2025, 2, 28)
    assert civil(add_months(day_number(2025, 11, 30), 3)) == (2026, 2, 28)
    assert civil(add_months(day_number(1, 1, 15), -1)) == (0, 12, 15)
    assert civil(add_months(day_number(2024, 2, 29), 12)) == (2025, 2, 28)
