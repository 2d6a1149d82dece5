"""The JSON of a timeline. Its field names are a promise; additions are allowed, changes are not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timelines.chronology import Span
from timelines.model import Article, Claim, Event, Evidence, Expression, Flag, Name, Notice, Published, Timeline

Json = dict[str, Any]


def timeline_to_json(timeline: Timeline) -> Json:
    """Everything read out of one article, ready for ``json.dumps``."""
    return {
        "article": article_to_json(timeline.article),
        "expressions": [expression_to_json(expression) for expression in timeline.expressions],
        "names": [name_to_json(name) for name in timeline.names],
        "known": known_to_json(timeline.names),
        "unknown": [{"start": name.start, "end": name.end, "text": name.text} for name in timeline.unknown],
        "events": [event_to_json(event) for event in timeline.events],
        "claims": [claim_to_json(claim) for claim in timeline.claims],
        "flags": [flag_to_json(flag) for flag in timeline.flags],
        "suppressed": [flag_to_json(flag) for flag in timeline.suppressed],
        "notices": [notice_to_json(notice) for notice in timeline.notices],
        "canon": {"as_of": timeline.canon_as_of},
    }


def span_to_json(span: Span | None) -> Json | None:
    """EDTF and the outermost days; an open side is null."""
    if span is None:
        return None
    return {"edtf": span.edtf, "earliest": span.earliest_iso, "latest": span.latest_iso}


def article_to_json(article: Article) -> Json:
    """The article without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "language": article.language,
        "published": published_to_json(article.published),
    }


def published_to_json(published: Published) -> Json:
    """When the article was published, how that is known, and why it is thought so."""
    return {
        "edtf": published.span.edtf if published.span else None,
        "origin": published.origin,
        "reasons": list(published.reasons),
    }


def expression_to_json(expression: Expression) -> Json:
    """A temporal expression with its TIMEX3 value and its EDTF."""
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "edtf": expression.edtf,
        "modifier": expression.modifier,
        "resolution": expression.resolution,
    }


def name_to_json(name: Name) -> Json:
    """A name that the canon knows."""
    return {
        "start": name.start,
        "end": name.end,
        "text": name.text,
        "canonical": name.canonical,
        "label": name.label,
    }


def known_to_json(names: Iterable[Name]) -> list[Json]:
    """What the canon knows of the text, each once in the order of first mention, and up to when it is known."""
    rows: dict[str, Json] = {}
    for name in names:
        row = rows.setdefault(
            name.canonical, {"id": name.canonical, "label": name.label, "as_of": name.as_of or None, "mentions": 0}
        )
        row["mentions"] += 1
    return list(rows.values())


def event_to_json(event: Event) -> Json:
    """An event mention; ``canonical`` is the id of the canonical event that it was placed on, or null."""
    placement = event.placement
    return {
        "id": event.id,
        "start": event.start,
        "end": event.end,
        "trigger": list(event.trigger),
        "label": event.label,
        "sentence": list(event.sentence),
        "when": span_to_json(event.when),
        "anchor": event.anchor,
        "participants": list(event.participants),
        "place": event.place,
        "modality": event.modality.value,
        "confidence": round(event.confidence, 2),
        "canonical": placement.canonical if placement else None,
        "placement": {"score": round(placement.score, 2), "reason": placement.reason} if placement else None,
    }


def claim_to_json(claim: Claim) -> Json:
    """A checkable statement about time."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "about": claim.about,
        "says": claim.says,
        "modality": claim.modality.value,
    }


def evidence_to_json(evidence: Evidence) -> Json:
    """One step of the reasons for a flag; offsets only where it is words of the article."""
    row: Json = {
        "kind": evidence.kind,
        "id": evidence.id,
        "label": evidence.label,
        "when": evidence.when,
        "source": evidence.source,
    }
    if evidence.start is not None:
        row |= {"start": evidence.start, "end": evidence.end}
    return row


def flag_to_json(flag: Flag) -> Json:
    """A contradiction with its correction and its evidence."""
    return {
        "rule": flag.rule,
        "name": flag.name,
        "family": flag.family,
        "severity": flag.severity.value,
        "confidence": round(flag.confidence, 2),
        "start": flag.start,
        "end": flag.end,
        "quote": flag.quote,
        "message": flag.message,
        "suggestion": flag.suggestion,
        "claimed": flag.claimed,
        "expected": flag.expected,
        "claimed_when": span_to_json(flag.claimed_span),
        "expected_when": span_to_json(flag.expected_span),
        "evidence": [evidence_to_json(step) for step in flag.evidence],
    }


def notice_to_json(notice: Notice) -> Json:
    """What the author of the text should know beside its flags."""
    return {"start": notice.start, "end": notice.end, "message": notice.message}
