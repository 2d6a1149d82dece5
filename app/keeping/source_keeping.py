"""Publishers, and how much they are trusted."""

from __future__ import annotations

from sqlalchemy import or_
from sqlmodel import Session, col, func, select

from app import clock
from app.gathering.gather import refresh
from app.keeping.changes import Change, add_row, set_columns
from app.keeping.deciding import Deciding
from app.store.known_tables import DecisionRow, KnownEventRow, SourceRow
from app.store.tables import ArticleRow, EventRow


class SourceKeeping(Deciding):
    """What can be done with sources."""

    def sources(self) -> list[tuple[str, int, float]]:
        """Publishers by name, with the number of their articles and how much they are trusted (1 unless set)."""
        query = (
            select(ArticleRow.source, func.count(col(ArticleRow.number)), SourceRow.trust)
            .join(SourceRow, col(SourceRow.name) == col(ArticleRow.source), isouter=True)
            .where(ArticleRow.source != "")
            .group_by(col(ArticleRow.source), col(SourceRow.trust))
            .order_by(col(ArticleRow.source))
        )
        with self.library.session() as session:
            return [(name, count, 1.0 if trust is None else trust) for name, count, trust in session.exec(query)]

    def trust(self, who: str, name: str, trust: float) -> None:
        """Say how much a publisher counts where sources disagree; events in dispute are weighed anew."""

        def work(session: Session) -> tuple[str, list[Change | None]]:
            row = session.get(SourceRow, name)
            if row is None:
                return name, [add_row(session, SourceRow(name=name, trust=trust), {"name": name})]
            return name, [set_columns(row, {"name": name}, trust=trust)]

        self.decide(who, "trust-source", lambda name: f"source/{name}", work)
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
        with self.library.session(writes=True) as session, session.begin():
            numbers = [number for number in session.exec(disputed) if number is not None]
            refresh(session, numbers, self.library.canon, clock.now())

    def undone(self, decision: DecisionRow) -> None:
        """Where trust was taken back, what the source had a part in is weighed anew."""
        kind, _, name = decision.subject.partition("/")
        if kind == "source":
            self._weigh_again(name)
