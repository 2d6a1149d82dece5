"""Events: read, and decided about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from app import clock
from app.gathering.known import family, root
from app.keeping.changes import Change
from app.keeping.deciding import Deciding
from app.keeping.events import add_event, find_event, merge_events, set_fields, split_event, unpin
from app.keeping.scope import Scope, conditions
from app.store.known_tables import KnownEventRow
from app.store.tables import ArticleRow, EventRow
from timelines.chronology.span import Span


@dataclass(frozen=True, slots=True)
class MentionOf:
    """One mention of an event with its article."""

    mention: EventRow
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class EventDetail:
    """An event with its mentions; ``merged`` are the events that were merged into it."""

    event: KnownEventRow
    mentions: list[MentionOf]
    merged: list[KnownEventRow]
    into: KnownEventRow | None


class EventKeeping(Deciding):
    """What can be done with events."""

    def events(self, scope: Scope, *, limit: int, after: tuple[int, int] | None = None) -> list[KnownEventRow]:
        """Events by time; ``after`` is the first day and the number of the last one of the page before."""
        with self.library.session() as session:
            query = select(KnownEventRow).where(*conditions(scope), col(KnownEventRow.earliest).is_not(None))
            if after is not None:
                day, number = after
                query = query.where(
                    (col(KnownEventRow.earliest) > day)
                    | ((col(KnownEventRow.earliest) == day) & (col(KnownEventRow.number) > number))
                )
            order = (col(KnownEventRow.earliest), col(KnownEventRow.number))
            return list(session.exec(query.order_by(*order).limit(limit)))

    def event(self, event_id: str, *, mentions: int = 100) -> EventDetail:
        """An event with its first mentions. Raises UnknownEventError."""
        with self.library.session() as session:
            row = find_event(session, event_id)
            members = family(session, row)
            found = session.exec(
                select(EventRow, ArticleRow)
                .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
                .where(col(EventRow.known_number).in_(members))
                .order_by(col(ArticleRow.published_earliest), col(EventRow.number))
                .limit(mentions)
            ).all()
            top = root(session, row)
            merged = [each for number in members[1:] if (each := session.get(KnownEventRow, number)) is not None]
            return EventDetail(
                row, [MentionOf(*pair) for pair in found], merged, top if top.number != row.number else None
            )

    def add_event(self, who: str, *, label: str, when: Span, place: str | None, note: str) -> KnownEventRow:
        """Add an event by hand."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            row, changes = add_event(session, label=label, when=when, place=place, note=note, now=clock.now())
            return row, list(changes)

        return self.decide(who, "add-event", lambda row: f"event/{row.id}", work)

    def set_event(
        self, who: str, event_id: str, fields: Mapping[str, Any], *, release: Sequence[str] = (), reason: str = ""
    ) -> KnownEventRow:
        """Set fields of an event; ``release`` gives fields back to the readings of articles."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            row = find_event(session, event_id)
            return row, [*unpin(row, release), *set_fields(row, dict(fields))]

        return self.decide(who, "set-event", lambda row: f"event/{row.id}", work, reason)

    def merge(self, who: str, into_id: str, other_ids: Sequence[str], reason: str = "") -> KnownEventRow:
        """Say that these events are one. Raises UnknownEventError, ConflictError."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            into = find_event(session, into_id)
            return into, merge_events(session, into, [find_event(session, other) for other in other_ids])

        return self.decide(who, "merge-events", lambda row: f"event/{row.id}", work, reason)

    def split(self, who: str, event_id: str, mentions: Sequence[tuple[str, str]], reason: str = "") -> KnownEventRow:
        """Make an event of its own out of some mentions. Raises UnknownEventError, ConflictError."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            return split_event(session, find_event(session, event_id), mentions, clock.now())

        return self.decide(who, "split-event", lambda _: f"event/{event_id}", work, reason)
