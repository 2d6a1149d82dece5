"""The shapes of the API's other answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.api.timeline_models import FlagOut, PublishedOut, When
from app.store.tables import ArticleRow

API = "/api/v1"


class FlagCounts(BaseModel):
    """How many flags of each severity."""

    error: int
    warning: int
    info: int


class Links(BaseModel):
    """Where the rest is, relative to the service."""

    self: str
    timeline: str
    flags: str
    figure: str


class ArticleSummary(BaseModel):
    """An article in a list."""

    id: str = Field(examples=["3f786850e387550fdab8"])
    title: str
    url: str
    language: str
    published: PublishedOut
    excerpt: str = Field(description="The first words of the text.")
    characters: int = Field(description="The length of the text in Unicode code points.")
    read_at: datetime
    flags: FlagCounts
    expressions: int
    events: int
    claims: int
    links: Links


class ArticleDetail(ArticleSummary):
    """An article with its text."""

    text: str


class ArticleList(BaseModel):
    """A page of articles, newest first."""

    articles: list[ArticleSummary]
    next: str | None = Field(description="Hand this back as `next` for the following page; null on the last.")


class FlagList(BaseModel):
    """The flags of one article in the order of its text."""

    flags: list[FlagOut]


class Figure(BaseModel):
    """A plotly figure; its horizontal axis counts days since the first of January of the year 1."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]
    config: dict[str, Any]


class Alternative(BaseModel):
    """Another accepted dating."""

    label: str
    when: When


class NeighbourOut(BaseModel):
    """An event before or after."""

    id: str
    label: str
    when: When


class AnswerOut(BaseModel):
    """One thing that the query can mean, and when it was."""

    id: str = Field(examples=["event/fall-of-the-berlin-wall"])
    label: str = Field(examples=["Fall of the Berlin Wall"])
    when: When | None
    precision: str = Field(description="How exactly it is known: `year`, `month`, `day` …", examples=["day"])
    alternatives: list[Alternative]
    sources: list[str]
    neighbours: list[NeighbourOut] = Field(
        description="Events before and after in time; of those near, the ones that have to do with it first."
    )
    score: float = Field(ge=0, le=1)
    reason: str


class LookupResult(BaseModel):
    """Answers to a query, best first; none where nothing fits."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "query": "fall of the Berlin Wall",
                "answers": [
                    {
                        "id": "event/fall-of-the-berlin-wall",
                        "label": "Fall of the Berlin Wall",
                        "when": {"edtf": "1989-11-09", "earliest": "1989-11-09", "latest": "1989-11-09"},
                        "precision": "day",
                        "alternatives": [],
                        "sources": ["Encyclopaedia Britannica"],
                        "neighbours": [
                            {
                                "id": "event/velvet-revolution",
                                "label": "Velvet Revolution",
                                "when": {
                                    "edtf": "1989-11-17/1989-12-29",
                                    "earliest": "1989-11-17",
                                    "latest": "1989-12-29",
                                },
                            }
                        ],
                        "score": 1.0,
                        "reason": "all words of the question are in its name",
                    }
                ],
            }
        }
    )

    query: str
    answers: list[AnswerOut]


class ExampleOut(BaseModel):
    """A text on which a rule is tried; without a quote, nothing in it is flagged."""

    text: str
    published: str | None
    quote: str | None
    suggestion: str | None


class RuleOut(BaseModel):
    """One kind of temporal error."""

    code: str = Field(examples=["T201"])
    name: str = Field(examples=["ordinal-period"])
    family: str = Field(examples=["counting"])
    summary: str
    description: str
    examples: list[ExampleOut]
    counter_examples: list[ExampleOut]


class RuleList(BaseModel):
    """All rules in the order of their codes."""

    rules: list[RuleOut]


class Health(BaseModel):
    """That the service works, and with what."""

    status: str = Field(examples=["ok"])
    version: str
    canon_facts: int
    canon_as_of: str


def summary_of(row: ArticleRow) -> ArticleSummary:
    """A row of the list."""
    return ArticleSummary(**_common(row))


def detail_of(row: ArticleRow) -> ArticleDetail:
    """The whole article."""
    return ArticleDetail(**_common(row), text=row.text)


def _common(row: ArticleRow) -> dict[str, Any]:
    place = f"{API}/articles/{row.id}"
    return {
        "id": row.id,
        "title": row.title,
        "url": row.url,
        "language": row.language,
        "published": {
            "edtf": row.published_edtf,
            "origin": row.published_origin,
            "reasons": row.published_reasons,
        },
        "excerpt": row.excerpt,
        "characters": row.characters,
        "read_at": row.read_at,
        "flags": {"error": row.errors, "warning": row.warnings, "info": row.infos},
        "expressions": row.expressions,
        "events": row.events,
        "claims": row.claims,
        "links": {
            "self": place,
            "timeline": f"{place}/timeline",
            "flags": f"{place}/flags",
            "figure": f"{place}/figure",
        },
    }
