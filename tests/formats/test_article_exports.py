"""The export formats of one article."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.formats.articles import complete, hostile
from tests.formats.events.examples import ATTACKS
from timelines import parse_edtf, reconstruct
from timelines.formats.claim_review import timeline_to_claim_reviews
from timelines.formats.jsonl import timeline_to_jsonl
from timelines.formats.markdown import timeline_to_markdown
from timelines.formats.rss import timeline_to_rss
from timelines.formats.timeml import timeline_to_timeml
from timelines.formats.web_annotations import timeline_to_web_annotations
from timelines.model import Severity


def test_json_lines_hold_everything() -> None:
    for timeline in (complete(), hostile()):
        content, report = timeline_to_jsonl(timeline)
        rows = [json.loads(line) for line in content.split("\n") if line]
        assert report == ()
        assert rows[0]["kind"] == "article"
        finds = (timeline.expressions, timeline.names, timeline.unknown, timeline.events, timeline.claims)
        others = (timeline.flags, timeline.suppressed, timeline.notices)
        assert len(rows) == 1 + sum(map(len, finds + others))
        assert [row["start"] for row in rows[1:]] == sorted(row["start"] for row in rows[1:])


def _annotations(content: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(content)["first"]["items"]
    return items


def test_annotations_point_at_their_words() -> None:
    timeline = complete()
    content, report = timeline_to_web_annotations(timeline)
    items = _annotations(content)
    assert json.loads(content)["total"] == len(items) == 4 + 1 + 7 + 2
    for item in items:
        position, quote = item["target"]["selector"]
        text = timeline.article.text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert item["target"]["source"] == "https://news.example/oslo?a=1&b=2"
    assert len({item["id"] for item in items}) == len(items)
    flag = next(item for item in items if item["id"].endswith("#flag-2"))
    assert {"purpose": "editing", "value": "fourth year"}.items() <= flag["body"][2].items()
    assert {each.row for each in report} == {"claims", "notices", "suppressed flags", "unknown names"}


def test_annotations_of_a_hostile_article() -> None:
    content, _ = timeline_to_web_annotations(hostile())
    assert not set("<>&") & set(content)
    source = _annotations(content)[0]["target"]["source"]
    assert source.startswith("urn:timelines:article:%3Cscript")


def test_timeml_keeps_the_text_and_its_offsets() -> None:
    text = "As talks were held in Paris on 4 September 2025, <AT&T> \r\n said: Caesar was killed on 15 March 44 BC."
    timeline = reconstruct(text, published=parse_edtf("2025-09-05"))
    root = ElementTree.fromstring(timeline_to_timeml(timeline).content)
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text
    dates = {element.get("tid"): element for element in root.iter("TIMEX3")}
    assert {element.get("value") for element in dates.values()} == {"2025-09-05", "2025-09-04", "BC0044-03-15"}
    events = {element.get("eid"): element.text for element in body.iter("EVENT")}
    instances = {element.get("eiid"): events[element.get("eventID")] for element in root.iter("MAKEINSTANCE")}
    links = {
        instances[link.get("eventInstanceID")]: dates[link.get("relatedToTime")].text for link in root.iter("TLINK")
    }
    assert links["killed"] == "15 March 44 BC"
    assert links["talks"] == "4 September 2025"


def test_timeml_of_a_hostile_article_is_well_formed() -> None:
    content, report = timeline_to_timeml(hostile())
    root = ElementTree.fromstring(content)
    body = root.find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(hostile().article.text)
    assert {element.tag for element in root.iter()} <= {
        "TimeML", "DOCID", "DCT", "TITLE", "TEXT", "TIMEX3", "EVENT", "MAKEINSTANCE", "TLINK"
    }  # fmt: skip
    rows = {each.row for each in report}
    assert "text" in rows  # its bell is no character of XML
    assert {f"event e{number}" for number in range(len(ATTACKS))} <= rows


def test_what_timeml_cannot_say_is_told() -> None:
    _, report = timeline_to_timeml(complete())
    rows = {each.row for each in report}
    assert rows == {"publication date", "names", "unknown names", "claims", "flags", "suppressed flags", "notices"}


def test_claim_reviews() -> None:
    content, report = timeline_to_claim_reviews(complete(), author="The desk")
    review = json.loads(content)["@graph"][1]
    assert (review["@type"], review["author"]["name"]) == ("ClaimReview", "The desk")
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["reviewBody"].startswith("The full-scale invasion began")
    assert review["claimReviewed"] == "seventh year"
    assert review["citation"] == ["https://www.britannica.com/event/Russia-Ukraine-War", "Kremlin record"]
    assert {each.row for each in report} >= {"dates", "events", "claims"}


def test_remarks_are_no_reviews() -> None:
    from dataclasses import replace

    timeline = complete()
    remark = replace(timeline.flags[0], severity=Severity.INFO)
    content, report = timeline_to_claim_reviews(replace(timeline, flags=(remark,)))
    assert json.loads(content)["@graph"] == []
    assert report[0].row == "flag 1"


def test_hostile_reviews_fit_into_a_page() -> None:
    assert not set("<>&\u2028") & set(timeline_to_claim_reviews(hostile()).content)


def test_markdown_has_footnotes_at_the_words() -> None:
    content, report = timeline_to_markdown(complete())
    assert "enters its seventh year[^2], pledges" in content
    assert "[^2]: **T201 ordinal-period**, error: The full-scale invasion" in content
    assert "Write “fourth year”." in content
    assert content.startswith("# Envoys meet in Oslo\n\nPublished: between 4 September and 31 December 2025 (inferred)")
    assert "- March 2022: pledges made in March 2022" in content
    assert "event e7" in {each.row for each in report}


def test_markdown_of_a_hostile_article_shows_its_text_only() -> None:
    from markdown_it import MarkdownIt

    content = timeline_to_markdown(hostile()).content
    html = MarkdownIt("commonmark", {"html": True}).render(content.replace("[^", "(^"))
    for tag in ("<script", "<img", "<a ", "<code", "<em", "<b>", "<pre", "javascript:alert(1)</a"):
        assert tag not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not any(ord(character) < 32 for character in content.replace("\n", ""))


@pytest.mark.parametrize(
    "line",
    ["- x", "+ x", "1. x", "12) x", "# x", "    x", "\tx", "> x", "===", "---", "***", "```", "| a | b |", "[a]: b"],
)
def test_lines_that_look_like_markup(line: str) -> None:
    from markdown_it import MarkdownIt

    timeline = reconstruct(f"One line.\n{line}\nAnother on 4 May 2024.")
    text = timeline_to_markdown(timeline).content.split("\n## ")[0]
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<") == html.count("<p>") * 2
    assert line.strip().replace(">", "&gt;") in html


def test_rss_has_an_item_for_each_flag() -> None:
    content, report = timeline_to_rss(complete())
    channel = ElementTree.fromstring(content).find("channel")
    assert channel is not None
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == [
        "T301 event-date: reelected in January 2025",
        "T201 ordinal-period: seventh year",
    ]
    assert items[1].findtext("link") == "https://news.example/oslo?a=1&b=2"
    assert items[1].findtext("guid") == "https://news.example/oslo?a=1&b=2#flag-2"
    assert "<p>Write: fourth year</p>" in (items[1].findtext("description") or "")
    assert "events" in {each.row for each in report}


def test_rss_of_a_hostile_article() -> None:
    content, report = timeline_to_rss(hostile())
    root = ElementTree.fromstring(content)
    for item in root.iter("item"):
        assert item.find("link") is None
        description = item.findtext("description") or ""
        assert "<script" not in description
        assert "<img" not in description
        assert "<" not in (item.findtext("title") or "")
    assert any("address" in each.reason for each in report)
