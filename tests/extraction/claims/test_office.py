from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


def test_title_before_the_name(claims: Claims) -> None:
    (claim,) = claims("office", "German Chancellor Angela Merkel told reporters on 20 February 2023 that all was well.")
    assert (claim.about, claim.other) == ("person/angela-merkel", "office/german-chancellor")
    assert claim.at is not None
    assert claim.at.edtf == "2023-02-20"


def test_office_beside_the_name(claims: Claims) -> None:
    (claim,) = claims("office", "Angela Merkel, the German chancellor, said so on Tuesday.", "2019-05-09")
    assert claim.text == "Angela Merkel, the German chancellor"
    assert claim.at is not None
    assert claim.at.edtf == "2019-05-07"


@pytest.mark.parametrize(
    "text",
    [
        "Former German Chancellor Angela Merkel said so on 20 February 2023.",
        "Angela Merkel, the former German chancellor, said so on 20 February 2023.",
        "President Barack Obama opened his campaign in Springfield in February 2007.",
        "President Barack Obama moved to Chicago in 1985.",
        "It was President Obama who, as a senator, opposed the war in 2003.",
        "President Obama was born in Honolulu in August 1961.",
        "A statue of President Kennedy was unveiled in 2013.",
    ],
)
def test_what_claims_no_office_at_the_time(claims: Claims, text: str) -> None:
    assert claims("office", text) == []
