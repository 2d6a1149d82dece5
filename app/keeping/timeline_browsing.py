"""Parts of a kept timeline for pictures and lists: chosen and counted in the database, few out of many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, true
from sqlalchemy import select as sql_select
from sqlalchemy.orm import defer, load_only
from sqlmodel import Session, col, func, select

from app.keeping.deciding import Deciding
from app.keeping.scope import Scope, belonging, speaks_of
from app.store.known_tables import KnownEventRow, TimelineRow
from app.store.tables import ArticleRow, EventRow

# Days; both ends belong to it.
Window = tuple[float, float]

_MENTIONING = 5


@dataclass(frozen=True, slots=True)
class Extent:
    """How many events there are, in dispute, and from which to which day they go (None without events)."""

    events: int
    disputed: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Telling:
    """An article that tells of an event."""

    article: str
    title: str
    source: str


class TimelineBrowsing(Deciding):
    """Windows of timelines. ``words`` must all stand in an event's label, place, participants or kind."""

    def extents(self, timeline: TimelineRow, window: Window | None, *, words: str = "") -> tuple[Extent, Extent]:
        """Of a part of the timeline and of the whole of it, in one pass; without a window both are the whole."""
        shown = _within(window) if window is not None else true()
        query = sql_select(*_extent(shown), *_extent(true())).where(_inside(timeline, words, None))
        with self.library.session() as session:
            found = session.execute(query).one()
        return Extent(*found[:4]), Extent(*found[4:])

    def most_telling(
        self, timeline: TimelineRow, *, limit: int, words: str = "", window: Window | None = None
    ) -> list[KnownEventRow]:
        """Canonical and promoted events first, then those with the most independent sources."""
        canonical = or_(col(KnownEventRow.canonical).is_not(None), col(KnownEventRow.promoted).is_(True))
        query = _events(timeline, words, window).order_by(
            canonical.desc(),
            col(KnownEventRow.sources).desc(),
            col(KnownEventRow.mentions).desc(),
            col(KnownEventRow.number),
        )
        with self.library.session() as session:
            return list(session.exec(query.limit(limit)))

    def by_time(
        self, timeline: TimelineRow, *, limit: int, offset: int = 0, words: str = "", window: Window | None = None
    ) -> list[KnownEventRow]:
        """A page of the events in a window."""
        order = (col(KnownEventRow.earliest), col(KnownEventRow.latest), col(KnownEventRow.number))
        query = _events(timeline, words, window).order_by(*order)
        with self.library.session() as session:
            return list(session.exec(query.offset(offset).limit(limit)))

    def per_stretch(
        self, timeline: TimelineRow, days: tuple[int, int], *, stretches: int, words: str = ""
    ) -> tuple[int, ...]:
        """How many events begin in each of equal stretches from a day to another; the first holds what began before."""
        low, high = days
        place = (col(KnownEventRow.earliest) - low) * stretches // (high - low)
        stretch = case((col(KnownEventRow.earliest) <= low, 0), (place >= stretches, stretches - 1), else_=place)
        query = select(stretch.label("stretch"), func.count()).where(_inside(timeline, words, days))
        counts = [0] * stretches
        with self.library.session() as session:
            for at, count in session.exec(query.group_by("stretch")):
                counts[at] = count
        return tuple(counts)

    def main_sources(self, events: Sequence[KnownEventRow]) -> dict[int, str]:
        """The publisher that tells most often of each event, by the events' numbers."""
        numbers = [event.number for event in events if event.number is not None]
        query = (
            select(EventRow.known_number, ArticleRow.source, func.count(col(EventRow.number)))
            .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
            .where(col(EventRow.known_number).in_(numbers), ArticleRow.source != "")
            .group_by(col(EventRow.known_number), col(ArticleRow.source))
            .order_by(func.count(col(EventRow.number)), col(ArticleRow.source).desc())
        )
        with self.library.session() as session:
            return {number: source for number, source, _ in session.exec(query) if number is not None}

    def tellings(self, events: Sequence[KnownEventRow]) -> dict[int, list[Telling]]:
        """The first articles that tell of each event, by the events' numbers; what was merged tells of the whole."""
        numbers = [event.number for event in events if event.number is not None]
        named = func.coalesce(func.nullif(col(ArticleRow.title), ""), func.substr(col(ArticleRow.excerpt), 1, 60))
        with self.library.session() as session:
            owner = {number: number for number in numbers} | _merged(session, numbers)
            rows = session.exec(
                select(EventRow.known_number, ArticleRow.id, named, ArticleRow.source)
                .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
                .where(col(EventRow.known_number).in_(list(owner)))
                .group_by(col(EventRow.known_number), col(ArticleRow.number))
                .order_by(col(ArticleRow.number))
            ).all()
        found: dict[int, list[Telling]] = {number: [] for number in numbers}
        for number, article, title, source in rows:
            known = found[owner[number or 0]]
            if len(known) < _MENTIONING and all(each.article != article for each in known):
                known.append(Telling(article, title, source))
        return found

    def article_heads(self, article_ids: Collection[str]) -> list[ArticleRow]:
        """Some articles without their texts."""
        light = load_only(*(getattr(ArticleRow, name) for name in ("id", "title", "excerpt", "source")))
        with self.library.session() as session:
            return list(session.exec(select(ArticleRow).options(light).where(col(ArticleRow.id).in_(article_ids))))


def _merged(session: Session, numbers: Sequence[int]) -> dict[int, int]:
    """Events that were merged directly into one of these, by their numbers."""
    query = select(KnownEventRow.number, KnownEventRow.merged_into).where(col(KnownEventRow.merged_into).in_(numbers))
    return {number: into for number, into in session.exec(query) if number is not None and into is not None}


def _events(timeline: TimelineRow, words: str, window: Window | None) -> Any:
    # What new mentions are compared with is long, and no page shows it.
    light = defer(KnownEventRow.samples)  # type: ignore[arg-type]
    return select(KnownEventRow).options(light).where(_inside(timeline, words, window))


def _extent(condition: ColumnElement[bool]) -> tuple[ColumnElement[Any], ...]:
    """The fields of an extent of those events that meet the condition."""
    earliest, latest = col(KnownEventRow.earliest), col(KnownEventRow.latest)
    return (
        func.coalesce(func.sum(case((condition, 1), else_=0)), 0),
        func.coalesce(func.sum(case((and_(condition, col(KnownEventRow.disputed).is_(True)), 1), else_=0)), 0),
        func.min(case((condition, earliest))),
        func.max(case((condition, func.coalesce(latest, earliest)))),
    )


def _inside(timeline: TimelineRow, words: str, window: Window | None) -> ColumnElement[bool]:
    wanted = [belonging(timeline.number, Scope.of(timeline.scope)), *map(speaks_of, words.lower().split())]
    return and_(*wanted, _within(window)) if window is not None else and_(*wanted)


def _within(window: Window) -> ColumnElement[bool]:
    low, high = window
    latest = col(KnownEventRow.latest)
    # A day goes on until the next one begins.
    return and_(or_(latest.is_(None), latest + 1 > low), col(KnownEventRow.earliest) < high)
