"""Files of tables and lists: congress-legislators, Archigos, plain CSV."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timelines.canon.canon import Canon
from timelines.canon.importers.archigos_states import STATES
from timelines.canon.importers.run import Report
from timelines.canon.importers.us_states import US_STATES

Imported = Callable[..., tuple[Canon, Report]]

CONGRESS = """- id:
    bioguide: O000001
    govtrack: 1
    wikidata: Q999
  name:
    first: Ann
    middle: Mary
    last: Orr
    nickname: Annie
    official_full: Ann M. Orr
  bio:
    birthday: '1950-05-03'
    gender: F
  terms:
  - type: rep
    start: '1993-01-05'
    end: '1995-01-03'
    state: WA
    district: 1
    party: Democrat
  - type: sen
    start: '2021-01-03'
    end: '2027-01-03'
    state: WA
    class: 1
    party: Democrat
- id: [broken
  name: x
- id:
    govtrack: 2
  name:
    first: Bo
    last: Lind
    suffix: Jr.
  bio: {}
  terms:
  - type: prez
    start: '1793-03-04'
    end: '1797-03-04'
    how: election
- id: {govtrack: 3}
  name: {first: No, last: State}
  terms:
  - {type: sen, start: '1793-03-04', end: '1797-03-04', state: ZZ}
"""
ARCHIGOS = """idacr,leader,startdate,enddate,borndate,deathdate,yrborn,yrdied,entry,exit
USA,"Orr, A.",1900-03-04,1904-03-04,NA,1930-07-23,1850,1930,Regular,Regular
USA,Lind,1904-03-04,1908-03-04,1860-01-01,-777,1860,-777,Irregular,Regular
USA,"Orr, A.",1908-03-04,1912-03-04,NA,1930-07-23,1850,1930,Regular,Regular
USA,Backward,1920-03-04,1912-03-04,NA,NA,1850,1930,Regular,Regular
XYZ,Present,2010-03-04,2015-12-31,NA,NA,-999,-777,Regular,Still in Office
XYZ,short
"""
CSV = """id,kind,label,names,when,start,end,participants,place,source
event/battle-of-aldby,battle,Battle of Aldby,Aldby Field| Old  Aldby,1643-05-03,,,person/ann-orr|a town,Aldby,Archive
event/aldby-war,war,Aldby War,,,1640,1645,,,
person/ann-orr,,Ann Orr,,,1601,1668-11-02,,,
org/aldby-bank,bank,"Bank of ""Aldby"", the old
one",,,1871,,,,
"""


def test_members_of_congress(imported: Imported) -> None:
    canon, report = imported("congress", CONGRESS)
    assert (report.records, report.malformed) == (4, 2)
    assert [line for line, _ in report.problems] == [27, 41]
    orr = canon.fact("person/ann-orr-o000001")
    assert orr.names == ("Ann M. Orr", "Ann Orr", "Ann Mary Orr", "Annie Orr")
    assert (orr.short, orr.gender, orr.wikidata) == (("Orr",), "f", "Q999")
    assert [(t.office, t.start.edtf, t.end and t.end.edtf, t.party) for t in orr.terms] == [
        ("office/us-representative-washington", "1993-01-05", "1995-01-03", "Democrat"),
        ("office/us-senator-washington", "2021-01-03", None, "Democrat"),
    ]
    lind = canon.fact("person/bo-lind-2")
    assert lind.terms[0].office == "office/us-president"
    assert lind.terms[0].note == "election"
    assert "Bo Lind, Jr." in lind.names
    assert canon.lookup("who was senator for Washington in 2024")[0].id == orr.id
    assert canon.lookup("who was senator for Washington in 2026") == [], "nobody knows beyond as_of"
    assert set(US_STATES) >= {"AL", "WY", "DC", "PR"}


def test_leaders_of_states(imported: Imported) -> None:
    canon, report = imported("archigos", ARCHIGOS)
    assert (report.facts, report.malformed) == (5, 2)
    assert {line for line, _ in report.problems} == {5, 7}
    orr = canon.fact("person/archigos-usa-orr-a-1900")
    assert (orr.label, orr.short) == ("A. Orr", ("Orr",))
    assert [(t.start.edtf, t.end and t.end.edtf, t.note) for t in orr.terms] == [
        ("1900-03-04", "1904-03-04", "Regular"),
        ("1908-03-04", "1912-03-04", "Regular"),
    ]
    assert (orr.born and orr.born.edtf, orr.died and orr.died.edtf) == ("1850", "1930-07-23")
    lind = canon.fact("person/archigos-usa-lind-1904")
    assert (lind.died, lind.short) == (None, ())
    present = canon.fact("person/archigos-xyz-present-2010")
    assert (present.terms[0].end, present.as_of, present.born) == (None, "2015-12", None)
    assert canon.lookup("who was leader of the United States in 1906")[0].id == lind.id
    assert STATES["UKG"] == "the United Kingdom"


def test_rows_of_a_table(imported: Imported) -> None:
    canon, report = imported("csv", CSV)
    assert (report.records, report.facts, report.problems) == (4, 4, [])
    battle = canon.fact("event/battle-of-aldby")
    assert battle.names == ("Battle of Aldby", "Aldby Field", "Old Aldby")
    assert (battle.place, battle.source, battle.as_of) == ("Aldby", "Archive", "2025-10")
    assert battle.participants == ("person/ann-orr", "a town")
    war, person, bank = (canon.fact(i) for i in ("event/aldby-war", "person/ann-orr", "org/aldby-bank"))
    assert (war.when and war.when.edtf, war.source) == ("1640/1645", "source.csv")
    assert (person.born and person.born.edtf, person.died and person.died.edtf) == ("1601", "1668-11-02")
    assert bank.label == 'Bank of "Aldby", the old one'
    assert (bank.since and bank.since.edtf, bank.when and bank.when.edtf) == ("1871", "1871/..")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Aldby,war,Aldby,1900", "is no id"),
        ("event/Aldby,war,Aldby,1900", "is no id"),
        ("event/aldby,war,,1900", "has no label"),
        ("event/aldby,party,Aldby,1900", '"party" is no kind of event'),
        ("event/aldby,war,Aldby,", "has no date"),
        ("event/aldby,war,Aldby,3 May 1900", "is not a date"),
        ("event/aldby,war,Aldby", "3 values"),
        ("event/aldby,war,Aldby,1900,x", "5 values"),
        ('event/aldby,war,"Ald"by,1900', "not CSV"),
    ],
)
def test_malformed_rows_of_a_table(imported: Imported, row: str, problem: str) -> None:
    _, report = imported("csv", f"id,kind,label,when\n\n{row}\nevent/thorp,war,Thorp,1900\n")
    assert (report.facts, report.malformed) == (1, 1)
    line, text = report.problems[0]
    assert line == 3
    assert problem in text
