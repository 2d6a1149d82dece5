"""What is known of an event by all of its mentions: label, date, disagreement, number of sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from app.gathering.known import family, root
from app.store.known_tables import EventKeyRow, KnownEventRow, SourceRow, TimelineEventRow
from app.store.mentions import sample_of, sighting_of
from app.store.tables import ArticleRow, EventRow
from timelines.canon.canon import Canon
from timelines.chronology.span import Span
from timelines.placing.gather import COMPARED_MENTIONS
from timelines.placing.keys import stored_keys
from timelines.placing.merge import MergedEvent, merge

# Mentions that are weighed for the label and the date; all of them are counted.
_WEIGHED = 200
# Keys of an event by which it is found; its first mentions give the most telling ones.
_KEYS = 400


def summarise(session: Session, known: KnownEventRow, canon: Canon, now: datetime) -> None:
    """Bring the row of an event up to date with its mentions, and remove it when nothing holds it any more."""
    members = family(session, known)
    rows = session.exec(
        select(EventRow, ArticleRow.id, ArticleRow.copy_of, SourceRow.trust)
        .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
        .join(SourceRow, col(SourceRow.name) == col(ArticleRow.source), isouter=True)
        .where(col(EventRow.known_number).in_(members))
        .order_by(col(EventRow.stated).desc(), col(EventRow.number))
        .limit(_WEIGHED)
    ).all()
    if not rows and not _is_kept(session, known):
        session.delete(known)
        return
    if rows:
        _weigh(known, [(row, id_, copy_of, trust) for row, id_, copy_of, trust in rows], canon)
        _index(session, known, rows=[(row, id_) for row, id_, _, _ in rows])
    known.mentions, known.sources = _counts(session, members)
    known.changed_at = now


def _is_kept(session: Session, known: KnownEventRow) -> bool:
    """Whether a person holds on to an event without mentions, or it belongs to one that has some."""
    members = family(session, root(session, known))
    if session.exec(select(EventRow.number).where(col(EventRow.known_number).in_(members)).limit(1)).first():
        return True
    chosen = select(TimelineEventRow.known_number).where(col(TimelineEventRow.known_number).in_(members)).limit(1)
    if session.exec(chosen).first() is not None:
        return True
    rows = session.exec(select(KnownEventRow).where(col(KnownEventRow.number).in_(members))).all()
    return any(row.made_by == "hand" or row.promoted or row.pinned for row in rows)


def _weigh(known: KnownEventRow, rows: Sequence[tuple[EventRow, str, int | None, float | None]], canon: Canon) -> None:
    numbers = {id_: str(copy_of or row.article_number) for row, id_, copy_of, _ in rows}
    trusted = {id_: trust for _, id_, _, trust in rows if trust is not None}
    merged = merge([sighting_of(row, id_) for row, id_, _, _ in rows], copies=numbers, trust=trusted)
    fact = canon.facts.get(known.canonical) if known.canonical else None
    set_unless_pinned(known, label=fact.label if fact else merged.label)
    set_unless_pinned(known, when=fact.when if fact and fact.when else merged.when)
    place = next((row.place for row, *_ in rows if row.place), None)
    set_unless_pinned(known, place=fact.place if fact else place)
    known.kind = fact.kind if fact else rows[0][0].kind
    known.participants = list(dict.fromkeys(name for row, *_ in rows for name in row.participants))[:12]
    known.readings = _readings(merged)
    known.disputed = len(merged.readings) > 1
    known.samples = [sample_of(mention) for mention in merged.mentions[:COMPARED_MENTIONS]]


def set_unless_pinned(known: KnownEventRow, **fields: Any) -> None:
    """Set label, place or when (a Span or None), but not what a person has set."""
    for name, value in fields.items():
        if name in known.pinned:
            continue
        if name == "when":
            place_in_time(known, value)
        else:
            setattr(known, name, value)


def place_in_time(known: KnownEventRow, when: Span | None) -> None:
    """Set the date in its three columns."""
    known.edtf = when.edtf if when else None
    known.earliest = when.earliest_day if when else None
    known.latest = when.latest_day if when else None


def _readings(merged: MergedEvent) -> list[dict[str, Any]]:
    return [
        {
            "edtf": reading.when.edtf,
            "weight": reading.weight,
            "articles": sorted({mention.article for mention in reading.mentions})[:20],
        }
        for reading in merged.readings
    ]


def _index(session: Session, known: KnownEventRow, *, rows: Sequence[tuple[EventRow, str]]) -> None:
    """Keep the keys in step: those of the mentions that are left."""
    assert known.number is not None
    wanted: dict[str, None] = {}
    if known.canonical:
        wanted[f"c|{known.canonical}"] = None
    for row, id_ in rows:
        if len(wanted) >= _KEYS:
            break
        wanted.update(dict.fromkeys(sorted(stored_keys(sighting_of(row, id_)))))
    keys = set(list(wanted)[:_KEYS])
    there = {row.key: row for row in session.exec(select(EventKeyRow).where(EventKeyRow.known_number == known.number))}
    for key, stored in there.items():
        if key not in keys:
            session.delete(stored)
    session.add_all(EventKeyRow(key=key, known_number=known.number) for key in sorted(keys - there.keys()))


def _counts(session: Session, members: Sequence[int]) -> tuple[int, int]:
    """Mentions, and sources that are independent of each other."""
    mentions, sources = session.exec(
        select(
            func.count(col(EventRow.number)),
            func.count(func.distinct(func.coalesce(ArticleRow.copy_of, ArticleRow.number))),
        )
        .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
        .where(col(EventRow.known_number).in_(members))
    ).one()
    return mentions, sources
