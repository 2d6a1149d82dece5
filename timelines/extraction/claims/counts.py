"""Counts of calendar units in words: "a decade", "thirty-five years", "a quarter of a century", "3 1/2 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timelines.chronology import parse_number
from timelines.extraction.claims.anchors import near

_UNIT_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75}

COUNT = (
    r"(?<![\d,.])\b(?:(?:an? )?(?P<fraction>half|quarter|three[ -]quarters)(?: of)?(?: an?|-|(?= ))[ ]?"
    r"(?P<whole>century|decade|millennium)"
    r"|(?P<more>(?P<whole_and>century|decade) and a half)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}|an?|[a-z]{2,12}(?:-[a-z]{2,8})?)"
    r"(?: full| long| whole)?[ -](?P<unit>years?|months?|weeks?|days?|decades?|centur(?:y|ies)))"
)
_COUNT = re.compile(COUNT, re.IGNORECASE)
_UNIT = re.compile(r"(?:year|month|week|day|decade|century|centurie|millennium)s?\b", re.IGNORECASE)

# Words before a count that say how exact it is.
_LOOSE = re.compile(
    r"\b(?:about|around|some|roughly|approximately|at most|up to|several|few|couple of|or so|an estimated)\s*$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:over|more than|at least|just over|well over|no less than)\s*$", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:nearly|almost|less than|under|just under|close to|barely|not quite|just|fewer than|short of)\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Count:
    """``number`` of ``unit`` (year, month, week, day); ``round`` for decades and centuries; ``loose`` if hedged.

    ``hedge`` tells how: "over", "under" or "loose", "" for a plain count.
    """

    number: int
    unit: str
    start: int
    end: int
    round: bool
    loose: bool
    hedge: str = ""


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
            hedge = _hedge(text, match.start())
            counts.append(Count(number, unit, match.start(), match.end(), is_round, bool(hedge), hedge))
    return tuple(counts)


def _hedge(text: str, start: int) -> str:
    for hedge, pattern in (("over", _OVER), ("under", _UNDER), ("loose", _LOOSE)):
        if pattern.search(text, max(0, start - 24), start):
            return hedge
    return ""


def _count(match: re.Match[str]) -> tuple[int, str, bool] | None:
    if match["fraction"]:
        whole = match["whole"].lower()
        return round(_FRACTIONS[match["fraction"].lower()] * _UNIT_YEARS[whole]), "year", True
    if match["more"]:
        return _UNIT_YEARS[match["whole_and"].lower()] * 3 // 2, "year", True
    words = match["number"].lower()
    number = 1 if words in ("a", "an") else parse_number(words)
    if number is None:
        return None
    unit = match["unit"].lower().removesuffix("s").replace("centurie", "century")
    if unit in _UNIT_YEARS:
        return number * _UNIT_YEARS[unit], "year", True
    return number, unit, False
