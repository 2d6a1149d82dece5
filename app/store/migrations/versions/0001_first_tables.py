"""The first tables: articles, their events, claims and flags, and milestones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# SQLite counts by itself only in a column that is exactly INTEGER.
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXES = {
    "events": (("canonical",), ("earliest", "latest")),
    "claims": (("kind",),),
    "flags": (("rule",), ("family",), ("severity",), ("earliest", "latest")),
}


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "articles",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("excerpt", sa.String(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_edtf", sa.String()),
        sa.Column("published_origin", sa.String(), nullable=False),
        sa.Column("published_reasons", sa.JSON(), nullable=False),
        sa.Column("published_earliest", sa.BigInteger()),
        sa.Column("published_latest", sa.BigInteger()),
        sa.Column("engine_version", sa.String(), nullable=False),
        sa.Column("canon_as_of", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("errors", "warnings", "infos")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("events", "expressions", "claims")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("text", "timeline", "figure")),
    )
    op.create_index("ix_articles_id", "articles", ["id"], unique=True)
    op.create_table(
        "events",
        *_part_of_article(),
        sa.Column("event_id", sa.String(), nullable=False),
        *_offsets(),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("edtf", sa.String()),
        *_days("earliest", "latest"),
        sa.Column("place", sa.Text()),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("canonical", sa.String()),
    )
    op.create_table(
        "claims",
        *_part_of_article(),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        *_offsets(),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("text", "about", "says")),
        sa.Column("modality", sa.String(), nullable=False),
        *_days("earliest", "latest"),
    )
    op.create_table(
        "flags",
        *_part_of_article(),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("rule", "name", "family", "severity")),
        sa.Column("confidence", sa.Float(), nullable=False),
        *_offsets(),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("quote", "message", "suggestion")),
        *_days("earliest", "latest", "expected_earliest", "expected_latest"),
    )
    for table, indexes in _INDEXES.items():
        for columns in (("article_number",), *indexes):
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.create_table(
        "milestones",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    for table in ("milestones", "flags", "claims", "events", "articles"):
        op.drop_table(table)


def _part_of_article() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("article_number", _NUMBER, sa.ForeignKey("articles.number", ondelete="CASCADE"), nullable=False),
    )


def _offsets() -> tuple[sa.Column[int], sa.Column[int]]:
    return sa.Column("start", sa.Integer(), nullable=False), sa.Column("end", sa.Integer(), nullable=False)


def _days(*names: str) -> tuple[sa.Column[int], ...]:
    return tuple(sa.Column(name, sa.BigInteger()) for name in names)
