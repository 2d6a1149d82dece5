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
        ("The mill closed in 1983; thirteen years later, in 2006, its chimney fell.", 13, "year", "after"),
        ("The editor was arrested on 3 March 2014 and let go on 9 May 2016, three years later.", 3, "year", "after"),
        ("Eleven years after the Titanic sank in April 1912, a raft was found in May 1923.", 11, "year", "after"),
        ("Two decades ago today, Michael Jackson died.", 20, "year", "after"),
        ("Half a century after John F. Kennedy was assassinated, questions remain.", 50, "year", "after"),
    ],
)
def test_wordings(claims: Claims, text: str, number: int, unit: str, relation: str) -> None:
    (claim,) = claims("elapsed", text)
    assert (claim.number, claim.unit, claim.detail.split()[0]) == (number, unit, relation)


def test_counts_know_how_exact_they_are() -> None:
    text = "about ten years, half a century, and 3 weeks"
    counts = [(count.number, count.unit, count.loose, count.round) for count in find_counts(text, 0, len(text))]
    assert counts == [(10, "year", True, False), (50, "year", False, True), (3, "week", False, False)]
