from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Winston Churchill visited the abbey in 1968.", "person/winston-churchill"),
        ("The prankster hit Marilyn Monroe at a party in 1973.", "person/marilyn-monroe"),
        ("The late Jesse Helms backed the bill.", "person/jesse-helms"),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("lifetime", text)
    assert claim.about == expected


@pytest.mark.parametrize(
    "text",
    [
        "A statue of Winston Churchill was unveiled in 1973.",
        "Marilyn Monroe inspired the show of 1983.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("lifetime", text) == []
