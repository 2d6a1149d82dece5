from __future__ import annotations

import pytest

from tests.canon.importers.dump import GREGORIAN, JULIAN
from timelines.canon.importers.wikidata_time import read_time, read_xsd


def value(time: str, precision: int, calendar: str = GREGORIAN) -> dict[str, object]:
    return {"time": time, "timezone": 0, "before": 0, "after": 0, "precision": precision, "calendarmodel": calendar}


@pytest.mark.parametrize(
    ("time", "precision", "edtf"),
    [
        ("+1961-08-04T00:00:00Z", 11, "1961-08-04"),
        ("+1961-08-00T00:00:00Z", 10, "1961-08"),
        ("+1961-08-04T00:00:00Z", 10, "1961-08"),
        ("+1961-00-00T00:00:00Z", 9, "1961"),
        ("+1961-00-00T00:00:00Z", 11, "1961"),
        ("+1980-00-00T00:00:00Z", 8, "198X"),
        ("+1850-00-00T00:00:00Z", 7, "18XX"),
        ("+1900-00-00T00:00:00Z", 7, "18XX"),
        ("+1901-00-00T00:00:00Z", 7, "19XX"),
        ("+2000-00-00T00:00:00Z", 6, "1XXX"),
        ("-0044-03-15T00:00:00Z", 11, "-0043-03-15"),
        ("-0001-00-00T00:00:00Z", 9, "0000"),
        ("-0044-00-00T00:00:00Z", 7, "-00XX"),
        ("-0044-00-00T00:00:00Z", 8, "[-0048..-0039]"),
        ("+1969-07-20T20:17:00Z", 13, "1969-07-20T20:17Z"),
        ("+1969-07-20T20:17:40Z", 14, "1969-07-20T20:17:40Z"),
        ("+1969-07-20T20:17:40Z", 12, "1969-07-20T20Z"),
    ],
)
def test_a_time_counts_down_to_its_precision(time: str, precision: int, edtf: str) -> None:
    read = read_time(value(time, precision))
    assert read is not None
    assert read.span.edtf == edtf
    assert read.printed is None


@pytest.mark.parametrize(
    ("time", "gregorian"),
    [
        ("+1066-10-14T00:00:00Z", "1066-10-20"),
        ("+1582-10-04T00:00:00Z", "1582-10-14"),
        ("+1917-10-25T00:00:00Z", "1917-11-07"),
        ("+0001-01-03T00:00:00Z", "0001-01-01"),
        ("-0044-03-15T00:00:00Z", "-0043-03-13"),
        ("+1900-02-29T00:00:00Z", "1900-03-13"),
    ],
)
def test_julian_days_are_converted_and_remembered_as_they_are_printed(time: str, gregorian: str) -> None:
    read = read_time(value(time, 11, JULIAN))
    assert read is not None
    assert read.span.edtf == gregorian
    assert read.printed is None or read.printed.edtf == time[1:11] or time.startswith("-")


def test_julian_months_and_years_stay_as_they_are() -> None:
    assert [read.span.edtf for p in (9, 10) if (read := read_time(value("+1066-10-14T00:00:00Z", p, JULIAN)))] == [
        "1066",
        "1066-10",
    ]


def test_what_is_coarser_than_a_millennium_is_no_date() -> None:
    assert read_time(value("-13798000000-00-00T00:00:00Z", 3)) is None


@pytest.mark.parametrize(
    ("time", "precision", "calendar"),
    [
        ("+1900-02-29T00:00:00Z", 11, GREGORIAN),
        ("+1900-02-30T00:00:00Z", 11, JULIAN),
        ("+1900-13-01T00:00:00Z", 11, JULIAN),
        ("1900", 9, GREGORIAN),
        ("", 9, GREGORIAN),
        ("+1900-01-01T00:00:00Z", 15, GREGORIAN),
    ],
)
def test_what_no_calendar_has_is_refused(time: str, precision: int, calendar: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_time(value(time, precision, calendar))


def test_the_query_service_counts_years_with_a_zero() -> None:
    caesar = read_xsd("-0043-03-13T00:00:00Z")
    assert caesar is not None
    assert caesar.span.edtf == "-0043-03-13"
    year = read_xsd("1961-01-01T00:00:00Z", 9)
    assert year is not None
    assert year.span.edtf == "1961"
