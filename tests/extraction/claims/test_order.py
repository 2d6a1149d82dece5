from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World War I broke out after the Treaty of Versailles was signed.", "after"),
        ("The Korean War ended before the Gulf War.", "before"),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("order", text)
    assert claim.detail == expected


@pytest.mark.parametrize(
    "text",
    [
        "World War I did not break out after the Treaty of Versailles.",
        "After the war he went home.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("order", text) == []
