"""A canon of facts in memory and of packs beside them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from tests.canon.packs.test_pack import ALDBY, LONG, ORR, battle
from timelines import reconstruct
from timelines.canon.canon import Canon
from timelines.canon.schema import Fact, Term
from timelines.chronology.edtf import parse_edtf
from timelines.errors import InputError

Write = Callable[..., Path]
Beside = Callable[..., Canon]
REEVE = Fact("office/reeve", "office", "Reeve of Aldby", ("Reeve of Aldby",), titles=("Reeve",), holders=None)
OWN = """
- {id: person/bo-lind, label: Bo Lind, born: 1950, wikidata: Q77}
- {id: event/siege-of-thorp, kind: battle, label: Siege of Thorp, when: 1650-06-01, participants: [person/bo-lind]}
"""


def test_facts_are_read_through(pack: Write, beside: Beside) -> None:
    canon = beside(OWN, pack(ALDBY, ORR))
    assert canon.fact("event/battle-of-aldby").when == ALDBY.when
    assert canon.facts["person/ann-orr"].label == "Ann Orr"
    assert "event/none" not in canon.facts
    assert canon.fact("event/person-ann-orr/born").label == "Birth of Ann Orr"
    assert "person/ann-orr" not in canon.loaded
    assert len(canon.facts) == len(list(canon.facts)) == len(canon.loaded) + 2
    with pytest.raises(InputError):
        canon.fact("event/person-nobody/born")


def test_memory_comes_first_then_the_later_pack(pack: Write, beside: Beside) -> None:
    first = pack(ALDBY, battle("Thorp", "1700"), name="first")
    second = pack(replace(ALDBY, label="Fight of Aldby"), name="second")
    canon = beside("- {id: event/battle-of-thorp, kind: battle, label: Thorp, when: 1650}\n", first, second)
    assert canon.fact("event/battle-of-thorp").label == "Thorp"
    assert canon.fact("event/battle-of-aldby").label == "Fight of Aldby"
    assert len(canon.facts) == len(list(canon.facts)) == 2
    assert [answer.label for answer in canon.lookup("battle of Aldby")] == ["Fight of Aldby"]


def test_the_same_thing_is_told_once(pack: Write, beside: Beside) -> None:
    by_item = Fact(
        "person/q77", "person", "Bo M. Lind", ("Bo M. Lind", "Bo Lind"), born=parse_edtf("1950"), wikidata="Q77"
    )
    by_name = Fact("event/q9", "battle", "Siege of Thorp", ("Siege of Thorp",), parse_edtf("1650-06-11"))
    another = Fact("event/q8", "battle", "Siege of Thorp", ("Siege of Thorp",), parse_edtf("1750-06-11"))
    canon = beside(OWN, pack(by_item, by_name, another))
    found = [answer.id for answer in canon.lookup("Bo Lind")]
    assert (found[0], "person/q77" in found) == ("person/bo-lind", False)
    assert [answer.id for answer in canon.lookup("siege of Thorp")] == ["event/siege-of-thorp", "event/q8"]
    assert [m.candidates for m in canon.mentions("Bo Lind went.")] == [("person/bo-lind",)]


def test_references_by_item_lead_to_what_is_known(pack: Write, beside: Beside) -> None:
    fight = battle("Aldby", "1999", participants=("Q77", "Q1", "Q424242"))
    ruler = replace(ORR, wikidata="Q1", terms=(Term("Q2", parse_edtf("1630"), parse_edtf("1635"), ""),))
    canon = beside(OWN, pack(fight, ruler, replace(REEVE, wikidata="Q2")))
    assert canon.fact(fight.id).participants == ("person/bo-lind", "person/ann-orr")
    assert [event.id for event in canon.events_of("person/bo-lind")][-1] == fight.id
    assert canon.terms_of("person/ann-orr")[0].office == "office/reeve"
    assert [person.id for person, _ in canon.holders("office/reeve", parse_edtf("1632"))] == ["person/ann-orr"]
    assert canon.holders("office/reeve", parse_edtf("1640")) == []


def test_references_that_lead_nowhere_are_left_out(pack: Write, beside: Beside) -> None:
    canon = beside(
        OWN, pack(ALDBY, replace(ORR, id="person/orr", terms=(Term("office/none", parse_edtf("1630"), None, ""),)))
    )
    assert canon.fact(ALDBY.id).participants == ()
    assert canon.terms_of("person/orr") == ()


def test_an_office_of_the_same_name_is_the_same(pack: Write, beside: Beside) -> None:
    ruler = replace(ORR, terms=(Term("Q2", parse_edtf("1630"), parse_edtf("1635"), ""),))
    reeve = replace(REEVE, id="office/q2", wikidata="Q2")
    canon = beside("- {id: office/aldby-reeve, label: Reeve of Aldby, titles: [Reeve]}", pack(ruler, reeve))
    assert canon.terms_of(ORR.id)[0].office == "office/aldby-reeve"
    assert [person.id for person, _ in canon.holders("office/aldby-reeve")] == [ORR.id]


def test_events_between_days(pack: Write, beside: Beside) -> None:
    canon = beside(OWN, pack(ALDBY, LONG))
    day = parse_edtf("1650-06-01").earliest_day or 0
    assert [event.id for event in canon.events_between(day, day)] == [LONG.id, "event/siege-of-thorp"]
    assert canon.imported_between(day, day) == []


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("when was the battle of Aldby", "event/battle-of-aldby"),
        ("battle of Aldbi", "event/battle-of-aldby"),
        ("Ann Orr", "person/ann-orr"),
        ("when was Ann Orr born", "event/person-ann-orr/born"),
        ("Orr reeve", "person/ann-orr"),
        ("who was reeve of Aldby in 1632", "person/ann-orr"),
        ("1643-05-03", "event/battle-of-aldby"),
        ("siege of Thorp", "event/siege-of-thorp"),
    ],
)
def test_questions(pack: Write, beside: Beside, query: str, id_: str) -> None:
    answers = beside(OWN, pack(ALDBY, LONG, ORR, REEVE)).lookup(query)
    assert answers
    assert answers[0].id == id_
    assert answers[0].reason


@pytest.mark.parametrize(
    "query",
    ["battle of Nowhere", "Ann Orr's dog", "second battle of Aldby", "who was reeve of Aldby in 1640", "why Aldby", ""],
)
def test_what_is_not_answered(pack: Write, beside: Beside, query: str) -> None:
    assert beside(OWN, pack(ALDBY, LONG, ORR, REEVE)).lookup(query) == []


def test_neighbours_come_from_memory(pack: Write, beside: Beside) -> None:
    around = beside(OWN, pack(ALDBY)).lookup("battle of Aldby")[0].neighbours
    assert [each.id for each in around] == ["event/siege-of-thorp"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was fought at the Battle of Aldby.", ["event/battle-of-aldby"]),
        (
            "Ann Orr’s men won the battle of Aldby; Orr fled.",
            ["person/ann-orr", "event/battle-of-aldby", "person/ann-orr"],
        ),
        ("BATTLE OF ALDBY ENDS", ["event/battle-of-aldby"]),
        ("Orr fled. The battle of Aldbying.", []),
        ("Reeve Ann Orr came.", ["person/ann-orr"]),
        ("The Reeve of Aldby came.", ["office/reeve"]),
        ("", []),
    ],
)
def test_names_in_text(pack: Write, beside: Beside, text: str, found: list[str]) -> None:
    canon = beside(OWN, pack(ALDBY, ORR, REEVE))
    mentions = canon.mentions(text)
    assert [mention.candidates[0] for mention in mentions] == found
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_the_longer_name_counts(pack: Write, beside: Beside) -> None:
    canon = beside(
        "- {id: state/aldby, label: Aldby, since: 1500}\n",
        pack(Fact("org/bank", "bank", "Bank of Aldby", ("Bank of Aldby",)), Fact("org/x", "team", "Aldby", ("Aldby",))),
    )
    found = canon.mentions("The Bank of Aldby is in Aldby.")
    assert [mention.candidates for mention in found] == [("org/bank",), ("state/aldby",)]


def test_a_shared_name_means_what_is_known_far_better_or_nothing(pack: Write, beside: Beside) -> None:
    one = Fact("person/q1", "person", "John Reed", ("John Reed",), born=parse_edtf("1900"))
    two = Fact("person/q2", "person", "John Reed", ("John Reed",), born=parse_edtf("1950"))
    known = pack(one, name="known", prominence=90)
    unknown = pack(two, name="unknown", prominence=3)
    alike = pack(one, two, name="alike", prominence=9)
    assert beside("", alike).mentions("John Reed came.") == []
    assert {m.candidates for m in beside("", known, unknown).mentions("John Reed came.")} <= {
        ("person/q1",),
        ("person/q2",),
    }


def test_a_single_word_must_be_well_known_and_look_like_a_name(pack: Write, beside: Beside) -> None:
    acme = Fact("org/q1", "company", "Acme", ("Acme",), when=parse_edtf("1900"))
    text = "Acme grew. They said Acme fell."
    assert len(beside("", pack(acme, name="a", prominence=50)).mentions(text)) == 2
    assert beside("", pack(acme, name="a", prominence=50)).mentions("Acme grew. acme too.") == []
    assert beside("", pack(acme, name="b", prominence=3)).mentions(text) == []
    assert len(beside("", pack(acme, name="c")).mentions(text)) == 2
    person = Fact("person/q2", "person", "Pele", ("Pele",), born=parse_edtf("1940"))
    assert beside("", pack(person, name="d", prominence=200)).mentions("They said Pele came.") == []


def test_articles_are_checked_against_imported_facts(pack: Write, beside: Beside) -> None:
    text = "The Battle of Aldby began on 3 May 1653."
    timeline = reconstruct(text, published=parse_edtf("2025-01-01"), canon=beside(OWN, pack(ALDBY)))
    assert [(flag.rule, flag.evidence[0].id) for flag in timeline.flags] == [("T301", "event/battle-of-aldby")]


def test_a_canon_is_shared_between_threads(pack: Write, beside: Beside) -> None:
    canon = beside(OWN, pack(*(battle(f"Field {n}", "1643-05-03") for n in range(200))))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: canon.lookup(f"battle of field {n % 200}"), range(400)))
    assert all(answer[0].label == f"Battle of Field {n % 200}" for n, answer in enumerate(answers))


def test_counts(pack: Write, beside: Beside) -> None:
    stats = beside(OWN, pack(ALDBY, LONG, ORR)).stats()
    assert stats.counts["event", "battle"] == 3
    assert [(p.facts, p.terms, p.as_of) for p in stats.packs] == [(3, 1, "2025-10")]
    assert stats.as_of == "2025-10"
