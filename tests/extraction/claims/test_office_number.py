from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "number", "office"),
    [
        ("Joe Biden, the 47th president, spoke.", 47, "office/us-president"),
        ("Barack Obama was sworn in as the 45th president of the United States.", 45, "office/us-president"),
        ("The 267th pope, Pope Francis, spoke.", 267, "office/pope"),
    ],
)
def test_wordings(claims: Claims, text: str, number: int, office: str) -> None:
    (claim,) = claims("office-number", text)
    assert (claim.number, claim.other) == (number, office)


@pytest.mark.parametrize(
    "text",
    [
        "Calvin Coolidge was the first president to speak on the radio.",
        "Emmanuel Macron, the eighth president of the Fifth Republic, spoke.",
        "Joe Biden met the 12th president.",
    ],
)
def test_what_is_no_number_of_an_office(claims: Claims, text: str) -> None:
    assert claims("office-number", text) == []
