from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "office", "at"),
    [
        ("Gordon Brown, then chancellor, presented the budget in March 2005.", "office/uk-chancellor", "2005-03"),
        ("The then prime minister, Harold Wilson, spoke in November 1966.", "office/uk-prime-minister", "1966-11"),
        ("Then-Chancellor Angela Merkel said so on 20 February 2013.", "office/german-chancellor", "2013-02-20"),
        ("As chancellor in 2003, Angela Merkel kept out of the war.", "office/german-chancellor", "2003"),
        ("Angela Merkel closed reactors as chancellor in 2011.", "office/german-chancellor", "2011"),
    ],
)
def test_offices_at_a_time(claims: Claims, text: str, office: str, at: str) -> None:
    (claim,) = claims("office", text)
    assert claim.at is not None
    assert (claim.other, claim.at.edtf) == (office, at)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Justin Trudeau, who has been prime minister of Canada since 2013, spoke.", ["2013"]),
        ("Helmut Kohl was chancellor of Germany until 1996.", ["1996"]),
        ("Hillary Clinton was secretary of state from 2007 to 2013.", ["2007", "2013"]),
    ],
)
def test_ends_of_terms(claims: Claims, text: str, dates: list[str]) -> None:
    assert [claim.span.edtf for claim in claims("event-date", text) if claim.span] == dates


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Clinton was not secretary of state until 2009.",
        "Angela Merkel, then a student, lived in Leipzig in 1975.",
        "Kamala Harris, then vice president, spoke in 2022 of the president.",
    ],
)
def test_what_claims_no_wrong_office(claims: Claims, text: str) -> None:
    assert all(claim.other != "office/us-president" for claim in claims("office", text))
    assert claims("event-date", text) == []
