from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ronald Reagan's six-year presidency is remembered.", "office/us-president"),
        ("Barack Obama spent six years in the White House.", "office/us-president"),
        ("Helmut Kohl was chancellor for 12 years.", "office/german-chancellor"),
        ("Queen Victoria's 53-year reign is remembered.", "office/uk-monarch"),
    ],
)
def test_the_office_that_words_mean(claims: Claims, text: str, office: str) -> None:
    (claim,) = claims("duration", text)
    assert claim.other == office


def test_a_time_in_office_that_runs_on_has_no_length(claims: Claims) -> None:
    assert claims("duration", "Donald Trump spent six years in the White House.") == []


def test_years_in_office_are_counted_from_its_beginning(claims: Claims) -> None:
    (claim,) = claims("ordinal-period", "Donald Trump is in the third year of his presidency.")
    assert "event/second-inauguration-of-donald-trump" in claim.readings
