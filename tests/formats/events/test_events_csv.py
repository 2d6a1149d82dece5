from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.formats.events.examples import TIMES, dated, full, hostile
from timelines.errors import InputError
from timelines.formats.events.csv import COLUMNS, events_from_csv, events_to_csv
from timelines.formats.events.exported import EventList


def test_there_and_back() -> None:
    for events in (dated(*TIMES), full()):
        content, report = events_to_csv(events)
        assert report == ()
        assert events_from_csv(content) == (events.events, ())


def test_columns() -> None:
    row = next(csv.DictReader(io.StringIO(events_to_csv(full()).content)))
    assert tuple(row) == COLUMNS
    assert (row["edtf"], row["participants"]) == ("2024-06-03", "Carla Bruno; King Harald")


def test_no_cell_is_a_formula() -> None:
    content, report = events_to_csv(hostile())
    for row in csv.reader(io.StringIO(content, newline="")):
        for each in row:
            assert not each.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert {each.reason for each in report} == {"a semicolon inside a name became a comma"}


def test_labels_come_back_as_they_were() -> None:
    events = tuple(replace(each, id=str(number), url="") for number, each in enumerate(hostile().events))
    read, _ = events_from_csv(events_to_csv(EventList("x", "", events)).content)
    assert [each.label for each in read] == [each.label.strip() for each in events]
    plain, _ = events_from_csv("label,date\n'=1,2024\n'-1+1,2024\n-0043,2024\n''=1,2024\n'quoted,2024\n")
    assert [each.label for each in plain] == ["=1", "-1+1", "-0043", "'=1", "'quoted"]


def test_tables_of_others() -> None:
    text = "\ufeffTitle,Start Date,End Date,Location,Colour\nWar,1914-07-28,1918-11-11,Europe,red\nPeace,1919,,,\n"
    events, report = events_from_csv(text)
    assert [(each.label, each.span and each.span.edtf) for each in events] == [
        ("War", "1914-07-28/1918-11-11"),
        ("Peace", "1919"),
    ]
    assert [str(each) for each in report] == ["column 'colour': nothing here stands for it"]


def test_rows_that_cannot_be_used_are_told() -> None:
    events, report = events_from_csv("label,date,url\nA,2024-13,\n,2024,\nB,soon,\nC,2024,javascript:x\nD,2024,\n\n")
    assert [each.label for each in events] == ["D"]
    assert [each.row for each in report] == ["row 2", "row 3", "row 4", "row 5"]
    assert "2024-13" in report[0].reason


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "label\nX\n", 'label,date\n"X,2024'])
def test_what_is_no_table_of_events(text: str) -> None:
    with pytest.raises(InputError):
        events_from_csv(text)
