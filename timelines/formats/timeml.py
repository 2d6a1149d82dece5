"""An article as TimeML 1.2.1 (Pustejovsky and others 2005): TIMEX3 and EVENT in the text, MAKEINSTANCE and TLINK after.

A trigger inside a date, or the other way round, cannot be an element of its own: the date stands, the event is
reported. The classes and tenses of TimeML are not told apart here: OCCURRENCE, NONE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.formats.carried import Export, NotCarried, kinds_left
from timelines.formats.hostile import has_controls, markup, one_line
from timelines.model import Event, Expression, Modality, Timeline

_UNKNOWN_DAY = "XXXX-XX-XX"
# What of EDTF is a TIMEX3 value as it is: a year, a month, a day.
_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_CREATED = "t0"


@dataclass(frozen=True, slots=True)
class _Element:
    """An element around a piece of the text."""

    start: int
    end: int
    opening: str
    closing: str


def timeline_to_timeml(timeline: Timeline) -> Export:
    """The document; the content of its TEXT is the text of the article, character for character."""
    article, text = timeline.article, timeline.article.text
    report: list[NotCarried] = []
    if has_controls(text):
        report.append(NotCarried("text", "control characters that XML forbids became U+FFFD"))
    dates = _dates(timeline, report)
    events = _events(timeline, dates, report)
    elements = sorted([*(each for _, _, each in dates), *(each for _, each in events)], key=lambda e: e.start)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        f"<DOCID>{markup(one_line(article.id))}</DOCID>",
        f"<DCT>{_created(timeline, report)}</DCT>",
        f"<TITLE>{markup(article.title)}</TITLE>",
        f"<TEXT>{''.join(_tagged(text, elements))}</TEXT>",
        *_instances([event for event, _ in events]),
        *_links(timeline, [event for event, _ in events], dates),
        "</TimeML>",
    ]
    report += kinds_left(timeline, ("dates", "events"))
    return Export("\n".join(lines) + "\n", tuple(report))


def _created(timeline: Timeline, report: list[NotCarried]) -> str:
    span = timeline.article.published.span
    written = span.edtf if span is not None else ""
    value = written if _PLAIN.fullmatch(written) else _UNKNOWN_DAY
    if written and value == _UNKNOWN_DAY:
        report.append(NotCarried("publication date", f"{written} is not one day, month or year"))
    return (
        f'<TIMEX3 tid="{_CREATED}" type="DATE" value="{value}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{markup(written or "unknown")}</TIMEX3>'
    )


def _dates(timeline: Timeline, report: list[NotCarried]) -> list[tuple[str, Expression, _Element]]:
    found: list[tuple[str, Expression, _Element]] = []
    for number, date in enumerate(timeline.expressions, 1):
        if not date.value:
            report.append(NotCarried(f"date {number}", f"{one_line(date.text)!r} has no value that TIMEX3 demands"))
            continue
        if found and date.start < found[-1][1].end:
            report.append(NotCarried(f"date {number}", "it lies over another date"))
            continue
        mod = f' mod="{markup(date.modifier)}"' if date.modifier else ""
        opening = f'<TIMEX3 tid="t{number}" type="{date.type}" value="{markup(date.value)}"{mod}>'
        found.append((f"t{number}", date, _Element(date.start, date.end, opening, "</TIMEX3>")))
    return found


def _events(
    timeline: Timeline, dates: list[tuple[str, Expression, _Element]], report: list[NotCarried]
) -> list[tuple[Event, _Element]]:
    found: list[tuple[Event, _Element]] = []
    taken = [(date.start, date.end) for _, date, _ in dates]
    for event in timeline.events:
        start, end = event.trigger
        if start >= end:
            report.append(NotCarried(f"event {event.id}", "no word names it"))
        elif any(start < other_end and other_start < end for other_start, other_end in taken):
            report.append(NotCarried(f"event {event.id}", "its word is part of a date or of another event"))
        else:
            taken.append((start, end))
            opening = f'<EVENT eid="{_name(event)}" class="OCCURRENCE">'
            found.append((event, _Element(start, end, opening, "</EVENT>")))
    return found


def _tagged(text: str, elements: list[_Element]) -> Iterator[str]:
    done = 0
    for each in elements:
        yield markup(text[done : each.start])
        yield each.opening + markup(text[each.start : each.end]) + each.closing
        done = each.end
    yield markup(text[done:])


def _instances(events: list[Event]) -> Iterator[str]:
    for event in events:
        polarity = "NEG" if event.modality is Modality.DENIED else "POS"
        settled = event.modality in (Modality.ASSERTED, Modality.DENIED)
        modality = "" if settled else f' modality="{event.modality.value.upper()}"'
        name = _name(event)
        yield (
            f'<MAKEINSTANCE eiid="i{name}" eventID="{name}" pos="OTHER" tense="NONE" aspect="NONE" '
            f'polarity="{polarity}"{modality}/>'
        )


def _links(timeline: Timeline, events: list[Event], dates: list[tuple[str, Expression, _Element]]) -> Iterator[str]:
    """Each event is in the date that gives it its time: of its sentence's dates with that span the nearest."""
    number = 0
    published = timeline.article.published.span
    for event in events:
        low, high = event.sentence
        near = [
            (abs(date.start - event.trigger[0]), name)
            for name, date, _ in dates
            if date.span is not None and date.span == event.when and low <= date.start < high
        ]
        related = min(near)[1] if near else _CREATED if event.when is not None and event.when == published else ""
        if related:
            number += 1
            yield (
                f'<TLINK lid="l{number}" eventInstanceID="i{_name(event)}" relatedToTime="{related}" '
                'relType="IS_INCLUDED"/>'
            )


def _name(event: Event) -> str:
    """The id as an XML name."""
    return "e" + "".join(character if character.isalnum() else "_" for character in event.id.removeprefix("e"))
