from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from timelines.canon.canon import Canon
from timelines.canon.importers import sparql
from timelines.canon.importers.run import Report

Imported = Callable[..., tuple[Canon, Report]]
ENTITY = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def row(**values: str) -> dict[str, Any]:
    """A row as the service writes it."""
    cells: dict[str, Any] = {}
    for name, text in values.items():
        if text.startswith("Q") and text[1:].isdigit() and not name.endswith("Label"):
            cells[name] = {"type": "uri", "value": ENTITY + text}
        elif text[:1] in "-0123456789" and "T" in text:
            cells[name] = {"type": "literal", "datatype": XSD + "dateTime", "value": text}
        else:
            cells[name] = {"xml:lang": "en", "type": "literal", "value": text}
    return cells


def result(*rows: dict[str, Any], indent: int | None = 2) -> str:
    return json.dumps({"head": {"vars": ["item"]}, "results": {"bindings": list(rows)}}, indent=indent)


BATTLE = row(item="Q10", itemLabel="Battle of Aldby", point="1643-05-03T00:00:00Z", **{"class": "Q178561"})
PERSON = {"item": "Q20", "itemLabel": "Ann Orr", "itemAltLabel": "Annie Orr, A. Orr", "class": "Q5"}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("piece", [7, 1 << 18])
def test_rows_of_an_item_are_put_together(
    imported: Imported, monkeypatch: pytest.MonkeyPatch, indent: int | None, piece: int
) -> None:
    monkeypatch.setattr(sparql, "_PIECE", piece)
    office = row(item="Q30", itemLabel="Reeve of Aldby", kind="office/office")
    first = row(
        **PERSON, born="1600-01-01T00:00:00Z", bornPrecision="9", position="Q30", positionStart="1630-01-01T00:00:00Z"
    )
    second = row(
        **PERSON,
        born="1600-01-01T00:00:00Z",
        bornPrecision="9",
        position="Q30",
        positionStart="1640-01-01T00:00:00Z",
        positionEnd="1645-01-01T00:00:00Z",
        positionOrdinal="7",
    )
    canon, report = imported("sparql", result(BATTLE, first, second, office, indent=indent))
    assert (report.records, report.facts, report.malformed) == (3, 3, 0)
    battle, person = canon.fact("event/q10"), canon.fact("person/q20")
    assert (battle.kind, battle.when and battle.when.edtf, battle.as_of) == ("battle", "1643-05-03", "2025-10")
    assert person.names == ("Ann Orr", "Annie Orr", "A. Orr")
    assert person.born is not None
    assert person.born.edtf == "1600"
    assert [(t.office, t.start.edtf, t.end and t.end.edtf, t.ordinal) for t in person.terms] == [
        ("office/q30", "1630-01-01", None, None),
        ("office/q30", "1640-01-01", "1645-01-01", 7),
    ]


def test_years_before_christ_count_with_a_zero(imported: Imported) -> None:
    canon, _ = imported("sparql", result(row(item="Q1", itemLabel="The Ides", point="-0043-03-13T00:00:00Z")))
    assert canon.fact("event/q1").when == canon.lookup("the Ides")[0].when
    assert canon.lookup("the Ides")[0].when.edtf == "-0043-03-13"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"itemLabel": "x", "point": "1643-05-03T00:00:00Z"}, 'a row without "item"'),
        ({"item": "here", "itemLabel": "x"}, "'here' is no Wikidata item"),
        ({"item": "Q1", "itemLabel": "x", "point": "1643-13-03T00:00:00Z"}, ""),
        ({"item": "Q1", "itemLabel": "x", "kind": "event/nonsense"}, '"event/nonsense" is no kind'),
        ({"item": "Q1", "itemLabel": "x", "point": "then"}, "'then' is not a date"),
    ],
)
def test_malformed_rows(imported: Imported, values: dict[str, str], problem: str) -> None:
    _, report = imported("sparql", result(BATTLE, row(**values)))
    assert (report.facts, report.malformed) == (1, 1)
    assert problem in report.problems[0][1]
    assert report.problems[0][0] > 10


def test_what_has_no_label_or_an_unknown_date_is_left_out(imported: Imported) -> None:
    blank = row(item="Q2", itemLabel="y", kind="event/war") | {"point": {"type": "bnode", "value": "t1234"}}
    _, report = imported("sparql", result(row(item="Q1", itemLabel="Q1", point="1643-05-03T00:00:00Z"), blank))
    assert (report.ignored, report.facts) == (2, 0)
