"""EDTF text (ISO 8601-2): one event a line, its date, a tab, its label."""

from __future__ import annotations

from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList
from timelines.formats.hostile import one_line


def events_to_edtf(events: EventList) -> Export:
    """The events by time; what a line has no room for is reported."""
    lines, report = [], []
    for event in events.by_time:
        if event.span is None:
            report.append(NotCarried(event.row, "it has no date"))
            continue
        lines.append(f"{event.span.edtf}\t{one_line(event.label)}\n")
        more = [name for name in ("place", "participants", "note") if getattr(event, name)]
        if more:
            report.append(NotCarried(event.row, f"a line holds date and label only, not {', '.join(more)}"))
    return Export("".join(lines), tuple(report))
