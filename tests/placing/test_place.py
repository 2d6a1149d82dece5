from __future__ import annotations

import pytest

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology import parse_edtf
from timelines.extraction.events import extract_events
from timelines.model import Article, Event, Name, Published
from timelines.placing.kinds import kind_likeness
from timelines.placing.place import place_events
from timelines.reading.sentences import sentences
from timelines.tagging import tag


def fact(id_: str, kind: str, when: str | None, participants: tuple[str, ...] = (), **more: object) -> Fact:
    span = parse_edtf(when) if when else None
    label = str(more.pop("label", id_))
    return Fact(id_, kind, label, (label,), when=span, participants=participants, **more)  # type: ignore[arg-type]


CANON = Canon(
    {
        f.id: f
        for f in (
            fact("person/ann-roe", "person", None, label="Ann Roe"),
            fact("person/bo-doe", "person", None, label="Bo Doe"),
            fact(
                "event/lake-summit",
                "summit",
                "2024-06-11",
                ("person/ann-roe", "person/bo-doe"),
                label="Lake summit",
                place="Villa Verde, Como, Italy",
            ),
            fact("event/salt-war", "war", "1908-03-01/1911-07-09", label="Salt War"),
            fact(
                "event/ann-roe-born",
                "birth",
                "1961-02-03",
                ("person/ann-roe",),
                label="Birth of Ann Roe",
                derived_from="person/ann-roe",
            ),
        )
    }
)


def placed(text: str, *known: tuple[str, str], published: str = "2024-06-14") -> list[Event]:
    span = parse_edtf(published)
    names = sorted(
        (
            Name(at, at + len(words), words, id_, CANON.fact(id_).label)
            for words, id_ in known
            if (at := text.find(words)) >= 0
        ),
        key=lambda name: name.start,
    )
    article = Article("a", text, published=Published(span, "given"), sentences=sentences(text))
    return place_events(extract_events(article, tag(text, span), names, CANON), article, names, CANON)


def by_trigger(text: str, events: list[Event], trigger: str) -> Event:
    return next(event for event in events if text[slice(*event.trigger)] == trigger)


def test_same_day_and_place() -> None:
    text = "The meeting, which took place on Tuesday at the Villa Verde, ended early."
    meeting = by_trigger(text, placed(text), "meeting")
    assert meeting.placement is not None
    assert meeting.placement.canonical == "event/lake-summit"
    assert meeting.placement.reason == "same day, same place"


def test_same_day_and_participants() -> None:
    text = "Ann Roe met Bo Doe on Tuesday."
    met = by_trigger(text, placed(text, ("Ann Roe", "person/ann-roe"), ("Bo Doe", "person/bo-doe")), "met")
    assert met.placement is not None
    assert "same participants" in met.placement.reason


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe met Bo Doe on Monday of last week.",
        "A ferry sank on Tuesday.",
        "Ann Roe will meet Bo Doe on 11 June 2024.",
        "Ann Roe denied that a summit was held on Tuesday.",
    ],
)
def test_not_the_same_event(text: str) -> None:
    events = placed(text, ("Ann Roe", "person/ann-roe"), ("Bo Doe", "person/bo-doe"))
    assert [event.placement for event in events] == [None] * len(events)


def test_a_named_event_gives_its_time() -> None:
    text = "The Salt War ruined the town."
    war = by_trigger(text, placed(text, ("Salt War", "event/salt-war")), "War")
    assert war.placement is not None
    assert war.when is not None
    assert war.when.edtf == "1908-03-01/1911-07-09"
    assert war.anchor == "the canonical event"


def test_a_name_at_quite_another_time_is_another_event() -> None:
    text = "The Salt War of 1744 ruined the town."
    war = by_trigger(text, placed(text, ("Salt War", "event/salt-war")), "War")
    assert war.placement is None


def test_a_birth_happens_once() -> None:
    text = "Ann Roe was born in a small town."
    born = by_trigger(text, placed(text, ("Ann Roe", "person/ann-roe")), "born")
    assert born.placement is not None
    assert born.when is not None
    assert born.when.edtf == "1961-02-03"


def test_kinds() -> None:
    assert kind_likeness("meeting", "meeting") == 1
    assert 0 < kind_likeness("meeting", "summit") < 1
    assert kind_likeness("meeting", "earthquake") == 0
