"""iCalendar (RFC 5545) of events, through the ``icalendar`` library, which folds and escapes.

Its years have four digits, so what lies before the year 1 or beyond 9999 is left out and reported.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from timelines.chronology.calendar import civil
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.chronology.units import DAY
from timelines.chronology.wording import in_words
from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList, ExportedEvent, has_place
from timelines.formats.hostile import one_line, web_address

if TYPE_CHECKING:
    import icalendar

# A time with a zone has its bounds in UTC, see ``Span``.
_ZONE = re.compile(r"T[\d:]+(Z|[+-]\d\d(:?\d\d)?)")


def events_to_icalendar(events: EventList, stamp: datetime) -> Export:
    """An entry for each event; ``stamp`` (UTC) is when the list was last changed, which every entry must say."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Timelines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(events.title))
    report: list[NotCarried] = []
    for event in events.by_time:
        entry = _entry(event, events.id, stamp, report)
        if entry is not None:
            calendar.add_component(entry)
    return Export(calendar.to_ical().decode(), tuple(report))


def _entry(event: ExportedEvent, list_id: str, stamp: datetime, report: list[NotCarried]) -> icalendar.Event | None:
    import icalendar

    span = event.span
    if span is None or not has_place(span):
        report.append(NotCarried(event.row, "left out: it has no date"))
        return None
    low = span.earliest if span.earliest is not None else span.latest
    high = span.latest if span.latest is not None else low
    assert low is not None
    assert high is not None
    # The day after the last one must have a date as well.
    if civil(low // DAY)[0] < 1 or civil(high // DAY + 1)[0] > 9999:
        report.append(NotCarried(event.row, "left out: iCalendar has the years 1 to 9999 only"))
        return None
    if span.earliest is None or span.latest is None:
        report.append(NotCarried(event.row, "an open side is told in words only"))
    entry = icalendar.Event()
    entry.add("uid", f"{one_line(event.id)}@{one_line(list_id)}.timelines")
    entry.add("dtstamp", stamp.astimezone(UTC))
    entry.add("summary", one_line(event.label))
    _add_time(entry, span, low, high)
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", one_line(event.place))
    told = (in_words(span), event.note, ", ".join(event.participants), "; ".join(event.sources))
    entry.add("description", "\n".join(one_line(part) for part in told if part))
    entry.add("x-timelines-edtf", span.edtf)
    address = web_address(event.url)
    if address:
        entry.add("url", address)
    elif event.url:
        report.append(NotCarried(event.row, "its address is not one of the web"))
    return entry


def _add_time(entry: icalendar.Event, span: Span, low: int, high: int) -> None:
    """Whole days, with the day after the last one as the end; a moment where the time of day is known."""
    if span.precision in (Precision.HOUR, Precision.MINUTE, Precision.SECOND):
        # Without a zone in the text it is a time of nowhere in particular ("floating").
        zone = UTC if _ZONE.search(span.form) else None
        entry.add("dtstart", _moment(low).replace(tzinfo=zone))
        if not span.is_instant:
            entry.add("dtend", _moment(high).replace(tzinfo=zone))
        return
    entry.add("dtstart", date(*civil(low // DAY)))
    entry.add("dtend", date(*civil(high // DAY + 1)))


def _moment(tick: int) -> datetime:
    day, second = divmod(tick, DAY)
    return datetime(*civil(day)) + timedelta(seconds=second)
