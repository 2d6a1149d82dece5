from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks lasted six years, from 1950 to 1953.", 6),
        ("From 1981 to 1993 they held it for six consecutive four-year terms.", 24),
        ("He looked back on Tony Blair's six years as prime minister.", 6),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("duration", text)
    assert claim.number == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed for six years.",
        "Two years ago, from 1950 to 1953, nothing happened.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("duration", text) == []
