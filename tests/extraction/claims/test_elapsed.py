from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims
from timelines.extraction.claims.counts import find_counts


@pytest.mark.parametrize(
    ("text", "number", "unit", "relation"),
    [
        ("In 1999, ten years after the fall of the Berlin Wall, they met.", 10, "year", "after"),
        ("A decade after the fall of the Berlin Wall, in 1999, they met.", 10, "year", "after"),
        ("In May 2016, six weeks before the Brexit referendum, they met.", 6, "week", "before"),
        ("It has been a quarter of a century since the September 11 attacks.", 25, "year", "after"),
    ],
)
def test_wordings(claims: Claims, text: str, number: int, unit: str, relation: str) -> None:
    (claim,) = claims("elapsed", text)
    assert (claim.number, claim.unit, claim.other) == (number, unit, relation)


def test_counts_know_how_exact_they_are() -> None:
    text = "about ten years, half a century, and 3 weeks"
    counts = [(count.number, count.unit, count.loose, count.round) for count in find_counts(text, 0, len(text))]
    assert counts == [(10, "year", True, False), (50, "year", False, True), (3, "week", False, False)]
