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
from timelines.chronology.calendar import civil, day_number, days_in_month, is_leap, iso_day, julian_day_number, weekday
from timelines.chronology.edtf import EdtfError, format_edtf, parse_edtf, set_members
from timelines.chronology.numbers import (
    number_words,
    ordinal_digits,
    ordinal_words,
    parse_number,
    parse_ordinal,
)
from timelines.chronology.span import Precision, Span
from timelines.chronology.wording import in_words, year_words

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
    "in_words",
    "inverse",
    "is_leap",
    "iso_day",
    "julian_day_number",
    "number_words",
    "ordinal_at",
    "ordinal_digits",
    "ordinal_words",
    "parse_edtf",
    "parse_number",
    "parse_ordinal",
    "possible_relations",
    "set_members",
    "shift",
    "weekday",
    "year_words",
]
