from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sqlmodel import Session, select

from app.store.database import connect, for_writing, upgrade
from app.store.tables import MilestoneRow


def test_moments_come_back_in_utc(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    moment = datetime(2026, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    with Session(for_writing(engine)) as session, session.begin():
        session.add(MilestoneRow(name="x", at=moment))
    with Session(engine) as session:
        found = session.exec(select(MilestoneRow)).one().at
    assert found == moment
    assert found.tzinfo is UTC
    engine.dispose()
