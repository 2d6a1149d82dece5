"""The record of decisions: who decided what, when and why, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.keeping.changes import Change, ConflictError, reverse
from app.store.known_tables import DecisionRow, KnownEventRow
from app.store.tables import EventRow


class UnknownDecisionError(Exception):
    """There is no decision with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no decision number {number}.")
        self.number = number


def record(
    session: Session,
    *,
    who: str,
    action: str,
    subject: str,
    changes: Iterable[Change | None],
    at: datetime,
    reason: str = "",
) -> DecisionRow | None:
    """Note a decision; None if it changed nothing."""
    made = [change for change in changes if change is not None]
    if not made:
        return None
    decision = DecisionRow(at=at, who=who, action=action, subject=subject, reason=reason, changes=made)
    session.add(decision)
    session.flush()
    return decision


def undo(session: Session, number: int, at: datetime) -> tuple[DecisionRow, set[int]]:
    """Take a decision back; returns it with the numbers of the known events to refresh.

    Raises UnknownDecisionError, and ConflictError if it was undone before or a later decision builds on it.
    """
    decision = session.get(DecisionRow, number)
    if decision is None:
        raise UnknownDecisionError(number)
    if decision.undone_at is not None:
        raise ConflictError("This decision has been undone before.")
    touched = touched_events(decision.changes)
    for change in reversed(decision.changes):
        reverse(session, change)
    decision.undone_at = at
    return decision, touched


def touched_events(changes: Sequence[Change]) -> set[int]:
    """The numbers of the known events whose mentions or fields the changes concern."""
    found: set[int] = set()
    for change in changes:
        sides = [side for side in (change["before"], change["after"]) if side is not None]
        if change["table"] == KnownEventRow.__tablename__:
            found.add(change["key"]["number"])
            found |= {side["merged_into"] for side in sides if side.get("merged_into") is not None}
        elif change["table"] == EventRow.__tablename__:
            found |= {side["known_number"] for side in sides if side.get("known_number") is not None}
    return found


def decisions(
    session: Session, *, limit: int, before: int | None = None, subject: str | None = None
) -> list[DecisionRow]:
    """The newest decisions first; ``subject`` is what they are about ("event/…", "flag/…", "timeline/…")."""
    query = select(DecisionRow)
    if before is not None:
        query = query.where(col(DecisionRow.number) < before)
    if subject is not None:
        query = query.where(DecisionRow.subject == subject)
    return list(session.exec(query.order_by(col(DecisionRow.number).desc()).limit(limit)))
