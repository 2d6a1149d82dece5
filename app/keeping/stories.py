"""The story of a kept timeline: the days that matter in its articles, and what happened on them."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import load_only
from sqlmodel import Session, col, select

from app.keeping.scope import Scope
from app.store.tables import ArticleRow
from timelines.chronology.edtf import parse_edtf
from timelines.model import Article, Published
from timelines.story import summarise

# What one request reads; more articles belong into a job.
MOST_ARTICLES = 500
_READ = tuple(getattr(ArticleRow, name) for name in ("number", "id", "title", "text", "language", "published_edtf"))


def articles_for(session: Session, scope: Scope) -> list[Article]:
    """The dated articles that a story is told from: those of the scope's ids and sources, the newest first."""
    query = select(ArticleRow).options(load_only(*_READ, raiseload=True))
    query = query.where(col(ArticleRow.published_edtf).is_not(None))
    if scope.articles:
        query = query.where(col(ArticleRow.id).in_(scope.articles))
    if scope.sources:
        query = query.where(col(ArticleRow.source).in_(scope.sources))
    rows = session.exec(query.order_by(col(ArticleRow.number).desc()).limit(MOST_ARTICLES)).all()
    return [_article(row, row.published_edtf) for row in rows if row.published_edtf is not None]


def _article(row: ArticleRow, published: str) -> Article:
    when = Published(parse_edtf(published), "given")
    return Article(row.id, row.text, row.title, language=row.language, published=when)


def tell(articles: list[Article], scope: Scope, *, dates: int, sentences: int) -> list[dict[str, Any]]:
    """The days as JSON, each with sentences that say which article they were cut from."""
    first = parse_edtf(scope.earliest).earliest_day if scope.earliest else None
    last = parse_edtf(scope.latest).latest_day if scope.latest else None
    words = " ".join([scope.query, *scope.participants, scope.place]).strip()
    days = summarise(articles, dates=dates, sentences=sentences, query=words, first_day=first, last_day=last)
    return [
        {
            "day": day.iso,
            "sentences": [
                {
                    "text": " ".join(sentence.text.split()),
                    "article": sentence.article,
                    "start": sentence.start,
                    "end": sentence.end,
                }
                for sentence in day.sentences
            ],
        }
        for day in days
    ]
