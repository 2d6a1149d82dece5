"""Where the story of a text has got to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timelines.tagging.anchoring import Point
from timelines.tagging.calendar_years import AFTER_WEIGHTS, BEFORE_WEIGHTS, Near
from timelines.tagging.meaning import ClockTime, DayAt, Meaning, Moved, UnitAt

_FINE = frozenset({"D", "W", "WE", "M", "Q", "S", "H", "F", "TI"})
_YEARS_ON = 3  # a bare year this far ahead moves the story on; one farther away is an aside


@dataclass(slots=True)
class Story:
    """The last date of the text, the last one with a month or a day, and the last quarter of a year."""

    last: Point | None = None
    dated: Point | None = None
    quarter: Point | None = None
    history: list[Point] = field(default_factory=list)

    def at(self, told: bool) -> Point | None:
        """The point that incomplete dates are resolved from: in a story a far year is an aside."""
        if not told or self.last is None or self.dated is None or self.last.unit in _FINE:
            return self.last
        if -1 <= self.last.year - self.dated.year <= _YEARS_ON:
            return self.last
        return self.dated

    def around(self, ahead: list[Point]) -> list[Near]:
        """The dates around the place in the text with their weights."""
        back = list(zip(reversed(self.history), BEFORE_WEIGHTS, strict=False))
        return back + list(zip(ahead, AFTER_WEIGHTS, strict=False))

    def move(self, point: Point, meaning: Meaning, told: bool) -> None:
        """Take the story on to a date just read."""
        speaking = isinstance(meaning, DayAt) or (isinstance(meaning, Moved) and meaning.anchor == "speech")
        if isinstance(meaning, UnitAt) and (meaning.spoken or meaning.told):
            speaking = True
        if isinstance(meaning, ClockTime) and isinstance(meaning.date, DayAt):
            speaking = True
        if (told and speaking) or (isinstance(meaning, UnitAt) and meaning.unit == "here"):
            return
        if point.unit in ("E", "C"):
            return
        if point.unit == "TI":
            point = replace(point, unit="D", last=point.first, value=point.value.partition("T")[0])
        self.last = point
        self.history = [*self.history[1 - len(BEFORE_WEIGHTS) :], point]
        if point.unit in _FINE:
            self.dated = point
        comparison = isinstance(meaning, Moved) or (isinstance(meaning, UnitAt) and meaning.year_ago)
        if point.unit == "Q" and not comparison:
            self.quarter = point
