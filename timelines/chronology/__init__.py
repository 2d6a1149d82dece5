"""Time itself: uncertain spans, EDTF, granularities, Allen relations, calendar arithmetic."""

from timelines.chronology.allen import Allen, before, compose, inverse, possible_relations
from timelines.chronology.arithmetic import (
    Duration,
    beginnings_of_ordinal,
    elapsed_units,
    gap_bounds,
    ordinal_at,
    shift,
)
from timelines.chronology.calendar import civil, day_number, days_in_month, is_leap, iso_day, weekday
from timelines.chronology.edtf import EdtfError, format_edtf, parse_edtf, set_members
from timelines.chronology.span import Precision, Span

__all__ = [
    "Allen",
    "Duration",
    "EdtfError",
    "Precision",
    "Span",
    "before",
    "beginnings_of_ordinal",
    "civil",
    "compose",
    "day_number",
    "days_in_month",
    "elapsed_units",
    "format_edtf",
    "gap_bounds",
    "inverse",
    "is_leap",
    "iso_day",
    "ordinal_at",
    "parse_edtf",
    "possible_relations",
    "set_members",
    "shift",
    "weekday",
]
