"""The cells that characters fill on a terminal: none, one or two each (Unicode Standard Annex 11)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_TAB = 4
_JOINERS = "\u200c\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is shown for one code point, and how many cells wide that is."""

    shown: str
    width: int


def cells(line: str) -> Iterator[Cell]:
    """A cell for every code point of a line. Tabs become spaces; what could steer the terminal is not shown."""
    if line.isascii() and line.isprintable():
        yield from (Cell(character, 1) for character in line)
        return
    column = 0
    joined = False
    for position, character in enumerate(line):
        cell = _cell(character, column, joined, line[position + 1 : position + 2])
        joined = character == "\u200d"
        column += cell.width
        yield cell


def harmless(text: str) -> str:
    """A text on one line, without what could steer the terminal."""
    return "".join(cell.shown for cell in cells(" ".join(text.split())))


def _cell(character: str, column: int, joined: bool, following: str) -> Cell:
    if character == "\t":
        width = _TAB - column % _TAB
        return Cell(" " * width, width)
    category = unicodedata.category(character)
    if category in ("Mn", "Me") or character in _JOINERS:
        return Cell(character, 0)
    if category == "Cf":
        return Cell("", 0)
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return Cell(_REPLACEMENT, 1)
    if joined or _SKIN_TONES[0] <= character <= _SKIN_TONES[1]:
        return Cell(character, 0)
    wide = unicodedata.east_asian_width(character) in "WF" or following == _EMOJI_STYLE
    return Cell(character, 2 if wide else 1)
