from __future__ import annotations

from tests.placing.reading import first, seen
from timelines.placing.sighting import fold_names


def test_a_mention_carries_what_tells_it_apart() -> None:
    mention = first("Carla Bruno opened the new bridge in Oslo on Tuesday.", "open")
    assert mention.participants == {"carla bruno"}
    assert mention.place == "oslo"
    assert mention.stated
    assert mention.exact
    assert {"new", "bridge"} <= mention.words
    assert "opened" not in mention.words
    assert mention.quote == "Carla Bruno opened the new bridge in Oslo on Tuesday."


def test_a_date_taken_over_is_not_stated() -> None:
    text = "A bomb killed nine people in Quetta on Tuesday. The blast destroyed a crowded bus station in Quetta."
    assert not first(text, "destroy").stated


def test_plans_and_bare_nouns_are_left_out() -> None:
    assert seen("The minister will open the new bridge in Oslo on 3 August 2024.") == []
    assert seen("The protests went on.") == []


def test_wide_bounds_are_no_days() -> None:
    assert first("Carla Bruno founded a school in Oslo in 1998.", "found").days is None


def test_names_are_folded() -> None:
    assert fold_names(["Hosni  Mubarak", "U.N.", "…"]) == {"hosni mubarak", "u n"}
