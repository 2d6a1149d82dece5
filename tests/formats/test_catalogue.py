from __future__ import annotations

from pathlib import Path
from typing import get_args

from app.api.exports import ArticleFormat, EventFormat
from app.cli.reading import Shown
from tests.formats.articles import complete, hostile
from tests.formats.events.examples import STAMP
from timelines.formats.catalogue import ARTICLE_FORMATS, EVENT_FORMATS
from timelines.formats.events.exported import events_of
from timelines.model import Article, Timeline

GUIDE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_service_and_command_line_have_every_format() -> None:
    assert get_args(ArticleFormat) == tuple(ARTICLE_FORMATS)
    assert set(get_args(Shown)) == {"text", *ARTICLE_FORMATS}
    assert get_args(EventFormat) == tuple(EVENT_FORMATS)


def test_the_guide_has_every_format() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    kinds = {name: format_.media_type for name, format_ in ARTICLE_FORMATS.items()}
    kinds |= {name: format_.media_type for name, format_ in EVENT_FORMATS.items()}
    for name, kind in kinds.items():
        assert f"| `{name}` | `{kind}` |" in guide


def test_every_format_writes_every_article() -> None:
    for timeline in (complete(), hostile(), Timeline(Article("x", ""))):
        for format_ in ARTICLE_FORMATS.values():
            content, report = format_.write(timeline, STAMP)
            assert content.endswith("\n") or not content
            assert all(each.row and each.reason for each in report)


def test_no_kind_of_find_is_lost_in_silence() -> None:
    timeline = complete()
    for name in EVENT_FORMATS.keys() - {"jsonl", "csv"}:
        told = {each.row for each in ARTICLE_FORMATS[name].write(timeline, STAMP).report}
        assert {"dates", "names", "claims", "flags"} <= told


def test_the_same_article_gives_the_same_file() -> None:
    for format_ in ARTICLE_FORMATS.values():
        assert format_.write(complete(), STAMP) == format_.write(complete(), STAMP)


def test_events_of_an_article_say_what_is_not_settled() -> None:
    events = {event.id: event for event in events_of(complete()).events}
    assert (events["e5"].note, events["e1"].note) == ("planned", "")
    assert events["e1"].url == "https://news.example/oslo?a=1&b=2"
    assert events_of(hostile()).events[0].url == ""
