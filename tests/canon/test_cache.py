from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from timelines.canon.cache import Cache
from timelines.canon.load import load_canon

FACTS = """
facts:
- {id: state/freedonia, kind: state, label: Freedonia, adjectives: [Freedonian]}
- {id: office/mayor, label: Mayor of Freedonia, titles: [Mayor], country: state/freedonia}
- {id: person/ann-orr, label: Ann Orr, born: 1950, terms: [{office: mayor, start: 1990, end: 1994}]}
- {id: event/great-fire, kind: fire, label: Great Fire, names: [GREAT FIRE of Freedonia], when: 1991-05-06}
"""
TABLES = ("names", "offices", "relations", "spellings", "words")


def never() -> dict[str, Any]:
    raise AssertionError("the table was there")


def test_a_table_is_made_once_for_each_key(tmp_path: Path) -> None:
    place = tmp_path / "cache.json"
    made = Cache(place, "a").table("words", lambda: {"war": "1 2"})
    assert Cache(place, "a").table("words", never) == made == {"war": "1 2"}
    assert Cache(place, "b").table("words", lambda: {"war": "3"}) == {"war": "3"}
    assert Cache(place, "a").read("words") is None
    assert Cache(place, "b").read("names") is None


def test_without_a_place_nothing_is_kept() -> None:
    assert not Cache().write("words", {})
    assert Cache().read("words") is None


@pytest.mark.parametrize("name", ["", *TABLES])
@pytest.mark.parametrize("keep", [0, 20, -3])
def test_damaged_files_are_made_anew(tmp_path: Path, name: str, keep: int) -> None:
    path, place = tmp_path / "a.yaml", tmp_path / "cache.json"
    path.write_text(FACTS, encoding="utf-8")
    answers = []
    for _ in range(2):
        canon = load_canon([path], builtin=False, cache=place).prepare()
        answers.append((canon.lookup("great fire"), canon.lookup("mayor of Freedonia 1992"), canon.as_of))
        file = place.with_suffix(f".{name}.json") if name else place
        file.write_bytes(file.read_bytes()[:keep])
    assert answers[0] == answers[1]
    assert answers[0][0]


def test_a_canon_from_its_tables_says_the_same(tmp_path: Path) -> None:
    path, place = tmp_path / "a.yaml", tmp_path / "cache.json"
    path.write_text(FACTS, encoding="utf-8")
    text = "Freedonian Mayor Ann Orr saw the Great Fire.\nGREAT FIRE OF FREEDONIA STOPS ANN ORR\n"
    said = []
    for canon in (
        load_canon([path], builtin=False),
        load_canon([path], builtin=False, cache=place),
        load_canon([path], builtin=False, cache=place),
    ):
        asked = [canon.lookup(ask) for ask in ("graet fire", "Ann Orr becomes mayor", "6 May 1991", "nonsense")]
        events = [canon.events_of("person/ann-orr"), canon.events_between(0, 10**6)]
        said.append(
            (canon.mentions(text), asked, events, canon.holders("office/mayor"), canon.brief_events(0, 10**6, 31))
        )
    assert said[0] == said[1] == said[2]
    files = {"cache.json", *(f"cache.{name}.json" for name in TABLES)}
    assert {file.name for file in tmp_path.glob("cache*")} == files


def test_no_unfinished_file_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "cache.json").mkdir()
    assert not Cache(tmp_path / "cache.json", "a").write("", {"war": "1"})
    assert [file.name for file in tmp_path.iterdir()] == ["cache.json"]
