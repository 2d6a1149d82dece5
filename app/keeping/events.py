"""Decisions about events: set, add, merge, split."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from app.gathering.known import family, root
from app.keeping.changes import Change, ConflictError, add_row, set_columns
from app.store.known_tables import KnownEventRow, PinRow
from app.store.tables import ArticleRow, EventRow
from timelines.chronology.span import Span


class UnknownEventError(Exception):
    """There is no known event with this id."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"There is no event {event_id!r}.")
        self.event_id = event_id


def find_event(session: Session, event_id: str) -> KnownEventRow:
    """The event with this id, also one that was merged into another. Raises UnknownEventError."""
    row = session.exec(select(KnownEventRow).where(KnownEventRow.id == event_id)).first()
    if row is None:
        raise UnknownEventError(event_id)
    return row


def add_event(
    session: Session,
    *,
    label: str,
    when: Span | None,
    place: str | None,
    note: str,
    now: datetime,
    id_: str | None = None,
    participants: Sequence[str] = (),
) -> tuple[KnownEventRow, list[Change]]:
    """An event that no article has told of; with an id of its own unless one is given."""
    row = KnownEventRow(
        id=id_ or secrets.token_hex(7),
        label=label,
        participants=list(participants),
        edtf=when.edtf if when else None,
        earliest=when.earliest_day if when else None,
        latest=when.latest_day if when else None,
        place=place,
        note=note,
        made_by="hand",
        promoted=True,
        pinned=["label", "when", "place"],
        changed_at=now,
    )
    change = add_row(session, row, {"id": row.id})
    change["key"] = {"number": row.number}
    return row, [change]


def set_fields(row: KnownEventRow, fields: dict[str, Any]) -> list[Change | None]:
    """Set ``label``, ``when`` (a Span or None), ``place``, ``note``, ``hidden``, ``promoted``; the first three stay."""
    columns: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "when":
            columns |= {
                "edtf": value.edtf if value else None,
                "earliest": value.earliest_day if value else None,
                "latest": value.latest_day if value else None,
            }
        else:
            columns[name] = value
    pinned = [name for name in ("label", "when", "place") if name in fields and name not in row.pinned]
    if pinned:
        columns["pinned"] = [*row.pinned, *pinned]
    return [set_columns(row, {"number": row.number}, **columns)]


def unpin(row: KnownEventRow, names: Sequence[str]) -> list[Change | None]:
    """Let the readings of articles set these fields again."""
    return [set_columns(row, {"number": row.number}, pinned=[name for name in row.pinned if name not in names])]


def merge_events(session: Session, into: KnownEventRow, others: Sequence[KnownEventRow]) -> list[Change | None]:
    """Say that these are one event. Raises ConflictError where that leads in a circle."""
    changes = []
    members = set(family(session, into))
    for other in others:
        if other.number in members or root(session, into).number == other.number:
            raise ConflictError(f"The event {other.id} is part of {into.id} already.")
        if other.merged_into is not None:
            raise ConflictError(f"The event {other.id} was merged into another one; undo that first.")
        changes.append(set_columns(other, {"number": other.number}, merged_into=into.number))
    return changes


def split_event(
    session: Session, row: KnownEventRow, mentions: Sequence[tuple[str, str]], now: datetime
) -> tuple[KnownEventRow, list[Change | None]]:
    """Make an event of its own out of some mentions, given as pairs of article id and mention key.

    Raises ConflictError where a mention is not one of the event's, or none would be left.
    """
    members = family(session, row)
    chosen = []
    for article_id, mention_key in mentions:
        found = session.exec(
            select(EventRow)
            .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
            .where(
                ArticleRow.id == article_id,
                EventRow.mention_key == mention_key,
                col(EventRow.known_number).in_(members),
            )
        ).first()
        if found is None:
            raise ConflictError(f"The mention {mention_key} of article {article_id} does not belong to this event.")
        chosen.append((article_id, found))
    if len(chosen) >= row.mentions:
        raise ConflictError("All mentions were chosen; leave at least one with the event.")
    new = KnownEventRow(id=secrets.token_hex(7), label=chosen[0][1].label, kind=chosen[0][1].kind, changed_at=now)
    added = add_row(session, new, {})
    added["key"] = {"number": new.number}
    changes: list[Change | None] = [added]
    for article_id, mention in chosen:
        pin = PinRow(article_id=article_id, mention_key=mention.mention_key, known_number=new.number or 0)
        key = {"article_id": article_id, "mention_key": mention.mention_key}
        there = session.get(PinRow, (article_id, mention.mention_key))
        if there is None:
            changes.append(add_row(session, pin, key))
        else:
            changes.append(set_columns(there, key, known_number=new.number))
        place = {"article_number": mention.article_number, "mention_key": mention.mention_key}
        changes.append(set_columns(mention, place, known_number=new.number))
    return new, changes
