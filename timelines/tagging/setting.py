"""All that resolving an expression may look at, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timelines.chronology.calendar import civil
from timelines.chronology.span import Span
from timelines.model import TimexType
from timelines.tagging.anchoring import Point, Speech
from timelines.tagging.calendar_years import Near
from timelines.tagging.tense import Direction, direction
from timelines.tagging.values import date_text


@dataclass(frozen=True, slots=True)
class Resolved:
    """Type, value and place of an expression; ``unit`` is its granularity; "" when it has no place."""

    type: TimexType
    value: str
    span: Span | None = None
    unit: str = ""
    why: str = ""
    problem: str | None = None
    weekday: int | None = None


@dataclass(slots=True)
class Setting:
    """All that resolving may look at: speech time, story so far, the words around, order of slash dates."""

    speech: Speech
    story: Point | None
    narrative: bool
    place: tuple[str, int, int]
    day_first: bool = False
    quarter: Point | None = None
    last: Point | None = None
    around: Sequence[Near] = ()

    @property
    def direction(self) -> Direction:
        """Which way the words around the expression point."""
        return direction(*self.place)

    @property
    def now(self) -> Point | None:
        """The anchor of incomplete dates: the story in a narrative, else the publication date."""
        if self.narrative and self.story is not None:
            return self.story
        return self.spoken

    @property
    def spoken(self) -> Point | None:
        """The publication date."""
        if self.speech.first is None or self.speech.last is None:
            return None
        if not self.speech.single:
            return Point(self.speech.first, self.speech.last, "I", "")
        return Point(self.speech.first, self.speech.last, "D", date_text(*civil(self.speech.first)))

    def anchor(self, name: str) -> Point | None:
        """The story for what points into it, speech for the rest."""
        return (self.last or self.now) if name == "story" else self.now

    def why(self, story: bool = False) -> str:
        """What an expression was resolved against, in words."""
        told = self.story is not None and (story or self.narrative)
        if told and self.story is not None:
            return f"against the story so far ({self.story.value})"
        return "against the publication date" if self.speech.known else "publication date unknown"


def day_resolved(day: int, why: str, weekday: int | None = None) -> Resolved:
    """A single day."""
    return Resolved("DATE", date_text(*civil(day)), Span.days(day, day), "D", why, weekday=weekday)
