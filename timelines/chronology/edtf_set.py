"""EDTF sets: [a,b..c] is one of the dates, {a,b..c} is all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from timelines.chronology.bounds import Bounds
from timelines.chronology.edtf_date import DateReader, EdtfError, Point
from timelines.chronology.edtf_text import point_text, qualifier
from timelines.chronology.span import Span
from timelines.chronology.units import precision_of

_CLOSING: Final = {"[": "]", "{": "}"}


class Member(NamedTuple):
    """A date (``first`` and ``last`` are the same) or a range, whose open side is None."""

    first: Point | None
    last: Point | None

    @property
    def is_range(self) -> bool:
        """Whether this is a range of dates."""
        return self.first is not self.last

    @property
    def text(self) -> str:
        """Canonical text."""
        if not self.is_range:
            return written(self.first)
        return f"{written(self.first)}..{written(self.last)}"


def written(point: Point | None) -> str:
    """Canonical text of a date, nothing for None."""
    if point is None:
        return ""
    return point.form or point_text(point.low, point.high, qualifier(point.approximate, point.uncertain))


def is_set(text: str) -> bool:
    """Whether the text begins like a set."""
    return text[:1] in _CLOSING


def read_members(text: str, begin: int, end: int) -> list[Member]:
    """The members of the set at text[begin:end], earliest first; raises EdtfError."""
    closing = _CLOSING[text[begin]]
    if text[end - 1] != closing or end - begin < 2:
        raise EdtfError(text, end, f"expected {closing!r}")
    members = [_member(text, first, last) for first, last in _items(text, begin + 1, end - 1)]
    for place, member in enumerate(members):
        if member.first is None and member.last is None:
            raise EdtfError(text, begin + 1, "a range needs a date on one side")
        if place and member in members[:place]:
            raise EdtfError(text, begin + 1, f"{member.text} is there twice")
    return sorted(members, key=_sort_key)


def _sort_key(member: Member) -> tuple[bool, int, int]:
    first, last = member
    low = first.low if first is not None else None
    high = last.high if last is not None else None
    return low is not None, low or 0, high or 0


def _items(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while True:
        comma = text.find(",", begin, end)
        stop = end if comma < 0 else comma
        first = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip(" "))
        yield first, first + len(text[first:stop].rstrip(" "))
        if comma < 0:
            return
        begin = comma + 1


def _member(text: str, begin: int, end: int) -> Member:
    dots = text.find("..", begin, end)
    if dots < 0:
        point = DateReader(text, begin, end).read()
        return Member(point, point)
    first = DateReader(text, begin, dots).read() if dots > begin else None
    last = DateReader(text, dots + 2, end).read() if dots + 2 < end else None
    if first is not None and last is not None and first.low > last.high:
        raise EdtfError(text, dots, "the range ends before it begins")
    return Member(first, last)


def one_of(text: str, begin: int, end: int) -> Span:
    """The set of alternatives at text[begin:end] as one uncertain date."""
    members = read_members(text, begin, end)
    if len(members) == 1:
        return member_span(members[0], "[")
    points = [point for member in members for point in member if point is not None]
    lows = [member.first.low for member in members if member.first is not None]
    highs = [member.last.high for member in members if member.last is not None]
    low = min(lows) if len(lows) == len(members) else None
    high = max(highs) if len(highs) == len(members) else None
    return _span((low, high), (low, high), points, "[" + ",".join(member.text for member in members) + "]")


def all_of(text: str) -> Span:
    """The set text, of which all dates are meant: an interval around them that keeps the set as its form."""
    members = read_members(text, 0, len(text))
    if len(members) == 1 and not members[0].is_range:
        return member_span(members[0], "{")
    points = [point for member in members for point in member if point is not None]
    firsts = [member.first for member in members]
    lasts = [member.last for member in members]
    known_firsts = [point for point in firsts if point is not None]
    known_lasts = [point for point in lasts if point is not None]
    start: Bounds = (None, None)
    end: Bounds = (None, None)
    if len(known_firsts) == len(members):
        start = min(point.low for point in known_firsts), min(point.high for point in known_firsts)
    if len(known_lasts) == len(members):
        end = max(point.low for point in known_lasts), max(point.high for point in known_lasts)
    return _span(start, end, points, "{" + ",".join(member.text for member in members) + "}")


def member_span(member: Member, bracket: str) -> Span:
    """One member as a span of its own: of a range in [], some time in it; in {}, an interval."""
    first, last = member
    if not member.is_range and first is not None:
        return point_span(first)
    if bracket == "{":
        return Span.interval(point_span(first) if first else None, point_span(last) if last else None)
    points = [point for point in member if point is not None]
    plain = len({(point.approximate, point.uncertain) for point in points}) == 1
    form = "" if plain and not any(point.form for point in points) else f"[{member.text}]"
    bounds = (first.low if first is not None else None, last.high if last is not None else None)
    return _span(bounds, bounds, points, form)


def point_span(point: Point) -> Span:
    """A date as a span."""
    low, high = point.low, point.high
    return Span(low, high, low, high, point.precision, point.approximate, point.uncertain, form=point.form)


def _span(start: Bounds, end: Bounds, points: list[Point], form: str) -> Span:
    """A span around members; a set is as precise as its least precise member."""
    return Span(
        *start,
        *end,
        min(point.precision for point in points) if form else precision_of(*start),
        approximate=any(point.approximate for point in points),
        uncertain=any(point.uncertain for point in points),
        open_start=form[:1] == "{" and start == (None, None),
        open_end=form[:1] == "{" and end == (None, None),
        form=form,
    )
