"""JSON Lines, EDTF text, vis-timeline, schema.org: formats of a few fields."""

from __future__ import annotations

import json
from datetime import datetime
from html import unescape

import pytest

from tests.formats.events.examples import ATTACKS, TIMES, dated, full, hostile
from timelines.chronology.edtf import parse_edtf
from timelines.errors import InputError
from timelines.formats.events.edtf import events_to_edtf
from timelines.formats.events.jsonl import events_from_jsonl, events_to_jsonl
from timelines.formats.events.schema_org import events_to_schema_org
from timelines.formats.events.vis import events_to_vis


def test_json_lines_hold_everything() -> None:
    for events in (dated(*TIMES), full(), hostile()):
        content, report = events_to_jsonl(events)
        assert report == ()
        assert events_from_jsonl(content) == events.events
        assert len(content.splitlines()) >= len(events.events)


def test_broken_json_lines_name_the_line() -> None:
    good = events_to_jsonl(full()).content
    for bad in ("3", "{}", '{"id": 1}', "{", "[" * 100_000):
        with pytest.raises(InputError, match="line 2"):
            events_from_jsonl(good + bad)


def test_edtf_text_is_one_event_a_line() -> None:
    content, report = events_to_edtf(dated(*TIMES))
    lines = [line.split("\t") for line in content.splitlines()]
    assert sorted(parse_edtf(edtf).edtf for edtf, _ in lines) == sorted(parse_edtf(each).edtf for each in TIMES)
    assert [str(each) for each in report] == ["event none: it has no date"]
    assert lines[0][0] == "-0043-03-15"
    content, report = events_to_edtf(hostile())
    assert content.count("\n") == content.count("\t") == len(ATTACKS)
    assert len(report) == len(ATTACKS)


def test_vis_items() -> None:
    content, report = events_to_vis(dated(*TIMES, "Y300000"))
    items = {item["edtf"]: item for item in json.loads(content)}
    assert items["-0043-03-15"]["start"] == "-000043-03-15T00:00:00Z"
    assert items["Y17000"]["start"] == "+017000-01-01T00:00:00Z"
    war = items["1914-07-28/1918-11-11"]
    assert (war["type"], war["end"]) == ("range", "1918-11-12T00:00:00Z")
    assert items["1989-11-09"]["type"] == "point"
    assert {each.row for each in report} == {"event e11", "event e14", "event e16", "event none"}
    assert datetime.fromisoformat(war["start"]).year == 1914


def test_vis_contents_are_escaped() -> None:
    content, _ = events_to_vis(hostile())
    assert "<" not in content
    for item, attack in zip(json.loads(content), ATTACKS, strict=True):
        assert "<" not in item["content"] + item["title"]
        if attack.isprintable():
            assert unescape(item["content"]) == attack
        assert item["url"] == ""


def test_schema_org_events() -> None:
    content, report = events_to_schema_org(dated(*TIMES))
    graph = {row["identifier"]: row for row in json.loads(content)["@graph"]}
    assert graph["e0"]["startDate"] == "-0043-03-15"
    assert (graph["e4"]["startDate"], graph["e4"]["endDate"]) == ("1914-07-28", "1918-11-11")
    assert graph["e12"]["startDate"] == "2024-06-03T14:30"
    assert "startDate" not in graph["e14"]
    assert {each.row for each in report} >= {"event none", "event e6", "event e10"}
    row = json.loads(events_to_schema_org(full()).content)["@graph"][0]
    assert row["location"] == {"@type": "Place", "name": "Oslo"}
    assert row["subjectOf"][0]["name"] == "news.example"


def test_json_ld_fits_into_a_page() -> None:
    content, _ = events_to_schema_org(hostile())
    assert not set("<>&\u2028") & set(content)
    names = [row["name"] for row in json.loads(content)["@graph"]]
    assert names == list(ATTACKS)
