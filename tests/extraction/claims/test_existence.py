from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She announced it on WhatsApp in 2001.", "product/whatsapp"),
        ("The Soviet Union signed the protocol in 1997.", "state/soviet-union"),
    ],
)
def test_wordings(claims: Claims, text: str, expected: object) -> None:
    (claim,) = claims("existence", text)
    assert claim.about == expected


@pytest.mark.parametrize(
    "text",
    [
        "The former Soviet Union signed the protocol in 1997.",
        "Facebook was founded in 2004.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("existence", text) == []
