"""Reads the events of a text with an empty canon, for the tests of events."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.canon.canon import Canon
from timelines.chronology import parse_edtf
from timelines.extraction.events import extract_events
from timelines.extraction.passage import Passage
from timelines.model import Article, Event, Name, Published
from timelines.reading.sentences import sentences
from timelines.tagging import tag

EMPTY = Canon({})


def events_of(text: str, published: str | None = None, names: Sequence[Name] = ()) -> list[Event]:
    span = parse_edtf(published) if published else None
    article = Article("a", text, published=Published(span, "given" if span else "unknown"), sentences=sentences(text))
    return extract_events(article, tag(text, span), names, EMPTY)


def passage_of(text: str, published: str | None = None) -> Passage:
    """The text as extraction sees it, without names and events."""
    span = parse_edtf(published) if published else None
    article = Article("a", text, published=Published(span, "given" if span else "unknown"), sentences=sentences(text))
    return Passage(article, tag(text, span), (), (), EMPTY)


def event(text: str, trigger: str, published: str | None = "2024-06-14") -> Event:
    """The event whose trigger is this word; the first if there are several."""
    return next(found for found in events_of(text, published) if text[slice(*found.trigger)] == trigger)
