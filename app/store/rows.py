"""From a timeline to the rows that hold it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from app.store.mentions import flag_key, mention_key
from app.store.tables import ArticleRow, ClaimRow, EventRow, FlagRow, Part
from timelines.chronology.span import Span
from timelines.model import Flag, Timeline
from timelines.placing.copies import signature
from timelines.placing.sighting import sightings

_EXCERPT_LENGTH = 240


def article_row(
    timeline: Timeline, *, document: dict[str, Any], figure: dict[str, Any], digest: str, read_at: datetime
) -> ArticleRow:
    """The article's own row. ``document`` is the JSON of the timeline, ``figure`` that of its drawing."""
    article = timeline.article
    span = article.published.span
    earliest, latest = _days(span)
    severities = Counter(str(flag.severity) for flag in timeline.flags)
    return ArticleRow(
        id=article.id,
        title=article.title,
        url=article.url,
        language=article.language,
        excerpt=_excerpt(article.text),
        characters=len(article.text),
        read_at=read_at,
        published_edtf=span.edtf if span else None,
        published_origin=article.published.origin,
        published_reasons=list(article.published.reasons),
        published_earliest=earliest,
        published_latest=latest,
        engine_version=version("timelines"),
        canon_as_of=timeline.canon_as_of,
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
        events=len(timeline.events),
        expressions=len(timeline.expressions),
        claims=len(timeline.claims),
        digest=digest,
        source=urlsplit(article.url).hostname or "",
        signature=list(signature(article.text)),
        text=article.text,
        timeline=_json(document),
        figure=_json(figure),
    )


def part_rows(timeline: Timeline, document: dict[str, Any]) -> list[Part]:
    """The rows of the events, claims and flags; the number of their article is set on insertion."""
    rows: list[Part] = []
    seen = {sighting.event: sighting for sighting in sightings(timeline)}
    keys: Counter[str] = Counter()
    for event in timeline.events:
        earliest, latest = _days(event.when)
        sighting = seen.get(event.id)
        rows.append(
            EventRow(
                mention_key=mention_key(event, timeline.article.text, keys),
                kind=sighting.kind if sighting else "",
                stem=sighting.stem if sighting else "",
                stated=sighting.stated if sighting else False,
                quote=sighting.quote if sighting else "",
                participants=sorted(sighting.participants) if sighting else [],
                words=sorted(sighting.words) if sighting else [],
                article_number=0,
                event_id=event.id,
                start=event.start,
                end=event.end,
                label=event.label,
                edtf=event.when.edtf if event.when else None,
                earliest=earliest,
                latest=latest,
                place=event.place,
                modality=event.modality.value,
                confidence=event.confidence,
                canonical=event.placement.canonical if event.placement else None,
            )
        )
    for claim in timeline.claims:
        earliest, latest = _days(claim.span)
        rows.append(
            ClaimRow(
                article_number=0,
                claim_id=claim.id,
                kind=claim.kind,
                start=claim.start,
                end=claim.end,
                text=claim.text,
                about=claim.about,
                says=claim.says,
                modality=claim.modality.value,
                earliest=earliest,
                latest=latest,
            )
        )
    for flag, flag_document in zip(timeline.flags, document["flags"], strict=True):
        rows.append(flag_row(flag, flag_document, key=flag_key(flag, timeline.article, keys)))
    return rows


def flag_row(flag: Flag, document: dict[str, Any], *, key: str) -> FlagRow:
    """The row of one flag; ``document`` is its JSON."""
    earliest, latest = _days(flag.claimed_span)
    expected_earliest, expected_latest = _days(flag.expected_span)
    return FlagRow(
        article_number=0,
        flag_key=key,
        document=_json(document),
        rule=flag.rule,
        name=flag.name,
        family=flag.family,
        severity=flag.severity.value,
        confidence=flag.confidence,
        start=flag.start,
        end=flag.end,
        quote=flag.quote,
        message=flag.message,
        suggestion=flag.suggestion,
        earliest=earliest,
        latest=latest,
        expected_earliest=expected_earliest,
        expected_latest=expected_latest,
    )


def _days(span: Span | None) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    return span.earliest_day, span.latest_day


def _excerpt(text: str) -> str:
    words = " ".join(text[: 4 * _EXCERPT_LENGTH].split())
    if len(words) <= _EXCERPT_LENGTH:
        return words
    return words[:_EXCERPT_LENGTH].rsplit(" ", 1)[0] + " …"


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
