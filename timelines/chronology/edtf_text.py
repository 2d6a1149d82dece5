"""Bounds written as EDTF (ISO 8601-2), levels 0 to 2.

Two things go beyond the standard, because uncertain bounds need them: an end of an interval may be a set of
the form [a..b], and dates in years of more than four digits may have a month and a day ("Y17000-01-01").
"""

from __future__ import annotations

from timelines.chronology.units import common_grain, edge_unit, filled_unit


def qualifier(approximate: bool, uncertain: bool) -> str:
    """EDTF's sign for the two qualifiers: ~ ? or % for both."""
    if approximate:
        return "%" if uncertain else "~"
    return "?" if uncertain else ""


def point_text(low: int | None, high: int | None, sign: str = "") -> str:
    """Some time between two bounds: a date where they fill a calendar unit, else "one of" a range of dates."""
    if low is not None and high is not None:
        unit = filled_unit(low, high)
        if unit is not None:
            return _qualified_set(unit.text, sign) if unit.text[0] == "[" else unit.text + sign
    grain = common_grain(low, high)
    first = edge_unit(grain, low).text + sign if low is not None else ""
    last = edge_unit(grain, high).text + sign if high is not None else ""
    return f"[{first}..{last}]"


def _qualified_set(text: str, sign: str) -> str:
    return text.replace("..", f"{sign}..").replace("]", f"{sign}]") if sign else text


def interval_text(
    start: tuple[int | None, int | None],
    end: tuple[int | None, int | None],
    *,
    sign: str,
    open_start: bool,
    open_end: bool,
) -> str:
    """An interval, its open ends as ".." and its unknown ends as nothing."""
    first, last = (
        ".." if is_open else point_text(*bounds, sign) if bounds != (None, None) else ""
        for bounds, is_open in ((start, open_start), (end, open_end))
    )
    return f"{first}/{last}"
