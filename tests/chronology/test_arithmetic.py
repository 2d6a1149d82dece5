"""Durations, shifting, and counting units."""

from __future__ import annotations

import pytest

from timelines.chronology import (
    Duration,
    Precision,
    Span,
    beginnings_of_ordinal,
    elapsed_units,
    gap_bounds,
    ordinal_at,
    parse_edtf,
    shift,
)

YEAR, MONTH, WEEK, DAY = Precision.YEAR, Precision.MONTH, Precision.WEEK, Precision.DAY
WAR = Span.day(2022, 2, 24)
SEPTEMBER_5 = Span.day(2025, 9, 5)


@pytest.mark.parametrize(
    ("duration", "iso"),
    [
        (Duration(years=3), "P3Y"),
        (Duration(1, 6), "P1Y6M"),
        (Duration(weeks=2), "P2W"),
        (Duration(days=10, seconds=90), "P10DT1M30S"),
        (Duration(seconds=5400), "PT1H30M"),
        (Duration(1, 2, 3, 4, 3661), "P1Y2M3W4DT1H1M1S"),
        (Duration(), "P0D"),
    ],
)
def test_durations_in_iso(duration: Duration, iso: str) -> None:
    assert duration.iso == iso
    assert Duration.from_iso(iso) == duration


@pytest.mark.parametrize("wrong", ["", "P", "PT", "3Y", "P3", "P3YT", "PXY", "P-3Y"])
def test_texts_that_are_no_duration(wrong: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        Duration.from_iso(wrong)


def test_durations_of_units() -> None:
    assert Duration.of(3, Precision.DECADE) == Duration(years=30)
    assert Duration.of(5, Precision.QUARTER) == Duration(years=1, months=3)
    assert Duration.of(-5, Precision.QUARTER) == Duration(years=-1, months=-3)
    assert Duration.of(2, WEEK) == Duration(weeks=2)
    assert Duration.of(2, DAY) == Duration(days=2)
    assert Duration.of(2, Precision.HOUR) == Duration(seconds=7200)
    with pytest.raises(ValueError, match="season"):
        Duration.of(2, Precision.SEASON)


@pytest.mark.parametrize(
    ("text", "duration", "sign", "expected"),
    [
        ("2025-09-04", Duration(years=10), -1, "2015-09-04"),
        ("2025-09", Duration(months=1), 1, "2025-10"),
        ("2025-02", Duration(months=1), 1, "2025-03"),
        ("2025", Duration(years=50), -1, "1975"),
        ("198X", Duration(years=10), 1, "199X"),
        ("18XX", Duration(years=100), -1, "17XX"),
        ("2025-01-31", Duration(months=1), 1, "2025-02-28"),
        ("2024-02-29", Duration(years=1), 1, "2025-02-28"),
        ("2025-03-01", Duration(days=1), -1, "2025-02-28"),
        ("2025-09-04", Duration(weeks=2), 1, "2025-09-18"),
        ("2001-33", Duration(months=3), 1, "2001-34"),
        ("2025-09-04T10:00", Duration(seconds=60), 1, "2025-09-04T10:01"),
        ("2025-09-04", Duration(seconds=3600), 1, "[2025-09-04T01..2025-09-05T00]"),
        ("2014/2022", Duration(years=1), 1, "2015/2023"),
        ("2022-02-24/..", Duration(years=1), 1, "2023-02-24/.."),
        ("1850~", Duration(years=10), 1, "1860~"),
        ("-0043-03-15", Duration(years=100), 1, "0057-03-15"),
        ("[2025-01-29..2025-01-31]", Duration(months=1), 1, "2025-02-28"),
        ("2004-01-01T23:00:00-05:00", Duration(days=1), 1, "2004-01-03T04:00:00"),
        ("Y170000002", Duration(years=2), -1, "Y170000000"),
        ("/", Duration(years=2), -1, "/"),
    ],
)
def test_shift(text: str, duration: Duration, sign: int, expected: str) -> None:
    assert shift(parse_edtf(text), duration, sign).edtf == expected


def test_seventh_year() -> None:
    beginnings = beginnings_of_ordinal(7, YEAR, SEPTEMBER_5)
    assert beginnings.edtf == "[2018-09-06..2019-09-05]"
    assert ordinal_at(WAR, YEAR, SEPTEMBER_5) == (4, 4)
    assert ordinal_at(WAR, YEAR, Span.day(2025, 2, 23)) == (3, 3)
    assert ordinal_at(WAR, YEAR, Span.day(2025, 2, 24)) == (4, 4)
    assert ordinal_at(WAR, YEAR, Span.month(2025, 2)) == (3, 4)
    assert ordinal_at(Span.year(2022), YEAR, SEPTEMBER_5) == (3, 4)


def test_hundredth_day() -> None:
    inauguration = Span.day(2025, 1, 20)
    assert ordinal_at(inauguration, DAY, Span.day(2025, 4, 29)) == (100, 100)
    assert beginnings_of_ordinal(100, DAY, Span.day(2025, 4, 29)) == inauguration
    assert ordinal_at(inauguration, WEEK, Span.day(2025, 1, 26)) == (1, 1)
    assert ordinal_at(inauguration, WEEK, Span.day(2025, 1, 27)) == (2, 2)
    assert ordinal_at(Span.between(0, 0), Precision.HOUR, Span.between(3600, 3600)) == (2, 2)
    assert beginnings_of_ordinal(2, Precision.HOUR, Span.between(3600, 3600)) == Span.between(-3599, 0)


def test_first_and_impossible_ordinals() -> None:
    assert beginnings_of_ordinal(1, DAY, SEPTEMBER_5) == SEPTEMBER_5
    with pytest.raises(ValueError, match="begin with 1"):
        beginnings_of_ordinal(0, YEAR, SEPTEMBER_5)
    with pytest.raises(ValueError, match="no length"):
        beginnings_of_ordinal(2, Precision.SEASON, SEPTEMBER_5)


def test_counting_from_what_is_open() -> None:
    assert ordinal_at(parse_edtf("../2022"), YEAR, SEPTEMBER_5) == (None, None)
    assert ordinal_at(parse_edtf("[..2022]"), YEAR, SEPTEMBER_5) == (3, None)
    assert ordinal_at(WAR, YEAR, parse_edtf("2025/..")) == (3, None)
    assert beginnings_of_ordinal(2, YEAR, parse_edtf("2025-03-01/..")).edtf == "[2023-03-02..]"


def test_ages() -> None:
    born = Span.day(1946, 6, 14)
    assert elapsed_units(born, Span.day(2025, 6, 13), YEAR) == (78, 78)
    assert elapsed_units(born, Span.day(2025, 6, 14), YEAR) == (79, 79)
    assert elapsed_units(born, Span.year(2025), YEAR) == (78, 79)
    assert elapsed_units(Span.year(1946), Span.day(2025, 6, 14), YEAR) == (78, 79)
    assert elapsed_units(born, Span.year(1945), YEAR) == (-2, -1)
    assert elapsed_units(Span.day(-43, 3, 15), Span.day(14, 8, 19), YEAR) == (57, 57)
    assert elapsed_units(Span.day(1989, 11, 9), Span.day(2004, 11, 9), Precision.DECADE) == (1, 1)


def test_leap_days_count_by_either_custom() -> None:
    born = Span.day(2000, 2, 29)
    assert elapsed_units(born, Span.day(2018, 2, 28), YEAR) == (17, 18)
    assert elapsed_units(born, Span.day(2018, 3, 1), YEAR) == (18, 18)
    assert elapsed_units(born, Span.day(2020, 2, 28), YEAR) == (19, 19)
    assert elapsed_units(Span.day(2025, 1, 31), Span.day(2025, 2, 28), MONTH) == (0, 1)


def test_gap_bounds() -> None:
    assert gap_bounds(1, MONTH) == (28, 31)
    assert gap_bounds(1, YEAR) == (365, 366)
    assert gap_bounds(4, YEAR) == (1460, 1461)
    assert gap_bounds(400, YEAR) == (146_097, 146_097)
    assert gap_bounds(5, Precision.CENTURY) == (182_621, 182_622)
    assert gap_bounds(3, WEEK) == (21, 21)
    assert gap_bounds(0, YEAR) == (0, 0)
    assert gap_bounds(36, Precision.HOUR) == (1, 2)
    with pytest.raises(ValueError, match="not negative"):
        gap_bounds(-1, YEAR)
    with pytest.raises(ValueError, match="no length"):
        gap_bounds(1, Precision.SEASON)
