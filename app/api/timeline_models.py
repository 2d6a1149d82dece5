"""The shape of a timeline's JSON, for the API's description; ``timelines.formats.json`` makes it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Offset = Field(ge=0, description="Counts the Unicode code points of the article's text.")
Confidence = Field(ge=0, le=1)


class When(BaseModel):
    """A time: EDTF (ISO 8601-2), and the first and last day it can reach; null where it is open."""

    edtf: str = Field(examples=["2022-02-24/.."])
    earliest: str | None = Field(examples=["2022-02-24"])
    latest: str | None = Field(examples=[None])


class PublishedOut(BaseModel):
    """When the article was published, how that is known, and why it is thought so."""

    edtf: str | None = Field(examples=["2025-09-05"])
    origin: Literal["given", "metadata", "inferred", "unknown"]
    reasons: list[str]


class ArticleHead(BaseModel):
    """The article without its text."""

    id: str
    title: str
    url: str
    language: str = Field(examples=["en"])
    published: PublishedOut


class ExpressionOut(BaseModel):
    """A piece of text that speaks of time (TIMEX3)."""

    start: int = Offset
    end: int = Offset
    text: str = Field(examples=["September 4"])
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str = Field(description="TIMEX3 value.", examples=["2025-09-04"])
    edtf: str = Field(description="Empty where it has no place on the axis.", examples=["2025-09-04"])
    modifier: str | None = Field(description="TIMEX3 mod, such as START or APPROX.")
    resolution: str = Field(description="What it was resolved against, in words.")


class NameOut(BaseModel):
    """A name that the canon knows."""

    start: int = Offset
    end: int = Offset
    text: str
    canonical: str = Field(examples=["person/emmanuel-macron"])
    label: str


class KnownOut(BaseModel):
    """Something that the canon knows and the article names."""

    id: str = Field(examples=["person/emmanuel-macron"])
    label: str
    as_of: str | None = Field(description="The date up to which it is known.", examples=["2025-10"])
    mentions: int


class UnknownOut(BaseModel):
    """A capitalised name of which the canon knows nothing, where it first stands."""

    start: int = Offset
    end: int = Offset
    text: str


class PlacementOut(BaseModel):
    """How sure it is that the event is the canonical one, and why."""

    score: float = Confidence
    reason: str


class EventOut(BaseModel):
    """A mention of something that happens. ``start`` to ``end`` is its clause."""

    id: str
    start: int = Offset
    end: int = Offset
    trigger: tuple[int, int]
    label: str
    sentence: tuple[int, int]
    when: When | None
    anchor: str
    participants: list[str]
    place: str | None
    modality: Literal["asserted", "reported", "planned", "hypothetical", "denied"]
    confidence: float = Confidence
    canonical: str | None = Field(description="The canonical event that it was placed on.")
    placement: PlacementOut | None


class ClaimOut(BaseModel):
    """A checkable statement about time."""

    id: str
    kind: str = Field(examples=["ordinal-period"])
    start: int = Offset
    end: int = Offset
    text: str
    about: str = Field(description="A canon id where the subject is known, else the article's own words.")
    says: str
    modality: Literal["asserted", "reported", "planned", "hypothetical", "denied"]


class EvidenceOut(BaseModel):
    """One step of the reasons for a flag; offsets only where it is words of the article."""

    kind: Literal["canon", "text", "calendar", "published", "article"]
    id: str
    label: str
    when: str
    source: str
    start: int | None = None
    end: int | None = None


class FlagOut(BaseModel):
    """A contradiction. ``start`` to ``end`` are the words to change."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "rule": "T201",
                "name": "ordinal-period",
                "family": "counting",
                "severity": "error",
                "confidence": 0.97,
                "start": 19,
                "end": 31,
                "quote": "seventh year",
                "message": "The war began on 20 March 2003, so in April 2008 it is in its sixth year.",
                "suggestion": "sixth year",
                "claimed": "seventh year",
                "expected": "sixth year",
                "claimed_when": {
                    "edtf": "2001-04-11/2002-04-10",
                    "earliest": "2001-04-11",
                    "latest": "2002-04-10",
                },
                "expected_when": {
                    "edtf": "2003-03-20/2011-12-18",
                    "earliest": "2003-03-20",
                    "latest": "2011-12-18",
                },
                "evidence": [
                    {
                        "kind": "canon",
                        "id": "event/iraq-war",
                        "label": "Iraq War",
                        "when": "20 March 2003 to 18 December 2011",
                        "source": "Encyclopaedia Britannica",
                    }
                ],
            }
        }
    )

    rule: str = Field(examples=["T201"])
    name: str = Field(examples=["ordinal-period"])
    family: str = Field(examples=["counting"])
    severity: Literal["error", "warning", "info"]
    confidence: float = Confidence
    start: int = Offset
    end: int = Offset
    quote: str = Field(examples=["seventh year"])
    message: str
    suggestion: str = Field(description="Words that fit into the sentence.", examples=["fourth year"])
    claimed: str
    expected: str
    claimed_when: When | None
    expected_when: When | None
    evidence: list[EvidenceOut]


class NoticeOut(BaseModel):
    """What the author of the text should know and that is no temporal error, such as a comment without effect."""

    start: int = Offset
    end: int = Offset
    message: str


class CanonState(BaseModel):
    """The state of the reference facts that it was checked against."""

    as_of: str


class TimelineOut(BaseModel):
    """Everything that was read out of one article."""

    article: ArticleHead
    expressions: list[ExpressionOut]
    names: list[NameOut]
    known: list[KnownOut] = []
    unknown: list[UnknownOut] = []
    events: list[EventOut]
    claims: list[ClaimOut]
    flags: list[FlagOut]
    suppressed: list[FlagOut] = Field([], description="Flags that comments in the text switched off.")
    notices: list[NoticeOut] = []
    canon: CanonState
