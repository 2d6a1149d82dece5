from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.chronology.calendar import day_number
from timelines.drawing.ticks import ticks, year_label


def labels(low: float, high: float, most: int = 8) -> list[str]:
    return [f"{tick.label} {tick.context}".strip() for tick in ticks(low, high, most=most)]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ((-200, 1, 1), (310, 1, 1), ["200 BC", "100 BC", "AD 1", "AD 100", "AD 200", "AD 300"]),
        ((1500, 1, 1), (2050, 1, 1), ["1500", "1600", "1700", "1800", "1900", "2000"]),
        ((2018, 6, 1), (2026, 2, 1), ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        ((2024, 11, 15), (2025, 7, 2), ["Dec 2024", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun", "Jul"]),
        ((2025, 8, 29), (2025, 9, 4), ["29 Aug 2025", "30", "31", "1 Sep 2025", "2", "3", "4"]),
        ((-43, 1, 1), (-43, 12, 31), ["Jan 44 BC", "Apr", "Jul", "Oct"]),
        ((-2, 2, 1), (4, 2, 1), ["2 BC", "1 BC", "AD 1", "AD 2", "AD 3", "AD 4"]),
    ],
)
def test_ticks_read_well(low: tuple[int, int, int], high: tuple[int, int, int], expected: list[str]) -> None:
    assert labels(day_number(*low), day_number(*high)) == expected


def test_weeks_stand_on_mondays() -> None:
    start = day_number(2025, 9, 1)
    assert labels(start, start + 40) == ["1 Sep 2025", "8", "15", "22", "29", "6 Oct 2025"]


def test_hours_name_their_day_once() -> None:
    noon = day_number(2025, 9, 4) + 0.5
    assert labels(noon, noon + 1) == [
        "12:00 4 Sep 2025", "15:00", "18:00", "21:00", "00:00 5 Sep 2025", "03:00", "06:00", "09:00", "12:00",
    ]  # fmt: skip


def test_years_of_geology_have_thousands() -> None:
    assert year_label(-66_000_000) == "66,000,001 BC"
    assert year_label(0) == "1 BC"
    assert year_label(79, era=True) == "AD 79"


def test_an_axis_needs_a_length() -> None:
    with pytest.raises(ValueError, match="low < high"):
        ticks(5, 5)


@given(
    st.floats(min_value=-4_000_000, max_value=4_000_000),
    st.floats(min_value=0.05, max_value=3_000_000),
    st.integers(min_value=2, max_value=20),
)
def test_ticks_are_ordered_inside_and_few(low: float, days: float, most: int) -> None:
    found = ticks(low, low + days, most=most)
    places = [tick.at for tick in found]
    assert places == sorted(set(places))
    assert all(low - 1e-3 <= at <= low + days + 1e-3 for at in places)
    # One more for the boundary of the eras, and months and days of unequal length.
    assert len(found) <= most * 1.3 + 3
