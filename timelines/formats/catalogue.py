"""Every export format by name: for one article, and for a list of events."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from timelines.formats.carried import Export, kinds_left
from timelines.formats.claim_review import timeline_to_claim_reviews
from timelines.formats.csv import timeline_to_csv
from timelines.formats.events.csv import events_to_csv
from timelines.formats.events.edtf import events_to_edtf
from timelines.formats.events.exported import EventList, events_of
from timelines.formats.events.html import events_to_html
from timelines.formats.events.icalendar import events_to_icalendar
from timelines.formats.events.jsonl import events_to_jsonl
from timelines.formats.events.schema_org import events_to_schema_org
from timelines.formats.events.svg import events_to_svg
from timelines.formats.events.timelinejs import events_to_timelinejs
from timelines.formats.events.vis import events_to_vis
from timelines.formats.json import timeline_to_json
from timelines.formats.jsonl import timeline_to_jsonl
from timelines.formats.markdown import timeline_to_markdown
from timelines.formats.rss import timeline_to_rss
from timelines.formats.timeml import timeline_to_timeml
from timelines.formats.web_annotations import timeline_to_web_annotations
from timelines.model import Timeline

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Format(Generic[Noun]):
    """``write`` gets the noun and when it was last changed (UTC), which some formats must say."""

    name: str
    title: str
    media_type: str
    suffix: str
    write: Callable[[Noun, datetime], Export]


def _timed(write: Callable[[Noun], Export]) -> Callable[[Noun, datetime], Export]:
    return lambda noun, _: write(noun)


_EVENTS: Final[tuple[Format[EventList], ...]] = (
    Format("jsonl", "JSON Lines", "application/jsonl", "jsonl", _timed(events_to_jsonl)),
    Format("csv", "CSV", "text/csv", "csv", _timed(events_to_csv)),
    Format("timelinejs", "TimelineJS 3", "application/json", "json", _timed(events_to_timelinejs)),
    Format("vis", "vis-timeline", "application/json", "json", _timed(events_to_vis)),
    Format("icalendar", "iCalendar", "text/calendar", "ics", events_to_icalendar),
    Format("schema-org", "schema.org Event", "application/ld+json", "jsonld", _timed(events_to_schema_org)),
    Format("edtf", "EDTF text", "text/plain", "txt", _timed(events_to_edtf)),
    Format("html", "HTML page", "text/html", "html", _timed(events_to_html)),
    Format("svg", "SVG chart", "image/svg+xml", "svg", _timed(events_to_svg)),
)


def _of_article(format_: Format[EventList]) -> Format[Timeline]:
    def write(timeline: Timeline, stamp: datetime) -> Export:
        content, report = format_.write(events_of(timeline), stamp)
        return Export(content, (*report, *kinds_left(timeline, ("events",))))

    return Format(format_.name, format_.title, format_.media_type, format_.suffix, write)


def _json(timeline: Timeline) -> Export:
    return Export(json.dumps(timeline_to_json(timeline), ensure_ascii=False, indent=2) + "\n", ())


def _csv(timeline: Timeline) -> Export:
    return Export(timeline_to_csv(timeline), tuple(kinds_left(timeline, ("dates", "events", "claims", "flags"))))


_ARTICLE: Final[tuple[Format[Timeline], ...]] = (
    Format("json", "JSON", "application/json", "json", _timed(_json)),
    Format("jsonl", "JSON Lines", "application/jsonl", "jsonl", _timed(timeline_to_jsonl)),
    Format("csv", "CSV", "text/csv", "csv", _timed(_csv)),
    Format("web-annotations", "Web Annotations", "application/ld+json", "jsonld", _timed(timeline_to_web_annotations)),
    Format("timeml", "TimeML", "application/xml", "tml", _timed(timeline_to_timeml)),
    Format(
        "claim-review", "schema.org ClaimReview", "application/ld+json", "jsonld", _timed(timeline_to_claim_reviews)
    ),
    Format("markdown", "Markdown", "text/markdown", "md", _timed(timeline_to_markdown)),
    Format("rss", "RSS of flags", "application/rss+xml", "rss", _timed(timeline_to_rss)),
)

EVENT_FORMATS: Final[Mapping[str, Format[EventList]]] = MappingProxyType({each.name: each for each in _EVENTS})
ARTICLE_FORMATS: Final[Mapping[str, Format[Timeline]]] = MappingProxyType(
    {
        each.name: each
        for each in (*_ARTICLE, *(_of_article(each) for each in _EVENTS if each.name not in {"jsonl", "csv"}))
    }
)
