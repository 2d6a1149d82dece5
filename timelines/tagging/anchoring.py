"""The reference time of each passage: the publication date, or the point that the story has reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.chronology.calendar import civil, day_number
from timelines.chronology.span import Precision, Span

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?<![\w.,$/-]\d{4})(?!\w|[.,]\d)")  # digits first: the scan is fast
_OLD_YEAR = re.compile(
    r"1[0-4]\d\d(?:(?<=\b[Ii]n \d{4})|(?<=\bof \d{4})|(?<=\band \d{4}))"
    r"(?=[.,;:)](?!\d)|\s(?:and|the|an?|at|to|by|with|in|on|he|she|they|it)\b)"
)
_BC = re.compile(r"[0-9]{1,4} BC\b")
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|fall|spring|summer|winter)|"
    r"(?:said|says|told|announced|reported|on|late|early|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NEVER = 10_000  # the year of an unknown publication date: later than all
_LATELY = 2  # years that a report without a word of the present may still look back on
_FEW = 3  # years that make a story of a text without any word of the present
_MANY = 5  # years that make one in spite of such words
_SHARE = 4.0  # explicit years per word of the present; a story tells its years. Tuned on the development two thirds.


@dataclass(slots=True)
class Point:
    """A place that the text has been at: its days, how fine, and the value that it was given."""

    first: int
    last: int
    unit: str
    value: str
    position: int = 0
    explicit: bool = False

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
    def years(self) -> tuple[int, ...]:
        """The first and the last year, or nothing."""
        if self.first is None or self.last is None:
            return ()
        return civil(self.first)[0], civil(self.last)[0]

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
    years = [int(year) for year in _YEAR.findall(text)]
    years += [int(year) for year in _OLD_YEAR.findall(text)]
    years += [0] * len(_BC.findall(text)) if " BC" in text else []
    here = speech.years or (_NEVER,)
    told = sum(1 for year in years if year < here[0])  # a report of plans has years to come
    deictic = len(_DEICTIC.findall(text))
    if deictic == 0:
        return sum(1 for year in years if year < here[0] - _LATELY) >= _FEW
    return told >= _MANY and told > deictic * _SHARE


def point_of(span: Span, unit: str, value: str, position: int) -> Point | None:
    """The point of a bounded span."""
    if span.earliest_day is None or span.latest_day is None:
        return None
    first = span.earliest_day
    if value.endswith(
        "-WI"
    ):  # a season that runs over New Year: its span holds both readings, a story starts in December
        first = day_number(civil(first)[0], 12, 1)
    return Point(first, max(first, span.latest_day), unit, value, position)


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
