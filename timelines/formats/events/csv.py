"""Comma-separated events (RFC 4180): written, and read from our own or from any table with a title and a date."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span
from timelines.errors import InputError
from timelines.formats.carried import Export, NotCarried, Report
from timelines.formats.events.exported import EventList, ExportedEvent
from timelines.formats.hostile import cell, cell_text, web_address

COLUMNS = ("id", "edtf", "earliest", "latest", "label", "place", "participants", "sources", "note", "url")

# Other people's headings for the same columns.
_HEADINGS = {
    "label": ("label", "title", "headline", "name", "event"),
    "edtf": ("edtf", "when", "date"),
    "start": ("start", "start date", "start_date", "from"),
    "end": ("end", "end date", "end_date", "to"),
    "place": ("place", "location", "where"),
    "participants": ("participants", "who"),
    "sources": ("sources", "source"),
    "note": ("note", "notes", "text", "description"),
    "url": ("url", "link"),
    "id": ("id",),
}
# Days that follow from the EDTF beside them.
_DERIVED = ("earliest", "latest")
_SEPARATOR = "; "


def events_to_csv(events: EventList) -> Export:
    """A header line and a row for each event; ``events_from_csv`` gives the same events again."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    report = []
    for event in events.events:
        if any(";" in name for name in (*event.participants, *event.sources)):
            report.append(NotCarried(event.row, "a semicolon inside a name became a comma"))
        span = event.span
        row = (
            event.id,
            span.edtf if span else "",
            span.earliest_iso or "" if span else "",
            span.latest_iso or "" if span else "",
            event.label,
            event.place,
            _joined(event.participants),
            _joined(event.sources),
            event.note,
            event.url,
        )
        writer.writerow([cell(value) for value in row])
    return Export(out.getvalue(), tuple(report))


def events_from_csv(text: str) -> tuple[tuple[ExportedEvent, ...], Report]:
    """The events, and the rows and columns that could not be used.

    Needs a header with a title and with a date in EDTF (ISO days are EDTF) or a start. Raises InputError without.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        raise InputError(f"This is not CSV: {error}.", field="body") from None
    header = [heading.strip().lower() for heading in rows[0]] if rows else []
    columns = _columns(header)
    if "label" not in columns or not ({"edtf", "start"} & set(columns)):
        raise InputError(
            "The first line must name a column for the label (label, title) and one for the date (edtf, date, start).",
            field="body",
        )
    report = [
        NotCarried(f"column {heading!r}", "nothing here stands for it")
        for position, heading in enumerate(header)
        if heading and heading not in _DERIVED and position not in columns.values()
    ]
    events = []
    for number, row in enumerate(rows[1:], 2):
        values = {name: cell_text(row[at]).strip() for name, at in columns.items() if at < len(row)}
        if not any(values.values()):
            continue
        try:
            events.append(_event(values, number))
        except ValueError as error:
            report.append(NotCarried(f"row {number}", str(error)))
    return tuple(events), tuple(report)


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, headings in _HEADINGS.items():
        position = next((header.index(heading) for heading in headings if heading in header), None)
        if position is not None:
            found[name] = position
    return found


def _event(values: Mapping[str, str], number: int) -> ExportedEvent:
    if not values.get("label"):
        raise ValueError("it has no label")
    address = values.get("url", "")
    if address and not web_address(address):
        raise ValueError("its address is not one of the web")
    return ExportedEvent(
        id=values.get("id") or f"row-{number}",
        label=values["label"],
        span=_span(values),
        place=values.get("place", ""),
        participants=_split(values.get("participants", "")),
        sources=_split(values.get("sources", "")),
        note=values.get("note", ""),
        url=address,
    )


def _span(values: Mapping[str, str]) -> Span | None:
    written = values.get("edtf", "")
    if not written and values.get("start"):
        end = values.get("end", "")
        written = f"{values['start']}/{end}" if end and end != values["start"] else values["start"]
    if not written:
        return None
    try:
        return parse_edtf(written)
    except EdtfError as error:
        raise ValueError(f"{written!r} is not a date: {error.reason}") from None


def _joined(names: Sequence[str]) -> str:
    return _SEPARATOR.join(name.replace(";", ",") for name in names)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for each in names.split(";") if (name := each.strip()))
