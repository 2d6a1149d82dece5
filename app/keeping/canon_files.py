"""Timelines as canon files: written, and read back as events by hand."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from app.gathering.gather import event_id
from app.keeping.changes import Change, add_row, set_columns
from app.store.known_tables import KnownEventRow
from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology.edtf import parse_edtf
from timelines.errors import InputError
from timelines.formats.canon_yaml import event_slug, facts_from_yaml, facts_to_yaml

_SHOWN_PROBLEMS = 5


def written(rows: Sequence[KnownEventRow], canon: Canon) -> str:
    """The events as a canon file; those that the canon has are written as it has them, unless a person set fields."""
    facts: list[Fact] = []
    for row in rows:
        known = canon.facts.get(row.canonical) if row.canonical else None
        if known is not None and not row.pinned:
            facts.append(known)
            continue
        facts.append(_fact(row, known.id if known else event_slug(row.label, [fact.id for fact in facts])))
    return facts_to_yaml(facts)


def _fact(row: KnownEventRow, id_: str) -> Fact:
    sources = f"{row.sources} independent article{'' if row.sources == 1 else 's'}" if row.sources else "added by hand"
    return Fact(
        id=id_,
        kind=row.kind or "event",
        label=row.label,
        names=(row.label,),
        when=parse_edtf(row.edtf) if row.edtf else None,
        place=row.place,
        source=sources,
        as_of=f"{row.changed_at:%Y-%m-%d}",
        note=row.note,
    )


def read_events(content: bytes) -> list[Fact]:
    """The events of an uploaded canon file. Raises InputError with the lines that cannot be used."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload.yaml"
        path.write_bytes(content)
        events, problems = facts_from_yaml(path)
    if problems:
        shown = "; ".join(
            f"line {problem.line}: {problem.message}" if problem.line else problem.message
            for problem in problems[:_SHOWN_PROBLEMS]
        )
        more = len(problems) - _SHOWN_PROBLEMS
        raise InputError(shown + (f"; and {more} more" if more > 0 else ""), field="body")
    if not events:
        raise InputError("There is no event in this file.", field="body")
    return events


def keep_events(
    session: Session, events: Sequence[Fact], canon: Canon, now: datetime
) -> tuple[list[KnownEventRow], list[Change | None]]:
    """A row for each event: that of the canon's event, or one made by hand."""
    rows, changes = [], list[Change | None]()
    for event in events:
        known = event.id in canon.facts
        row = session.exec(select(KnownEventRow).where(KnownEventRow.id == event_id(event.id))).first()
        if row is None:
            row = KnownEventRow(
                id=event_id(event.id) if known else secrets.token_hex(7),
                canonical=event.id if known else None,
                label=event.label,
                kind=event.kind,
                made_by="hand",
                note=event.note,
                changed_at=now,
            )
            added = add_row(session, row, {})
            added["key"] = {"number": row.number}
            changes.append(added)
        changes.append(
            set_columns(
                row,
                {"number": row.number},
                label=event.label,
                place=event.place,
                edtf=event.when.edtf if event.when else None,
                earliest=event.when.earliest_day if event.when else None,
                latest=event.when.latest_day if event.when else None,
                promoted=True,
                pinned=[] if known else ["label", "when", "place"],
            )
        )
        rows.append(row)
    return rows, changes
