"""Counts of calendar units in words: "a decade", "thirty-five years", "a quarter of a century", "3 1/2 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timelines.chronology import parse_number
from timelines.extraction.claims.anchors import near

_UNIT_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FRACTIONS = {"half a": 0.5, "a quarter of a": 0.25, "a quarter": 0.25, "three quarters of a": 0.75}

COUNT = (
    r"\b(?:(?P<fraction>half a|a quarter of a|three quarters of a) (?P<whole>century|decade|millennium)"
    r"|(?P<number>\d{1,4}|an?|[a-z]{2,12}(?:-[a-z]{2,8})?)[ -]"
    r"(?P<unit>years?|months?|weeks?|days?|decades?|centur(?:y|ies)))"
)
_COUNT = re.compile(COUNT, re.IGNORECASE)
_UNIT = re.compile(r"(?:year|month|week|day|decade|century|centurie|millennium)s?\b", re.IGNORECASE)

# Words before a count that say how exact it is.
_LOOSE = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|over|more than|less than|under|at least|at most|"
    r"barely|just|close to|up to|well over|several|few|couple of)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """``number`` of ``unit`` (year, month, week, day); ``round`` for decades and centuries; ``loose`` if hedged."""

    number: int
    unit: str
    start: int
    end: int
    round: bool
    loose: bool


@lru_cache(maxsize=4)
def find_counts(text: str, start: int, end: int) -> tuple[Count, ...]:
    """All counts of calendar units in ``text[start:end]``, in order."""
    counts = []
    for match in near(_COUNT, _UNIT, text[:end], before=36, after=2):
        if match.start() < start:
            continue
        count = _count(match)
        if count is not None:
            number, unit, is_round = count
            loose = bool(_LOOSE.search(text, max(0, match.start() - 24), match.start()))
            counts.append(Count(number, unit, match.start(), match.end(), is_round, loose))
    return tuple(counts)


def _count(match: re.Match[str]) -> tuple[int, str, bool] | None:
    if match["fraction"]:
        whole = match["whole"].lower()
        return round(_FRACTIONS[match["fraction"].lower()] * _UNIT_YEARS[whole]), "year", True
    words = match["number"].lower()
    number = 1 if words in ("a", "an") else parse_number(words)
    if number is None:
        return None
    unit = match["unit"].lower().removesuffix("s").replace("centurie", "century")
    if unit in _UNIT_YEARS:
        return number * _UNIT_YEARS[unit], "year", True
    return number, unit, False
