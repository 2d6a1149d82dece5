"""The shapes of events, timelines, flags and decisions in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.api.models import API
from app.api.timeline_models import FlagOut, When
from app.keeping.event_keeping import EventDetail
from app.store.known_tables import DecisionRow, KnownEventRow, TimelineRow
from timelines.chronology.edtf import parse_edtf

LABEL_LENGTH, NOTE_LENGTH, TITLE_LENGTH = 300, 4_000, 300


class ReadingOut(BaseModel):
    """A dating that some sources agree on."""

    when: When
    weight: float = Field(description="The trust in the independent sources that say so, summed.")
    articles: list[str]


class KnownEventOut(BaseModel):
    """An event with all that articles say of it."""

    id: str = Field(examples=["9f86d081884c7d"])
    canonical: str | None = Field(description="Its id in the canon.", examples=["event/fall-of-the-berlin-wall"])
    label: str
    kind: str
    when: When | None
    place: str | None
    participants: list[str]
    mentions: int
    sources: int = Field(description="Independent sources; copies of one text count once.")
    disputed: bool = Field(description="Whether sources date it differently.")
    readings: list[ReadingOut]
    made_by: Literal["articles", "hand"]
    promoted: bool
    hidden: bool
    note: str
    pinned: list[str] = Field(description="Fields that a person has set.")
    merged_into: str | None = Field(None, description="The event that it was merged into.")


class MentionOut(BaseModel):
    """One mention of an event."""

    article: str
    title: str
    source: str
    published: str | None
    key: str = Field(description="Names the mention within its article; the same when it is read again.")
    event: str = Field(description="The id of the event within the article's timeline.")
    start: int
    end: int
    label: str
    quote: str
    when: When | None
    score: float | None
    reason: str


class KnownEventDetail(KnownEventOut):
    """An event with its mentions, and those that were merged into it."""

    mention_list: list[MentionOut]
    merged: list[KnownEventOut]


class KnownEventList(BaseModel):
    """A page of events by time."""

    events: list[KnownEventOut]
    next: str | None = Field(description="Hand this back as `next` for the following page; null on the last.")


class EventIn(BaseModel):
    """An event added by hand."""

    model_config = ConfigDict(extra="forbid", strict=True)

    label: str = Field(min_length=1, max_length=LABEL_LENGTH, examples=["Charter of the town of Gouda"])
    when: str = Field(max_length=100, description="EDTF.", examples=["1272-07-19"])
    place: str | None = Field(None, max_length=LABEL_LENGTH)
    note: str = Field("", max_length=NOTE_LENGTH)


class EventPatch(BaseModel):
    """What to set; fields left out stay as they are. `release` gives fields back to the readings of articles."""

    model_config = ConfigDict(extra="forbid", strict=True)

    label: str | None = Field(None, min_length=1, max_length=LABEL_LENGTH)
    when: str | None = Field(None, max_length=100, description="EDTF.", examples=["1989-11-09"])
    place: str | None = Field(None, max_length=LABEL_LENGTH)
    note: str | None = Field(None, max_length=NOTE_LENGTH)
    hidden: bool | None = None
    promoted: bool | None = Field(None, description="True makes it canonical for this service.")
    release: list[Literal["label", "when", "place"]] = []
    reason: str = Field("", max_length=NOTE_LENGTH)


class MergeIn(BaseModel):
    """The events that are one with this one."""

    model_config = ConfigDict(extra="forbid", strict=True)

    events: list[str] = Field(min_length=1, max_length=100)
    reason: str = Field("", max_length=NOTE_LENGTH)


class MentionRef(BaseModel):
    """A mention, as `key` of the event's mentions."""

    model_config = ConfigDict(extra="forbid", strict=True)

    article: str
    key: str


class SplitIn(BaseModel):
    """The mentions that are about another event."""

    model_config = ConfigDict(extra="forbid", strict=True)

    mentions: list[MentionRef] = Field(min_length=1, max_length=100)
    reason: str = Field("", max_length=NOTE_LENGTH)


class ScopeModel(BaseModel):
    """What belongs on a timeline; all conditions must hold."""

    model_config = ConfigDict(extra="forbid", strict=True)

    query: str = Field("", max_length=500, description="Words of label, place, participants or kind.")
    participants: list[str] = Field([], max_length=200)
    place: str = Field("", max_length=LABEL_LENGTH)
    earliest: str = Field("", max_length=100, description="EDTF; not before this.")
    latest: str = Field("", max_length=100, description="EDTF; not after this.")
    articles: list[str] = Field([], max_length=200, description="Article ids.")
    sources: list[str] = Field([], max_length=200, description="Publishers, such as `example.org`.")
    canonical: bool = Field(False, description="Only what is in the canon or was promoted.")
    least_sources: int = Field(0, ge=0, le=1_000, description="Told by so many independent sources.")


class TimelineIn(BaseModel):
    """A timeline to keep."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str = Field(min_length=1, max_length=TITLE_LENGTH, examples=["The Egyptian revolution"])
    description: str = Field("", max_length=NOTE_LENGTH)
    scope: ScopeModel = ScopeModel.model_construct()


class TimelinePatch(BaseModel):
    """What to set; fields left out stay as they are."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = Field(None, min_length=1, max_length=TITLE_LENGTH)
    description: str | None = Field(None, max_length=NOTE_LENGTH)
    scope: ScopeModel | None = None


class KeptTimeline(BaseModel):
    """A timeline that somebody keeps."""

    id: str
    title: str
    description: str
    scope: ScopeModel
    created_at: datetime
    changed_at: datetime
    links: dict[str, str]


class StorySentence(BaseModel):
    """Words cut from an article."""

    text: str
    article: str
    start: int
    end: int


class StoryDayOut(BaseModel):
    """A day that mattered, and what happened."""

    day: str = Field(examples=["2011-01-25"])
    sentences: list[StorySentence]


class StoryOut(BaseModel):
    """The story of a timeline's articles; empty until it was reconstructed."""

    days: list[StoryDayOut]


class StoryIn(BaseModel):
    """How long the story may be."""

    model_config = ConfigDict(extra="forbid", strict=True)

    dates: int = Field(20, ge=1, le=500, description="How many days.")
    sentences: int = Field(2, ge=1, le=10, description="How many sentences a day, at most.")


class KeptTimelineList(BaseModel):
    """All timelines, those changed last first."""

    timelines: list[KeptTimeline]


class TimelineEvents(BaseModel):
    """The events of a timeline by time."""

    events: list[KnownEventOut]


class TakenEvents(BaseModel):
    """How many events a file had."""

    events: int


class MembershipIn(BaseModel):
    """Whether an event is on a timeline, whatever its scope says."""

    model_config = ConfigDict(extra="forbid", strict=True)

    shown: bool = True


class FlagJudgement(BaseModel):
    """What becomes of a flag."""

    model_config = ConfigDict(extra="forbid", strict=True)

    state: Literal["open", "accepted", "dismissed"]
    reason: str = Field("", max_length=NOTE_LENGTH, description="Needed to dismiss.")


class KeptFlag(BaseModel):
    """A flag of an article, and what became of it."""

    article: str
    title: str
    key: str = Field(description="Names the flag within its article; the same when it is read again.")
    state: Literal["open", "accepted", "dismissed"]
    reason: str
    flag: FlagOut


class KeptFlagList(BaseModel):
    """A page of flags, those of the newest articles first."""

    flags: list[KeptFlag]
    next: str | None = Field(description="Hand this back as `next` for the following page; null on the last.")


class SourceOut(BaseModel):
    """A publisher."""

    name: str = Field(examples=["example.org"])
    articles: int
    trust: float = Field(description="How much it counts where sources disagree.", examples=[1.0])


class SourceList(BaseModel):
    """All publishers by name."""

    sources: list[SourceOut]


class TrustIn(BaseModel):
    """How much a publisher counts where sources disagree; 1 is usual, 0 is not at all."""

    model_config = ConfigDict(extra="forbid", strict=True)

    trust: float = Field(ge=0, le=10, allow_inf_nan=False)


class Decision(BaseModel):
    """What a person decided."""

    number: int
    at: datetime
    who: str
    action: str = Field(examples=["merge-events"])
    subject: str = Field(examples=["event/9f86d081884c7d"])
    reason: str
    changes: list[dict[str, Any]] = Field(description="Rows before and after.")
    undone_at: datetime | None


class DecisionList(BaseModel):
    """A page of decisions, newest first."""

    decisions: list[Decision]
    next: str | None = Field(description="Hand this back as `next` for the following page; null on the last.")


def when_out(edtf: str | None) -> When | None:
    """A stored date as it is shown."""
    if edtf is None:
        return None
    span = parse_edtf(edtf)
    return When(edtf=edtf, earliest=span.earliest_iso, latest=span.latest_iso)


def event_out(row: KnownEventRow, into: KnownEventRow | None = None) -> KnownEventOut:
    """An event in a list."""
    return KnownEventOut(**_event_fields(row, into))


def event_detail(detail: EventDetail) -> KnownEventDetail:
    """An event with its mentions."""
    return KnownEventDetail(
        **_event_fields(detail.event, detail.into),
        mention_list=[
            MentionOut(
                article=each.article.id,
                title=each.article.title,
                source=each.article.source,
                published=each.article.published_edtf,
                key=each.mention.mention_key,
                event=each.mention.event_id,
                start=each.mention.start,
                end=each.mention.end,
                label=each.mention.label,
                quote=each.mention.quote,
                when=when_out(each.mention.edtf),
                score=each.mention.score,
                reason=each.mention.reason,
            )
            for each in detail.mentions
        ],
        merged=[event_out(each, detail.event) for each in detail.merged],
    )


def _event_fields(row: KnownEventRow, into: KnownEventRow | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "canonical": row.canonical,
        "label": row.label,
        "kind": row.kind,
        "when": when_out(row.edtf),
        "place": row.place,
        "participants": row.participants,
        "mentions": row.mentions,
        "sources": row.sources,
        "disputed": row.disputed,
        "readings": [
            {"when": when_out(reading["edtf"]), "weight": reading["weight"], "articles": reading["articles"]}
            for reading in row.readings
        ],
        "made_by": row.made_by,
        "promoted": row.promoted,
        "hidden": row.hidden,
        "note": row.note,
        "pinned": row.pinned,
        "merged_into": into.id if into is not None else None,
    }


def timeline_out(row: TimelineRow) -> KeptTimeline:
    """A kept timeline."""
    place = f"{API}/timelines/{row.id}"
    return KeptTimeline(
        id=row.id,
        title=row.title,
        description=row.description,
        scope=ScopeModel.model_validate(row.scope),
        created_at=row.created_at,
        changed_at=row.changed_at,
        links={"self": place, "events": f"{place}/events", "story": f"{place}/story"},
    )


def decision_out(row: DecisionRow) -> Decision:
    """A decision."""
    return Decision.model_validate({name: getattr(row, name) for name in Decision.model_fields})
