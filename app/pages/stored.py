"""A stored article as the engine's nouns again, so that pages draw and mark what the API says."""

from __future__ import annotations

import json
from typing import Any

from app.store.tables import ArticleRow
from timelines.chronology.edtf import parse_edtf
from timelines.chronology.span import Span
from timelines.model import (
    Article,
    Event,
    Evidence,
    Expression,
    Flag,
    Modality,
    Name,
    Notice,
    Placement,
    Published,
    Severity,
    Timeline,
)

Json = dict[str, Any]


def stored_timeline(row: ArticleRow) -> Timeline:
    """The timeline that was read when the article came in; claims stay in the JSON, no page draws them."""
    document: Json = json.loads(row.timeline)
    published = document["article"]["published"]
    return Timeline(
        article=Article(
            id=row.id,
            text=row.text,
            title=row.title,
            url=row.url,
            language=row.language,
            published=Published(_span(published["edtf"]), published["origin"], tuple(published.get("reasons", ()))),
        ),
        expressions=tuple(_expression(each) for each in document["expressions"]),
        names=tuple(_name(each) for each in document.get("names", ())),
        unknown=tuple(_unknown(each) for each in document.get("unknown", ())),
        events=tuple(_event(each) for each in document["events"]),
        flags=tuple(stored_flag(each) for each in document["flags"]),
        canon_as_of=row.canon_as_of,
        suppressed=tuple(stored_flag(each) for each in document.get("suppressed", ())),
        notices=tuple(Notice(each["start"], each["end"], each["message"]) for each in document.get("notices", ())),
    )


def _span(edtf: str | None) -> Span | None:
    return parse_edtf(edtf) if edtf else None


def _when(span: Json | None) -> Span | None:
    return _span(span["edtf"]) if span else None


def _expression(each: Json) -> Expression:
    return Expression(
        start=each["start"],
        end=each["end"],
        text=each["text"],
        type=each["type"],
        value=each["value"],
        span=_span(each["edtf"]),
        resolution=each.get("resolution", ""),
        modifier=each.get("modifier"),
        problem=each.get("problem"),
    )


def _name(each: Json) -> Name:
    return Name(each["start"], each["end"], each["text"], each["canonical"], each["label"])


def _unknown(each: Json) -> Name:
    return Name(each["start"], each["end"], each["text"], "", "")


def _event(each: Json) -> Event:
    placement = each.get("placement") or {}
    canonical = each["canonical"]
    return Event(
        id=each["id"],
        start=each["start"],
        end=each["end"],
        trigger=(each["trigger"][0], each["trigger"][1]),
        label=each["label"],
        sentence=(each["sentence"][0], each["sentence"][1]),
        when=_when(each["when"]),
        anchor=each.get("anchor", ""),
        participants=tuple(each["participants"]),
        place=each["place"],
        modality=Modality(each["modality"]),
        confidence=each["confidence"],
        placement=Placement(canonical, placement.get("score", 0.0), placement.get("reason", "")) if canonical else None,
    )


def stored_flag(each: Json) -> Flag:
    """A flag from its JSON."""
    return Flag(
        rule=each["rule"],
        name=each["name"],
        family=each["family"],
        severity=Severity(each["severity"]),
        confidence=each["confidence"],
        start=each["start"],
        end=each["end"],
        quote=each["quote"],
        message=each["message"],
        suggestion=each["suggestion"],
        claimed=each["claimed"],
        expected=each["expected"],
        evidence=tuple(
            Evidence(
                kind=step["kind"],
                id=step["id"],
                label=step["label"],
                when=step["when"],
                source=step["source"],
                start=step.get("start"),
                end=step.get("end"),
            )
            for step in each["evidence"]
        ),
        claimed_span=_when(each.get("claimed_when")),
        expected_span=_when(each.get("expected_when")),
    )
