"""Dates in few words for marks, tables and headings: "4 Sep 2025", "September 2025", "15 Mar 44 BC".

The words are those of ``chronology.wording``, with months cut short where a day stands before them.
"""

from __future__ import annotations

import re

from timelines.chronology.span import Span
from timelines.chronology.wording import MONTHS, in_words

_DAY_AND_MONTH = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b")
_FROM_TO = re.compile(r"(?:between|from) (.+) (?:and|to) (.+)")


def short_words(span: Span) -> str:
    """The span in words, never a numeric date."""
    return _DAY_AND_MONTH.sub(lambda found: f"{found[1]} {found[2][:3]}", in_words(span))


def range_words(span: Span) -> str:
    """The same where a sentence has no room: "4 Sep – 31 Dec 2025" for "between 4 Sep and 31 Dec 2025"."""
    words = short_words(span)
    found = _FROM_TO.fullmatch(words)
    return f"{found[1]} – {found[2]}" if found else words
