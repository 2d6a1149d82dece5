from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims

INVASION = "event/russian-invasion-of-ukraine"


@pytest.mark.parametrize(
    ("text", "quote", "number", "unit"),
    [
        ("As the war in Ukraine enters its seventh year, talks go on.", "seventh year", 7, "year"),
        ("The war in Ukraine is now in its third week.", "third week", 3, "week"),
        ("The war in Ukraine, which has killed thousands, is entering its fourth year.", "fourth year", 4, "year"),
        ("Now in its 4th year, the war in Ukraine goes on.", "4th year", 4, "year"),
        ("It is the fourth year of the war in Ukraine.", "fourth year", 4, "year"),
        ("On day 40 of the war in Ukraine, shelling went on.", "day 40", 40, "day"),
        ("It is year four of the war in Ukraine.", "year four", 4, "year"),
        ("The war in Ukraine marks its hundredth day.", "hundredth day", 100, "day"),
    ],
)
def test_wordings(claims: Claims, text: str, quote: str, number: int, unit: str) -> None:
    (claim,) = claims("ordinal-period", text)
    assert (claim.text, claim.number, claim.unit, claim.about) == (quote, number, unit, INVASION)


def test_the_war_is_the_one_named_before(claims: Claims) -> None:
    (claim,) = claims(
        "ordinal-period", "The war in Ukraine goes on. As the war enters its fourth year, Kyiv asks for aid."
    )
    assert claim.about == INVASION


def test_a_date_in_the_sentence_is_the_time(claims: Claims) -> None:
    (claim,) = claims("ordinal-period", "In March 2024 the war in Ukraine was in its third year.")
    assert claim.at is not None
    assert claim.at.edtf == "2024-03"


@pytest.mark.parametrize(
    "text",
    [
        "The company, a child of the war in Ukraine, is in its seventh year.",
        "Her presidency enters its seventh year while the war in Ukraine goes on.",
        "The festival enters its seventh year.",
    ],
)
def test_what_is_about_something_else(claims: Claims, text: str) -> None:
    assert claims("ordinal-period", text) == []
