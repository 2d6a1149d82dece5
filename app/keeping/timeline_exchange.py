"""The events of kept timelines on their way to other programs and from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from app import clock
from app.gathering.gather import event_id
from app.gathering.known import root
from app.keeping.changes import Change, add_row
from app.keeping.events import add_event
from app.keeping.timeline_keeping import MOST_EVENTS, TimelineKeeping
from app.store.known_tables import KnownEventRow, TimelineEventRow, TimelineRow
from app.store.tables import ArticleRow, EventRow
from timelines.canon.canon import Canon
from timelines.chronology.edtf import parse_edtf
from timelines.errors import InputError
from timelines.formats.carried import NotCarried, Report
from timelines.formats.events.exported import EventList, ExportedEvent
from timelines.formats.hostile import web_address

# As long as the API lets people write them.
_LONGEST_LABEL, _LONGEST_NOTE = 300, 4_000
_MOST_PARTICIPANTS = 12


class TimelineExchange(TimelineKeeping):
    """Kept timelines as lists of events for export, and lists of events put on kept timelines."""

    def event_list(self, timeline_id: str) -> tuple[EventList, datetime, Report]:
        """The events, when the timeline was last changed, and what does not fit. Raises UnknownTimelineError."""
        with self.library.session() as session:
            timeline = self._timeline(session, timeline_id)
        rows = self.timeline_events(timeline_id, limit=MOST_EVENTS + 1)
        report = []
        if len(rows) > MOST_EVENTS:
            rows = rows[:MOST_EVENTS]
            report.append(NotCarried("later events", f"only the first {MOST_EVENTS:,} go into one file"))
        with self.library.session() as session:
            tellers = _tellers(session, rows)
        events = tuple(_exported(row, tellers.get(row.number or 0, []), self.library.canon) for row in rows)
        changed = max([timeline.changed_at, *(row.changed_at for row in rows)])
        return EventList(timeline.id, timeline.title, events, timeline.description), changed, tuple(report)

    def take_events(self, who: str, timeline_id: str, events: Sequence[ExportedEvent]) -> tuple[int, Report]:
        """Put the events on the timeline: how many, and what of them could not be taken.

        Those that are known here (our own export, or the same file again) stay as they are; others are made by
        hand. Raises UnknownTimelineError, and InputError where there is nothing to take or too much.
        """
        if len(events) > MOST_EVENTS:
            raise InputError(f"At most {MOST_EVENTS:,} events in one file; there are {len(events):,}.", field="body")
        report: list[NotCarried] = []

        def work(session: Session) -> tuple[int, list[Change | None]]:
            timeline = self._timeline(session, timeline_id)
            changes: list[Change | None] = []
            numbers = dict.fromkeys(
                row.number for event in events if (row := _taken(session, event, changes, report)) is not None
            )
            for number in numbers:
                changes.append(_put(session, timeline, number or 0))
            return len(numbers), changes

        return self.decide(who, "import-events", lambda _: f"timeline/{timeline_id}", work), tuple(report)


def _exported(row: KnownEventRow, tellers: Sequence[tuple[str, str]], canon: Canon) -> ExportedEvent:
    fact = canon.facts.get(row.canonical) if row.canonical else None
    sources = [name for name, _ in tellers] + ([fact.source] if fact is not None and fact.source else [])
    named = [canon.facts[each].label if each in canon.facts else each for each in row.participants]
    return ExportedEvent(
        id=row.id,
        label=row.label,
        span=parse_edtf(row.edtf) if row.edtf else None,
        place=row.place or "",
        participants=tuple(named),
        sources=tuple(dict.fromkeys(sources)),
        note=row.note,
        url=next((address for _, url in tellers if (address := web_address(url))), ""),
    )


def _tellers(session: Session, rows: Sequence[KnownEventRow]) -> dict[int, list[tuple[str, str]]]:
    """Name and address of the articles that tell of each event, also of those that were merged into it."""
    owner = {row.number: row.number for row in rows if row.number is not None}
    found: dict[int, list[tuple[str, str]]] = {}
    level = list(owner)
    while level:
        merged = session.exec(
            select(KnownEventRow.number, KnownEventRow.merged_into).where(col(KnownEventRow.merged_into).in_(level))
        ).all()
        fresh = {number: owner[into] for number, into in merged if number not in owner and into is not None}
        owner |= {number: top for number, top in fresh.items() if number is not None}
        level = [number for number in fresh if number is not None]
    if not owner:
        return {}
    name = func.coalesce(func.nullif(ArticleRow.source, ""), func.nullif(ArticleRow.title, ""), ArticleRow.id)
    told = session.exec(
        select(EventRow.known_number, name, ArticleRow.url)
        .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
        .where(col(EventRow.known_number).in_(list(owner)))
        .order_by(col(ArticleRow.published_earliest), col(ArticleRow.number))
    ).all()
    for number, named, url in told:
        if number is not None:
            found.setdefault(owner[number], []).append((named, url))
    return found


def _taken(
    session: Session, event: ExportedEvent, changes: list[Change | None], report: list[NotCarried]
) -> KnownEventRow | None:
    """The row of an event that is here already, or of one made for it; None where it cannot be kept."""
    if any(map(_is_no_text, (event.id, event.label, event.place, event.note, *event.participants, *event.sources))):
        report.append(NotCarried(event.row, "left out: it has characters that are no text"))
        return None
    own = event_id(f"imported\n{event.label}\n{event.span.edtf if event.span else ''}\n{event.place}")
    there = session.exec(select(KnownEventRow).where(col(KnownEventRow.id).in_([event.id, own]))).first()
    if there is not None:
        top = root(session, there)
        if (top.label, top.edtf, top.place or "") != (event.label, event.span and event.span.edtf, event.place):
            report.append(NotCarried(event.row, "known here already; its label, date and place stay as they are"))
        return top
    note = "\n".join(part for part in (event.note, _origin(event)) if part)
    problem = _problem(event, note)
    if problem:
        report.append(NotCarried(event.row, f"left out: {problem}"))
        return None
    if len(event.participants) > _MOST_PARTICIPANTS:
        report.append(NotCarried(event.row, f"only the first {_MOST_PARTICIPANTS} participants are kept"))
    row, made = add_event(
        session,
        id_=own,
        label=event.label,
        when=event.span,
        place=event.place or None,
        participants=event.participants[:_MOST_PARTICIPANTS],
        note=note,
        now=clock.now(),
    )
    changes += made
    return row


def _is_no_text(text: str) -> bool:
    """Whether no database or file takes it: NUL, half a surrogate pair."""
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def _origin(event: ExportedEvent) -> str:
    """Events made by hand have no articles; who tells of them stands in their note."""
    return " ".join([*(f"{source}." for source in event.sources), event.url]).strip()


def _problem(event: ExportedEvent, note: str) -> str:
    if event.span is None or event.span.earliest_day is None:
        return "a timeline needs to know when it began"
    for name, text, longest in (
        ("label", event.label, _LONGEST_LABEL),
        ("place", event.place, _LONGEST_LABEL),
        ("note", note, _LONGEST_NOTE),
        *(("participant", each, _LONGEST_LABEL) for each in event.participants),
    ):
        if len(text) > longest:
            return f"its {name} is longer than {longest:,} characters"
    return ""


def _put(session: Session, timeline: TimelineRow, number: int) -> Change | None:
    assert timeline.number is not None
    if session.get(TimelineEventRow, (timeline.number, number)) is not None:
        return None
    chosen = TimelineEventRow(timeline_number=timeline.number, known_number=number)
    return add_row(session, chosen, {"timeline_number": timeline.number, "known_number": number})
