from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from timelines.canon.packs.pack import Pack
from timelines.canon.packs.writer import Entry, PackWriter
from timelines.canon.schema import Fact, Reading, Term
from timelines.chronology.edtf import parse_edtf
from timelines.errors import CanonError

Write = Callable[..., Path]


def battle(place: str, when: str, **more: object) -> Fact:
    label = f"Battle of {place}"
    id_ = f"event/battle-of-{place.lower().replace(' ', '-')}"
    return Fact(id_, "battle", label, (label,), parse_edtf(when), **more)  # type: ignore[arg-type]


ALDBY = battle("Aldby", "1643-05-03", participants=("person/ann-orr",), wikidata="Q5", as_of="2025-10")
LONG = battle("Long Marsh", "1640-01-01/1660-01-01")
ORR = Fact(
    "person/ann-orr",
    "person",
    "Ann Orr",
    ("Ann Orr", "Ann O'Orr"),
    born=parse_edtf("1600"),
    short=("Orr",),
    terms=(Term("office/reeve", parse_edtf("1630"), parse_edtf("1635"), "Reeve"),),
)


def test_facts_are_found_by_id_name_item_and_words(pack: Write) -> None:
    opened = Pack(pack(ALDBY, LONG, ORR))
    assert opened.get(ALDBY.id) == ALDBY
    assert opened.get("event/none") is None
    assert opened.id_of("Q5") == ALDBY.id
    assert [named.id for named in opened.named(["ann o'orr", "nobody"])] == [ORR.id]
    assert opened.with_words([["battl", "battle"], ["aldby"]], None, None, 5) == [ALDBY]
    assert (len(opened), opened.terms, opened.as_of) == (3, 1, "2025-10")
    assert opened.counts() == {("event", "battle"): 2, ("person", "person"): 1}
    assert list(opened.ids()) == [ALDBY.id, LONG.id, ORR.id]


def test_links_and_days(pack: Write) -> None:
    opened = Pack(pack(ALDBY, LONG, ORR))
    day = parse_edtf("1643-05-03").earliest_day or 0
    assert opened.linked(["person/ann-orr", "Q1"], "part", 5) == [ALDBY]
    assert opened.linked(["office/reeve"], "held", 5) == [ORR]
    after = parse_edtf("1636").earliest_day
    assert opened.linked(["office/reeve"], "held", 5, (after, after)) == []
    assert opened.events_between(day, day, 5) == [ALDBY, LONG]
    assert opened.events_between(day, day, 5, lasting=False) == [ALDBY]
    assert opened.events_between(day + 1, day + 1, 5, lasting=False) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Bttle", "battle"),
        ("Batlte", "battle"),
        ("Bactle", "battle"),
        ("Battlle", "battle"),
        ("Fragilistc", "fragilistic"),
        ("Fragilsitik", "fragilistic"),
    ],
)
def test_slips_of_the_keyboard(pack: Write, written: str, meant: str) -> None:
    fragile = Fact("event/fragilistic", "event", "Fragilistic", ("Fragilistic",), parse_edtf("1900"))
    assert Pack(pack(ALDBY, fragile)).spellings(written.lower()) == [meant]


@pytest.mark.parametrize("written", ["abc", "xattle", "attle", "12345", "büttnerei", ""])
def test_what_is_no_slip(pack: Write, written: str) -> None:
    assert Pack(pack(ALDBY)).spellings(written) == []


def test_a_fact_written_again_replaces(pack: Write) -> None:
    pack(ALDBY, ORR)
    changed = battle("Aldby", "1644", wikidata="Q6")
    path = pack(Fact(**{**{f: getattr(changed, f) for f in changed.__slots__}, "names": ("Aldby Fight",)}))
    opened = Pack(path)
    assert len(opened) == 2
    assert opened.id_of("Q5") is None
    assert opened.named(["battle of aldby"]) == []
    assert opened.linked(["person/ann-orr"], "part", 5) == []
    assert [fact.wikidata for fact in opened.with_words([["aldby"]], None, None, 5)] == ["Q6"]


def test_names_of_other_datings_are_names(pack: Write) -> None:
    other = Reading(parse_edtf("1643-05-04"), "by others", ("Second Aldby",))
    opened = Pack(pack(battle("Aldby", "1643-05-03", readings=(other,))))
    assert [named.id for named in opened.named(["second aldby"])] == [ALDBY.id]


def test_a_batch_is_written_whole_or_not_at_all(pack: Write) -> None:
    path = pack(ALDBY)
    with PackWriter(path) as writer, pytest.raises(CanonError, match="cannot be written"):
        writer.write([Entry(ORR)], {"nonsense": 1, "gained": 0})
    assert len(Pack(path)) == 1


def test_quotes_and_operators_in_questions_do_no_harm(pack: Write) -> None:
    opened = Pack(pack(ALDBY))
    assert opened.named(['"', "'; drop table facts; --", "\x00"]) == []
    assert opened.linked(["'"], "part", 1) == []


def test_another_version_is_refused(pack: Write) -> None:
    path = pack(ALDBY)
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version = 99")
    connection.close()
    for use in (Pack, PackWriter):
        with pytest.raises(CanonError, match="version 99"):
            use(path)


def test_a_damaged_pack_is_named(pack: Write) -> None:
    path = pack(*(battle(f"Aldby {n}", "1643") for n in range(500)))
    content = bytearray(path.read_bytes())
    content[2_000:] = b"\xff" * (len(content) - 2_000)
    path.write_bytes(content)
    with pytest.raises(CanonError, match=r"facts\.pack"):
        Pack(path).get(ALDBY.id)


def test_a_closed_pack_answers_no_more(pack: Write) -> None:
    opened = Pack(pack(ALDBY))
    opened.close()
    with pytest.raises(CanonError):
        opened.get("event/x")
