"""How alembic reaches the database: always through the connection that ``app.store.database`` hands over."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import app.store.known_tables
import app.store.tables

assert app.store.known_tables.KnownEventRow.metadata is SQLModel.metadata
assert app.store.tables.ArticleRow.metadata is SQLModel.metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    # SQLite cannot alter columns in place; alembic then rebuilds the table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
