from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import event, events_of
from timelines.model import Modality


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        # 14 June 2024 is a Friday.
        ("A ferry sank off Malta on Tuesday.", "sank", "2024-06-11"),
        ("On Tuesday, a ferry sank and divers found the wreck.", "found", "2024-06-11"),
        ("The army said the bridge collapsed in March.", "collapsed", "2024-03"),
        ("Police killed the gunman, the mayor said Wednesday.", "said", "2024-06-12"),
        ("The 2004 tsunami killed thousands.", "killed", "2004"),
        ("The firm, which bought a rival last year, closed a mine on Monday.", "bought", "2023"),
        ("The firm, which bought a rival last year, closed a mine on Monday.", "closed", "2024-06-10"),
        ("An agreement made yesterday is expected to hold.", "agreement", "2024-06-13"),
        ("Clashes followed a Tuesday traffic stop in Lyon.", "stop", "2024-06-11"),
        ("A man shot the mayor on Monday. Ann Roe condemned the shooting of the mayor.", "shooting", "2024-06-10"),
        ("The fight was held on 3 May 2024; the boxer retired two weeks after the fight.", "retired", "2024-05-17"),
        ("The war lasted from 1950 to 1953.", "war", "1950/1953"),
        ("He was ousted before 2010.", "ousted", None),
    ],
)
def test_dates(text: str, trigger: str, when: str | None) -> None:
    found = event(text, trigger)
    if when is not None:
        assert found.when is not None
        assert found.when.edtf == when
    else:
        assert found.when is None or found.when.earliest is None


def test_the_story_goes_on_at_its_day() -> None:
    text = "A helicopter crashed off Malta on Tuesday. Radar lost it near the coast."
    found = event(text, "lost")
    assert found.when is not None
    assert found.when.edtf == "2024-06-11"
    assert found.confidence < event(text, "crashed").confidence


def test_a_look_back_does_not_move_the_story() -> None:
    text = "A helicopter crashed off Malta on Tuesday.\nIn 1998 another one sank near Gozo.\nDivers searched the bay."
    found = event(text, "searched")
    assert found.when is not None
    assert found.when.edtf == "2024-06-11"


def test_an_undated_lead_is_bounded_by_the_publication() -> None:
    found = event("A fire destroyed the old market of Bern.", "destroyed")
    assert found.when is not None
    assert found.when.latest_iso == "2024-06-14"
    assert found.when.earliest_iso == "2024-06-07"


def test_a_present_perfect_lies_between_the_story_and_the_publication() -> None:
    found = event("A tram hit a bus on Wednesday. Two riders have been hospitalized.", "hospitalized")
    assert found.when is not None
    assert (found.when.earliest_iso, found.when.latest_iso) == ("2024-06-12", "2024-06-14")


def test_without_a_publication_date_nothing_is_invented() -> None:
    text = "A fire destroyed the market on Tuesday. Nine people died. It began in the kitchen."
    assert all(found.when is None for found in events_of(text))
    assert all(found.when is None for found in events_of(text, "2024/2025"))


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The mayor resigned.", "resigned", Modality.ASSERTED),
        ("The mayor has not resigned.", "resigned", Modality.DENIED),
        ("The mayor will resign.", "resign", Modality.PLANNED),
        ("The tunnel is expected to open in May.", "open", Modality.PLANNED),
        ("The mayor could resign.", "resign", Modality.HYPOTHETICAL),
        ("If the mayor resigned, the council would vote.", "resigned", Modality.HYPOTHETICAL),
        ("Police said the man fled.", "fled", Modality.REPORTED),
        ("The man fled, according to the police.", "fled", Modality.REPORTED),
        ("The firm said it would build a plant.", "build", Modality.PLANNED),
        ("The minister denied that he met the envoy.", "met", Modality.DENIED),
        ("No earthquake followed the eruption.", "earthquake", Modality.DENIED),
    ],
)
def test_modality(text: str, trigger: str, modality: Modality) -> None:
    assert event(text, trigger).modality is modality


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("On Tuesday, divers found the wreck of a ferry.", "found", "Divers found the wreck of a ferry"),
        ("Former champion and Olympic medalist Ann Roe was banned on Monday.", "banned", "Ann Roe was banned"),
        ("Ann Roe, a lawyer, sent a letter to the firm.", "sent", "Ann Roe sent a letter to the firm"),
        ("The meeting, which took place on May 4 at the Old Palace, was long.", "meeting", "Meeting at the Old Palace"),
    ],
)
def test_labels(text: str, trigger: str, label: str) -> None:
    assert event(text, trigger).label == label


@pytest.mark.parametrize("text", ["Tuesday, June 11, 2024", "", "It was a quiet place with a long history."])
def test_nothing_happens(text: str) -> None:
    assert events_of(text, "2024-06-14") == []


def test_a_headline_takes_the_day_of_its_story() -> None:
    text = "Ferry sinks off Malta\nFriday, June 14, 2024\nA ferry sank off Malta on Tuesday."
    first = events_of(text, "2024-06-14")[0]
    assert first.when is not None
    assert first.when.edtf == "2024-06-11"


def test_participants_and_place() -> None:
    found = event("The envoy of Norway met Ann Roe in Geneva on Monday.", "met")
    assert found.participants == ("Norway", "Ann Roe")
    assert found.place == "Geneva"


@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "army",
                "said",
                "that",
                "who",
                ",",
                "left",
                "was",
                "killed",
                "and",
                "if",
                "on",
                "Monday",
                ".",
                "will",
                "go",
                ";",
                '"',
                "attack",
                "Rome",
                "in",
                "2020",
                "a",
                "the",
                "meeting",
                "held",
                "took",
                "place",
                "by",
                "after",
                "\n",
                "U.S.",
                "three",
                "days",
            ]
        ),
        max_size=40,
    )
)
def test_offsets_and_labels_hold_for_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for number, found in enumerate(events_of(text, "2024-06-14"), start=1):
        assert found.id == f"e{number}"
        assert 0 <= found.start <= found.trigger[0] < found.trigger[1] <= found.end <= len(text)
        assert found.sentence[0] <= found.start <= found.end <= found.sentence[1]
        assert 0 < len(found.label) <= 60
        assert 0 < found.confidence < 1
