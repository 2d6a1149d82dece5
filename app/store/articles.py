"""Questions to the store about articles, and the two changes: insert and delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult
from sqlalchemy.orm import load_only
from sqlmodel import Session, col, delete, select

from app.store.known_tables import BandRow
from app.store.tables import ArticleRow, ClaimRow, EventRow, FlagRow, MilestoneRow, Part

# A list does not carry the texts and the documents made of them.
_LISTED = tuple(
    getattr(ArticleRow, name)
    for name in ArticleRow.model_fields
    if name not in {"text", "timeline", "figure", "signature"}
)


def find(session: Session, article_id: str) -> ArticleRow | None:
    """The whole article, or None."""
    return session.exec(select(ArticleRow).where(ArticleRow.id == article_id)).first()


def find_digest(session: Session, digest: str) -> ArticleRow | None:
    """The article with this text and publication date, or None."""
    return session.exec(select(ArticleRow).where(ArticleRow.digest == digest)).first()


def newest(session: Session, *, limit: int, before: int | None = None) -> list[ArticleRow]:
    """At most ``limit`` articles older than the one numbered ``before``, newest first, without texts."""
    query = select(ArticleRow).options(load_only(*_LISTED, raiseload=True))
    if before is not None:
        query = query.where(col(ArticleRow.number) < before)
    return list(session.exec(query.order_by(col(ArticleRow.number).desc()).limit(limit)))


def insert(session: Session, article: ArticleRow, parts: Sequence[Part]) -> None:
    """Add the article and the rows that belong to it (events, claims, flags)."""
    session.add(article)
    session.flush()
    assert article.number is not None
    for part in parts:
        part.article_number = article.number
    session.add_all(parts)


def replace(session: Session, row: ArticleRow, fresh: ArticleRow, parts: Sequence[Part]) -> None:
    """Put what was read afresh in the place of what was there; number, id and the states of its flags stay."""
    assert row.number is not None
    states = {
        flag.flag_key: (flag.state, flag.state_reason)
        for flag in session.exec(select(FlagRow).where(FlagRow.article_number == row.number))
    }
    for table in (EventRow, ClaimRow, FlagRow, BandRow):
        session.exec(delete(table).where(col(table.article_number) == row.number))
    for name in ArticleRow.model_fields:
        if name not in {"number", "id"}:
            setattr(row, name, getattr(fresh, name))
    for part in parts:
        part.article_number = row.number
        if isinstance(part, FlagRow):
            part.state, part.state_reason = states.get(part.flag_key, (part.state, part.state_reason))
    session.add_all(parts)
    session.flush()


def remove(session: Session, article_id: str) -> bool:
    """Delete the article with all that belongs to it; whether there was one."""
    result = session.exec(delete(ArticleRow).where(col(ArticleRow.id) == article_id))
    return cast("CursorResult[Any]", result).rowcount > 0


def has_happened(session: Session, milestone: str) -> bool:
    """Whether the milestone was noted before."""
    return session.get(MilestoneRow, milestone) is not None


def note(session: Session, milestone: str, at: datetime) -> None:
    """Note that the milestone has happened."""
    session.merge(MilestoneRow(name=milestone, at=at))
