from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Two decades after Michael Jackson died, his estate earns more.", "event/death-of-michael-jackson"),
        ("It is 15 years since Mark Zuckerberg launched Facebook.", "event/launch-of-facebook"),
        ("Two years after Russia invaded Ukraine, the front has frozen.", "event/russian-invasion-of-ukraine"),
        ("Margaret Thatcher spoke on Monday, 22 years after leaving office.", "event/resignation-of-margaret-thatcher"),
        ("Eleven years after the explosion at Chernobyl, the town is empty.", "event/chernobyl-disaster"),
        ("The Titanic sank 90 years ago.", "event/sinking-of-the-titanic"),
    ],
)
def test_what_a_clause_tells_of(claims: Claims, text: str, about: str) -> None:
    (claim,) = claims("elapsed", text)
    assert claim.about == about


@pytest.mark.parametrize(
    "text",
    [
        "Six years after Facebook was fined, it is richer than ever.",
        "Six years after the Vietnam War memorial opened, it is crowded.",
        "Six years after that, the town is empty.",
    ],
)
def test_names_that_are_no_moments(claims: Claims, text: str) -> None:
    assert claims("elapsed", text) == []


def test_the_text_dates_what_the_canon_does_not_know(claims: Claims) -> None:
    (claim,) = claims("elapsed", "The bridge fell in May 1980, nine years after it was opened in June 1971.")
    assert claim.span is not None
    assert claim.at is not None
    assert (claim.span.edtf, claim.at.edtf) == ("1971-06", "1980-05")
