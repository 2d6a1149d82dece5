from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.formats.events.examples import TIMES, dated, full, hostile
from timelines.errors import InputError
from timelines.formats.events.timelinejs import events_from_timelinejs, events_to_timelinejs
from timelines.formats.events.timelinejs_text import plain_text


def _slides(content: str) -> list[dict[str, Any]]:
    slides: list[dict[str, Any]] = json.loads(content)["events"]
    return slides


def test_there_and_back() -> None:
    for events in (dated(*TIMES), full()):
        read, _ = events_from_timelinejs(events_to_timelinejs(events).content)
        assert set(read) == {each for each in events.events if each.span is not None}


def test_dates_as_timelinejs_has_them() -> None:
    slides = {slide["timelines"]["edtf"]: slide for slide in _slides(events_to_timelinejs(dated(*TIMES)).content)}
    assert slides["-0043-03-15"]["start_date"] == {"year": -44, "month": 3, "day": 15}
    assert slides["2025"]["start_date"] == {"year": 2025}
    assert slides["1989-11"]["start_date"] == {"year": 1989, "month": 11}
    assert slides["2024-06-03T14:30"]["start_date"]["minute"] == 30
    assert slides["1914-07-28/1918-11-11"]["end_date"] == {"year": 1918, "month": 11, "day": 11}
    assert slides["196X"]["display_date"] == "the 1960s"


def test_what_is_left_out_is_told() -> None:
    _, report = events_to_timelinejs(dated("Y300000", "2022-02-24/..", "2024"))
    assert [(each.row, each.reason) for each in report] == [
        ("event e1", "an open side is told in words only"),
        ("event e0", "left out: its year is beyond the calendar of browsers"),
        ("event none", "left out: it has no date"),
    ]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


def test_hostile_texts_are_no_markup() -> None:
    content, report = events_to_timelinejs(hostile())
    assert "<" not in content
    for slide in _slides(content):
        reader = _Tags()
        reader.feed(slide["text"]["headline"] + slide["text"]["text"] + slide["display_date"])
        assert reader.tags <= {"p"}
        assert slide["timelines"]["url"] == ""
    assert {each.reason for each in report} == {"its address is not one of the web"}


def test_slides_of_others() -> None:
    document = {
        "title": {"text": {"headline": "Towns"}},
        "events": [
            {
                "start_date": {"year": "1272", "month": "7", "day": "19"},
                "text": {"headline": "<b>Charter</b> &amp; seal", "text": "<p>One</p><script>x()</script><p>two</p>"},
                "media": {"url": "https://example.org/a.jpg"},
            },
            {"start_date": {"year": -44, "month": 3}, "end_date": {"year": -43}, "text": {"headline": "Ides"}},
            {"start_date": {"year": 2024, "month": 2, "day": 30}, "text": {"headline": "Never"}},
            {"start_date": {"year": 0}, "text": {"headline": "Nought"}},
            {"start_date": {"year": 2024}, "text": {"headline": " "}},
            {"start_date": {"year": True}, "text": {"headline": "X"}},
            {"start_date": {"year": 2024, "month": 1, "day": 1, "hour": 7, "minute": 5}, "text": {"headline": "Dawn"}},
            "nonsense",
        ],
    }
    events, report = events_from_timelinejs(json.dumps(document))
    assert [(each.label, each.note, each.span and each.span.edtf) for each in events] == [
        ("Charter & seal", "One two", "1272-07-19"),
        ("Ides", "", "-0043-03/-0042"),
        ("Dawn", "", "2024-01-01T07:05"),
    ]
    assert [each.row for each in report] == [
        "slide 1", "slide 3", "slide 4", "slide 5", "slide 6", "slide 8", "title"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"events": 3}', "[" * 100_000])
def test_what_is_no_timeline(text: str) -> None:
    with pytest.raises(InputError):
        events_from_timelinejs(text)


def test_plain_text_ends_no_worse_for_broken_markup() -> None:
    assert plain_text("a < b <style>x</style> & <i>c") == "a < b & c"
