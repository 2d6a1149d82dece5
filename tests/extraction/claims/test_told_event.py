from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nelson Mandela was freed from prison on 11 February 1991.", "event/release-of-nelson-mandela"),
        ("Gunmen stormed the offices of Charlie Hebdo in January 2014.", "event/charlie-hebdo-attack"),
        ("In March 2013 Russia annexed Crimea.", "event/annexation-of-crimea"),
        ("Hong Kong was handed back to China in July 1998.", "event/hong-kong-handover"),
        ("Nelson fell at Trafalgar on 21 October 1803, shot by a marksman.", "event/battle-of-trafalgar"),
        ("Croatia became a member of the European Union in July 2012.", "event/croatia-joins-the-european-union"),
        (
            "The space shuttle Challenger broke apart 73 seconds after lift-off on 28 January 1987.",
            "event/challenger-disaster",
        ),
    ],
)
def test_wordings(claims: Claims, text: str, expected: str) -> None:
    assert expected in {reading for claim in claims("event-date", text) for reading in claim.readings}


@pytest.mark.parametrize(
    "text",
    [
        "Nelson Mandela was freed from prison on 11 February 1990.",
        "A film about how Nelson Mandela was freed from prison came out in February 1997.",
        "The attack on Charlie Hebdo was remembered in January 2016.",
        "Russia took part in talks on Crimea in March 2015.",
        "Hong Kong beat China in July 1998.",
        "The Charlie Hebdo trial opened in September 2020.",
        "Croatia did not join the European Union in July 2012.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("event-date", text) == []
