"""Timelines that people keep: made, filled, told, taken out and in as files."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from app import clock
from app.keeping.canon_files import keep_events, read_events, written
from app.keeping.changes import Change, ConflictError, add_row, remove_row, set_columns
from app.keeping.deciding import Deciding
from app.keeping.events import find_event
from app.keeping.scope import Scope, events_in
from app.keeping.stories import articles_for, tell
from app.store.known_tables import KnownEventRow, TimelineEventRow, TimelineRow

# Events of one timeline that are read at most; pictures and pages thin them out further.
MOST_EVENTS = 5_000


class UnknownTimelineError(Exception):
    """There is no timeline with this id."""

    def __init__(self, timeline_id: str) -> None:
        super().__init__(f"There is no timeline {timeline_id!r}.")
        self.timeline_id = timeline_id


class TimelineKeeping(Deciding):
    """What can be done with timelines."""

    def timelines(self) -> list[TimelineRow]:
        """All kept timelines, those changed last first."""
        with self.library.session() as session:
            return list(session.exec(select(TimelineRow).order_by(col(TimelineRow.changed_at).desc())))

    def timeline(self, timeline_id: str) -> TimelineRow:
        """One timeline. Raises UnknownTimelineError."""
        with self.library.session() as session:
            return self._timeline(session, timeline_id)

    def timeline_events(self, timeline_id: str, *, limit: int = MOST_EVENTS) -> list[KnownEventRow]:
        """The events of a timeline by time."""
        with self.library.session() as session:
            row = self._timeline(session, timeline_id)
            return events_in(session, row.number, Scope.of(row.scope), limit=limit)

    def make_timeline(self, who: str, *, title: str, description: str, scope: Scope) -> TimelineRow:
        """Keep a new timeline."""
        now = clock.now()
        new = TimelineRow(
            id=secrets.token_hex(6),
            title=title,
            description=description,
            scope=scope.data(),
            created_at=now,
            changed_at=now,
        )

        def work(session: Session) -> tuple[TimelineRow, list[Change | None]]:
            return new, [add_row(session, new, {"id": new.id})]

        return self.decide(who, "make-timeline", lambda row: f"timeline/{row.id}", work)

    def set_timeline(self, who: str, timeline_id: str, fields: Mapping[str, Any]) -> TimelineRow:
        """Set ``title``, ``description`` or ``scope`` (its data)."""

        def work(session: Session) -> tuple[TimelineRow, list[Change | None]]:
            row = self._timeline(session, timeline_id)
            row.changed_at = clock.now()
            return row, [set_columns(row, {"id": row.id}, **fields)]

        return self.decide(who, "set-timeline", lambda row: f"timeline/{row.id}", work)

    def delete_timeline(self, who: str, timeline_id: str) -> None:
        """Remove a timeline; its events stay."""

        def work(session: Session) -> tuple[str, list[Change | None]]:
            row = self._timeline(session, timeline_id)
            chosen = session.exec(select(TimelineEventRow).where(TimelineEventRow.timeline_number == row.number)).all()
            # Undoing goes backwards: the timeline must be there again before its events.
            changes: list[Change | None] = [remove_row(session, each, _membership(each)) for each in chosen]
            return row.id, [*changes, remove_row(session, row, {"id": row.id})]

        self.decide(who, "delete-timeline", lambda id_: f"timeline/{id_}", work)

    def put_event(self, who: str, timeline_id: str, event_id: str, *, shown: bool) -> None:
        """Put an event on a timeline or keep it off, whatever the scope says."""

        def work(session: Session) -> tuple[str, list[Change | None]]:
            timeline, event = self._timeline(session, timeline_id), find_event(session, event_id)
            assert timeline.number is not None
            assert event.number is not None
            there = session.get(TimelineEventRow, (timeline.number, event.number))
            if there is not None:
                return timeline_id, [set_columns(there, _membership(there), shown=shown)]
            row = TimelineEventRow(timeline_number=timeline.number, known_number=event.number, shown=shown)
            return timeline_id, [add_row(session, row, _membership(row))]

        self.decide(who, "put-event" if shown else "drop-event", lambda id_: f"timeline/{id_}", work)

    def reconstruct(self, who: str, timeline_id: str, *, dates: int, sentences: int) -> TimelineRow:
        """Tell the timeline's story from its articles, and keep it. Raises ConflictError without dated articles."""
        with self.library.session() as session:
            scope = Scope.of(self._timeline(session, timeline_id).scope)
            articles = articles_for(session, scope)
        if not articles:
            raise ConflictError("No article with a publication date lies in the scope of this timeline.")
        story = tell(articles, scope, dates=dates, sentences=sentences)
        return self.set_timeline(who, timeline_id, {"story": story})

    def canon_file(self, timeline_id: str, *, everything: bool = False) -> str:
        """The timeline as a canon file: its canonical events, or all of them."""
        rows = self.timeline_events(timeline_id)
        chosen = [row for row in rows if everything or row.canonical or row.promoted]
        return written(chosen, self.library.canon)

    def take_canon_file(self, who: str, timeline_id: str, content: bytes) -> int:
        """Put the events of a canon file on the timeline, and return how many. Raises InputError."""
        events = read_events(content)

        def work(session: Session) -> tuple[str, list[Change | None]]:
            timeline = self._timeline(session, timeline_id)
            rows, changes = keep_events(session, events, self.library.canon, clock.now())
            for row in rows:
                assert timeline.number is not None
                assert row.number is not None
                if session.get(TimelineEventRow, (timeline.number, row.number)) is None:
                    chosen = TimelineEventRow(timeline_number=timeline.number, known_number=row.number)
                    changes.append(add_row(session, chosen, _membership(chosen)))
            return timeline_id, changes

        self.decide(who, "take-canon-file", lambda id_: f"timeline/{id_}", work)
        return len(events)

    def _timeline(self, session: Session, timeline_id: str) -> TimelineRow:
        row = session.exec(select(TimelineRow).where(TimelineRow.id == timeline_id)).first()
        if row is None:
            raise UnknownTimelineError(timeline_id)
        return row


def _membership(row: TimelineEventRow) -> dict[str, Any]:
    return {"timeline_number": row.timeline_number, "known_number": row.known_number}
