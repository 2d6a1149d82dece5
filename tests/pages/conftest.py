"""The pages on a fresh SQLite file, with timelines made by hand put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.testclient import TestClient

from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store import articles
from app.store.database import connect, upgrade
from app.store.rows import article_row, part_rows
from timelines.canon.canon import Canon
from timelines.canon.load import load_canon
from timelines.drawing import figure
from timelines.formats.json import timeline_to_json
from timelines.model import Timeline

Keep = Callable[[Timeline], str]


@pytest.fixture(scope="session")
def canon() -> Canon:
    return load_canon()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{tmp_path}/test.db", samples=False, max_text_bytes=20_000)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = connect(settings.database_url)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def client(settings: Settings, engine: Engine, canon: Canon) -> Iterator[TestClient]:
    app = create_app(settings, library=Library(engine, canon))
    with TestClient(app, headers={"accept": "text/html"}, follow_redirects=False) as client:
        yield client


@pytest.fixture
def keep(engine: Engine) -> Keep:
    """Puts a timeline into the store and gives its address."""

    def keep(timeline: Timeline) -> str:
        document = timeline_to_json(timeline)
        row = article_row(
            timeline,
            document=document,
            figure=figure(timeline),
            digest=timeline.article.id,
            read_at=datetime(2025, 9, 5, tzinfo=UTC),
        )
        with Session(engine) as session, session.begin():
            articles.insert(session, row, part_rows(timeline, document))
        return f"/articles/{timeline.article.id}"

    return keep
