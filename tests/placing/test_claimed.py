from __future__ import annotations

import pytest

from timelines import parse_edtf, reconstruct
from timelines.model import Event, Placement


def placed(text: str) -> list[Event]:
    return [event for event in reconstruct(text, published=parse_edtf("2024-06-14")).events if event.placement]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("The Berlin Wall fell on 9 November 1989.", "event/fall-of-the-berlin-wall"),
        ("The Titanic sank in April 1912.", "event/sinking-of-the-titanic"),
    ],
)
def test_what_a_claim_has_recognised_is_placed(text: str, canonical: str) -> None:
    (event,) = placed(text)
    assert event.placement is not None
    assert event.placement.canonical == canonical
    assert event.placement.score == 0.9


def test_a_wrong_date_is_still_about_that_event() -> None:
    (event,) = placed("The Berlin Wall fell on 9 November 1988.")
    assert event.placement == Placement(
        "event/fall-of-the-berlin-wall",
        0.6,
        "the article says when it was: “fell on 9 November 1988”, but puts it at another time",
    )
    assert event.when is not None
    assert event.when.edtf == "1988-11-09"


def test_what_is_denied_is_not_placed() -> None:
    assert placed("The Berlin Wall did not fall on 9 November 1988.") == []
