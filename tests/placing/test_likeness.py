from __future__ import annotations

import pytest

from tests.placing.reading import first
from timelines.placing.likeness import likeness


@pytest.mark.parametrize(
    ("one", "stem", "other", "other_stem"),
    [
        (
            "A bomb killed nine people at a bus station in Quetta on Tuesday.",
            "kill",
            "Nine people were killed by a bomb at a bus station in Quetta on Tuesday.",
            "kill",
        ),
        (
            "Carla Bruno resigned on Tuesday as head of the harbour authority.",
            "resign",
            "On 11 June 2024 Bruno resigned as head of the authority of the harbour.",
            "resign",
        ),
    ],
)
def test_one_event_in_two_articles(one: str, stem: str, other: str, other_stem: str) -> None:
    found = likeness(first(one, stem), first(other, other_stem))
    assert found.same
    assert "same day" in found.reason


@pytest.mark.parametrize(
    ("one", "stem", "other", "other_stem"),
    [
        # another day, both stated
        (
            "A bomb killed nine people at a bus station in Quetta on Tuesday.",
            "kill",
            "A bomb killed nine people at a bus station in Quetta on Wednesday.",
            "kill",
        ),
        # other people in another place
        (
            "A bomb killed nine people at a bus station in Quetta on Tuesday.",
            "kill",
            "An avalanche killed four climbers near Chamonix on Tuesday.",
            "kill",
        ),
        # one says many things on a day
        (
            "Carla Bruno said on Tuesday that the harbour would stay closed.",
            "say",
            "Carla Bruno said on Tuesday that she had not read the report.",
            "say",
        ),
        # another kind of thing by the same person on the same day
        (
            "Carla Bruno resigned on Tuesday as head of the harbour authority.",
            "resign",
            "Carla Bruno married on Tuesday in the chapel of the harbour.",
            "marry",
        ),
    ],
)
def test_two_events(one: str, stem: str, other: str, other_stem: str) -> None:
    assert not likeness(first(one, stem), first(other, other_stem)).same


def test_likeness_is_symmetric() -> None:
    one = first("A bomb killed nine people at a bus station in Quetta on Tuesday.", "kill")
    other = first("Nine people were killed by a bomb at a bus station in Quetta on Tuesday.", "kill")
    assert likeness(one, other).score == likeness(other, one).score
