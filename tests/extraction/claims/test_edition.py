from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Super Bowl XX in 1990 was a rout.", 20),
        ("First held in 1990, the annual fair opened its 45th edition in 2019.", 45),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("edition", text)
    assert claim.number == expected


@pytest.mark.parametrize(
    "text",
    [
        "First held in 1990, the fair opened its 45th edition in 2019.",
        "It was the third edition of the day.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("edition", text) == []
