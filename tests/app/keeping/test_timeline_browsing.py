from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from app.keeping.keeper import Keeper
from app.keeping.timeline_browsing import Extent
from app.library import Library
from app.store.known_tables import KnownEventRow, TimelineRow

_NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def keeper(library: Library) -> Keeper:
    """Ten events on the days 100, 110, … 190; the third one lasts until day 149, the sixth is canonical."""
    with library.session(writes=True) as session, session.begin():
        for number in range(10):
            _add(session, number)
        session.add(TimelineRow(id="all", title="All", created_at=_NOW, changed_at=_NOW))
        narrow = {"least_sources": 5}
        session.add(TimelineRow(id="narrow", title="Narrow", scope=narrow, created_at=_NOW, changed_at=_NOW))
    return Keeper(library)


def _add(session: Session, number: int) -> None:
    day = 100 + 10 * number
    session.add(
        KnownEventRow(
            id=f"e{number}",
            label=f"Event {number}",
            place="Oslo" if number % 2 else "Bergen",
            earliest=day,
            latest=149 if number == 2 else day,
            sources=number,
            mentions=number,
            disputed=number == 4,
            canonical="event/x" if number == 5 else None,
            changed_at=_NOW,
        )
    )


def test_extents_of_part_and_whole(keeper: Keeper) -> None:
    row = keeper.timeline("all")
    inside, whole = keeper.extents(row, (130.0, 141.0))
    assert inside == Extent(events=3, disputed=1, first=120, last=149)
    assert whole == Extent(events=10, disputed=1, first=100, last=190)
    assert keeper.extents(row, None, words="oslo")[0] == Extent(5, 0, 110, 190)
    assert keeper.extents(row, None, words="nothing") == (Extent(0, 0, None, None),) * 2


def test_a_day_ends_where_the_next_one_begins(keeper: Keeper) -> None:
    row = keeper.timeline("all")
    assert [event.id for event in keeper.by_time(row, limit=9, window=(150.5, 160.0))] == ["e5"]
    assert keeper.by_time(row, limit=9, window=(151.0, 160.0)) == []


def test_the_most_telling_events_come_first(keeper: Keeper) -> None:
    row = keeper.timeline("all")
    assert [event.id for event in keeper.most_telling(row, limit=3)] == ["e5", "e9", "e8"]
    assert [event.id for event in keeper.most_telling(row, limit=3, window=(100.0, 125.0))] == ["e2", "e1", "e0"]


def test_numbers_per_stretch_leave_nothing_out(keeper: Keeper) -> None:
    row = keeper.timeline("all")
    assert keeper.per_stretch(row, (100, 200), stretches=5) == (2, 2, 2, 2, 2)
    # What began before and lasts into the window counts in its first stretch.
    assert keeper.per_stretch(row, (140, 160), stretches=2) == (2, 1)
    assert keeper.per_stretch(keeper.timeline("narrow"), (100, 200), stretches=2) == (0, 5)
