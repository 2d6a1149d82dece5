from __future__ import annotations

from itertools import pairwise
from typing import Any

from timelines.chronology.calendar import day_number
from timelines.chronology.edtf import parse_edtf
from timelines.drawing import Density, Told, first_window, kept_figure
from timelines.drawing.kept import CANON, OTHERS, lane_names

WINDOW = (float(day_number(2020, 1, 1)), float(day_number(2021, 1, 1)))


def told(key: str, when: str, lane: str = "paper.example", **more: Any) -> Told:
    return Told(key, f"Event {key}", parse_edtf(when), lane, **more)


def drawn(*events: Told, counts: tuple[int, ...] | None = None, **more: Any) -> dict[str, Any]:
    density = Density(*WINDOW, counts or (len(events),))
    return kept_figure(events, density, **{"window": WINDOW, **more})


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in figure["data"] if each["name"] == name)
    return found


def test_canonical_events_stand_above_the_lanes() -> None:
    figure = drawn(
        told("a", "2020-05-01"), told("b", "2020-05-01", canonical=True), told("c", "2020-06-01", "", pull=9)
    )
    assert figure["layout"]["meta"]["lanes"] == [CANON, "paper.example", OTHERS]
    instants = trace(figure, "instants")
    rows = {keys[0]: y for keys, y in zip(instants["customdata"], instants["y"], strict=True)}
    assert rows["b"] < rows["a"] < rows["c"]


def test_the_most_frequent_lanes_have_their_own() -> None:
    events = [told(f"{n}-{i}", "2020-05-01", f"lane {n}") for n in range(9) for i in range(9 - n)]
    names = lane_names(events)
    assert [name for name, lane in names.items() if lane != OTHERS] == [f"lane {n}" for n in range(5)]
    assert lane_names([told("a", "2020", "x"), told("b", "2020", canonical=True)]) == {"x": "x"}


def test_labels_and_marks_of_a_lane_do_not_overlap() -> None:
    events = [told(str(n), f"2020-05-{n % 28 + 1:02}", pull=n) for n in range(150)]
    figure = drawn(*events, width=1200, height=500)
    labels = trace(figure, "labels")
    spans: dict[float, list[tuple[float, float]]] = {}
    per_pixel = (WINDOW[1] - WINDOW[0]) / (1200 - 132)
    for x, y, text, side in zip(labels["x"], labels["y"], labels["text"], labels["textposition"], strict=True):
        long = len(text.strip()) * 6 * per_pixel
        spans.setdefault(y, []).append((x, x + long) if side == "middle right" else (x - long, x))
    for row in spans.values():
        row.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(row))


def test_every_event_is_drawn_or_in_the_strip() -> None:
    events = [told(str(n), f"2020-05-{n % 28 + 1:02}") for n in range(200)]
    figure = drawn(*events, counts=(0, 90_000, 10_000))
    assert figure["layout"]["meta"]["in_window"] == 100_000
    strip = trace(figure, "all events")
    assert strip["hovertext"] == ["90,000 events", "10,000 events"]
    assert len(strip["x"]) == 2
    assert strip["y"][0] < strip["y"][1] < 0
    assert sum(len(each.get("x", ())) for each in figure["data"]) < 2_000


def test_without_more_events_there_is_no_strip() -> None:
    assert "all events" not in {each["name"] for each in drawn(told("a", "2020-05-01"))["data"]}


def test_disagreement_is_a_mark_of_its_own() -> None:
    readings = (parse_edtf("2020-05-02"),)
    figure = drawn(told("a", "2020-05-01", readings=readings), told("b", "2020-07-01"))
    instants = trace(figure, "instants")
    assert instants["marker"]["symbol"] == ["diamond-open-dot", "diamond"]
    assert any("≠ Event a" in text for text in trace(figure, "labels")["text"])
    far = drawn(told("a", "2020-02-01", readings=(parse_edtf("2020-11-01"),)))
    span = trace(far, "spans")
    assert span["base"] == [day_number(2020, 2, 1)]
    assert span["x"] == [day_number(2020, 11, 2) - day_number(2020, 2, 1)]


def test_spans_fade_and_open_ends_have_arrows() -> None:
    figure = drawn(told("a", "2020-03/2020-10"), told("b", "2020-06-01/.."))
    assert len(set(trace(figure, "spans")["marker"]["color"])) > 2
    assert trace(figure, "open ends")["marker"]["symbol"] == ["triangle-right"]


def test_on_a_narrow_page_names_stand_above_their_lanes() -> None:
    wide, narrow = drawn(told("a", "2020-05-01")), drawn(told("a", "2020-05-01"), width=390)
    assert wide["layout"]["annotations"][0]["xanchor"] == "right"
    note = narrow["layout"]["annotations"][0]
    assert (note["xanchor"], note["y"]) == ("left", trace(narrow, "instants")["y"][0] - 1)
    assert narrow["layout"]["margin"]["l"] < 20


def test_a_hostile_label_stays_words() -> None:
    figure = drawn(Told("a", "<b>x</b>", parse_edtf("2020-05-01"), "<i>lane</i>"))
    assert trace(figure, "labels")["text"][0].endswith("&lt;b&gt;x&lt;/b&gt;")
    assert figure["layout"]["annotations"][0]["text"] == "&lt;i&gt;lane&lt;/i&gt;"


def test_nothing_at_all() -> None:
    figure = drawn(counts=(0,))
    assert figure["data"] == []
    assert first_window([]) is None


def test_the_first_window_is_where_most_is() -> None:
    events = [told("old", "-0043-03-15"), *(told(str(n), f"2020-05-{n + 1:02}") for n in range(10))]
    found = first_window(events)
    assert found is not None
    assert found[0] > day_number(2019, 1, 1)
