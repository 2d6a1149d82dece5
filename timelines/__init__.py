"""Reads articles, places their events on a canonical timeline, and flags what cannot be true in time.

>>> from timelines import check, parse_edtf
>>> flags = check("As the war in Ukraine enters its seventh year, talks go on.", published=parse_edtf("2025-09-05"))
>>> [(flag.rule, flag.quote, flag.suggestion) for flag in flags]
[('T201', 'seventh year', 'fourth year')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    Notice,
    Placement,
    Published,
    Severity,
    Timeline,
)
from timelines.options import Options

if TYPE_CHECKING:
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
    "Notice",
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


def __getattr__(name: str) -> Any:
    """Load the pipeline when one of its functions is first asked for (PEP 562), so that parts of it start fast."""
    if name in ("check", "lookup", "reconstruct", "tag"):
        from timelines import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
