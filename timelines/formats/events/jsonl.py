"""JSON Lines of events: one object a line, nothing is left out; ``events_from_jsonl`` reads it back."""

from __future__ import annotations

import json
from typing import Any

from timelines.chronology.edtf import parse_edtf
from timelines.errors import InputError
from timelines.formats.carried import Export
from timelines.formats.events.exported import EventList, ExportedEvent
from timelines.formats.json import span_to_json


def events_to_jsonl(events: EventList) -> Export:
    """One line for each event, dates as in ``timeline_to_json``."""
    return Export("".join(json.dumps(_row(event), ensure_ascii=False) + "\n" for event in events.events), ())


def events_from_jsonl(text: str) -> tuple[ExportedEvent, ...]:
    """The events of the lines. Raises InputError with the line."""
    events = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            events.append(_event(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(f"line {number} is not an event: {error}", field="body") from None
    return tuple(events)


def _row(event: ExportedEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "label": event.label,
        "when": span_to_json(event.span),
        "place": event.place or None,
        "participants": list(event.participants),
        "sources": list(event.sources),
        "note": event.note,
        "url": event.url or None,
    }


def _event(row: dict[str, Any]) -> ExportedEvent:
    return ExportedEvent(
        id=str(row["id"]),
        label=str(row["label"]),
        span=parse_edtf(row["when"]["edtf"]) if row["when"] else None,
        place=row["place"] or "",
        participants=tuple(row["participants"]),
        sources=tuple(row["sources"]),
        note=row["note"],
        url=row["url"] or "",
    )
