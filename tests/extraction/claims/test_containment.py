from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "about", "detail"),
    [
        ("He lost a leg during the Gulf War in 1995.", "event/gulf-war", "during"),
        ("In 1962, at the height of the Second World War, it sank.", "event/world-war-ii", "during"),
        ("The Tet Offensive was the turning point of the Korean War.", "event/korean-war", "part of"),
        ("Under Jimmy Carter, in 1974, the limit was cut.", "person/jimmy-carter", "office"),
        ("While Margaret Thatcher was prime minister, in 1976, it fell.", "person/margaret-thatcher", "office"),
        ("In 2006, during Barack Obama's presidency, it was signed.", "person/barack-obama", "office"),
    ],
)
def test_what_lasts_is_found(claims: Claims, text: str, about: str, detail: str) -> None:
    (claim,) = claims("during", text)
    assert (claim.about, claim.detail) == (about, detail)


@pytest.mark.parametrize(
    "text",
    [
        "Veterans of the Korean War met during the Vietnam War.",
        "He served under Dwight Eisenhower in 1944.",
        "It did not happen during the Gulf War in 1995.",
        "The Battle of Stalingrad is likened to the worst of the First World War.",
    ],
)
def test_what_claims_nothing_of_the_kind(claims: Claims, text: str) -> None:
    assert claims("during", text) == []
