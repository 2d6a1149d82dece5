from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from tests.formats.events.examples import TIMES, dated, full, hostile
from timelines.formats.events.exported import EventList
from timelines.formats.events.html import events_to_html
from timelines.formats.events.svg import events_to_svg

_SVG = "{http://www.w3.org/2000/svg}"


def _svg(events: EventList) -> ElementTree.Element:
    return ElementTree.fromstring(events_to_svg(events).content)


def test_every_event_with_a_time_is_in_the_picture() -> None:
    root = _svg(dated(*TIMES))
    told = " ".join(element.text or "" for element in root.iter(f"{_SVG}title"))
    assert all(f"Event {number}" in told for number in range(len(TIMES)))
    assert [str(each) for each in events_to_svg(dated("2024")).report] == ["event none: left out: it has no date"]


def test_crowds_are_told() -> None:
    content, report = events_to_svg(dated(*["2024-05-05"] * 300))
    drawn = len(re.findall(r"<g>", content))
    assert drawn + len(report) == 301


def test_an_empty_picture() -> None:
    assert _svg(EventList("x", "Nothing", ())).tag == f"{_SVG}svg"


def test_a_hostile_picture_holds_nothing_that_acts() -> None:
    root = _svg(hostile())
    assert {element.tag for element in root.iter()} <= {
        _SVG + tag for tag in ("svg", "title", "style", "rect", "text", "line", "circle", "g")
    }
    for element in root.iter():
        assert not any(name.startswith("on") or "href" in name for name in element.attrib)
    assert "url(" not in events_to_svg(hostile()).content


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "action", "style")
            if name == "href":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _page(events: EventList) -> _Page:
    page = _Page()
    page.feed(events_to_html(events).content)
    return page


def test_the_page_lists_everything() -> None:
    page = _page(dated(*TIMES))
    assert page.tags.count("tr") == len(TIMES) + 2
    assert "unknown" in page.text
    assert _page(full()).links == ["https://news.example/bridge?a=1&b=2"]
    assert events_to_html(dated(*TIMES)).report == ()


def test_a_hostile_page_has_no_script_no_link_and_nothing_to_load() -> None:
    page = _page(hostile())
    assert not set(page.tags) & {"script", "img", "iframe", "object", "link", "base", "form", "a"}
    assert page.links == []
    assert "default-src 'none'" in events_to_html(hostile()).content
    assert len(events_to_html(hostile()).report) == len(hostile().events)
