"""Items of vis-timeline: an array for its ``DataSet``. Contents are HTML there, so ours are escaped.

Moments are those of ECMA-262 with its years of six digits and a sign; ``edtf`` beside them is exact. Items may have
keys of their own: participants, sources and address are such.
"""

from __future__ import annotations

from typing import Any

from timelines.chronology.calendar import civil
from timelines.chronology.units import DAY
from timelines.chronology.wording import in_words
from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList, ExportedEvent, has_place
from timelines.formats.hostile import markup, script_json, web_address

# ECMA-262: a Date is at most 100,000,000 days from 1970.
_FARTHEST_YEAR = 271_820


def events_to_vis(events: EventList) -> Export:
    """An item for each event that has a time: a point within one day, a range else."""
    report: list[NotCarried] = []
    items = [item for event in events.by_time if (item := _item(event, report)) is not None]
    return Export(script_json(items), tuple(report))


def _item(event: ExportedEvent, report: list[NotCarried]) -> dict[str, Any] | None:
    span = event.span
    if span is None or not has_place(span):
        report.append(NotCarried(event.row, "left out: it has no date"))
        return None
    low = span.earliest if span.earliest is not None else span.latest
    high = span.latest if span.latest is not None else low
    assert low is not None
    assert high is not None
    if max(abs(civil(low // DAY)[0]), abs(civil(high // DAY)[0])) > _FARTHEST_YEAR:
        report.append(NotCarried(event.row, "left out: its year is beyond the calendar of browsers"))
        return None
    if span.earliest is None or span.latest is None:
        report.append(NotCarried(event.row, "an open side is told in words only"))
    item: dict[str, Any] = {
        "id": event.id,
        "content": markup(event.label),
        "title": " · ".join(markup(part) for part in (in_words(span), event.place, event.note) if part),
        "start": _moment(low),
        "type": "point",
        "edtf": span.edtf,
        "participants": list(event.participants),
        "sources": list(event.sources),
        "url": web_address(event.url),
    }
    if high - low >= DAY:
        item |= {"end": _moment(high + 1), "type": "range"}
    if event.url and not web_address(event.url):
        report.append(NotCarried(event.row, "its address is not one of the web"))
    return item


def _moment(tick: int) -> str:
    day, second = divmod(tick, DAY)
    year, month, date = civil(day)
    written = f"{year:04d}" if 0 <= year <= 9999 else f"{'-' if year < 0 else '+'}{abs(year):06d}"
    return f"{written}-{month:02d}-{date:02d}T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z"
