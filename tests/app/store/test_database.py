from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from app.store.database import StoreError, connect, downgrade, for_writing, upgrade


def test_sqlite_writes_ahead_and_keeps_references(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/deep/in/folders/t.db")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA busy_timeout")) == 10_000
    engine.dispose()


def test_the_steps_lead_to_the_tables_of_the_code_and_back(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(engine)
    upgrade(engine)
    assert "articles" in inspect(engine).get_table_names()
    engine.dispose()


def test_changes_of_tables_can_be_taken_back(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    with for_writing(engine).connect() as connection:
        connection.execute(text("CREATE TABLE half (done INTEGER)"))
        connection.rollback()
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    with for_writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        upgrade(engine)
    engine.dispose()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_text("This is a letter and not a database. " * 100)
    engine = connect(f"sqlite:///{tmp_path}/t.db")
    with pytest.raises(StoreError, match="not a database"):
        upgrade(engine)
    engine.dispose()


@pytest.mark.parametrize("url", ["no address", "sqlite://", "sqlite:///:memory:", "oracle9://x/y"])
def test_an_address_that_cannot_be_used(url: str) -> None:
    with pytest.raises(StoreError, match=r"sqlite:///var/timelines\.db"):
        connect(url)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        connect(f"sqlite:///{tmp_path}/file/t.db")
