"""The library: articles go in as text and are there afterwards, read, with their timelines and flags.

It joins the engine, the canon and the store; API, pages and samples use it and nothing below it.
"""

from __future__ import annotations

import dataclasses
import secrets
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from app import clock
from app.gathering.gather import gather, refresh, scatter
from app.gathering.testimonies import compare, drop_testimonies, keep_testimonies, neighbours
from app.ingest.submission import Submission, parse_published
from app.store import articles
from app.store.database import for_writing
from app.store.rows import article_row, part_rows
from app.store.tables import ArticleRow, Part
from timelines import reconstruct
from timelines.canon.canon import Canon
from timelines.canon.lookup import Answer
from timelines.drawing import figure
from timelines.formats.json import timeline_to_json
from timelines.model import Published, Timeline
from timelines.reading.document import dated_by_file


class UnknownArticleError(Exception):
    """There is no article with this id."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"There is no article {article_id!r}.")
        self.article_id = article_id


class DuplicateArticleError(Exception):
    """Another article has the same text and publication date already."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"The article {article_id!r} has this text and this publication date already.")
        self.article_id = article_id


@dataclass(frozen=True, slots=True)
class Added:
    """The stored article, and whether it is new."""

    article: ArticleRow
    created: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some articles, newest first, without their texts; ``next`` asks for the page after it."""

    articles: list[ArticleRow]
    next: int | None


class Library:
    """All that the service can do with articles. Safe to use from several threads."""

    def __init__(self, engine: Engine, canon: Canon) -> None:
        self._engine = engine
        self.canon = canon

    def close(self) -> None:
        """Let go of the connections to the database."""
        self._engine.dispose()

    def add(self, submission: Submission) -> Added:
        """Read the text and keep it; the same text with the same date again returns the one that is there.

        Raises InputError when the engine cannot use the text. Stores everything or nothing.
        """
        known = self._find_digest(submission.id)
        if known is not None:
            return Added(known, created=False)
        # An article that was changed keeps its id; its first words may come again as another one.
        taken = self._find(submission.id) is not None
        timeline = self.read(submission, article_id=secrets.token_hex(10) if taken else None)
        article, parts = self._rows(timeline, digest=submission.id)
        try:
            with self.session(writes=True) as session, session.begin():
                articles.insert(session, article, parts)
                self._gather(session, article, timeline)
        except IntegrityError:
            # Somebody else added the same text while we were reading it.
            known = self._find_digest(submission.id)
            if known is None:
                raise
            return Added(known, created=False)
        return Added(article, created=True)

    def article(self, article_id: str) -> ArticleRow:
        """The whole article. Raises UnknownArticleError."""
        row = self._find(article_id)
        if row is None:
            raise UnknownArticleError(article_id)
        return row

    def articles(self, *, limit: int = 20, after: int | None = None) -> Page:
        """A page of the list; ``after`` is the ``next`` of the page before."""
        with self.session() as session:
            rows = articles.newest(session, limit=limit + 1, before=after)
        more = len(rows) > limit
        rows = rows[:limit]
        return Page(rows, rows[-1].number if more else None)

    def delete(self, article_id: str) -> None:
        """Remove the article and all that belongs to it. Raises UnknownArticleError."""
        with self.session(writes=True) as session, session.begin():
            row = self.article_in(session, article_id)
            assert row.number is not None
            touched, beside = scatter(session, row), neighbours(session, row.number)
            articles.remove(session, article_id)
            refresh(session, touched, self.canon, clock.now())
            compare(session, beside)

    def read_again(self, article_id: str) -> ArticleRow:
        """Read a kept article with the engine and the canon of today; decisions of people hold.

        Raises UnknownArticleError.
        """
        row = self.article(article_id)
        known = row.published_origin in ("given", "metadata")
        published = parse_published(row.published_edtf or "") if known else None
        read_from = tuple(row.published_reasons) if row.published_origin == "metadata" else ()
        return self._replace(row, Submission(row.text, row.title, published, row.url, read_from))

    def change(self, article_id: str, submission: Submission) -> ArticleRow:
        """Put another text, title, date or address in the place of an article's; decisions of people hold.

        Raises UnknownArticleError, and DuplicateArticleError if another article says the same on the same day.
        """
        row = self.article(article_id)
        same = self._find_digest(submission.id)
        if same is not None and same.id != article_id:
            raise DuplicateArticleError(same.id)
        return self._replace(row, submission)

    def _replace(self, old: ArticleRow, submission: Submission) -> ArticleRow:
        timeline = self.read(submission, article_id=old.id)
        fresh, parts = self._rows(timeline, digest=submission.id)
        with self.session(writes=True) as session, session.begin():
            row = self.article_in(session, old.id)
            assert row.number is not None
            touched, beside = scatter(session, row), neighbours(session, row.number)
            drop_testimonies(session, row.number)
            articles.replace(session, row, fresh, parts)
            self._gather(session, row, timeline)
            refresh(session, touched, self.canon, fresh.read_at)
            compare(session, beside)
        return row

    def _gather(self, session: Session, article: ArticleRow, timeline: Timeline) -> None:
        """Join a new reading of an article with what the others say."""
        gather(session, article, self.canon, article.read_at)
        keep_testimonies(session, article, timeline.testimonies)
        if timeline.testimonies:
            assert article.number is not None
            compare(session, [article.number, *neighbours(session, article.number)])

    def lookup(self, query: str, *, limit: int = 5) -> list[Answer]:
        """When was that? The canon's answers, best first."""
        return self.canon.lookup(query, limit=limit)

    def has_happened(self, milestone: str) -> bool:
        """Whether the milestone in the life of this database was noted."""
        with self.session() as session:
            return articles.has_happened(session, milestone)

    def note(self, milestone: str) -> None:
        """Note the milestone as happened now."""
        with self.session(writes=True) as session, session.begin():
            articles.note(session, milestone, clock.now())

    def article_in(self, session: Session, article_id: str) -> ArticleRow:
        """The whole article in an open session. Raises UnknownArticleError."""
        row = articles.find(session, article_id)
        if row is None:
            raise UnknownArticleError(article_id)
        return row

    def read(self, submission: Submission, *, article_id: str | None = None) -> Timeline:
        """The timeline of a text, without keeping it. Raises InputError."""
        timeline = reconstruct(
            submission.text,
            published=submission.published,
            title=submission.title,
            url=submission.url,
            canon=self.canon,
        )
        if submission.read_from:
            timeline = dated_by_file(timeline, Published(submission.published, "metadata", submission.read_from))
        article = dataclasses.replace(timeline.article, id=article_id or submission.id)
        return dataclasses.replace(timeline, article=article)

    def _rows(self, timeline: Timeline, *, digest: str) -> tuple[ArticleRow, list[Part]]:
        document = timeline_to_json(timeline)
        drawn = figure(timeline, canon=self.canon)
        article = article_row(timeline, document=document, figure=drawn, digest=digest, read_at=clock.now())
        return article, part_rows(timeline, document)

    def _find(self, article_id: str) -> ArticleRow | None:
        with self.session() as session:
            return articles.find(session, article_id)

    def _find_digest(self, digest: str) -> ArticleRow | None:
        with self.session() as session:
            return articles.find_digest(session, digest)

    def session(self, *, writes: bool = False) -> Session:
        """A session of the store; say so when it is going to write."""
        engine = for_writing(self._engine) if writes else self._engine
        return Session(engine, expire_on_commit=False)
