from __future__ import annotations

import dataclasses
import json
from itertools import pairwise
from typing import Any

import pytest

from tests.drawing.examples import crowded_timeline, event, flagged_timeline
from timelines.chronology.calendar import day_number
from timelines.chronology.edtf import parse_edtf
from timelines.drawing import figure
from timelines.model import Article, Published, Timeline

Json = dict[str, Any]


def traces(drawn: Json, name: str) -> list[Json]:
    return [trace for trace in drawn["data"] if trace["name"] == name]


def keys(drawn: Json) -> set[str]:
    return {key for trace in drawn["data"] for found in trace.get("customdata", ()) for key in found}


def texts(drawn: Json) -> list[str]:
    return [note["text"] for note in drawn["layout"]["annotations"]]


def test_it_is_json_and_asks_nothing_of_others() -> None:
    drawn = figure(flagged_timeline())
    assert json.loads(json.dumps(drawn, allow_nan=False)) == drawn
    assert drawn["config"]["showSendToCloud"] is False
    assert drawn["config"]["plotlyServerURL"] == ""
    assert drawn["config"]["displaylogo"] is False
    assert {trace["type"] for trace in drawn["data"]} <= {"scatter", "bar"}


def test_a_wrong_claim_is_hollow_with_an_arrow_to_the_canon() -> None:
    drawn = figure(flagged_timeline())
    (wrong,) = traces(drawn, "wrong")
    assert wrong["marker"]["symbol"] == ["diamond-open"]
    assert wrong["customdata"] == [["flag-1", "event-e3"]]
    (outline,) = traces(drawn, "outline")
    assert outline["line"]["dash"]
    assert outline["meta"] == ["flag-2"]
    arrows = [note for note in drawn["layout"]["annotations"] if note["showarrow"]]
    assert [arrow["name"] for arrow in arrows] == ["flag-1", "flag-2"]
    assert arrows[0]["x"] == day_number(2024, 11, 5) + 0.5
    assert arrows[1]["x"] == day_number(2022, 2, 24) + 0.5
    assert arrows[1]["y"] < arrows[1]["ay"]
    assert drawn["layout"]["meta"]["arrows"] == [
        {"key": "flag-1", "index": drawn["layout"]["annotations"].index(arrows[0])},
        {"key": "flag-2", "index": drawn["layout"]["annotations"].index(arrows[1])},
    ]


def test_the_canon_mark_of_an_arrow_belongs_to_the_flag() -> None:
    drawn = figure(flagged_timeline())
    assert any(
        {"flag-1", "canon-event/us-election-2024"} <= set(found)
        for trace in drawn["data"]
        for found in trace.get("customdata", ())
    )


def test_every_dated_event_and_date_has_its_key() -> None:
    found = keys(figure(flagged_timeline()))
    assert {"event-e1", "event-e2", "event-e4", "event-e5", "event-e6"} <= found
    assert {"date-1", "date-2", "date-3", "date-4"} <= found
    assert "event-e7" not in found


def test_the_publication_date_is_a_band_with_its_doubt() -> None:
    drawn = figure(flagged_timeline())
    (band,) = [shape for shape in drawn["layout"]["shapes"] if shape["type"] == "rect"]
    assert band["x0"] == day_number(2025, 9, 4)
    assert "published ~4 Sep – 31 Dec 2025" in texts(drawn)


def test_what_lies_outside_is_said() -> None:
    drawn = figure(flagged_timeline())
    assert drawn["layout"]["meta"]["before"] == 1
    assert "◂ 1 earlier" in texts(drawn)
    low, high = drawn["layout"]["meta"]["whole"]
    everything = figure(flagged_timeline(), window=(low, high))
    assert everything["layout"]["meta"]["before"] == 0


def test_open_ends_go_on() -> None:
    (ends,) = traces(figure(flagged_timeline()), "open ends")
    assert set(ends["marker"]["symbol"]) == {"triangle-right"}


def test_hostile_words_are_not_markup() -> None:
    words = "<a href='https://evil.example'>met</a>"
    made = Timeline(article=Article(id="x", text=words), events=(event(1, words, "2025-09-04", text=words),))
    drawn = json.dumps(figure(made))
    assert "<a " not in drawn
    assert "&lt;a " in drawn


@pytest.mark.parametrize(("width", "height"), [(640, 460), (358, 240), (1600, 900)])
@pytest.mark.parametrize("events", [1, 14, 60, 600])
def test_a_crowd_fits_and_nothing_is_lost(events: int, width: int, height: int) -> None:
    drawn = figure(crowded_timeline(events), width=width, height=height)
    meta = drawn["layout"]["meta"]
    found = {key for key in keys(drawn) if key.startswith("event-")}
    assert len(found) + meta["left_out"] + meta["before"] + meta["after"] == events + 1
    assert drawn["layout"]["height"] <= height + 2
    assert sum(len(trace["x"]) for trace in drawn["data"]) < 2000


def test_labels_of_one_row_do_not_touch() -> None:
    drawn = figure(crowded_timeline(40), width=900, height=400)
    low, high = drawn["layout"]["xaxis"]["range"]
    per_day = (900 - 68) / (high - low)
    (labels,) = traces(drawn, "labels")
    rows: dict[float, list[tuple[float, float]]] = {}
    for x, y, text, side in zip(labels["x"], labels["y"], labels["text"], labels["textposition"], strict=True):
        at, need = (x - low) * per_day, len(text) * 5.6
        rows.setdefault(y, []).append((at - need, at) if side.endswith("left") else (at, at + need))
    for row in rows.values():
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(row)))


def test_nothing_dated_is_an_empty_picture() -> None:
    drawn = figure(Timeline(article=Article(id="x", text="No dates here.")))
    assert json.dumps(drawn)
    assert drawn["data"] == []


def test_themes_differ_only_in_colour() -> None:
    light, dark = figure(flagged_timeline()), figure(flagged_timeline(), theme="dark")
    assert light != dark
    assert [t["x"] for t in light["data"]] == [t["x"] for t in dark["data"]]


def test_it_is_the_same_each_time() -> None:
    assert figure(flagged_timeline()) == figure(flagged_timeline())


def test_a_flag_without_a_place_is_no_trouble() -> None:
    timeline = flagged_timeline()
    flags = tuple(dataclasses.replace(f, claimed_span=None, expected_span=None) for f in timeline.flags)
    drawn = figure(dataclasses.replace(timeline, flags=flags))
    assert drawn["layout"]["meta"]["arrows"] == []


def test_in_little_room_the_flags_and_their_targets_stay() -> None:
    drawn = figure(flagged_timeline(), width=358, height=210)
    assert drawn["layout"]["meta"]["left_out"] > 0
    assert [arrow["key"] for arrow in drawn["layout"]["meta"]["arrows"]] == ["flag-1", "flag-2"]


def test_a_publication_far_from_all_events_is_pointed_to() -> None:
    text = "The wall fell in 1989. The state ended in 1990."
    events = (event(1, "The wall fell", "1989-11-09", text=text), event(2, "The state ended", "1990-10-03", text=text))
    article = Article(id="x", text=text, published=Published(parse_edtf("2024-11-09"), "given"))
    drawn = figure(Timeline(article=article, events=events))
    assert drawn["layout"]["xaxis"]["range"][1] < day_number(1992, 1, 1)
    assert "published 9 Nov 2024 ▸" in texts(drawn)
