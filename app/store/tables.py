"""The tables. A timeline is kept whole as JSON; what is filtered by stands beside it in columns.

Days are numbers on the proleptic Gregorian axis (0 = 1 January of the year 1), so that dates before our era
sort and compare like all others; an open or unknown side is NULL.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, ForeignKey, Index, Integer, Text, TypeDecorator
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite drops the offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database: always UTC."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Out of the database: always aware."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def numbered() -> Any:
    """A primary key that the database counts."""
    # SQLite counts by itself only in a column that is exactly INTEGER.
    return Field(default=None, primary_key=True, sa_type=BigInteger().with_variant(Integer, "sqlite"))


def _article() -> Any:
    return Field(
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
        sa_column_args=(ForeignKey("articles.number", ondelete="CASCADE"),),
        index=True,
    )


def day_column() -> Any:
    """A day on the Gregorian axis, or NULL."""
    return Field(default=None, sa_type=BigInteger)


class ArticleRow(SQLModel, table=True):
    """One article and all that was read out of it. ``number`` orders, ``id`` is what the world sees."""

    __tablename__: ClassVar[Any] = "articles"

    number: int | None = numbered()
    id: str = Field(unique=True, index=True)
    title: str
    url: str
    language: str
    excerpt: str
    characters: int
    read_at: datetime = Field(sa_type=UtcDateTime)
    published_edtf: str | None = None
    published_origin: str
    published_reasons: list[str] = Field(sa_type=JSON)
    published_earliest: int | None = day_column()
    published_latest: int | None = day_column()
    engine_version: str
    canon_as_of: str
    errors: int
    warnings: int
    infos: int
    events: int
    expressions: int
    claims: int
    digest: str = Field(unique=True, index=True, description="Of text and publication date: nothing is read twice")
    source: str = Field(default="", description="Who published it: the host of its address, or as it was told")
    copy_of: int | None = Field(
        default=None,
        sa_type=BigInteger,
        index=True,
        description="The first article with nearly the same text",
    )
    signature: list[int] = Field(default_factory=list, sa_type=JSON)
    text: str = Field(sa_type=Text)
    timeline: str = Field(sa_type=Text, description="JSON, the promise of DESIGN: formats.json.timeline_to_json")
    figure: str = Field(sa_type=Text, description="JSON as by drawing.figure")


class EventRow(SQLModel, table=True):
    """An event mention, to be found by time, canonical event and modality."""

    __tablename__: ClassVar[Any] = "events"
    __table_args__: ClassVar[Any] = (Index("ix_events_earliest_latest", "earliest", "latest"),)

    number: int | None = numbered()
    article_number: int = _article()
    event_id: str
    start: int
    end: int
    label: str = Field(sa_type=Text)
    edtf: str | None = None
    earliest: int | None = day_column()
    latest: int | None = day_column()
    place: str | None = Field(default=None, sa_type=Text)
    modality: str
    confidence: float
    canonical: str | None = Field(default=None, index=True)
    known_number: int | None = Field(
        default=None,
        sa_type=BigInteger,
        index=True,
        description="The event that this mention was put on",
    )
    score: float | None = None
    reason: str = Field(default="", sa_type=Text)
    mention_key: str = Field(default="", index=True, description="The same when the article is read again")
    kind: str = ""
    stem: str = ""
    stated: bool = False
    quote: str = Field(default="", sa_type=Text)
    participants: list[str] = Field(default_factory=list, sa_type=JSON)
    words: list[str] = Field(default_factory=list, sa_type=JSON)


class ClaimRow(SQLModel, table=True):
    """A checkable statement about time, to be found by kind and by what it is about."""

    __tablename__: ClassVar[Any] = "claims"

    number: int | None = numbered()
    article_number: int = _article()
    claim_id: str
    kind: str = Field(index=True)
    start: int
    end: int
    text: str = Field(sa_type=Text)
    about: str = Field(sa_type=Text)
    says: str = Field(sa_type=Text)
    modality: str
    earliest: int | None = day_column()
    latest: int | None = day_column()


class FlagRow(SQLModel, table=True):
    """A contradiction, to be found by rule, family, severity, and the time that the article claims."""

    __tablename__: ClassVar[Any] = "flags"
    __table_args__: ClassVar[Any] = (Index("ix_flags_earliest_latest", "earliest", "latest"),)

    number: int | None = numbered()
    article_number: int = _article()
    rule: str = Field(index=True)
    name: str
    family: str = Field(index=True)
    severity: str = Field(index=True)
    confidence: float
    start: int
    end: int
    quote: str = Field(sa_type=Text)
    message: str = Field(sa_type=Text)
    suggestion: str = Field(sa_type=Text)
    earliest: int | None = day_column()
    latest: int | None = day_column()
    expected_earliest: int | None = day_column()
    expected_latest: int | None = day_column()
    flag_key: str = Field(default="", index=True, description="The same when the article is read again")
    state: str = Field(default="open", index=True)
    state_reason: str = Field(default="", sa_type=Text)
    document: str = Field(default="{}", sa_type=Text, description="JSON of the flag as in the timeline")


Part = EventRow | ClaimRow | FlagRow


class MilestoneRow(SQLModel, table=True):
    """Something that happens once in the life of a database, such as reading the sample articles."""

    __tablename__: ClassVar[Any] = "milestones"

    name: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
