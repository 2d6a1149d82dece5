"""What all keeping has in common: one transaction a call, every decision on record, undoing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from app import clock
from app.gathering.gather import refresh
from app.keeping import ledger
from app.keeping.changes import Change
from app.library import Library
from app.store.known_tables import DecisionRow

Subject = TypeVar("Subject")


class Deciding:
    """Decisions in the library's store. ``who`` is the name that they are recorded under."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def decisions(self, *, limit: int, before: int | None = None, subject: str | None = None) -> list[DecisionRow]:
        """The newest decisions first."""
        with self.library.session() as session:
            return ledger.decisions(session, limit=limit, before=before, subject=subject)

    def decision(self, number: int) -> DecisionRow | None:
        """One decision, or None."""
        with self.library.session() as session:
            return session.get(DecisionRow, number)

    def undo(self, number: int) -> DecisionRow:
        """Take a decision back. Raises UnknownDecisionError, ConflictError."""
        now = clock.now()
        with self.library.session(writes=True) as session, session.begin():
            decision, touched = ledger.undo(session, number, now)
            refresh(session, touched, self.library.canon, now)
        self.undone(decision)
        return decision

    def undone(self, decision: DecisionRow) -> None:
        """What must follow when a decision was taken back."""

    def decide(
        self,
        who: str,
        action: str,
        subject: Callable[[Subject], str],
        work: Callable[[Session], tuple[Subject, list[Change | None]]],
        reason: str = "",
    ) -> Subject:
        """Do the work, record what it changed, and bring the events that it concerns up to date."""
        now = clock.now()
        with self.library.session(writes=True) as session, session.begin():
            result, changes = work(session)
            made = [change for change in changes if change is not None]
            ledger.record(session, who=who, action=action, subject=subject(result), changes=made, at=now, reason=reason)
            refresh(session, ledger.touched_events(made), self.library.canon, now)
        return result
