from __future__ import annotations

import pytest

from timelines.canon.canon import Canon
from timelines.chronology.calendar import day_number
from timelines.chronology.edtf import parse_edtf


@pytest.mark.parametrize(
    ("office", "at", "holders"),
    [
        ("office/uk-prime-minister", "1940-05-09", ["Neville Chamberlain"]),
        ("office/uk-prime-minister", "1940-05-10", ["Neville Chamberlain", "Winston Churchill"]),
        ("office/uk-prime-minister", "1940-06", ["Winston Churchill"]),
        ("office/us-president", "2013-01-20", ["Barack Obama", "Barack Obama"]),
        ("office/us-president", "2025-09-04", ["Donald Trump"]),
        ("office/us-president", "1700", []),
        ("office/nothing", "2000", []),
    ],
)
def test_holders_at_a_time(canon: Canon, office: str, at: str, holders: list[str]) -> None:
    assert [person.label for person, _ in canon.holders(office, parse_edtf(at))] == holders


def test_all_holders_come_by_start(canon: Canon) -> None:
    starts = [term.start.earliest or 0 for _, term in canon.holders("office/german-chancellor")]
    assert len(starts) >= 5
    assert starts == sorted(starts)


def test_events_of_a_participant_come_by_date(canon: Canon) -> None:
    events = canon.events_of("person/donald-trump")
    days = [event.when.earliest_day or 0 for event in events if event.when is not None]
    assert days == sorted(days)
    assert {"election", "inauguration", "birth", "meeting"} <= {event.kind for event in events}


def test_events_between_days(canon: Canon) -> None:
    day = day_number(2025, 9, 4)
    found = {event.id for event in canon.events_between(day, day)}
    assert {"event/coalition-of-the-willing-paris-2025-09", "event/russian-invasion-of-ukraine"} <= found
    assert "event/fall-of-the-berlin-wall" not in found


def test_the_main_wars_have_their_accepted_beginnings(canon: Canon) -> None:
    war = canon.fact("event/russian-invasion-of-ukraine")
    assert war.when is not None
    assert war.when.edtf == "2022-02-24/.."
    assert [reading.when.edtf for reading in war.readings] == ["2014-02-20/..", "2022-02-24/.."]


def test_the_canon_says_until_when_it_knows(canon: Canon) -> None:
    assert canon.as_of >= "2025-10"
