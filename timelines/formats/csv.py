"""Comma-separated rows: one for each date, event, claim and flag, in the order of the text (RFC 4180)."""

from __future__ import annotations

import csv
import io

from timelines.chronology import Span
from timelines.formats.hostile import cell
from timelines.model import Timeline

COLUMNS = (
    "kind",
    "start",
    "end",
    "text",
    "edtf",
    "earliest",
    "latest",
    "label",
    "canonical",
    "rule",
    "suggestion",
)


def timeline_to_csv(timeline: Timeline) -> str:
    """The rows of one article with a header line."""
    text = timeline.article.text
    rows: list[tuple[object, ...]] = []
    for date in timeline.expressions:
        rows.append(("date", date.start, date.end, date.text, *_when(date.span), date.value, "", "", ""))
    for event in timeline.events:
        words = text[event.start : event.end]
        canonical = event.placement.canonical if event.placement else ""
        rows.append(("event", event.start, event.end, words, *_when(event.when), event.label, canonical, "", ""))
    for claim in timeline.claims:
        when = _when(claim.span)
        rows.append(("claim", claim.start, claim.end, claim.text, *when, claim.says, claim.about, "", ""))
    for flag in timeline.flags:
        when = _when(flag.claimed_span)
        rows.append(("flag", flag.start, flag.end, flag.quote, *when, flag.message, "", flag.rule, flag.suggestion))
    rows.sort(key=lambda row: (row[1], row[2]))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([tuple(map(cell, row)) for row in rows])
    return out.getvalue()


def _when(span: Span | None) -> tuple[str, str, str]:
    if span is None:
        return ("", "", "")
    return (span.edtf, span.earliest_iso or "", span.latest_iso or "")
