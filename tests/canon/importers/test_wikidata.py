from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.canon.importers.dump import (
    JULIAN,
    item,
    item_snak,
    statement,
    text_snak,
    time_snak,
    valueless,
)
from timelines.canon.canon import Canon
from timelines.canon.importers.run import Report

FromItems = Callable[..., Canon]
HUMAN = [statement(item_snak("P31", "Q5"))]
BATTLE = [statement(item_snak("P31", "Q178561"))]
OFFICE = item("Q1001", "Mayor of Springfield", {"P31": [statement(item_snak("P31", "Q4164871"))]})


def born(time: str, **more: Any) -> dict[str, Any]:
    return statement(time_snak("P569", time), **more)


def test_a_person_with_offices(from_items: FromItems) -> None:
    canon = from_items(
        OFFICE,
        item(
            "Q1002",
            "Joe Quimby",
            {
                "P31": HUMAN,
                "P21": [statement(item_snak("P21", "Q6581097"))],
                "P569": [born("+1950-05-03T00:00:00Z")],
                "P39": [
                    statement(
                        item_snak("P39", "Q1001"),
                        rank="preferred",
                        P580=[time_snak("P580", "+1998-01-01T00:00:00Z")],
                    ),
                    statement(
                        item_snak("P39", "Q1001"),
                        P580=[time_snak("P580", "+1986-00-00T00:00:00Z", 9)],
                        P582=[time_snak("P582", "+1990-05-01T00:00:00Z")],
                        P1545=[text_snak("P1545", "3")],
                    ),
                    statement(
                        item_snak("P39", "Q1001"),
                        P580=[time_snak("P580", "+1970-00-00T00:00:00Z", 9)],
                        rank="deprecated",
                    ),
                    statement(item_snak("P39", "Q999999")),
                ],
            },
            aliases=("Diamond Joe", "Joseph Fitzgerald Quimby"),
            wikis=30,
        ),
    )
    person = canon.fact("person/q1002")
    assert person.names == ("Joe Quimby", "Diamond Joe", "Joseph Fitzgerald Quimby")
    assert (person.gender, person.short, person.wikidata) == ("m", ("Quimby",), "Q1002")
    assert (person.source, person.as_of) == ("Wikidata Q1002", "2025-03")
    assert [(t.office, t.start.edtf, t.end and t.end.edtf, t.ordinal) for t in person.terms] == [
        ("office/q1001", "1986", "1990-05-01", 3),
        ("office/q1001", "1998-01-01", None, None),
    ]
    assert [holder.id for holder, _ in canon.holders("office/q1001")] == ["person/q1002", "person/q1002"]
    assert canon.fact("event/person-q1002/born").when == person.born
    assert "event/person-q1002/born" in [event.id for event in canon.events_of("person/q1002")]


def test_terms_of_the_dead_ended_some_time(from_items: FromItems) -> None:
    held = statement(item_snak("P39", "Q1001"), P580=[time_snak("P580", "+1900-05-01T00:00:00Z")])
    unknown = statement(
        item_snak("P39", "Q1001"),
        P580=[time_snak("P580", "+1910-00-00T00:00:00Z", 9)],
        P582=[valueless("P582", "somevalue")],
    )
    died = [statement(time_snak("P570", "+1920-01-01T00:00:00Z"))]
    orr = item("Q1", "Ann Orr", {"P31": HUMAN, "P570": died, "P39": [held, unknown]})
    person = from_items(OFFICE, orr).fact("person/q1")
    assert [term.end.latest_iso for term in person.terms if term.end] == ["1920-01-01", "1920-01-01"]


@pytest.mark.parametrize(
    ("statements", "edtf", "others"),
    [
        ([born("+1950-00-00T00:00:00Z", rank="deprecated"), born("+1951-01-01T00:00:00Z")], "1951-01-01", []),
        ([born("+1950-01-01T00:00:00Z"), born("+1951-01-01T00:00:00Z", rank="preferred")], "1951-01-01", []),
        ([born("+1950-01-01T00:00:00Z"), born("+1951-01-01T00:00:00Z")], "1950-01-01", ["1951-01-01"]),
        ([statement(time_snak("P569", "+1950-00-00T00:00:00Z", 9)), born("+1950-05-03T00:00:00Z")], "1950-05-03", []),
        ([statement(valueless("P569", "somevalue")), born("+1950-05-03T00:00:00Z")], "1950-05-03", []),
        ([born("+1950-02-30T00:00:00Z"), born("+1950-05-03T00:00:00Z")], "1950-05-03", []),
    ],
)
def test_ranks_and_doubts(from_items: FromItems, statements: list[Any], edtf: str, others: list[str]) -> None:
    person = from_items(item("Q7", "Ann Orr", {"P31": HUMAN, "P569": statements})).fact("person/q7")
    assert person.born is not None
    assert person.born.edtf == edtf
    assert [(reading.when.edtf, reading.of) for reading in person.readings] == [(other, "born") for other in others]


def test_a_battle_by_the_julian_calendar(from_items: FromItems) -> None:
    when = [statement(time_snak("P585", "+1066-10-14T00:00:00Z", calendar=JULIAN))]
    takes_part = [statement(item_snak("P710", "Q11")), statement(item_snak("P710", "Q12"))]
    canon = from_items(
        item("Q11", "Ann Orr", {"P31": HUMAN, "P569": [born("+1030-01-01T00:00:00Z")]}),
        item("Q10", "Battle of Aldby", {"P31": BATTLE, "P585": when, "P710": takes_part}),
    )
    battle = canon.fact("event/q10")
    assert battle.when is not None
    assert battle.when.edtf == "1066-10-20"
    assert [(r.when.edtf, r.label) for r in battle.readings] == [("1066-10-14", "in the Julian calendar")]
    assert battle.participants == ("person/q11",), "what is not in the pack cannot be named"
    assert "event/q10" in [event.id for event in canon.events_of("person/q11")]


def test_what_lasted_and_what_exists(from_items: FromItems) -> None:
    def dated(**times: str) -> dict[str, list[Any]]:
        return {name: [statement(time_snak(name, time))] for name, time in times.items()}

    start, end = "+1990-08-02T00:00:00Z", "+1991-02-28T00:00:00Z"
    canon = from_items(
        item("Q20", "Aldby War", {"P31": [statement(item_snak("P31", "Q198"))], **dated(P580=start, P582=end)}),
        item("Q21", "Aldby Crisis", {"P31": [statement(item_snak("P31", "Q198"))], **dated(P580=start)}),
        item("Q22", "Aldby Motors", {"P31": [statement(item_snak("P31", "Q4830453"))], **dated(P571=start, P576=end)}),
        item("Q23", "Aldby Falls", {"P31": [statement(item_snak("P31", "Q515"))], **dated(P571=start)}),
        item("Q24", "Aldby Night", {"P31": [statement(item_snak("P31", "Q77777777"))], **dated(P585=start)}),
    )
    assert {fact.id: (fact.kind, fact.when and fact.when.edtf) for fact in canon.facts.values()} == {
        "event/q20": ("war", "1990-08-02/1991-02-28"),
        "event/q21": ("war", "1990-08-02/"),
        "org/q22": ("company", "1990-08-02/1991-02-28"),
        "place/q23": ("place", "1990-08-02/.."),
        "event/q24": ("event", "1990-08-02"),
    }


def test_what_has_no_date_no_name_or_no_known_kind_is_left_out(imported: Callable[..., tuple[Canon, Report]]) -> None:
    no_name = item("Q32", "x", {"P31": BATTLE, "P585": [statement(time_snak("P585", "+1900-01-01T00:00:00Z"))]})
    no_name["labels"] = []
    items = [
        item("Q30", "Orridae", {"P31": [statement(item_snak("P31", "Q16521"))]}),
        item("Q31", "Ann Orr", {"P31": HUMAN}),
        no_name,
        {"type": "property", "id": "P31", "datatype": "wikibase-item", "labels": {}, "claims": {"P580": []}},
        {**item("Q33", "Empty", {}), "claims": []},
    ]
    _, report = imported("wikidata", "\n".join(json.dumps(each) for each in items))
    assert (report.records, report.ignored, report.facts, report.malformed) == (5, 5, 0, 0)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "Q1", "claims": {"P585": ',
        "P585",
        '["P585"]',
        '{"type": "item", "claims": {"P585": []}}',
        '{"id": "Q1", "labels": {"en": 7}, "claims": {"P585": []}}',
        '{"id": "Q1", "labels": {"en": {"value": "x"}}, "claims": {"P31": {"P585": 1}}}',
        '{"id": "Q1", "labels": {"en": {"value": "x"}}, "claims": ["P585"]}',
        "[" * 100_000 + '"P585"',
    ],
)
def test_broken_lines_are_counted_with_their_number(imported: Callable[..., tuple[Canon, Report]], line: str) -> None:
    _, report = imported("wikidata", f"[\n{line},\n]\n")
    assert (report.records, report.malformed) == (1, 1)
    assert report.problems[0][0] == 2


def test_what_ends_before_it_begins_is_malformed(imported: Callable[..., tuple[Canon, Report]]) -> None:
    died = [statement(time_snak("P570", "+1900-01-01T00:00:00Z"))]
    person = item("Q1", "Ann Orr", {"P31": HUMAN, "P569": [born("+1950-01-01T00:00:00Z")], "P570": died})
    _, report = imported("wikidata", json.dumps(person))
    assert report.problems == [(1, "Q1: it ends (1900-01-01) before it begins (1950-01-01)")]
