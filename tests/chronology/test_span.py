"""Spans: their constructors, bounds and set operations."""

from __future__ import annotations

import pytest

from timelines.chronology import Precision, Span, day_number, parse_edtf

DAY = 86_400


def test_a_day() -> None:
    span = Span.day(2025, 9, 4)
    assert span.earliest == day_number(2025, 9, 4) * DAY
    assert span.latest == span.earliest + DAY - 1
    assert (span.earliest_day, span.latest_day) == (day_number(2025, 9, 4), day_number(2025, 9, 4))
    assert (span.start_earliest_day, span.start_latest_day) == (span.earliest_day, span.latest_day)
    assert (span.end_earliest_day, span.end_latest_day) == (span.earliest_day, span.latest_day)
    assert span.is_instant
    assert span.edtf == "2025-09-04"


@pytest.mark.parametrize(
    ("span", "edtf", "precision"),
    [
        (Span.month(2025, 9), "2025-09", Precision.MONTH),
        (Span.year(-43), "-0043", Precision.YEAR),
        (Span.decade(2010), "201X", Precision.DECADE),
        (Span.century(19), "18XX", Precision.CENTURY),
        (Span.century(1), "00XX", Precision.CENTURY),
        (Span.century(-5), "-04XX", Precision.CENTURY),
        (Span.century(-1), "-00XX", Precision.CENTURY),
        (Span.season(2001, 22), "2001-22", Precision.SEASON),
        (Span.season(2001, 26), "2001-26", Precision.SEASON),
        (Span.season(2001, 36), "2001-36", Precision.QUARTER),
        (Span.season(2001, 40), "2001-40", Precision.HALF),
        (Span.week(2025, 36), "[2025-09-01..2025-09-07]", Precision.WEEK),
        (Span.week(2020, 53), "[2020-12-28..2021-01-03]", Precision.WEEK),
        (Span.days(0, 0), "0001-01-01", Precision.DAY),
        (Span.days(0, 30), "0001-01", Precision.MONTH),
        (Span.days(0, 29), "[0001-01-01..0001-01-30]", Precision.DAY),
        (Span.between(None, -1), "[..0000]", Precision.YEAR),
        (Span.between(0, None), "[0001..]", Precision.YEAR),
        (Span.between(60, 119), "0001-01-01T00:01", Precision.MINUTE),
        (Span.between(60, 120), "[0001-01-01T00:01:00..0001-01-01T00:02:00]", Precision.SECOND),
        (Span.unknown(), "/", Precision.MILLENNIUM),
    ],
)
def test_constructors(span: Span, edtf: str, precision: Precision) -> None:
    assert span.edtf == edtf
    assert span.precision is precision
    assert parse_edtf(edtf) == span


def test_impossible_constructions() -> None:
    with pytest.raises(ValueError, match="day"):
        Span.day(2025, 2, 30)
    with pytest.raises(ValueError, match="month"):
        Span.month(2025, 13)
    with pytest.raises(ValueError, match="season"):
        Span.season(2025, 42)
    with pytest.raises(ValueError, match="week"):
        Span.week(2025, 53)
    with pytest.raises(ValueError, match="week"):
        Span.week(2025, 0)
    with pytest.raises(ValueError, match="century"):
        Span.century(0)
    with pytest.raises(ValueError, match="contradict"):
        Span.days(5, 4)
    with pytest.raises(ValueError, match="contradict"):
        Span.interval(Span.year(2005), Span.year(2003))
    with pytest.raises(ValueError, match="contradict"):
        Span(0, 1, 0, 1, Precision.SECOND, open_end=True)
    with pytest.raises(ValueError, match="contradict"):
        Span(0, 1, 5, 4, Precision.SECOND)


def test_intervals() -> None:
    war = Span.interval(Span.day(2022, 2, 24), None)
    assert (war.open_end, war.edtf, war.latest, war.latest_day, war.latest_iso) == (
        True,
        "2022-02-24/..",
        None,
        None,
        None,
    )
    assert war.start_span == Span.day(2022, 2, 24)
    assert not war.end_span.has_bounds
    assert Span.interval(None, Span.year(2022)).edtf == "../2022"
    assert Span.interval(Span.year(2014), Span.unknown()).edtf == "2014/"
    assert Span.interval(Span.year(2014), Span.year(2014)) == Span.year(2014)
    both = Span.interval(Span.interval(Span.year(1914), Span.year(1918)), Span.interval(Span.year(1939), None))
    assert both.edtf == "1914/.."
    assert both.start_earliest_day == day_number(1914, 1, 1)
    assert both.start_latest_day == day_number(1914, 12, 31)
    closed = Span.interval(Span.month(2014, 3), Span.year(2016))
    assert closed.end_span == Span.year(2016)
    assert (closed.end_earliest_day, closed.end_latest_day) == (day_number(2016, 1, 1), day_number(2016, 12, 31))


def test_intervals_keep_what_only_their_ends_can_say() -> None:
    about = Span.year(1850).qualified(approximate=True)
    span = Span.interval(about, Span.year(1860))
    assert (span.edtf, span.approximate, span.uncertain) == ("1850~/1860", True, False)
    assert Span.interval(parse_edtf("18XX-05"), None).edtf == "18XX-05/.."
    assert Span.interval(about, Span.year(1860).qualified(approximate=True)).form == ""


def test_qualified_drops_the_written_form() -> None:
    span = parse_edtf("2004-06~-11").qualified(uncertain=True)
    assert span.edtf == "2004-06-11?"
    assert span.qualified() == Span.day(2004, 6, 11)


def test_contains() -> None:
    september = Span.month(2025, 9)
    assert september.contains(Span.day(2025, 9, 4)) is True
    assert september.contains(september) is True
    assert september.contains(Span.day(2025, 10, 1)) is False
    assert september.contains(Span.year(2025)) is None
    term = parse_edtf("2017-01-20/2021-01-20")
    assert term.contains(Span.year(2019)) is True
    assert term.contains(Span.year(2017)) is None
    assert term.contains(Span.year(2022)) is False
    assert term.contains(parse_edtf("2016/2019")) is False
    assert term.contains(parse_edtf("2019/..")) is None
    vague = parse_edtf("2014/2022")
    assert vague.contains(Span.month(2014, 6)) is None
    assert vague.contains(Span.month(2015, 6)) is True
    war = parse_edtf("2022-02-24/..")
    assert war.contains(Span.day(2025, 9, 4)) is True
    assert war.contains(parse_edtf("2023/..")) is True
    assert war.contains(parse_edtf("2022/..")) is None
    assert parse_edtf("2022/").contains(Span.year(2024)) is None
    assert parse_edtf("../..").contains(Span.year(2024)) is True
    assert Span.unknown().contains(Span.year(2024)) is None


def test_overlaps_and_intersection() -> None:
    assert Span.year(2025).overlaps(Span.day(2025, 12, 31))
    assert not Span.year(2025).overlaps(Span.day(2026, 1, 1))
    assert Span.year(2025).intersection(Span.year(2026)) is None
    assert Span.year(2025).intersection(Span.day(2025, 9, 4)) == Span.day(2025, 9, 4)
    assert Span.year(2025).intersection(parse_edtf("2025-09-04/..")) == parse_edtf("[2025-09-04..2025-12-31]")
    first, second = parse_edtf("2014/2022"), parse_edtf("2020-03/..")
    assert first.intersection(second) == parse_edtf("2020-03/2022")
    assert second.intersection(parse_edtf("2021/..")) == parse_edtf("2021/..")
    assert parse_edtf("../2022").intersection(parse_edtf("../2020")) == parse_edtf("../2020")
    assert parse_edtf("/2022").intersection(second) == Span.interval(parse_edtf("[2020-03..]"), Span.year(2022))


def test_hull() -> None:
    assert Span.day(2025, 9, 4).hull(Span.day(2025, 9, 10)) == parse_edtf("[2025-09-04..2025-09-10]")
    assert Span.year(1914).hull(parse_edtf("1939/1945")) == parse_edtf("1914/1945")
    assert parse_edtf("1939/..").hull(Span.year(1914)) == parse_edtf("1914/..")
    assert parse_edtf("1939/").hull(Span.year(1914)).latest is None
    assert parse_edtf("../1939").hull(Span.year(1945)) == parse_edtf("../1945")
