"""Reads articles, places their events on a canonical timeline, and flags what cannot be true in time.

>>> from timelines import check, parse_edtf
>>> flags = check("As the war in Ukraine enters its seventh year, talks go on.", published=parse_edtf("2025-09-05"))
>>> [(flag.rule, flag.quote, flag.suggestion) for flag in flags]
[('T201', 'seventh year', 'fourth year')]
"""

from timelines.chronology import Span, parse_edtf
from timelines.errors import CanonError, InputError, TimelinesError
from timelines.model import (
    Article,
    Claim,
    Event,
    Evidence,
    Expression,
    Flag,
    Modality,
    Name,
    Placement,
    Published,
    Severity,
    Timeline,
)
from timelines.options import Options
from timelines.pipeline import check, lookup, reconstruct, tag

__all__ = [
    "Article",
    "CanonError",
    "Claim",
    "Event",
    "Evidence",
    "Expression",
    "Flag",
    "InputError",
    "Modality",
    "Name",
    "Options",
    "Placement",
    "Published",
    "Severity",
    "Span",
    "Timeline",
    "TimelinesError",
    "check",
    "lookup",
    "parse_edtf",
    "reconstruct",
    "tag",
]
