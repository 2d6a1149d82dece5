"""What belongs on a kept timeline: its scope as data, and the events that fall into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, cast, func, or_
from sqlalchemy import Text as SqlText
from sqlmodel import Session, col, select

from app.store.known_tables import KnownEventRow, TimelineEventRow
from app.store.tables import ArticleRow, EventRow
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.errors import InputError

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """All conditions must hold; an empty one always does.

    ``query``: words that must stand in label, place, participants or kind. ``participants``: one of these takes part.
    ``earliest`` and ``latest``: EDTF days between which the event may have been. ``articles``: ids, one of which
    mentions it. ``sources``: publishers likewise. ``canonical``: only what is in the canon or was promoted.
    ``least_sources``: told by at least so many independent sources.
    """

    query: str = ""
    participants: tuple[str, ...] = ()
    place: str = ""
    earliest: str = ""
    latest: str = ""
    articles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    canonical: bool = False
    least_sources: int = 0

    @classmethod
    def of(cls, data: dict[str, Any]) -> Scope:
        """From JSON. Raises InputError with the field's path."""
        unknown = set(data) - set(cls.__slots__)
        if unknown:
            raise InputError(f"A scope has no field {sorted(unknown)[0]!r}.", field=f"scope.{sorted(unknown)[0]}")
        for name in ("earliest", "latest"):
            _check_day(str(data.get(name) or ""), name)
        lists = {name: tuple(data.get(name) or ()) for name in ("participants", "articles", "sources")}
        for name, values in lists.items():
            if len(values) > _LONGEST:
                raise InputError(f"At most {_LONGEST} values.", field=f"scope.{name}")
        return cls(
            query=str(data.get("query") or ""),
            place=str(data.get("place") or ""),
            earliest=str(data.get("earliest") or ""),
            latest=str(data.get("latest") or ""),
            canonical=bool(data.get("canonical")),
            least_sources=int(data.get("least_sources") or 0),
            **lists,
        )

    def data(self) -> dict[str, Any]:
        """As JSON, without empty conditions."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


def _check_day(written: str, name: str) -> None:
    if not written:
        return
    try:
        span = parse_edtf(written)
    except EdtfError as error:
        raise InputError(f"{written!r} is not a date: {error.reason}.", field=f"scope.{name}") from None
    if span.earliest_day is None or span.latest_day is None:
        raise InputError(f"{written!r} is open; write a day, a month or a year.", field=f"scope.{name}")


def conditions(scope: Scope) -> list[ColumnElement[bool]]:
    """The scope as conditions on known events; hidden and merged ones never belong."""
    found: list[ColumnElement[bool]] = [
        col(KnownEventRow.hidden).is_(False),
        col(KnownEventRow.merged_into).is_(None),
    ]
    for word in scope.query.lower().split():
        found.append(speaks_of(word))
    if scope.participants:
        found.append(or_(*(_contains(KnownEventRow.participants, name.lower()) for name in scope.participants)))
    if scope.place:
        found.append(_contains(KnownEventRow.place, scope.place.lower()))
    if scope.earliest:
        found.append(col(KnownEventRow.latest) >= parse_edtf(scope.earliest).earliest_day)
    if scope.latest:
        found.append(col(KnownEventRow.earliest) <= parse_edtf(scope.latest).latest_day)
    if scope.canonical:
        found.append(or_(col(KnownEventRow.canonical).is_not(None), col(KnownEventRow.promoted).is_(True)))
    if scope.least_sources:
        found.append(col(KnownEventRow.sources) >= scope.least_sources)
    if scope.articles:
        found.append(_mentioned(col(ArticleRow.id).in_(scope.articles)))
    if scope.sources:
        found.append(_mentioned(col(ArticleRow.source).in_(scope.sources)))
    return found


def belonging(timeline_number: int | None, scope: Scope) -> ColumnElement[bool]:
    """What is on a timeline: what the scope allows, with what was put on it, without what was taken off."""
    inside = and_(*conditions(scope))
    if timeline_number is not None:
        chosen = select(TimelineEventRow.known_number).where(TimelineEventRow.timeline_number == timeline_number)
        put_on = chosen.where(col(TimelineEventRow.shown).is_(True))
        kept_off = chosen.where(col(TimelineEventRow.shown).is_(False))
        inside = or_(
            and_(inside, col(KnownEventRow.number).not_in(kept_off)),
            and_(col(KnownEventRow.number).in_(put_on), col(KnownEventRow.merged_into).is_(None)),
        )
    return and_(inside, col(KnownEventRow.earliest).is_not(None))


def events_in(session: Session, timeline_number: int | None, scope: Scope, *, limit: int) -> list[KnownEventRow]:
    """The events of a timeline by time."""
    query = select(KnownEventRow).where(belonging(timeline_number, scope))
    order = (col(KnownEventRow.earliest), col(KnownEventRow.latest), col(KnownEventRow.number))
    return list(session.exec(query.order_by(*order).limit(limit)))


def speaks_of(word: str) -> ColumnElement[bool]:
    """Whether an event has the word (in small letters) in its label, place, kind or participants."""
    columns: Sequence[Any] = (
        KnownEventRow.label,
        KnownEventRow.place,
        KnownEventRow.kind,
        KnownEventRow.participants,
    )
    return or_(*(_contains(column, word) for column in columns))


def _contains(column: Any, words: str) -> ColumnElement[bool]:
    return func.lower(cast(col(column), SqlText)).contains(words, autoescape=True)


def _mentioned(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    mentioned = (
        select(EventRow.known_number)
        .join(ArticleRow, col(ArticleRow.number) == col(EventRow.article_number))
        .where(condition)
    )
    return col(KnownEventRow.number).in_(mentioned)
