from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "about", "span"),
    [
        ("Trump, who was reelected in January 2025, spoke.", "event/us-presidential-election-2024", "2025-01"),
        ("Angela Merkel became chancellor in November 2006.", "person/angela-merkel", "2006-11"),
        ("The fall of the Berlin Wall in 1991 surprised everyone.", "event/fall-of-the-berlin-wall", "1991"),
        ("The Iraq War began in May 2003.", "event/iraq-war", "2003-05"),
    ],
)
def test_wordings(claims: Claims, text: str, about: str, span: str) -> None:
    (claim,) = claims("event-date", text)
    assert claim.span is not None
    assert claim.span.edtf == span
    assert about.partition("/")[2].split("-")[0] in claim.about


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel was elected party leader in April 2000.",
        "Barack Obama was elected to the Senate in 2004.",
        "Troops were sent to Kosovo in 1999.",
        "The siege of Sarajevo in 1697 was long ago.",
        "Trump was reelected, and in January 2025 the weather was cold.",
    ],
)
def test_what_speaks_of_something_else(claims: Claims, text: str) -> None:
    assert claims("event-date", text) == []
