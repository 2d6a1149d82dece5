from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timelines.canon.canon import Canon
from timelines.canon.load import load_canon
from timelines.canon.schema import Fact
from timelines.chronology.edtf import parse_edtf
from timelines.errors import CanonError, InputError

WAR = """
- id: event/gulf-war
  kind: war
  label: Gulf War
  names: [Persian Gulf War, {name: Desert Storm, context: [Kuwait]}]
  when: 1990-08-02/1991-02-28
  readings: [{when: 1991-01-17/1991-02-28, label: the air war, names: [Operation Desert Storm]}]
  place: Kuwait
  source: "Reference: {label}"
  as_of: 2025-10
  wikidata: Q37643
"""
PERSON = """
- id: office/mayor
  label: Mayor of Springfield
  titles: [Mayor]
- id: person/joe-quimby
  label: Joe Quimby
  born: 1950~
  terms:
    - {office: mayor, start: 1990, end: 1994-05-01, party: Blue, ordinal: 3}
    - {office: mayor, start: 1994-05-01}
"""


def test_a_fact_has_all_that_its_record_says(written: Callable[[str], Canon]) -> None:
    fact = written(WAR).fact("event/gulf-war")
    assert fact.label == "Gulf War"
    assert fact.names == ("Gulf War", "Persian Gulf War", "Desert Storm")
    assert fact.aliases[0].context == ("Kuwait",)
    assert fact.when == parse_edtf("1990-08-02/1991-02-28")
    assert fact.readings[0].names == ("Operation Desert Storm",)
    assert fact.source == "Reference: Gulf War"
    assert (fact.place, fact.as_of, fact.wikidata) == ("Kuwait", "2025-10", "Q37643")


def test_a_person_has_terms_and_a_short_name(written: Callable[[str], Canon]) -> None:
    canon = written(PERSON)
    person = canon.fact("person/joe-quimby")
    assert person.short == ("Quimby",)
    assert person.born is not None
    assert person.born.approximate
    first, second = canon.terms_of("person/joe-quimby")
    assert (first.office, first.ordinal, first.party) == ("office/mayor", 3, "Blue")
    assert second.end is None


def test_defaults_fill_in_what_a_fact_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "defaults: {as_of: 2024-01, kind: battle, source: S}\n"
        "facts:\n- {id: event/a, label: A, when: 1066}\n- {id: event/b, label: B, when: 1066, kind: siege?}\n"
        "- {id: person/c, label: C}\n",
        encoding="utf-8",
    )
    with pytest.raises(CanonError, match="siege"):
        load_canon([path], builtin=False)
    path.write_text(path.read_text(encoding="utf-8").replace("siege?", "war"), encoding="utf-8")
    facts = load_canon([path], builtin=False).facts
    assert [facts[i].kind for i in ("event/a", "event/b", "person/c")] == ["battle", "war", "person"]
    assert facts["event/a"].as_of == "2024-01"
    assert facts["event/a"].source == "S"


def test_a_cache_gives_the_same_facts_and_knows_when_files_changed(tmp_path: Path) -> None:
    path, cache = tmp_path / "a.yaml", tmp_path / "cache.json"
    path.write_text(f"facts:{WAR}{PERSON}", encoding="utf-8")
    fresh = load_canon([path], builtin=False)
    written = load_canon([path], builtin=False, cache=cache)
    assert cache.is_file()
    cached = load_canon([path], builtin=False, cache=cache)
    assert dict(fresh.facts) == dict(written.facts) == dict(cached.facts)
    path.write_text(f"facts:{WAR}", encoding="utf-8")
    assert "person/joe-quimby" not in load_canon([path], builtin=False, cache=cache).facts


@pytest.mark.parametrize("content", ["", "nonsense", "key\n{}", "key\n[1"])
def test_a_broken_cache_is_made_anew(tmp_path: Path, content: str) -> None:
    path, cache = tmp_path / "a.yaml", tmp_path / "cache.json"
    path.write_text(f"facts:{WAR}", encoding="utf-8")
    load_canon([path], builtin=False, cache=cache)
    key = cache.read_text(encoding="utf-8").partition("\n")[0]
    cache.write_text(content.replace("key", key), encoding="utf-8")
    assert "event/gulf-war" in load_canon([path], builtin=False, cache=cache).facts


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"facts:{WAR}", encoding="utf-8")
    assert load_canon([path], builtin=False, cache=tmp_path / "none" / "cache.json").facts


def test_ones_own_facts_come_on_top_and_replace(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "facts:\n"
        "- {id: event/fall-of-the-berlin-wall, kind: opening, label: Mauerfall, when: 1989-11}\n"
        "- {extend: person/barack-obama, names: [Barry], born: 1961}\n",
        encoding="utf-8",
    )
    canon = load_canon([path])
    assert canon.fact("event/fall-of-the-berlin-wall").label == "Mauerfall"
    obama = canon.fact("person/barack-obama")
    assert "Barry" in obama.names
    assert "Barack Obama" in obama.names
    assert obama.born == parse_edtf("1961")
    assert len(obama.terms) >= 2


def test_a_typo_raises_with_file_line_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "typo.yaml"
    path.write_text("facts:\n- id: event/a\n  kind: war\n  label: A\n  wehn: 1990\n", encoding="utf-8")
    with pytest.raises(CanonError, match=r'no key "wehn" \(did you mean "when"\?\)') as caught:
        load_canon([path], builtin=False)
    assert caught.value.file == str(path)
    assert caught.value.line == 5


def test_a_path_that_is_not_there_raises() -> None:
    with pytest.raises(CanonError, match="no such file"):
        load_canon([Path("nowhere.yaml")], builtin=False)


def test_an_unknown_id_is_an_input_error(canon: Canon) -> None:
    with pytest.raises(InputError, match="event/nothing"):
        canon.fact("event/nothing")


def test_a_fact_says_its_sort() -> None:
    fact = Fact("event/person-a/born", "birth", "x", ("x",))
    assert (fact.prefix, fact.slug) == ("event", "person-a/born")
