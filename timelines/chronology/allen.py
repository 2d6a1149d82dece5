"""Allen's interval relations (J. F. Allen, "Maintaining knowledge about temporal intervals", 1983) of uncertain spans.

A span is taken as the time from its first tick to the end of its last one, so that Monday *meets* Tuesday.
Where bounds leave room, several relations are possible; "cannot tell" is None, never a guess.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import Final

from timelines.chronology.span import Span


class Allen(StrEnum):
    """The thirteen relations of an interval a to an interval b."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished-by"
    CONTAINS = "contains"
    STARTED_BY = "started-by"
    OVERLAPPED_BY = "overlapped-by"
    MET_BY = "met-by"
    AFTER = "after"


# The order of the four ends, earliest first; ends in one group coincide. a, b begin; A, B end.
_ORDER: Final = {
    Allen.BEFORE: ("a", "A", "b", "B"),
    Allen.MEETS: ("a", "Ab", "B"),
    Allen.OVERLAPS: ("a", "b", "A", "B"),
    Allen.STARTS: ("ab", "A", "B"),
    Allen.DURING: ("b", "a", "A", "B"),
    Allen.FINISHES: ("b", "a", "AB"),
    Allen.EQUALS: ("ab", "AB"),
    Allen.FINISHED_BY: ("a", "b", "AB"),
    Allen.CONTAINS: ("a", "b", "B", "A"),
    Allen.STARTED_BY: ("ab", "B", "A"),
    Allen.OVERLAPPED_BY: ("b", "a", "B", "A"),
    Allen.MET_BY: ("b", "Ba", "A"),
    Allen.AFTER: ("b", "B", "a", "A"),
}
_BY_ORDER: Final = {tuple("".join(sorted(group)) for group in order): r for r, order in _ORDER.items()}
_FAR: Final = 10**30  # ticks; an open end is exactly that far away, an unknown one anywhere up to it


def inverse(relation: Allen) -> Allen:
    """The relation of b to a, given that of a to b."""
    members = list(Allen)
    return members[-1 - members.index(relation)]


def possible_relations(a: Span, b: Span) -> frozenset[Allen]:
    """The relations of a to b that the bounds allow; never empty."""
    lows = {"a": _low(a.start_earliest), "A": _low(a.end_earliest, a.open_end) + 1}
    lows |= {"b": _low(b.start_earliest), "B": _low(b.end_earliest, b.open_end) + 1}
    highs = {"a": _high(a.start_latest, a.open_start), "A": _high(a.end_latest) + 1}
    highs |= {"b": _high(b.start_latest, b.open_start), "B": _high(b.end_latest) + 1}
    return frozenset(relation for relation, order in _ORDER.items() if _feasible(order, lows, highs))


def before(a: Span, b: Span) -> bool | None:
    """Whether a is over when b begins; None where the bounds cannot tell."""
    if a.end_latest is not None and b.start_earliest is not None and a.end_latest < b.start_earliest:
        return True
    if a.open_end or b.open_start:
        return False
    first_end = max(_low(a.start_earliest), _low(a.end_earliest))
    last_start = min(_high(b.start_latest), _high(b.end_latest))
    return None if first_end < last_start else False


def compose(first: Allen, second: Allen) -> frozenset[Allen]:
    """The relations of a to c that are possible when a is `first` to b and b is `second` to c."""
    return _composition()[first, second]


def _low(bound: int | None, infinite: bool = False) -> int:
    return bound if bound is not None else _FAR if infinite else -_FAR


def _high(bound: int | None, infinite: bool = False) -> int:
    return bound if bound is not None else -_FAR if infinite else _FAR


def _feasible(order: tuple[str, ...], lows: dict[str, int], highs: dict[str, int]) -> bool:
    """Whether values within the bounds exist in that order: place each group as early as it can be."""
    previous = -2 * _FAR
    for group in order:
        value = max(previous + 1, *(lows[end] for end in group))
        if value > min(highs[end] for end in group):
            return False
        previous = value
    return True


@lru_cache(maxsize=1)
def _composition() -> dict[tuple[Allen, Allen], frozenset[Allen]]:
    """Allen's table, from all placements of three intervals on six points (enough for three intervals' ends)."""
    intervals = list(combinations(range(6), 2))
    found: dict[tuple[Allen, Allen], set[Allen]] = {(r, s): set() for r in Allen for s in Allen}
    relation = {(a, b): _relation(a, b) for a in intervals for b in intervals}
    for a in intervals:
        for b in intervals:
            for c in intervals:
                found[relation[a, b], relation[b, c]].add(relation[a, c])
    return {pair: frozenset(relations) for pair, relations in found.items()}


def _relation(a: tuple[int, int], b: tuple[int, int]) -> Allen:
    ends = {"a": a[0], "A": a[1], "b": b[0], "B": b[1]}
    values = sorted(set(ends.values()))
    return _BY_ORDER[tuple("".join(sorted(end for end in ends if ends[end] == value)) for value in values)]
