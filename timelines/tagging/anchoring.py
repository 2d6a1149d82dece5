"""The reference time of each passage: the publication date, or the point that the story has reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.chronology.calendar import civil, day_number
from timelines.chronology.span import Precision, Span

_YEAR = re.compile(r"(?<![\w.,$/-])(1[5-9]\d\d|20\d\d)(?![\w]|[.,]\d)|\b\d{1,4} BC\b")
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|fall|spring|summer|winter|quarter)|"
    r"(?:said|says|told|announced|reported|on|late|early|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SHARE = 2.0  # explicit years per word of the present; a story tells its years. Tuned on the development two thirds.


@dataclass(slots=True)
class Point:
    """A place that the text has been at: its days, how fine, and the value that it was given."""

    first: int
    last: int
    unit: str
    value: str
    position: int = 0

    @property
    def year(self) -> int:
        """The year of its first day."""
        return civil(self.first)[0]

    @property
    def month(self) -> int:
        """The month of its first day."""
        return civil(self.first)[1]


@dataclass(frozen=True, slots=True)
class Speech:
    """The publication date as day numbers; both None when it is unknown."""

    first: int | None
    last: int | None

    @classmethod
    def of(cls, reference: Span | None) -> Speech:
        """From a span; a span that is open on a side is as good as unknown there."""
        if reference is None:
            return cls(None, None)
        return cls(reference.earliest_day, reference.latest_day)

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.known and self.first == self.last


def is_narrative(text: str, speech: Speech) -> bool:
    """Whether a passage tells a story with its own years rather than the news of the day."""
    years = [found.group(1) for found in _YEAR.finditer(text)]
    here = set()
    if speech.first is not None and speech.last is not None:
        here = {str(civil(speech.first)[0]), str(civil(speech.last)[0])}
    told = sum(1 for year in years if year not in here)
    deictic = len(_DEICTIC.findall(text))
    return told >= 4 and told > deictic * _SHARE


def point_of(span: Span, unit: str, value: str, position: int) -> Point | None:
    """The point of a bounded span."""
    if span.earliest_day is None or span.latest_day is None:
        return None
    return Point(span.earliest_day, span.latest_day, unit, value, position)


UNIT_OF_PRECISION = {
    Precision.CENTURY: "C",
    Precision.DECADE: "E",
    Precision.YEAR: "Y",
    Precision.MONTH: "M",
    Precision.DAY: "D",
}


def year_start(year: int) -> int:
    """Day number of 1 January."""
    return day_number(year, 1, 1)
