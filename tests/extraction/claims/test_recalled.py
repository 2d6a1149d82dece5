from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Bastille was stormed on 14 July 1798 by a crowd.",
            "event/storming-of-the-bastille",
        ),
        ("When Star Wars opened in May 1979, the studio had low hopes.", "event/release-of-star-wars"),
    ],
)
def test_wordings(claims: Claims, text: str, expected: str) -> None:
    assert expected in {reading for claim in claims("event-date", text) for reading in claim.readings}


@pytest.mark.parametrize(
    "text",
    [
        "When the Bastille was stormed on 14 July 1789, there were seven prisoners.",
        "The anniversary of the storming of the Bastille was kept on 14 July 1798.",
        "Yugoslavia joined the talks on the European Union in 2013.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("event-date", text) == []
