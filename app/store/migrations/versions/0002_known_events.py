"""What many articles tell of together: known events, copies of texts, kept timelines, decisions, states of flags."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite counts by itself only in a column that is exactly INTEGER.
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=default)


def _string(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


# References between these are kept by the program: SQLite can neither add nor drop them afterwards.
def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "articles": (
            _string("digest"),
            _string("source"),
            sa.Column("copy_of", sa.BigInteger()),
            _list("signature"),
        ),
        "events": (
            sa.Column("known_number", sa.BigInteger()),
            sa.Column("score", sa.Float()),
            _text("reason"),
            _string("mention_key"),
            _string("kind"),
            _string("stem"),
            _no("stated"),
            _text("quote"),
            _list("participants"),
            _list("words"),
        ),
        "flags": (
            _string("flag_key"),
            _string("state", "open"),
            _text("state_reason"),
            _text("document", "{}"),
        ),
    }


_REFERENCES = {
    "event_keys": ("known_number",),
    "article_bands": ("article_number",),
    "testimonies": ("article_number",),
    "testimony_keys": ("testimony_number",),
    "pins": ("known_number",),
    "timeline_events": ("timeline_number", "known_number"),
}
_INDEXED = {
    "articles": ("digest", "copy_of"),
    "events": ("known_number", "mention_key"),
    "flags": ("flag_key", "state"),
}


def upgrade() -> None:
    """Forward."""
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
        if table == "articles":
            # So far the id of an article was the digest of its text and date.
            op.execute("UPDATE articles SET digest = id")
        for name in _INDEXED[table]:
            op.create_index(f"ix_{table}_{name}", table, [name], unique=name == "digest")
    op.create_table(
        "known_events",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("canonical", sa.String()),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edtf", sa.String()),
        sa.Column("earliest", sa.BigInteger()),
        sa.Column("latest", sa.BigInteger()),
        sa.Column("place", sa.Text()),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.Column("samples", sa.JSON(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("promoted", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("pinned", sa.JSON(), nullable=False),
        sa.Column("merged_into", sa.BigInteger()),
        _moment("changed_at"),
    )
    op.create_index("ix_known_events_id", "known_events", ["id"], unique=True)
    op.create_index("ix_known_events_canonical", "known_events", ["canonical"], unique=True)
    op.create_index("ix_known_events_merged_into", "known_events", ["merged_into"])
    op.create_index("ix_known_events_earliest_latest", "known_events", ["earliest", "latest"])
    op.create_table("event_keys", sa.Column("key", sa.String(), primary_key=True), _part_of("known_events", True))
    op.create_table("article_bands", sa.Column("band", sa.String(), primary_key=True), _part_of("articles", True))
    op.create_table(
        "testimonies",
        sa.Column("number", _NUMBER, primary_key=True),
        _part_of("articles"),
        sa.Column("happening", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("edtf", sa.String(), nullable=False),
    )
    op.create_table("testimony_keys", sa.Column("key", sa.String(), primary_key=True), _part_of("testimonies", True))
    op.create_table(
        "sources",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("trust", sa.Float(), nullable=False),
    )
    op.create_table(
        "pins",
        sa.Column("article_id", sa.String(), primary_key=True),
        sa.Column("mention_key", sa.String(), primary_key=True),
        _part_of("known_events"),
    )
    op.create_table(
        "timelines",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("story", sa.JSON(), nullable=False),
        _moment("created_at"),
        _moment("changed_at"),
    )
    op.create_index("ix_timelines_id", "timelines", ["id"], unique=True)
    op.create_table(
        "timeline_events",
        _part_of("timelines", True),
        _part_of("known_events", True),
        sa.Column("shown", sa.Boolean(), nullable=False),
    )
    for table, names in _REFERENCES.items():
        for name in names:
            op.create_index(f"ix_{table}_{name}", table, [name])
    op.create_table(
        "decisions",
        sa.Column("number", _NUMBER, primary_key=True),
        _moment("at"),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
    )
    for name in ("action", "subject"):
        op.create_index(f"ix_decisions_{name}", "decisions", [name])


def downgrade() -> None:
    """Back."""
    for table in (
        "decisions",
        "timeline_events",
        "timelines",
        "pins",
        "sources",
        "testimony_keys",
        "testimonies",
        "article_bands",
        "event_keys",
        "known_events",
    ):
        op.drop_table(table)
    for table, columns in _added().items():
        for name in _INDEXED[table]:
            op.drop_index(f"ix_{table}_{name}", table)
        for column in columns:
            op.drop_column(table, column.name)


def _part_of(table: str, primary: bool = False) -> sa.Column[int]:
    name = {
        "known_events": "known_number",
        "articles": "article_number",
        "timelines": "timeline_number",
        "testimonies": "testimony_number",
    }[table]
    return sa.Column(
        name, _NUMBER, sa.ForeignKey(f"{table}.number", ondelete="CASCADE"), primary_key=primary, nullable=False
    )
