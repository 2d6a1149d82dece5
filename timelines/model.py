"""The nouns of the engine. All are frozen; every offset counts Unicode code points, ends are exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from timelines.chronology.span import Span

PublishedOrigin = Literal["given", "metadata", "inferred", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Severity(StrEnum):
    """How sure a flag must be before it may cost an editor time; ``info`` never counts against a text."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Modality(StrEnum):
    """The standing that the article gives an event or a claim (after FactBank, Saurí and Pustejovsky 2009)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published, and how that is known. ``span`` is None when it is unknown."""

    span: Span | None
    origin: PublishedOrigin
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it."""

    id: str
    text: str
    title: str = ""
    url: str = ""
    language: str = "en"
    published: Published = Published(None, "unknown")
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """A piece of text that speaks of time (TIMEX3).

    ``span`` is its place on the axis, or None for durations, sets and references that stay vague.
    ``resolution`` says in words what it was resolved against. ``modifier`` is a TIMEX3 mod (START, MID, END,
    APPROX, MORE_THAN, ...). ``weekday`` (Monday = 0) is the weekday that the text puts beside a calendar date;
    ``problem`` names what is wrong with a date that cannot exist ("no-such-date", "no-such-time").
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    span: Span | None
    resolution: str = ""
    modifier: str | None = None
    weekday: int | None = None
    problem: str | None = None

    @property
    def edtf(self) -> str:
        """The span in EDTF (ISO 8601-2), or an empty string."""
        return self.span.edtf if self.span is not None else ""


@dataclass(frozen=True, slots=True)
class Placement:
    """The decision to put an event mention on a canonical event: how sure, and why, in words."""

    canonical: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """A mention of something that happens. ``start``-``end`` is its clause, ``trigger`` the word that names it."""

    id: str
    start: int
    end: int
    trigger: tuple[int, int]
    label: str
    sentence: tuple[int, int]
    when: Span | None = None
    anchor: str = ""
    participants: tuple[str, ...] = ()
    place: str | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 0.5
    placement: Placement | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: what the canon knows (as of ``as_of``), or with ``canonical`` empty what it does not know."""

    start: int
    end: int
    text: str
    canonical: str
    label: str
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of the reasons for a flag: a canon fact, other words of the article, the calendar, its date.

    Of kind ``article``, ``id`` is the id of another article and ``label`` its words.
    """

    kind: Literal["canon", "text", "calendar", "published", "article"]
    id: str
    label: str
    when: str = ""
    source: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A contradiction. ``start``-``end`` are the words to change; everything else it rests on is evidence."""

    rule: str
    name: str
    family: str
    severity: Severity
    confidence: float
    start: int
    end: int
    quote: str
    message: str
    suggestion: str
    claimed: str
    expected: str
    evidence: tuple[Evidence, ...] = ()
    claimed_span: Span | None = None
    expected_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the text that its author should know and that is no temporal error: a comment without effect."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement about time: ``start``-``end`` are the words that state it, ``says`` puts it plainly.

    ``about`` is the canon id of its subject where that is known, else the article's own words; ``named`` are the
    words that name it; ``readings`` are all canon ids that it may mean, best first. ``span`` is where the claim
    puts the matter, ``at`` the time from which it speaks, ``at_words`` the words that give ``at`` (None when that
    is the publication date).
    ``number`` and ``unit`` belong to claims that count; ``other`` is a second subject (an event, an office);
    ``detail`` is what else the kind needs (a count's leeway, the verb's class), see ``extraction.claims``.
    """

    id: str
    kind: str
    start: int
    end: int
    text: str
    about: str
    says: str
    sentence: tuple[int, int]
    named: str = ""
    readings: tuple[str, ...] = ()
    span: Span | None = None
    at: Span | None = None
    at_words: tuple[int, int] | None = None
    number: int | None = None
    unit: str | None = None
    other: str | None = None
    detail: str = ""
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Testimony:
    """A date that an article gives to something that happens once.

    ``happening`` is the class of the words that tell it ("death"), ``words`` are those that say of whom or what;
    ``start``-``end`` are the words of the date, ``quote`` is their sentence.
    """

    article: str
    happening: str
    words: frozenset[str]
    start: int
    end: int
    text: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that was read out of one article. ``suppressed`` are the flags that its own comments switched off;
    ``unknown`` are the names of which the canon knows nothing, each where it first stands.
    """

    article: Article
    expressions: tuple[Expression, ...] = ()
    names: tuple[Name, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()
    canon_as_of: str = ""
    testimonies: tuple[Testimony, ...] = ()
    suppressed: tuple[Flag, ...] = ()
    notices: tuple[Notice, ...] = ()
    unknown: tuple[Name, ...] = ()
