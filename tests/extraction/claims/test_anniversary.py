from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the 36th anniversary of the fall of the Berlin Wall.", 36),
        ("The club, founded in 1950, celebrates its 75th anniversary.", 75),
        ("Vienna kept the bicentenary of Beethoven's birth.", 200),
        ("NATO marks its 76th anniversary.", 76),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("anniversary", text)
    assert claim.number == expected


@pytest.mark.parametrize(
    "text",
    [
        "The couple celebrated their 40th anniversary.",
        "It was the third time.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("anniversary", text) == []
