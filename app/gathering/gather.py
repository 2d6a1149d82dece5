"""Put the mentions of an article on the events that are known, or make new ones; take them away again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b

from sqlmodel import Session, col, select

from app.gathering.copies import forget_original, note_copy
from app.gathering.known import StoredEvents, family, root
from app.gathering.summary import summarise
from app.store.known_tables import KnownEventRow, PinRow
from app.store.mentions import sighting_of
from app.store.tables import ArticleRow, EventRow
from timelines.canon.canon import Canon
from timelines.placing.gather import match
from timelines.placing.sighting import Sighting

_ID_BYTES = 7


def gather(session: Session, article: ArticleRow, canon: Canon, now: datetime) -> None:
    """The article and its parts are in the session: find its copies, and put each mention on its event."""
    session.flush()
    note_copy(session, article)
    rows = session.exec(
        select(EventRow).where(EventRow.article_number == article.number).order_by(col(EventRow.number))
    ).all()
    mentions = [(row, sighting_of(row, article.id)) for row in rows if row.stem]
    pins = {
        pin.mention_key: pin.known_number
        for pin in session.exec(select(PinRow).where(PinRow.article_id == article.id)).all()
    }
    known = StoredEvents(session, [mention for _, mention in mentions])
    canonical = _canonical(session, [mention for _, mention in mentions])
    touched: set[int] = set()
    for row, mention in mentions:
        number = _place(session, row, mention, known, canonical, pins, article.id, now)
        known.add(number, mention)
        touched.add(number)
    refresh(session, touched, canon, now)


def scatter(session: Session, article: ArticleRow) -> set[int]:
    """Before an article goes or is read again: the numbers of the events that must be refreshed afterwards."""
    assert article.number is not None
    forget_original(session, article.number)
    numbers = session.exec(
        select(EventRow.known_number).where(EventRow.article_number == article.number).distinct()
    ).all()
    return {number for number in numbers if number is not None}


def refresh(session: Session, numbers: Iterable[int], canon: Canon, now: datetime) -> None:
    """Bring events up to date whose mentions have changed, and those that they were merged into."""
    session.flush()
    roots: dict[int, KnownEventRow] = {}
    for number in sorted(numbers):
        known = session.get(KnownEventRow, number)
        if known is None:
            continue
        top = root(session, known)
        # Those that were merged into it come along: without any mention left, all of them go.
        for member in family(session, top):
            each = session.get(KnownEventRow, member)
            if each is not None:
                roots[member] = each
    for known in roots.values():
        summarise(session, known, canon, now)
    session.flush()


def _place(
    session: Session,
    row: EventRow,
    mention: Sighting,
    known: StoredEvents,
    canonical: dict[str, int],
    pins: dict[str, int],
    article_id: str,
    now: datetime,
) -> int:
    """The number of the event that the mention is put on."""
    pinned = pins.get(row.mention_key)
    if pinned is not None:
        row.known_number, row.score, row.reason = pinned, 1.0, "put there by hand"
        return pinned
    if mention.canonical is not None and mention.canonical in canonical:
        row.known_number, row.score, row.reason = canonical[mention.canonical], 0.95, "the same canonical event"
        return canonical[mention.canonical]
    found = match(mention, known)
    if found is not None:
        event = session.get(KnownEventRow, int(found.event.id))
        if event is not None and (mention.canonical is None or event.canonical is None):
            if mention.canonical is not None:
                event.canonical = mention.canonical
                canonical[mention.canonical] = int(found.event.id)
            row.known_number, row.score, row.reason = (
                int(found.event.id),
                found.likeness.score,
                found.likeness.reason,
            )
            return int(found.event.id)
    event = KnownEventRow(
        id=event_id(mention.canonical or f"{article_id}\n{row.mention_key}"),
        canonical=mention.canonical,
        label=mention.label,
        changed_at=now,
    )
    session.add(event)
    session.flush()
    assert event.number is not None
    row.known_number = event.number
    if mention.canonical is not None:
        canonical[mention.canonical] = event.number
    return event.number


def event_id(name: str) -> str:
    """A short id that is the same whenever the same event is made again."""
    return blake2b(name.encode(), digest_size=_ID_BYTES).hexdigest()


def _canonical(session: Session, mentions: Sequence[Sighting]) -> dict[str, int]:
    """Known events for the canon ids of the mentions."""
    wanted = sorted({mention.canonical for mention in mentions if mention.canonical is not None})
    rows = session.exec(select(KnownEventRow).where(col(KnownEventRow.canonical).in_(wanted))).all()
    return {row.canonical: row.number for row in rows if row.canonical is not None and row.number is not None}
