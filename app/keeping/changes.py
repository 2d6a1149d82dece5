"""Changes of rows as data: what a decision did, so that it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from app.store.known_tables import KnownEventRow, PinRow, SourceRow, TimelineEventRow, TimelineRow
from app.store.tables import EventRow, FlagRow

_KEPT = (KnownEventRow, PinRow, SourceRow, TimelineRow, TimelineEventRow, EventRow, FlagRow)
_TABLES: Mapping[str, type[SQLModel]] = {table.__tablename__: table for table in _KEPT}
_MOMENTS = frozenset({"changed_at", "created_at"})

# {"table", "key", "before", "after"}: the columns that changed; None where the row was not there.
Change = dict[str, Any]


class ConflictError(Exception):
    """Something was changed since, or cannot be done as things are. The message says what to do."""


def set_columns(row: SQLModel, key: Mapping[str, Any], **columns: Any) -> Change | None:
    """Set columns of a row, and say what that changed; None if nothing."""
    before = {name: getattr(row, name) for name in columns}
    if before == columns:
        return None
    for name, value in columns.items():
        setattr(row, name, value)
    return _change(row, key, before, columns)


def add_row(session: Session, row: SQLModel, key: Mapping[str, Any]) -> Change:
    """Add a row, and say so. ``key`` may be completed by the database."""
    session.add(row)
    session.flush()
    return _change(row, key, None, _columns(row))


def remove_row(session: Session, row: SQLModel, key: Mapping[str, Any]) -> Change:
    """Remove a row, and say what it held."""
    held = _columns(row)
    session.delete(row)
    session.flush()
    return _change(row, key, held, None)


def reverse(session: Session, change: Change) -> None:
    """Put back what was there before. Raises ConflictError if it is not as the change left it."""
    table = _TABLES[change["table"]]
    row = _find(session, table, change["key"])
    before, after = change["before"], change["after"]
    if after is None:
        if row is not None:
            raise ConflictError("It has been made again since.")
        session.add(table(**_read(before)))
    elif row is None:
        raise ConflictError("It is not there any more.")
    elif before is None:
        session.delete(row)
    else:
        if any(_written(getattr(row, name)) != value for name, value in after.items()):
            raise ConflictError("It has been changed since; undo the later decision first.")
        for name, value in _read(before).items():
            setattr(row, name, value)
    session.flush()


def _find(session: Session, table: type[SQLModel], key: Mapping[str, Any]) -> SQLModel | None:
    query = select(table)
    for name, value in key.items():
        query = query.where(col(getattr(table, name)) == value)
    return session.exec(query).first()


def _change(
    row: SQLModel, key: Mapping[str, Any], before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Change:
    return {
        "table": type(row).__tablename__,
        "key": dict(key),
        "before": {name: _written(value) for name, value in before.items()} if before is not None else None,
        "after": {name: _written(value) for name, value in after.items()} if after is not None else None,
    }


def _columns(row: SQLModel) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).model_fields}


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.fromisoformat(value) if name in _MOMENTS and isinstance(value, str) else value
        for name, value in columns.items()
    }
