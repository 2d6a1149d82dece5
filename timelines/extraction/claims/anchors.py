"""Patterns that begin with any word are tried only around words that they must contain, for speed."""

from __future__ import annotations

import re
from collections.abc import Iterator


def near(
    pattern: re.Pattern[str], anchor: re.Pattern[str], text: str, *, before: int, after: int
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` at most ``before`` and ``after`` characters around an ``anchor``, in order."""
    done = 0
    for found in anchor.finditer(text):
        low = max(done, found.start() - before)
        for match in pattern.finditer(text, low, min(len(text), found.end() + after)):
            if match.start() >= done:
                done = match.end()
                yield match
