from __future__ import annotations

from timelines.chronology.calendar import day_number
from timelines.drawing.focus import focus, whole


def day(year: int, month: int = 1, date: int = 1) -> tuple[float, float]:
    at = day_number(year, month, date)
    return at, at + 1


FORTNIGHT = [day(2025, 9, date) for date in range(1, 15)]


def test_one_event_of_antiquity_does_not_squash_a_fortnight() -> None:
    shown = focus([*FORTNIGHT, day(-43, 3, 15)])
    assert shown is not None
    assert 13 <= shown.days <= 20
    everything = whole([*FORTNIGHT, day(-43, 3, 15)])
    assert everything is not None
    assert everything.touches(*day(-43, 3, 15))


def test_flags_of_the_last_years_belong_to_the_picture() -> None:
    shown = focus(FORTNIGHT, [day(2018), day(2022, 2, 24)])
    assert shown is not None
    assert shown.touches(*day(2018))
    assert shown.touches(*day(2025, 9, 14))


def test_a_flag_of_another_age_is_outside() -> None:
    shown = focus(FORTNIGHT, [day(1722)])
    assert shown is not None
    assert not shown.touches(*day(1722))


def test_neighbouring_times_are_taken_in() -> None:
    shown = focus([*FORTNIGHT, day(2025, 6, 1)])
    assert shown is not None
    assert shown.touches(*day(2025, 6, 1))


def test_one_day_has_days_around_it() -> None:
    shown = focus([day(2025, 9, 4)])
    assert shown is not None
    assert shown.days >= 3


def test_nothing_has_no_window() -> None:
    assert focus([]) is None
    assert whole([]) is None
