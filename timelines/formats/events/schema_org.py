"""schema.org events as JSON-LD, fit to be put into a page as it is."""

from __future__ import annotations

from typing import Any

from timelines.chronology.calendar import iso_day
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.chronology.wording import in_words
from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList, ExportedEvent, has_place
from timelines.formats.hostile import script_json, web_address

_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def events_to_schema_org(events: EventList) -> Export:
    """A graph of ``Event``; ``startDate`` and ``endDate`` are the outermost days, years as in XML Schema 1.1."""
    report: list[NotCarried] = []
    graph = [row for event in events.by_time if (row := _event(event, report)) is not None]
    return Export(script_json({"@context": "https://schema.org", "@graph": graph}), tuple(report))


def _event(event: ExportedEvent, report: list[NotCarried]) -> dict[str, Any] | None:
    span = event.span
    if span is None or not has_place(span):
        report.append(NotCarried(event.row, "left out: it has no date, which schema.org demands of an event"))
        return None
    if span.approximate or span.uncertain or (span.is_instant and span.precision < Precision.DAY):
        report.append(NotCarried(event.row, "that its time is uncertain or rough is told in words only"))
    start, end = _bounds(span)
    address = web_address(event.url)
    row: dict[str, Any] = {
        "@type": "Event",
        "identifier": event.id,
        "name": event.label,
        "startDate": start,
        "endDate": end,
        "disambiguatingDescription": in_words(span),
        "description": event.note,
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "about": [{"@type": "Thing", "name": name} for name in event.participants],
        "subjectOf": [{"@type": "CreativeWork", "name": name} for name in event.sources],
        "url": address,
    }
    if event.url and not address:
        report.append(NotCarried(event.row, "its address is not one of the web"))
    return {name: value for name, value in row.items() if value}


def _bounds(span: Span) -> tuple[str | None, str | None]:
    """A time of day as it was written, else days; None for an open side."""
    if span.is_instant and span.precision in _CLOCK and "T" in span.edtf:
        return span.form or span.qualified().edtf, None
    start = iso_day(span.earliest_day) if span.earliest_day is not None else None
    end = iso_day(span.latest_day) if span.latest_day is not None else None
    return (_plain(start), _plain(end) if end != start else None)


def _plain(day: str | None) -> str | None:
    """EDTF marks years of more than four digits with Y; XML Schema does not."""
    return day.removeprefix("Y") if day is not None else None
