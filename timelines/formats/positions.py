"""Where an offset lies: lines and columns, counted from 1, in code points or in the UTF-16 units of many tools."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text without their ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def number(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Code points from the start of the line."""
        return offset - self._starts[self.number(offset) - 1] + 1

    def utf16_column(self, offset: int) -> int:
        """UTF-16 code units from the start of the line."""
        return utf16_length(self._text[self._starts[self.number(offset) - 1] : offset]) + 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Start and end of a line."""
        return self._starts[number - 1], self._ends[number - 1]


def utf16_length(text: str) -> int:
    """How many UTF-16 code units a text has: two for each character beyond the basic plane."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)
