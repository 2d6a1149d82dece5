"""Flags of all articles: read, accepted, dismissed, opened again."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from app.keeping.changes import Change, ConflictError, set_columns
from app.keeping.deciding import Deciding
from app.store.tables import ArticleRow, FlagRow

FLAG_STATES = ("open", "accepted", "dismissed")


class UnknownFlagError(Exception):
    """There is no flag with this key in this article."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There is no flag {key!r} in this article.")
        self.key = key


def place_of(flag: FlagRow) -> tuple[int, int, int]:
    """Where a flag stands in the list of all flags."""
    return flag.article_number, flag.start, flag.number or 0


class FlagKeeping(Deciding):
    """What can be done with flags."""

    def judge_flag(self, who: str, article_id: str, flag_key: str, state: str, reason: str = "") -> FlagRow:
        """Accept, dismiss or reopen a flag; a dismissal needs a reason."""
        if state not in FLAG_STATES:
            raise ConflictError(f"A flag is {', '.join(FLAG_STATES)}, not {state!r}.")
        if state == "dismissed" and not reason.strip():
            raise ConflictError("Say why the flag is dismissed.")

        def work(session: Session) -> tuple[FlagRow, list[Change | None]]:
            article = self.library.article_in(session, article_id)
            row = session.exec(
                select(FlagRow).where(FlagRow.article_number == article.number, FlagRow.flag_key == flag_key)
            ).first()
            if row is None:
                raise UnknownFlagError(flag_key)
            key = {"article_number": article.number, "flag_key": flag_key}
            kept = "" if state == "open" else reason.strip()
            return row, [set_columns(row, key, state=state, state_reason=kept)]

        return self.decide(who, f"{state}-flag", lambda _: f"flag/{article_id}/{flag_key}", work, reason)

    def flag(self, article_id: str, flag_key: str) -> tuple[FlagRow, ArticleRow]:
        """One flag with its article. Raises UnknownArticleError, UnknownFlagError."""
        with self.library.session() as session:
            article = self.library.article_in(session, article_id)
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
        after: tuple[int, ...] | None = None,
    ) -> list[tuple[FlagRow, ArticleRow]]:
        """Flags of all articles, the newest articles first, each in reading order; ``rule`` may begin a code.

        ``after`` is the ``place_of`` the last flag of the page before.
        """
        query = select(FlagRow, ArticleRow).join(ArticleRow, col(ArticleRow.number) == col(FlagRow.article_number))
        query = query.options(defer(ArticleRow.text), defer(ArticleRow.figure))  # type: ignore[arg-type]
        if rule is not None:
            query = query.where(col(FlagRow.rule).startswith(rule, autoescape=True))
        for column, value in ((FlagRow.family, family), (FlagRow.severity, severity), (FlagRow.state, state)):
            if value is not None:
                query = query.where(column == value)
        article, start, number = col(FlagRow.article_number), col(FlagRow.start), col(FlagRow.number)
        if after is not None:
            below = and_(start == after[1], number > after[2])
            query = query.where(or_(article < after[0], and_(article == after[0], or_(start > after[1], below))))
        query = query.order_by(article.desc(), start, number).limit(limit)
        with self.library.session() as session:
            return [(flag, article_row) for flag, article_row in session.exec(query)]

    def flag_counts(self) -> dict[str, int]:
        """How many flags are in each state."""
        query = select(FlagRow.state, func.count(col(FlagRow.number))).group_by(col(FlagRow.state))
        with self.library.session() as session:
            return dict.fromkeys(FLAG_STATES, 0) | dict(session.exec(query).all())

    def texts(self, article_ids: Collection[str]) -> dict[str, str]:
        """The words of some articles by their ids."""
        query = select(ArticleRow.id, ArticleRow.text).where(col(ArticleRow.id).in_(article_ids))
        with self.library.session() as session:
            return dict(session.exec(query).all())
