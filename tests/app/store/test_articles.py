from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, InvalidRequestError
from sqlmodel import Session, func, select

from app.clock import now
from app.store import articles
from app.store.database import connect, for_writing, upgrade
from app.store.tables import ArticleRow, EventRow, FlagRow


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    yield engine
    engine.dispose()


def test_newest_first_and_page_by_page_without_texts(engine: Engine) -> None:
    for name in "abcde":
        _insert(engine, name)
    with Session(engine) as session:
        first = articles.newest(session, limit=2)
        assert [row.id for row in first] == ["e", "d"]
        second = articles.newest(session, limit=2, before=first[-1].number)
        assert [row.id for row in second] == ["c", "b"]
        with pytest.raises(InvalidRequestError):
            _ = first[0].text


def test_deleting_takes_all_parts_along(engine: Engine) -> None:
    _insert(engine, "a")
    _insert(engine, "b")
    with Session(for_writing(engine)) as session, session.begin():
        assert articles.remove(session, "a")
        assert not articles.remove(session, "a")
    with Session(engine) as session:
        assert articles.find(session, "a") is None
        assert articles.find(session, "b") is not None
        assert session.exec(select(func.count()).select_from(EventRow)).one() == 1


def test_nothing_is_half_stored(engine: Engine) -> None:
    broken = _event()
    broken.label = None  # type: ignore[assignment]
    with Session(for_writing(engine)) as session:
        articles.insert(session, _article("a"), [_event(), broken])
        with pytest.raises(IntegrityError):
            session.commit()
    with Session(engine) as session:
        assert articles.find(session, "a") is None
        assert session.exec(select(func.count()).select_from(EventRow)).one() == 0


def test_days_before_our_era_sort_and_compare(engine: Engine) -> None:
    ides, armistice = -15_993, 700_801
    with Session(for_writing(engine)) as session, session.begin():
        articles.insert(session, _article("a"), [_flag(armistice), _flag(ides)])
    with Session(engine) as session:
        found = session.exec(select(FlagRow.earliest).order_by("earliest")).all()
        assert list(found) == [ides, armistice]
        before = select(FlagRow.earliest).where(FlagRow.latest < 0)  # type: ignore[operator]
        assert session.exec(before).one() == ides


def test_milestones_happen_once(engine: Engine) -> None:
    with Session(for_writing(engine)) as session, session.begin():
        assert not articles.has_happened(session, "samples-read")
        articles.note(session, "samples-read", now())
        articles.note(session, "samples-read", now())
    with Session(engine) as session:
        assert articles.has_happened(session, "samples-read")


def _insert(engine: Engine, name: str) -> None:
    with Session(for_writing(engine)) as session, session.begin():
        articles.insert(session, _article(name), [_event(), _flag(0)])


def _article(name: str) -> ArticleRow:
    return ArticleRow(
        id=name,
        title="",
        url="",
        language="en",
        excerpt="",
        characters=4,
        read_at=now(),
        published_origin="unknown",
        published_reasons=[],
        engine_version="0",
        canon_as_of="2026-01-01",
        errors=0,
        warnings=0,
        infos=0,
        events=0,
        expressions=0,
        claims=0,
        digest=name,
        text="Text",
        timeline="{}",
        figure="{}",
    )


def _event() -> EventRow:
    return EventRow(article_number=0, event_id="e1", start=0, end=4, label="Text", modality="asserted", confidence=0.5)


def _flag(day: int) -> FlagRow:
    return FlagRow(
        article_number=0,
        rule="T301",
        name="event-date",
        family="canon",
        severity="error",
        confidence=0.9,
        start=0,
        end=4,
        quote="Text",
        message="",
        suggestion="",
        earliest=day,
        latest=day,
    )
