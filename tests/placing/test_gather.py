from __future__ import annotations

from dataclasses import replace

from tests.placing.reading import first, seen
from timelines.placing.gather import Gathering, match
from timelines.placing.keys import asked_keys, stored_keys

BOMB = "A bomb killed nine people at a bus station in Quetta on Tuesday."
AGAIN = "Nine people were killed by a bomb at a bus station in Quetta on Tuesday."


def test_a_second_article_joins_the_event_of_the_first() -> None:
    known = Gathering()
    event, reason = known.add(first(BOMB, "kill"))
    assert reason is None
    again, reason = known.add(replace(first(AGAIN, "kill"), article="b"))
    assert again is event
    assert reason is not None
    assert "quetta" in reason.reason
    assert len(event.mentions) == 2


def test_what_is_not_known_is_new() -> None:
    known = Gathering()
    known.add(first(BOMB, "kill"))
    assert match(first("An avalanche killed four climbers near Chamonix on Tuesday.", "kill"), known) is None


def test_the_same_canonical_event_is_the_same_whatever_the_words() -> None:
    known = Gathering()
    one = replace(first(BOMB, "kill"), canonical="event/quetta-bombing")
    other = replace(
        first("Officials opened the inquiry in Lahore on Friday.", "open"), canonical="event/quetta-bombing"
    )
    event, _ = known.add(one)
    assert known.add(other)[0] is event


def test_vague_and_exact_mentions_share_keys() -> None:
    exact = first(BOMB, "kill")
    vague = first("A bomb killed nine people at a bus station in Quetta in June 2024.", "kill")
    assert stored_keys(exact) & asked_keys(vague)
    assert stored_keys(vague) & asked_keys(exact)


def test_the_number_of_keys_is_bounded() -> None:
    long = "A bomb killed " + ", ".join(f"Person Nr{i:c}" for i in range(97, 123)) + " in Quetta on Tuesday."
    for mention in seen(long):
        assert len(stored_keys(mention)) < 60
