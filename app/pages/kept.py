"""Kept timelines and their events in words for a page, and the part of a timeline that a page shows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from app.keeping.scope import Scope
from app.keeping.timeline_browsing import Extent, Telling
from app.pages.presenting import counted, when_words
from app.store.known_tables import KnownEventRow
from timelines.chronology.calendar import iso_day
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span
from timelines.drawing import Told
from timelines.drawing.words import range_words
from timelines.errors import InputError

# A date that is jumped to is shown with this much around it unless the window before it was longer.
_AROUND_DAYS = 15
_MARGIN = 0.03
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "von", "van", "der", "al"})


@dataclass(frozen=True, slots=True)
class View:
    """What the address bar holds: lanes, filter, and the part of time (EDTF days; empty for the first picture)."""

    lanes: str
    words: str
    first: str
    last: str
    at: str = ""

    def query(self, **changed: str) -> str:
        """The query of an address that shows this view."""
        values = {"lanes": self.lanes, "q": self.words, "from": self.first, "to": self.last, **changed}
        return urlencode({name: value for name, value in values.items() if value and (name, value) != _USUAL})

    def window(self) -> tuple[float, float] | None:
        """The part of the axis, in days. Raises InputError with the field."""
        low = _bound(self.first, "from").earliest_day if self.first else None
        high = _bound(self.last, "to").latest_day if self.last else None
        asked = (float(low), float(high + 1)) if low is not None and high is not None and low <= high else None
        if not self.at:
            return asked
        at = _bound(self.at, "at")
        assert at.earliest_day is not None
        assert at.latest_day is not None
        middle, length = (at.earliest_day + at.latest_day + 1) / 2, at.latest_day + 1 - at.earliest_day
        half = max(length * 0.6, _AROUND_DAYS, (asked[1] - asked[0]) / 2 if asked else 0.0)
        return middle - half, middle + half


_USUAL = ("lanes", "source")


def _bound(written: str, field: str) -> Span:
    try:
        span = parse_edtf(written.strip())
    except EdtfError as error:
        raise InputError(f"“{written}” is not a date: {error.reason}.", field=field) from None
    if span.earliest_day is None or span.latest_day is None:
        raise InputError(f"“{written}” is open; write a day, a month or a year.", field=field)
    return span


def bounds_of(window: tuple[float, float]) -> dict[str, str]:
    """The days of a window as the address bar has them."""
    low = math.floor(window[0])
    return {"from": iso_day(low), "to": iso_day(max(low, math.ceil(window[1]) - 1))}


def widened(extent: Extent) -> tuple[float, float]:
    """The window of a whole timeline, with a margin."""
    low, high = float(extent.first or 0), float((extent.last or extent.first or 0) + 1)
    margin = max((high - low) * _MARGIN, 1.0)
    return low - margin, high + margin


def window_words(window: tuple[float, float]) -> str:
    """The part of time in words: "1 Jan – 4 Mar 2011"."""
    days = bounds_of(window)
    return range_words(parse_edtf(f"{days['from']}/{days['to']}"))


def scope_words(scope: Scope) -> str:
    """What belongs on a timeline, in a sentence."""
    parts = []
    if scope.query:
        parts.append(f"that speak of “{scope.query}”")
    if scope.participants:
        parts.append(f"with {' or '.join(scope.participants)}")
    if scope.place:
        parts.append(f"in {scope.place}")
    if scope.earliest and scope.latest:
        parts.append(f"from {when_words(scope.earliest)[0]} to {when_words(scope.latest)[0]}")
    elif scope.earliest:
        parts.append(f"since {when_words(scope.earliest)[0]}")
    elif scope.latest:
        parts.append(f"until {when_words(scope.latest)[0]}")
    if scope.least_sources > 1:
        parts.append(f"told by at least {scope.least_sources} sources")
    if scope.sources:
        parts.append(f"told by {' or '.join(scope.sources)}")
    if scope.articles:
        parts.append(f"of {counted(len(scope.articles), 'chosen article')}")
    kind = "Canonical events" if scope.canonical else "Events"
    return f"{kind} {', '.join(parts)}." if parts else f"All {kind.lower()} that were read."


def readings_words(event: KnownEventRow) -> str:
    """ "3 May 2011 (2 articles) · 4 May 2011 (1)" where sources disagree, else nothing."""
    if not event.disputed:
        return ""
    shown = []
    for place, reading in enumerate(event.readings):
        number = len(reading["articles"])
        many = counted(number, "article") if place == 0 else str(number)
        shown.append(f"{when_words(reading['edtf'])[0]} ({many})")
    return " · ".join(shown)


@dataclass(frozen=True, slots=True)
class Listed:
    """One event in the list of a timeline."""

    id: str
    key: str
    label: str
    when: str
    edtf: str
    sources: int
    canonical: bool
    promoted: bool
    pinned: bool
    readings: str
    place: str
    note: str
    tellings: Sequence[Telling]


def listed(event: KnownEventRow, tellings: Sequence[Telling]) -> Listed:
    """An event with the articles that tell of it."""
    when, edtf = when_words(event.edtf or "")
    return Listed(
        id=event.id,
        key=event_key(event),
        label=event.label,
        when=when or "no date",
        edtf=edtf,
        sources=event.sources,
        canonical=event.canonical is not None,
        promoted=event.promoted,
        pinned="when" in event.pinned,
        readings=readings_words(event),
        place=event.place or "",
        note=event.note,
        tellings=tellings,
    )


def event_key(event: KnownEventRow) -> str:
    """The key that the event has on the chart and in the list."""
    return f"event-{event.id}"


def told(event: KnownEventRow, lane: str) -> Told | None:
    """An event for the chart, in its lane; None without a date."""
    if event.edtf is None:
        return None
    said = [counted(event.sources, "source")] if event.sources else ["added by hand"]
    if event.disputed:
        said.append(f"sources disagree: {readings_words(event)}")
    return Told(
        key=event_key(event),
        label=event.label,
        when=parse_edtf(event.edtf),
        lane=lane,
        canonical=event.canonical is not None or event.promoted,
        detail="; ".join(said),
        readings=_other_readings(event),
        pull=event.sources + event.mentions / 1000,
    )


def _other_readings(event: KnownEventRow) -> tuple[Span, ...]:
    if not event.disputed or "when" in event.pinned:
        return ()
    return tuple(parse_edtf(reading["edtf"]) for reading in event.readings if reading["edtf"] != event.edtf)


def name_words(folded: str) -> str:
    """A name as it is compared, in small letters, as it is written: "minister of defence" is "Minister of Defence"."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in folded.split())


def lane_of(event: KnownEventRow, lanes: str, sources: Mapping[int, str], frequent: Mapping[str, int]) -> str:
    """The lane of an event; of several participants, the one that takes part most often."""
    if lanes == "place":
        return event.place or ""
    if lanes == "participant":
        return name_words(max(event.participants, key=lambda name: (frequent.get(name, 0), name), default=""))
    return sources.get(event.number or 0, "")


def form_values(title: str, description: str, scope: Mapping[str, Any]) -> dict[str, str]:
    """A timeline as the fields of its form."""
    found = Scope.of(dict(scope))
    return {
        "title": title,
        "description": description,
        "query": found.query,
        "participants": ", ".join(found.participants),
        "place": found.place,
        "earliest": found.earliest,
        "latest": found.latest,
        "least_sources": str(found.least_sources or ""),
        "canonical": "yes" if found.canonical else "",
    }
