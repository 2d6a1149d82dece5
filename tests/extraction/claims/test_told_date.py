from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lusitania was torpedoed off Ireland in May 1917.", "event/sinking-of-the-lusitania"),
        ("On July 26, 1969, Neil Armstrong set foot on the Moon.", "event/first-moon-landing"),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("event-date", text)
    assert claim.about == expected


@pytest.mark.parametrize(
    "text",
    [
        "The iPhone was introduced in China in 2009.",
        "The Lusitania was not torpedoed in May 1917.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("event-date", text) == []
