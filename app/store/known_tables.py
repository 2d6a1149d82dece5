"""The tables of what many articles tell of together: known events, timelines that people keep, and their decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, Text
from sqlmodel import Field, SQLModel

from app.store.tables import UtcDateTime, day_column, numbered

_NUMBER = BigInteger().with_variant(Integer, "sqlite")


def _belongs_to(column: str, *, primary: bool = False) -> Any:
    return Field(
        sa_type=_NUMBER,
        sa_column_args=(ForeignKey(column, ondelete="CASCADE"),),
        primary_key=primary,
        index=True,
    )


class KnownEventRow(SQLModel, table=True):
    """One event with all its mentions. ``made_by`` is "articles" or "hand".

    ``pinned`` names the fields that a person has set ("label", "when", "place"); readings of articles leave them
    alone. ``merged_into`` points to the event that it was merged into: its mentions count there until that is undone.
    """

    __tablename__: ClassVar[Any] = "known_events"
    __table_args__: ClassVar[Any] = (Index("ix_known_events_earliest_latest", "earliest", "latest"),)

    number: int | None = numbered()
    id: str = Field(unique=True, index=True)
    canonical: str | None = Field(default=None, unique=True, index=True)
    label: str = Field(sa_type=Text)
    kind: str = ""
    edtf: str | None = None
    earliest: int | None = day_column()
    latest: int | None = day_column()
    place: str | None = Field(default=None, sa_type=Text)
    participants: list[str] = Field(default_factory=list, sa_type=JSON)
    readings: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    samples: list[dict[str, Any]] = Field(
        default_factory=list, sa_type=JSON, description="A few mentions, to compare new ones with"
    )
    mentions: int = 0
    sources: int = 0
    disputed: bool = False
    made_by: str = "articles"
    promoted: bool = False
    hidden: bool = False
    note: str = Field(default="", sa_type=Text)
    pinned: list[str] = Field(default_factory=list, sa_type=JSON)
    merged_into: int | None = Field(default=None, sa_type=BigInteger, index=True)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class EventKeyRow(SQLModel, table=True):
    """A key by which a known event is found again; see ``timelines.placing.keys``."""

    __tablename__: ClassVar[Any] = "event_keys"

    key: str = Field(primary_key=True)
    known_number: int = _belongs_to("known_events.number", primary=True)


class BandRow(SQLModel, table=True):
    """A band of an article's signature, to find copies of its text; see ``timelines.placing.copies``."""

    __tablename__: ClassVar[Any] = "article_bands"

    band: str = Field(primary_key=True)
    article_number: int = _belongs_to("articles.number", primary=True)


class TestimonyRow(SQLModel, table=True):
    """A date that an article gives to something that happens once; see ``timelines.extraction.testimony``."""

    __tablename__: ClassVar[Any] = "testimonies"

    number: int | None = numbered()
    article_number: int = _belongs_to("articles.number")
    happening: str
    words: list[str] = Field(default_factory=list, sa_type=JSON)
    start: int
    end: int
    text: str = Field(sa_type=Text)
    quote: str = Field(sa_type=Text)
    edtf: str


class TestimonyKeyRow(SQLModel, table=True):
    """A key by which testimonies of the same thing are found: what happened, and one of the words."""

    __tablename__: ClassVar[Any] = "testimony_keys"

    key: str = Field(primary_key=True)
    testimony_number: int = _belongs_to("testimonies.number", primary=True)


class SourceRow(SQLModel, table=True):
    """How much a publisher is trusted where sources disagree; 1 where it has no row."""

    __tablename__: ClassVar[Any] = "sources"

    name: str = Field(primary_key=True)
    trust: float


class PinRow(SQLModel, table=True):
    """A mention that a person has put on an event; holds when the article is read again."""

    __tablename__: ClassVar[Any] = "pins"

    article_id: str = Field(primary_key=True)
    mention_key: str = Field(primary_key=True)
    known_number: int = _belongs_to("known_events.number")


class TimelineRow(SQLModel, table=True):
    """A timeline that somebody keeps. ``scope`` says what belongs on it, see ``app.keeping.scope``."""

    __tablename__: ClassVar[Any] = "timelines"

    number: int | None = numbered()
    id: str = Field(unique=True, index=True)
    title: str
    description: str = Field(default="", sa_type=Text)
    scope: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    story: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class TimelineEventRow(SQLModel, table=True):
    """An event put on a timeline, or kept off it, by a person, whatever the scope says."""

    __tablename__: ClassVar[Any] = "timeline_events"

    timeline_number: int = _belongs_to("timelines.number", primary=True)
    known_number: int = _belongs_to("known_events.number", primary=True)
    shown: bool = True


class DecisionRow(SQLModel, table=True):
    """What a person decided. ``changes`` are the rows that it changed, each before and after."""

    __tablename__: ClassVar[Any] = "decisions"

    number: int | None = numbered()
    at: datetime = Field(sa_type=UtcDateTime)
    who: str
    action: str = Field(index=True)
    subject: str = Field(index=True)
    reason: str = Field(default="", sa_type=Text)
    changes: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
