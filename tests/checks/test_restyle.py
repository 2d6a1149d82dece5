from __future__ import annotations

import pytest

from timelines import parse_edtf
from timelines.checks.restyle import date_like, dated, number_like, ordinal_like, weekday_like, with_article


@pytest.mark.parametrize(
    ("words", "edtf", "expected"),
    [
        ("January 2025", "2024-11-05", "November 2024"),
        ("1981", "1980-11-04", "1980"),
        ("July 26, 1969", "1969-07-20", "July 20, 1969"),
        ("26 July 1969", "1969-07-20", "20 July 1969"),
        ("26th of July 1969", "1969-07-20", "20 July 1969"),
        ("Monday, July 26, 1969", "1969-07-20", "Sunday, July 20, 1969"),
        ("26 July 1969", "1969-07", "July 1969"),
        ("May 1917", "1915", "1915"),
        ("last Tuesday", "1915-05-07", None),
    ],
)
def test_dates_keep_their_style(words: str, edtf: str, expected: str | None) -> None:
    assert date_like(words, parse_edtf(edtf)) == expected


def test_numbers_keep_their_style() -> None:
    assert ordinal_like("7th", 4) == "4th"
    assert ordinal_like("seventh", 12) == "twelfth"
    assert ordinal_like("Seventh", 4) == "Fourth"
    assert number_like("76", 78) == "78"
    assert number_like("Six", 3) == "Three"
    assert weekday_like("Thursday, 22 November 1963", parse_edtf("1963-11-22").earliest_day or 0) == (
        "Friday, 22 November 1963"
    )


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Russian invasion of Ukraine", "The Russian invasion of Ukraine"),
        ("Fall of the Berlin Wall", "The fall of the Berlin Wall"),
        ("2024 United States presidential election", "The 2024 United States presidential election"),
        ("Gulf War", "The Gulf War"),
        ("World War II", "World War II"),
        ("Brexit", "Brexit"),
        ("Russia's annexation of Crimea", "Russia's annexation of Crimea"),
    ],
)
def test_labels_in_sentences(label: str, expected: str) -> None:
    assert with_article(label) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-11-05", "on 5 November 2024"),
        ("2024-11", "in November 2024"),
        ("2024-11-05T10:30", "on 5 November 2024"),
    ],
)
def test_dates_with_their_prepositions(edtf: str, expected: str) -> None:
    assert dated(parse_edtf(edtf)) == expected
