from __future__ import annotations

from tests.extraction.claims.conftest import Claims


def test_a_noun_and_a_place_name_an_event(claims: Claims) -> None:
    (claim,) = claims("anniversary", "Hiroshima marked the 50th anniversary of the atomic bombing.")
    assert claim.about == "event/atomic-bombing-of-hiroshima"


def test_a_noun_without_its_place_names_none(claims: Claims) -> None:
    assert claims("anniversary", "The town marked the 50th anniversary of the atomic bombing.") == []
