"""EDTF (Extended Date/Time Format, ISO 8601-2:2019; Library of Congress specification), levels 0, 1 and 2.

`format_edtf` writes canonical text: `parse_edtf(format_edtf(span)) == span` for every span that was parsed or
built by the constructors of `Span`. Beyond the standard, times of day may lack seconds or minutes, an end of
an interval may be a set [a..b], and far years may have a month and a day.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timelines.chronology.edtf_date import DateReader, EdtfError
from timelines.chronology.edtf_set import all_of, is_set, member_span, one_of, point_span, read_members
from timelines.chronology.span import Span

__all__ = ["EdtfError", "format_edtf", "parse_edtf", "set_members"]

_CACHED: Final = 4096


def format_edtf(span: Span) -> str:
    """The span as canonical EDTF text."""
    return span.edtf


@lru_cache(maxsize=_CACHED)
def parse_edtf(text: str) -> Span:
    """The span that an EDTF text means; raises EdtfError."""
    if not text:
        raise EdtfError(text, 0, "the text is empty")
    slash = text.find("/")
    if slash < 0:
        return all_of(text) if text[0] == "{" else _date(text, 0, len(text))
    second = text.find("/", slash + 1)
    if second >= 0:
        raise EdtfError(text, second, "an interval has one slash")
    start, end = _side(text, 0, slash), _side(text, slash + 1, len(text))
    try:
        return Span.interval(start, end)
    except ValueError:
        raise EdtfError(text, slash + 1, "the interval ends before it begins") from None


def set_members(span: Span) -> tuple[Span, ...]:
    """The members of a set ("[1667,1668]", "{1960,1961-12}"); of any other span the span itself.

    A range in a set of alternatives is one member, some time in it; in a set of which all are meant, an
    interval.
    """
    if not is_set(span.form) or "/" in span.form:
        return (span,)
    members = read_members(span.form, 0, len(span.form))
    return tuple(member_span(member, span.form[0]) for member in members)


def _date(text: str, begin: int, end: int) -> Span:
    if text[begin] == "[":
        return one_of(text, begin, end)
    return point_span(DateReader(text, begin, end).read())


def _side(text: str, begin: int, end: int) -> Span | None:
    """One side of an interval: None is open."""
    if text[begin:end] == "..":
        return None
    return Span.unknown() if begin == end else _date(text, begin, end)
