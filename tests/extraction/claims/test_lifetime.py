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


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Picasso painted the mural in 1982.", "1982"),
        ("Marie Curie, who lectured in Geneva in 1939, wore black.", "1939"),
        ("David Bowie was photographed at a gallery in May 2016.", "2016-05"),
        ("The actress had tea with Winston Churchill at Chartwell in 1971.", "1971"),
        ("Queen Victoria received the ambassador at Osborne in 1907.", "1907"),
    ],
)
def test_more_ways_of_being_alive(claims: Claims, text: str, at: str) -> None:
    (claim,) = claims("lifetime", text)
    assert claim.at is not None
    assert claim.at.edtf == at
