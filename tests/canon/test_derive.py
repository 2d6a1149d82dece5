from __future__ import annotations

from collections.abc import Callable

from timelines.canon.canon import Canon
from timelines.canon.series import ordinal, roman

LIFE = """
- {id: office/king, label: King of Ruritania}
- id: person/rudolf
  label: Rudolf
  born: 1850-01-01
  died: 1910
  source: Almanac
  terms: [{office: king, start: 1880-02-01, end: 1890-03-01}, {office: king, start: 1890-03-01, end: 1900-01-01}]
"""


def test_a_life_and_its_terms_are_events(written: Callable[[str], Canon]) -> None:
    canon = written(LIFE)
    events = canon.events_of("person/rudolf")
    assert [(event.kind, event.when.edtf if event.when else "") for event in events] == [
        ("birth", "1850-01-01"),
        ("inauguration", "1880-02-01"),
        ("inauguration", "1890-03-01"),
        ("departure", "1900-01-01"),
        ("death", "1910"),
    ]
    assert events[2].label == "Rudolf becomes King of Ruritania, second term"
    assert {event.derived_from for event in events} == {"person/rudolf"}
    assert {event.source for event in events} == {"Almanac"}


def test_a_written_event_takes_the_place_of_the_made_one(written: Callable[[str], Canon]) -> None:
    coronation = (
        "- {id: event/crowning, kind: coronation, label: Crowning, when: 1880-02, office: king, "
        "participants: [person/rudolf]}\n- {id: event/x, kind: event, label: death of rudolf, when: 1910-05-06}\n"
    )
    kinds = [event.kind for event in written(LIFE + coronation).events_of("person/rudolf")]
    assert kinds == ["birth", "coronation", "inauguration", "departure"]


def test_states_and_things_begin_and_end(written: Callable[[str], Canon]) -> None:
    canon = written(
        "- {id: state/ruritania, label: Ruritania, since: 1800, until: 1918-11-01, "
        "readings: [{of: until, when: 1918-11-12, label: as recognised}]}\n"
    )
    began, ended = canon.events_of("state/ruritania")
    assert (began.label, ended.label) == ("Founding of Ruritania", "Dissolution of Ruritania")
    assert [reading.label for reading in ended.readings] == ["as recognised"]
    assert not began.readings


def test_editions_become_named_events(written: Callable[[str], Canon]) -> None:
    canon = written(
        """
- id: series/games
  label: Games
  edition_kind: games
  edition_names: ["{year} Games", "{place} Games", "Games {roman}", "{ordinal} Games"]
  editions:
    - {n: 3, when: 1990-07-01/1990-07-14, place: "Strelsau, Ruritania"}
    - {n: 4, when: 1994-07, place: Zenda, names: [Golden Games]}
- {id: event/games-of-2002, kind: games, label: Jubilee Games, when: 2002, place: Zenda, series: games, edition: 6}
"""
    )
    third, fourth, sixth = canon.editions("series/games")
    assert (third.id, third.label, third.kind) == ("event/games-3", "1990 Games", "games")
    assert third.names == ("1990 Games", "Strelsau Games", "Games III", "3rd Games")
    assert "Golden Games" in fourth.names
    assert "Zenda Games" not in (*fourth.names, *sixth.names), "a name that two editions share means neither"
    assert (sixth.label, sixth.edition) == ("Jubilee Games", 6)
    assert "2002 Games" in sixth.names


def test_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 40, 47, 59, 1999)] == ["I", "IV", "IX", "XL", "XLVII", "LIX", "MCMXCIX"]
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th",
    ]  # fmt: skip
