"""A service on a fresh SQLite file for every test; the canon is loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store.database import connect, upgrade
from timelines.canon.canon import Canon
from timelines.canon.load import load_canon

ARTICLE = "As the war in Ukraine enters its seventh year, leaders met in Paris on September 4."


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine; relative paths lie in a folder of the test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"TIMELINES_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def canon() -> Canon:
    return load_canon().prepare()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        database_url=f"sqlite:///{tmp_path}/test.db",
        samples=False,
        max_text_bytes=20_000,
        max_file_bytes=100_000,
        max_import_articles=10,
        port=0,
    )


@pytest.fixture
def library(settings: Settings, canon: Canon) -> Iterator[Library]:
    engine = connect(settings.database_url)
    upgrade(engine)
    library = Library(engine, canon)
    yield library
    library.close()


@pytest.fixture
def client(settings: Settings, library: Library) -> Iterator[TestClient]:
    with TestClient(create_app(settings, library=library)) as client:
        yield client
