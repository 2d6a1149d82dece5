"""TimelineJS 3 JSON (Knight Lab): written, and read from our own or from anybody's.

Its texts are HTML, so ours are escaped and theirs are read without their tags. Its years before our era are
negative numbers without a year 0 (-44 is 44 BC). What its dates cannot say stands in ``display_date`` in words, and
exactly under the key ``timelines``, which TimelineJS passes over and ``events_from_timelinejs`` reads.
"""

from __future__ import annotations

import json
from typing import Any

from timelines.chronology.calendar import civil, days_in_month
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.chronology.units import DAY
from timelines.chronology.wording import in_words
from timelines.errors import InputError
from timelines.formats.carried import Export, NotCarried, Report
from timelines.formats.events.exported import EventList, ExportedEvent, has_place
from timelines.formats.events.timelinejs_text import plain_text
from timelines.formats.hostile import markup, script_json, web_address

Json = dict[str, Any]

# ECMA-262: a Date is at most 100,000,000 days from 1970.
_FARTHEST_YEAR = 271_820
_FIELDS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.HOUR: 4, Precision.MINUTE: 5}
_CLOCK = {Precision.HOUR, Precision.MINUTE, Precision.SECOND}
_NOT_READ = ("media", "background", "group")


def events_to_timelinejs(events: EventList) -> Export:
    """A slide for each event that has a time, and a title slide."""
    report: list[NotCarried] = []
    slides = [slide for event in events.by_time if (slide := _slide(event, report)) is not None]
    title = {"text": {"headline": markup(events.title), "text": markup(events.description)}}
    return Export(script_json({"title": title, "events": slides, "scale": "human"}), tuple(report))


def events_from_timelinejs(text: str) -> tuple[tuple[ExportedEvent, ...], Report]:
    """The events of the slides, and what of them could not be used. Raises InputError where it is something else."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError("This is not JSON.", field="body") from None
    slides = document.get("events") if isinstance(document, dict) else None
    if not isinstance(slides, list):
        raise InputError('TimelineJS JSON is an object with a list "events".', field="body")
    events, report = [], []
    for number, slide in enumerate(slides, 1):
        row = f"slide {number}"
        try:
            events.append(_event(slide, number))
        except ValueError as error:
            report.append(NotCarried(row, str(error)))
            continue
        left = [name for name in _NOT_READ if slide.get(name)]
        if left:
            report.append(NotCarried(row, f"not read: {', '.join(left)}"))
    report += [NotCarried(name, "not read, only events are") for name in ("title", "eras") if document.get(name)]
    return tuple(events), tuple(report)


def _slide(event: ExportedEvent, report: list[NotCarried]) -> Json | None:
    span = event.span
    if span is None or not has_place(span):
        report.append(NotCarried(event.row, "left out: it has no date"))
        return None
    dates = _dates(span)
    if any(abs(date["year"]) > _FARTHEST_YEAR for date in dates.values()):
        report.append(NotCarried(event.row, "left out: its year is beyond the calendar of browsers"))
        return None
    if span.earliest is None or span.latest is None:
        report.append(NotCarried(event.row, "an open side is told in words only"))
    address = web_address(event.url)
    if event.url and not address:
        report.append(NotCarried(event.row, "its address is not one of the web"))
    body = [markup(part) for part in (event.note, event.place, ", ".join(event.participants)) if part]
    if address:
        body.append(f'<a href="{markup(address)}" rel="noopener">{markup(address)}</a>')
    return {
        **dates,
        "display_date": markup(in_words(span)),
        "text": {"headline": markup(event.label), "text": "".join(f"<p>{part}</p>" for part in body)},
        "unique_id": event.id,
        "timelines": {
            "edtf": span.edtf,
            "label": event.label,
            "place": event.place,
            "participants": list(event.participants),
            "sources": list(event.sources),
            "note": event.note,
            "url": address,
        },
    }


def _dates(span: Span) -> dict[str, Json]:
    start = span.earliest if span.earliest is not None else span.latest
    end = span.latest if span.latest is not None else start
    assert start is not None
    assert end is not None
    if span.is_instant and (span.precision in _FIELDS or span.precision in _CLOCK):
        return {"start_date": _date(start, span.precision)}
    precision = span.precision if span.precision in _FIELDS and not span.is_instant else Precision.DAY
    return {"start_date": _date(start, precision), "end_date": _date(end, precision)}


def _date(tick: int, precision: Precision) -> Json:
    day, second = divmod(tick, DAY)
    year, month, date = civil(day)
    clock = {"hour": second // 3600, "minute": second // 60 % 60, "second": second % 60}
    fields = {"year": year if year > 0 else year - 1, "month": month, "day": date, **clock}
    return dict(list(fields.items())[: _FIELDS.get(precision, 6)])


def _event(slide: Any, number: int) -> ExportedEvent:
    if not isinstance(slide, dict):
        raise ValueError("it is not an object")
    texts = slide.get("text")
    texts = texts if isinstance(texts, dict) else {}
    ours = slide.get("timelines")
    ours = ours if isinstance(ours, dict) else {}
    label = _text(ours.get("label")) or plain_text(_text(texts.get("headline")))
    if not label:
        raise ValueError("it has no headline")
    # Of our own slides the body repeats what stands beside it.
    note = _text(ours.get("note")) if ours else plain_text(_text(texts.get("text")))
    return ExportedEvent(
        id=_text(slide.get("unique_id")) or f"slide-{number}",
        label=label,
        span=_span(slide, _text(ours.get("edtf"))),
        place=_text(ours.get("place")),
        participants=_texts(ours.get("participants")),
        sources=_texts(ours.get("sources")),
        note=note,
        url=web_address(_text(ours.get("url"))),
    )


def _span(slide: Json, written: str) -> Span:
    if written:
        try:
            return parse_edtf(written)
        except EdtfError as error:
            raise ValueError(f"{written!r} is not a date: {error.reason}") from None
    start = slide.get("start_date")
    if not isinstance(start, dict):
        raise ValueError("it has no start_date")
    begin, end = _read(start), slide.get("end_date")
    if not isinstance(end, dict) or not end:
        return begin
    last = _read(end)
    return begin if last == begin else Span.interval(begin, last)


def _read(date: Json) -> Span:
    numbers: list[int] = []
    for name in ("year", "month", "day", "hour", "minute", "second"):
        value = date.get(name)
        if value is None or value == "":
            break
        numbers.append(_number(value, name))
    if not numbers or numbers[0] == 0:
        raise ValueError("a date needs a year, and there is no year 0")
    year = numbers[0] if numbers[0] > 0 else numbers[0] + 1
    if len(numbers) == 1:
        return Span.year(year)
    month = numbers[1]
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if len(numbers) == 2:
        return Span.month(year, month)
    if not 1 <= numbers[2] <= days_in_month(year, month):
        raise ValueError(f"this month has no day {numbers[2]}")
    day = Span.day(year, month, numbers[2])
    if len(numbers) == 3:
        return day
    clock = ":".join(f"{number:02d}" for number in numbers[3:])
    try:
        return parse_edtf(f"{day.edtf}T{clock}")
    except EdtfError:
        raise ValueError(f"there is no time {clock}") from None


def _number(value: Any, name: str) -> int:
    """Spreadsheets make texts of numbers."""
    text = str(value).strip().removesuffix(".0")
    if isinstance(value, bool) or not text.lstrip("-").isdecimal() or len(text) > 12:
        raise ValueError(f"{text[:20]!r} is not a {name}")
    return int(text)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for each in value if (text := _text(each))) if isinstance(value, list) else ()
