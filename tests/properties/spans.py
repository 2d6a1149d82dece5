"""Strategies for EDTF texts and spans."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from timelines.chronology import EdtfError, Precision, Span, parse_edtf

DAY = 86_400
_SIGNS = st.sampled_from(["", "", "", "?", "~", "%"])
_YEARS = st.one_of(
    st.integers(0, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.sampled_from(["198X", "18XX", "1XXX", "-04XX", "156X", "1X5X", "XXXX", "1900", "2000", "0000"]),
)
_NUMBERS = st.integers(1, 31).map("{:02d}".format)
_MASKED = st.sampled_from(["XX", "0X", "1X", "2X", "X1"])
_CLOCKS = st.sampled_from(["", "", "T10", "T23:59", "T10:10:10", "T10:10:10Z", "T00:00-05:30", "T23:00:00+14:00"])


@st.composite
def _dates(draw: st.DrawFn) -> str:
    parts = [draw(_SIGNS) + draw(_YEARS) + draw(_SIGNS)]
    kind = draw(st.sampled_from(["year", "season", "month", "day", "plain day"]))
    if kind == "season":
        parts.append(str(draw(st.integers(21, 41))))
    if kind in ("month", "day"):
        parts.append(draw(_SIGNS) + draw(st.one_of(_NUMBERS, _MASKED)) + draw(_SIGNS))
    if kind == "day":
        parts.append(draw(_SIGNS) + draw(st.one_of(_NUMBERS, _MASKED)) + draw(_SIGNS))
    if kind == "plain day":
        return f"{draw(st.integers(1, 9999)):04d}-{draw(_NUMBERS)}-{draw(_NUMBERS)}{draw(_CLOCKS)}{draw(_SIGNS)}"
    return "-".join(parts)


_FAR = st.one_of(
    st.integers(10_000, 10**12).map("Y{}".format),
    st.integers(10_000, 10**12).map("Y-{}".format),
    st.builds("Y{}E{}S{}".format, st.integers(1, 999), st.integers(4, 9), st.integers(1, 3)),
    st.builds("{:04d}S{}".format, st.integers(1, 9999), st.integers(1, 4)),
)
_POINTS = st.one_of(_dates(), _dates(), _FAR)
_MEMBERS = st.one_of(
    _POINTS, st.builds("{}..{}".format, _POINTS, _POINTS), _POINTS.map("..{}".format), _POINTS.map("{}..".format)
)
_SETS = st.lists(_MEMBERS, min_size=1, max_size=3).map(",".join)
_SIDES = st.one_of(_POINTS, _SETS.map("[{}]".format), st.sampled_from(["", ".."]))

texts = st.one_of(
    _POINTS, _SETS.map("[{}]".format), _SETS.map("{{{}}}".format), st.builds("{}/{}".format, _SIDES, _SIDES)
)
"""Texts that look like EDTF; some of them are none, because no such date exists."""


@st.composite
def parsed(draw: st.DrawFn) -> Span:
    """Spans that texts mean."""
    try:
        return parse_edtf(draw(texts))
    except EdtfError:
        assume(False)
        raise


ticks = st.one_of(
    st.integers(-(10**11), 4 * 10**11),
    st.integers(-36_000, 730_000).map(lambda day: day * DAY),
    st.integers(-100, 2100).map(lambda year: Span.year(year).earliest or 0),
)


@st.composite
def _bounds(draw: st.DrawFn) -> tuple[int | None, int | None]:
    low, high = sorted((draw(ticks), draw(ticks)))
    return draw(st.sampled_from([low, low, None])), draw(st.sampled_from([high, high, None]))


@st.composite
def bounded(draw: st.DrawFn) -> Span:
    """Spans from any bounds, with open and unknown ends."""
    start, end = draw(_bounds()), draw(_bounds())
    if draw(st.booleans()):
        end = start
    open_start = start == (None, None) and draw(st.booleans())
    open_end = end == (None, None) and draw(st.booleans())
    try:
        return Span.bounded(
            start,
            end,
            approximate=draw(st.booleans()) and start != end != (None, None),
            uncertain=draw(st.booleans()) and start != end != (None, None),
            open_start=open_start,
            open_end=open_end,
        )
    except ValueError:
        assume(False)
        raise


@st.composite
def closed(draw: st.DrawFn, around: int = 2000) -> Span:
    """Spans with four known bounds within some years of each other, in whole days."""
    base = (Span.year(around).earliest_day or 0) + draw(st.integers(-800, 800))
    steps = draw(st.lists(st.integers(0, 500), min_size=4, max_size=4))
    low, high = base, base + steps[0]
    if draw(st.booleans()):
        return Span.days(low, high)
    last = max(low, base + steps[1])
    return Span.bounded((low * DAY, high * DAY + DAY - 1), (last * DAY, (max(last, high) + steps[2]) * DAY + DAY - 1))


@st.composite
def instance(draw: st.DrawFn, span: Span) -> tuple[int, int]:
    """A concrete start and end, in ticks, that the bounds of a closed span allow."""
    assert span.start_earliest is not None
    assert span.start_latest is not None
    assert span.end_earliest is not None
    assert span.end_latest is not None
    start = draw(st.integers(span.start_earliest, min(span.start_latest, span.end_latest)))
    return start, draw(st.integers(max(start, span.end_earliest), span.end_latest))


units = st.sampled_from(
    [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE]
)
