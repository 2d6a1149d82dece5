"""What must come before what in a life, a building, a trial: birth before death, opening before closing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from timelines.checks.rule import Case
from timelines.checks.told_twice import is_same
from timelines.chronology import Precision
from timelines.extraction.retold import DatedTelling, dated_tellings

_COURSES = (
    ("birth", "graduation", "retirement"),
    ("birth", "marriage", "divorce"),
    ("birth", "marriage", "death", "burial"),
    ("founding", "closing"),
    ("building", "demolition"),
    ("opening", "closing", "demolition"),
    ("arrest", "conviction", "sentencing"),
    ("disappearance", "discovery"),
    ("beginning", "end"),
    ("signing", "force"),
    ("approval", "force"),
    ("launch", "sinking"),
    ("purchase", "demolition"),
    ("opening", "collapse"),
    ("building", "collapse"),
)
_BEFORE = {
    (first, last)
    for course in _COURSES
    for place, first in enumerate(course)
    for last in course[place + 1 :]
}  # fmt: skip


def reversed_stages(case: Case) -> Iterator[tuple[DatedTelling, DatedTelling, bool]]:
    """The earlier stage, the later one that is dated before it, and whether one sentence tells both."""
    told = dated_tellings(case.passage)
    for one, other in combinations(told, 2):
        if (one.happening, other.happening) in _BEFORE:
            first, last = one, other
        elif (other.happening, one.happening) in _BEFORE:
            first, last = other, one
        else:
            continue
        together = one.sentence == other.sentence
        if _is_earlier(last, first) and is_same(case, one, other, told, any_sentence=together):
            yield first, last, together


def _is_earlier(last: DatedTelling, first: DatedTelling) -> bool:
    """Whether the later stage is dated wholly before the earlier one, both by year at least."""
    begun, ended = first.date.span, last.date.span
    if begun is None or ended is None or min(begun.precision, ended.precision) < Precision.YEAR:
        return False
    if begun.earliest_day is None or ended.latest_day is None or ended.latest_day >= begun.earliest_day:
        return False
    return all(
        any(mark.isdigit() for mark in telling.date.text) and _YEAR in telling.date.resolution
        for telling in (first, last)
    )


_YEAR = "as written"
