"""The connection to the database, and its tables' upgrade to the newest revision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlmodel import create_engine

_MIGRATIONS = Path(__file__).parent / "migrations"

# How long a writer waits for another one before SQLite gives up, in milliseconds.
_BUSY_TIMEOUT = 10_000


class StoreError(Exception):
    """The database cannot be used. The message says why and what to do."""


def connect(url: str) -> Engine:
    """An engine for the address; the folder of a SQLite file is made.

    Raises StoreError for an address that cannot be used.
    """
    try:
        address = make_url(url)
        sqlite = address.get_backend_name() == "sqlite"
        if not sqlite:
            return create_engine(address, pool_pre_ping=True, json_serializer=_json)
    except (ArgumentError, NoSuchModuleError, ImportError):
        raise StoreError(
            "The address of the database cannot be used; write it like sqlite:///var/timelines.db "
            "or postgresql+psycopg://user@host/name."
        ) from None
    if not address.database or address.database == ":memory:":
        raise StoreError("The database must be a file; write its address like sqlite:///var/timelines.db.")
    try:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder for {address.database} cannot be made: {error.strerror}.") from None
    engine = create_engine(address, json_serializer=_json)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions are going to write.

    SQLite must know at the beginning: a transaction that first reads and then writes is refused at once when
    another one wrote in between, while one that says so at the beginning waits for its turn.
    """
    return engine.execution_options(writes=True)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to the revision, all steps or none.

    Raises StoreError when the file is no database of ours, or was written by a newer version of this program.
    """
    try:
        with for_writing(engine).begin() as connection:
            command.upgrade(_alembic(connection), revision)
    except CommandError as error:
        raise StoreError(
            f"The database {_name(engine)} cannot be upgraded: {error} "
            "It was probably written by a newer version of Timelines; install that version."
        ) from None
    except DatabaseError as error:
        raise StoreError(f"The database {_name(engine)} cannot be used: {error.orig}.") from None


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to an earlier revision; "base" removes them."""
    with for_writing(engine).begin() as connection:
        command.downgrade(_alembic(connection), revision)


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _json(value: Any) -> str:
    # Names stay as they are written, so that they can be searched.
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _name(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # Transactions are begun below and not by the driver, which would leave changes of tables outside of them.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        f"busy_timeout = {_BUSY_TIMEOUT}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
