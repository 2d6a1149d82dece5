from __future__ import annotations

import pytest

from timelines.chronology import Span
from timelines.extraction.series import editions_at, numbered_series, series_pattern
from timelines.pipeline import builtin_canon

SERIES = {one.name: one for one in numbered_series("en")}


@pytest.mark.parametrize(
    ("name", "at", "number"),
    [
        ("Cannes Film Festival", Span.day(2019, 5, 14), 72),
        ("Cannes Film Festival", Span.year(1951), 4),
        ("Boston Marathon", Span.day(2018, 4, 17), 122),
        ("Indianapolis 500", Span.day(2016, 5, 30), 100),
        ("United Nations General Assembly", Span.day(2020, 9, 22), 75),
        ("United States Congress", Span.month(2023, 1), 118),
        ("Super Bowl", Span.day(2024, 2, 12), 58),
        ("Summer Olympics", Span.day(2024, 7, 20), 33),
    ],
)
def test_the_edition_at_a_time(name: str, at: Span, number: int) -> None:
    assert editions_at(SERIES[name].known(builtin_canon()), at, ahead=False)[0].number == number


def test_between_two_editions_either_may_be_meant() -> None:
    known = SERIES["Cannes Film Festival"].known(builtin_canon())
    assert [one.number for one in editions_at(known, Span.day(2018, 11, 1), ahead=True)] == [72, 71]


def test_beyond_what_is_known_nothing_is_said() -> None:
    known = SERIES["Cannes Film Festival"].known(builtin_canon())
    assert editions_at(known, Span.day(2040, 5, 14), ahead=False) == []


def test_every_series_of_the_canon_is_there() -> None:
    canon = builtin_canon()
    assert [one.canon_id for one in SERIES.values() if one.canon_id and one.canon_id not in canon.facts] == []


def test_a_language_without_series() -> None:
    assert numbered_series("xx") == ()
    assert series_pattern("xx").search("the 62nd Cannes Film Festival") is None
