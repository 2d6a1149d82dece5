"""Articles whose text is nearly that of another one; together they are one source."""

from __future__ import annotations

from sqlmodel import Session, col, select

from app.store.known_tables import BandRow
from app.store.tables import ArticleRow
from timelines.placing.copies import COPY, bands, resemblance

# Candidates that are compared at most; they share a band, so the first ones nearly always decide.
_COMPARED = 50


def note_copy(session: Session, article: ArticleRow) -> None:
    """Find the first article that this one is a copy of, and note its bands for those to come."""
    assert article.number is not None
    signature = tuple(article.signature)
    found = bands(signature)
    numbers = session.exec(
        select(BandRow.article_number)
        .where(col(BandRow.band).in_(found), BandRow.article_number != article.number)
        .distinct()
        .limit(_COMPARED)
    ).all()
    likely = session.exec(
        select(ArticleRow.number, ArticleRow.copy_of, ArticleRow.signature).where(col(ArticleRow.number).in_(numbers))
    ).all()
    best = max(
        ((resemblance(signature, tuple(other)), -(original or number or 0)) for number, original, other in likely),
        default=(0.0, 0),
    )
    article.copy_of = -best[1] if best[0] >= COPY else None
    session.add_all(BandRow(band=band, article_number=article.number) for band in found)


def forget_original(session: Session, number: int) -> None:
    """Before an article goes: the oldest of its copies takes its place."""
    copies = session.exec(select(ArticleRow).where(ArticleRow.copy_of == number).order_by(col(ArticleRow.number))).all()
    for copy in copies:
        copy.copy_of = copies[0].number if copy is not copies[0] else None
