"""The one door to events and kept timelines: each call is one transaction, each decision is on record."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from app import clock
from app.gathering.gather import refresh
from app.gathering.known import family, root
from app.keeping import ledger
from app.keeping.canon_files import keep_events, read_events, written
from app.keeping.changes import Change, ConflictError, add_row, remove_row, set_columns
from app.keeping.events import add_event, find_event, merge_events, set_fields, split_event, unpin
from app.keeping.scope import Scope, conditions, events_in
from app.keeping.stories import articles_for, tell
from app.library import Library
from app.store.known_tables import DecisionRow, KnownEventRow, SourceRow, TimelineEventRow, TimelineRow
from app.store.tables import ArticleRow, EventRow, FlagRow
from timelines.chronology.span import Span

# Events of one timeline that are read at most; pictures and pages thin them out further.
MOST_EVENTS = 5_000
FLAG_STATES = ("open", "accepted", "dismissed")


Subject = TypeVar("Subject")


class UnknownTimelineError(Exception):
    """There is no timeline with this id."""

    def __init__(self, timeline_id: str) -> None:
        super().__init__(f"There is no timeline {timeline_id!r}.")
        self.timeline_id = timeline_id


class UnknownFlagError(Exception):
    """There is no flag with this key in this article."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There is no flag {key!r} in this article.")
        self.key = key


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


class Keeper:
    """Events, timelines and decisions in the library's store. ``who`` is the name that decisions are recorded under."""

    def __init__(self, library: Library) -> None:
        self._library = library

    # Events

    def events(self, scope: Scope, *, limit: int, after: tuple[int, int] | None = None) -> list[KnownEventRow]:
        """Events by time; ``after`` is the first day and the number of the last one of the page before."""
        with self._library.session() as session:
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
        with self._library.session() as session:
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

        return self._decide(who, "add-event", lambda row: f"event/{row.id}", work)

    def set_event(
        self, who: str, event_id: str, fields: Mapping[str, Any], *, release: Sequence[str] = (), reason: str = ""
    ) -> KnownEventRow:
        """Set fields of an event; ``release`` gives fields back to the readings of articles."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            row = find_event(session, event_id)
            return row, [*unpin(row, release), *set_fields(row, dict(fields))]

        return self._decide(who, "set-event", lambda row: f"event/{row.id}", work, reason)

    def merge(self, who: str, into_id: str, other_ids: Sequence[str], reason: str = "") -> KnownEventRow:
        """Say that these events are one. Raises UnknownEventError, ConflictError."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            into = find_event(session, into_id)
            return into, merge_events(session, into, [find_event(session, other) for other in other_ids])

        return self._decide(who, "merge-events", lambda row: f"event/{row.id}", work, reason)

    def split(self, who: str, event_id: str, mentions: Sequence[tuple[str, str]], reason: str = "") -> KnownEventRow:
        """Make an event of its own out of some mentions. Raises UnknownEventError, ConflictError."""

        def work(session: Session) -> tuple[KnownEventRow, list[Change | None]]:
            return split_event(session, find_event(session, event_id), mentions, clock.now())

        return self._decide(who, "split-event", lambda _: f"event/{event_id}", work, reason)

    # Flags

    def judge_flag(self, who: str, article_id: str, flag_key: str, state: str, reason: str = "") -> FlagRow:
        """Accept, dismiss or reopen a flag; a dismissal needs a reason."""
        if state not in FLAG_STATES:
            raise ConflictError(f"A flag is {', '.join(FLAG_STATES)}, not {state!r}.")
        if state == "dismissed" and not reason.strip():
            raise ConflictError("Say why the flag is dismissed.")

        def work(session: Session) -> tuple[FlagRow, list[Change | None]]:
            article = self._article(session, article_id)
            row = session.exec(
                select(FlagRow).where(FlagRow.article_number == article.number, FlagRow.flag_key == flag_key)
            ).first()
            if row is None:
                raise UnknownFlagError(flag_key)
            key = {"article_number": article.number, "flag_key": flag_key}
            kept = "" if state == "open" else reason.strip()
            return row, [set_columns(row, key, state=state, state_reason=kept)]

        return self._decide(who, f"{state}-flag", lambda _: f"flag/{article_id}/{flag_key}", work, reason)

    def flag(self, article_id: str, flag_key: str) -> tuple[FlagRow, ArticleRow]:
        """One flag with its article. Raises UnknownArticleError, UnknownFlagError."""
        with self._library.session() as session:
            article = self._article(session, article_id)
            row = session.exec(
                select(FlagRow).where(FlagRow.article_number == article.number, FlagRow.flag_key == flag_key)
            ).first()
            if row is None:
                raise UnknownFlagError(flag_key)
            return row, article

    def flags(
        self,
        *,
        limit: int,
        rule: str | None = None,
        family: str | None = None,
        severity: str | None = None,
        state: str | None = None,
        before: int | None = None,
    ) -> list[tuple[FlagRow, ArticleRow]]:
        """Flags of all articles, the newest first; ``rule`` may be the beginning of a code."""
        query = select(FlagRow, ArticleRow).join(ArticleRow, col(ArticleRow.number) == col(FlagRow.article_number))
        query = query.options(defer(ArticleRow.text), defer(ArticleRow.figure))  # type: ignore[arg-type]
        if rule is not None:
            query = query.where(col(FlagRow.rule).startswith(rule, autoescape=True))
        for column, value in ((FlagRow.family, family), (FlagRow.severity, severity), (FlagRow.state, state)):
            if value is not None:
                query = query.where(column == value)
        if before is not None:
            query = query.where(col(FlagRow.number) < before)
        with self._library.session() as session:
            return [
                (flag, article)
                for flag, article in session.exec(query.order_by(col(FlagRow.number).desc()).limit(limit))
            ]

    def flag_counts(self) -> dict[str, int]:
        """How many flags are in each state."""
        query = select(FlagRow.state, func.count(col(FlagRow.number))).group_by(col(FlagRow.state))
        with self._library.session() as session:
            return dict.fromkeys(FLAG_STATES, 0) | dict(session.exec(query).all())

    def texts(self, article_ids: Collection[str]) -> dict[str, str]:
        """The words of some articles by their ids."""
        query = select(ArticleRow.id, ArticleRow.text).where(col(ArticleRow.id).in_(article_ids))
        with self._library.session() as session:
            return dict(session.exec(query).all())

    # Timelines

    def timelines(self) -> list[TimelineRow]:
        """All kept timelines, those changed last first."""
        with self._library.session() as session:
            return list(session.exec(select(TimelineRow).order_by(col(TimelineRow.changed_at).desc())))

    def timeline(self, timeline_id: str) -> TimelineRow:
        """One timeline. Raises UnknownTimelineError."""
        with self._library.session() as session:
            return self._timeline(session, timeline_id)

    def timeline_events(self, timeline_id: str, *, limit: int = MOST_EVENTS) -> list[KnownEventRow]:
        """The events of a timeline by time."""
        with self._library.session() as session:
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

        return self._decide(who, "make-timeline", lambda row: f"timeline/{row.id}", work)

    def set_timeline(self, who: str, timeline_id: str, fields: Mapping[str, Any]) -> TimelineRow:
        """Set ``title``, ``description`` or ``scope`` (its data)."""

        def work(session: Session) -> tuple[TimelineRow, list[Change | None]]:
            row = self._timeline(session, timeline_id)
            row.changed_at = clock.now()
            return row, [set_columns(row, {"id": row.id}, **fields)]

        return self._decide(who, "set-timeline", lambda row: f"timeline/{row.id}", work)

    def delete_timeline(self, who: str, timeline_id: str) -> None:
        """Remove a timeline; its events stay."""

        def work(session: Session) -> tuple[str, list[Change | None]]:
            row = self._timeline(session, timeline_id)
            chosen = session.exec(select(TimelineEventRow).where(TimelineEventRow.timeline_number == row.number)).all()
            # Undoing goes backwards: the timeline must be there again before its events.
            changes: list[Change | None] = [remove_row(session, each, _membership(each)) for each in chosen]
            return row.id, [*changes, remove_row(session, row, {"id": row.id})]

        self._decide(who, "delete-timeline", lambda id_: f"timeline/{id_}", work)

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

        self._decide(who, "put-event" if shown else "drop-event", lambda id_: f"timeline/{id_}", work)

    def reconstruct(self, who: str, timeline_id: str, *, dates: int, sentences: int) -> TimelineRow:
        """Tell the timeline's story from its articles, and keep it. Raises ConflictError without dated articles."""
        with self._library.session() as session:
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
        return written(chosen, self._library.canon)

    def take_canon_file(self, who: str, timeline_id: str, content: bytes) -> int:
        """Put the events of a canon file on the timeline, and return how many. Raises InputError."""
        events = read_events(content)

        def work(session: Session) -> tuple[str, list[Change | None]]:
            timeline = self._timeline(session, timeline_id)
            rows, changes = keep_events(session, events, self._library.canon, clock.now())
            for row in rows:
                assert timeline.number is not None
                assert row.number is not None
                if session.get(TimelineEventRow, (timeline.number, row.number)) is None:
                    chosen = TimelineEventRow(timeline_number=timeline.number, known_number=row.number)
                    changes.append(add_row(session, chosen, _membership(chosen)))
            return timeline_id, changes

        self._decide(who, "take-canon-file", lambda id_: f"timeline/{id_}", work)
        return len(events)

    # Sources

    def sources(self) -> list[tuple[str, int, float]]:
        """Publishers by name, with the number of their articles and how much they are trusted (1 unless set)."""
        query = (
            select(ArticleRow.source, func.count(col(ArticleRow.number)), SourceRow.trust)
            .join(SourceRow, col(SourceRow.name) == col(ArticleRow.source), isouter=True)
            .where(ArticleRow.source != "")
            .group_by(col(ArticleRow.source), col(SourceRow.trust))
            .order_by(col(ArticleRow.source))
        )
        with self._library.session() as session:
            return [(name, count, 1.0 if trust is None else trust) for name, count, trust in session.exec(query)]

    def trust(self, who: str, name: str, trust: float) -> None:
        """Say how much a publisher counts where sources disagree; events in dispute are weighed anew."""

        def work(session: Session) -> tuple[str, list[Change | None]]:
            row = session.get(SourceRow, name)
            if row is None:
                return name, [add_row(session, SourceRow(name=name, trust=trust), {"name": name})]
            return name, [set_columns(row, {"name": name}, trust=trust)]

        self._decide(who, "trust-source", lambda name: f"source/{name}", work)
        self._weigh_again(name)

    def _weigh_again(self, source: str) -> None:
        disputed = (
            select(KnownEventRow.number)
            .join(EventRow, col(EventRow.known_number) == col(KnownEventRow.number))
            .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
            .where(ArticleRow.source == source)
            .where(or_(col(KnownEventRow.disputed).is_(True), col(KnownEventRow.merged_into).is_not(None)))
            .distinct()
        )
        with self._library.session(writes=True) as session, session.begin():
            numbers = [number for number in session.exec(disputed) if number is not None]
            refresh(session, numbers, self._library.canon, clock.now())

    # Decisions

    def decisions(self, *, limit: int, before: int | None = None, subject: str | None = None) -> list[DecisionRow]:
        """The newest decisions first."""
        with self._library.session() as session:
            return ledger.decisions(session, limit=limit, before=before, subject=subject)

    def decision(self, number: int) -> DecisionRow | None:
        """One decision, or None."""
        with self._library.session() as session:
            return session.get(DecisionRow, number)

    def undo(self, number: int) -> DecisionRow:
        """Take a decision back. Raises UnknownDecisionError, ConflictError."""
        now = clock.now()
        with self._library.session(writes=True) as session, session.begin():
            decision, touched = ledger.undo(session, number, now)
            refresh(session, touched, self._library.canon, now)
        kind, _, name = decision.subject.partition("/")
        if kind == "source":
            self._weigh_again(name)
        return decision

    def _decide(
        self,
        who: str,
        action: str,
        subject: Callable[[Subject], str],
        work: Callable[[Session], tuple[Subject, list[Change | None]]],
        reason: str = "",
    ) -> Subject:
        now = clock.now()
        with self._library.session(writes=True) as session, session.begin():
            result, changes = work(session)
            made = [change for change in changes if change is not None]
            ledger.record(session, who=who, action=action, subject=subject(result), changes=made, at=now, reason=reason)
            refresh(session, ledger.touched_events(made), self._library.canon, now)
        return result

    def _timeline(self, session: Session, timeline_id: str) -> TimelineRow:
        row = session.exec(select(TimelineRow).where(TimelineRow.id == timeline_id)).first()
        if row is None:
            raise UnknownTimelineError(timeline_id)
        return row

    def _article(self, session: Session, article_id: str) -> ArticleRow:
        return self._library.article_in(session, article_id)


def _membership(row: TimelineEventRow) -> dict[str, Any]:
    return {"timeline_number": row.timeline_number, "known_number": row.known_number}
