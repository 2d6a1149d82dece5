"""The text of an article cut into marked pieces: flags outside, dates and names in them, events innermost.

HTML elements must nest, marks need not: an event's clause may begin inside the words of a flag. So a flag is
never split, a date or a name only by a flag, and events, which are invisible until pointed at, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from timelines.chronology.wording import in_words
from timelines.drawing.marks import date_key, event_key
from timelines.model import Expression, Name, Timeline
from timelines.reading.sentences import sentences

_BLANK_LINE = re.compile(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S")
_BLANK_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_LINE_ENDS = re.compile(r"[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; ``events`` are the keys of the clauses that they belong to."""

    text: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inline:
    """A date, a name, or words that are neither (``kind`` empty). ``title`` explains, ``datetime`` is for machines."""

    kind: str
    key: str
    title: str
    datetime: str
    parts: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Flagged words, or words without a flag (``flag`` 0). Only the ``first`` piece of a flag has its anchor."""

    flag: int
    severity: str
    first: bool
    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    index: int


def marked_text(timeline: Timeline) -> list[list[Piece]]:
    """The paragraphs of the article, each a list of pieces; together they hold every character of it."""
    text = timeline.article.text
    flags = _without_overlap([_Stretch(flag.start, flag.end, number) for number, flag in enumerate(timeline.flags, 1)])
    dates = [_Stretch(e.start, e.end, number) for number, e in enumerate(timeline.expressions, 1)]
    names = [_Stretch(n.start, n.end, -number) for number, n in enumerate(timeline.names, 1)]
    inline = _without_overlap([*dates, *names])
    events = sorted((_Stretch(e.start, e.end, i) for i, e in enumerate(timeline.events)), key=_start)
    flagged, inlined, told = _Sweep(flags), _Sweep(inline), _Sweep(events)
    cuts = sorted({edge for stretch in (*flags, *inline, *events) for edge in (stretch.start, stretch.end)})
    paragraphs = []
    begun: set[int] = set()
    position = 0
    for start, end in _paragraphs(text):
        while position < len(cuts) and cuts[position] <= start:
            position += 1
        edges = [start]
        while position < len(cuts) and cuts[position] < end:
            edges.append(cuts[position])
            position += 1
        edges.append(end)
        cells = [
            (_one(flagged.at(low)), _one(inlined.at(low)), tuple(told.at(low)), text[low:high])
            for low, high in pairwise(edges)
            if low < high
        ]
        paragraphs.append(list(_pieces(cells, timeline, begun)))
    return paragraphs


_Cell = tuple[int, int, tuple[int, ...], str]


class _Sweep:
    """Which stretches cover a position; asked from left to right."""

    def __init__(self, ordered: Sequence[_Stretch]) -> None:
        self._waiting = iter(ordered)
        self._next = next(self._waiting, None)
        self._open: list[_Stretch] = []

    def at(self, position: int) -> list[int]:
        while self._next is not None and self._next.start <= position:
            self._open.append(self._next)
            self._next = next(self._waiting, None)
        self._open = [stretch for stretch in self._open if stretch.end > position]
        return [stretch.index for stretch in self._open]


def _one(covering: Sequence[int]) -> int:
    """The only stretch of a layer without overlap; 0 where there is none."""
    return covering[0] if covering else 0


def _pieces(cells: Iterable[_Cell], timeline: Timeline, begun: set[int]) -> Iterator[Piece]:
    for number, in_flag in groupby(cells, key=lambda cell: cell[0]):
        inlines = []
        for index, in_inline in groupby(in_flag, key=lambda cell: cell[1]):
            words = tuple(
                Words("".join(cell[3] for cell in run), tuple(event_key(timeline.events[i]) for i in events))
                for events, run in groupby(in_inline, key=lambda cell: cell[2])
            )
            inlines.append(_inline(index, words, timeline))
        severity = timeline.flags[number - 1].severity.value if number else ""
        yield Piece(number, severity, bool(number) and number not in begun, tuple(inlines))
        begun.add(number)


def _inline(index: int, words: tuple[Words, ...], timeline: Timeline) -> Inline:
    if index > 0:
        expression = timeline.expressions[index - 1]
        return Inline("date", date_key(index), _date_title(expression), expression.edtf, words)
    if index < 0:
        name = timeline.names[-index - 1]
        return Inline("name", f"canon-{name.canonical}", _name_title(name), "", words)
    return Inline("", "", "", "", words)


def _date_title(expression: Expression) -> str:
    if expression.problem is not None:
        return f"{expression.text}: {expression.problem.replace('-', ' ')}"
    if expression.span is None:
        return f"{expression.value} ({expression.type.lower()})"
    return f"{in_words(expression.span)} ({expression.edtf})"


def _name_title(name: Name) -> str:
    return f"{name.label}, known to the canon"


def _start(stretch: _Stretch) -> int:
    return stretch.start


def _without_overlap(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Of stretches that overlap the earlier stays, the rest of the later stays where some is left."""
    kept: list[_Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (s.start, -s.end)):
        start = max(stretch.start, kept[-1].end) if kept else stretch.start
        if start < stretch.end:
            kept.append(_Stretch(start, stretch.end, stretch.index))
    return kept


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blank lines part paragraphs; in a text without any, line ends do, where they are not within a sentence."""
    if _BLANK_LINE.search(text):
        gaps = [(gap.start(), gap.end()) for gap in _BLANK_LINES.finditer(text)]
    else:
        starts = {start for start, _ in sentences(text)}
        gaps = [(gap.start(), gap.end()) for gap in _LINE_ENDS.finditer(text) if gap.end() in starts]
    start = 0
    for low, high in gaps:
        if low > start:
            yield start, low
        start = high
    if text[start:].strip():
        yield start, len(text)


def known_names(timeline: Timeline) -> int:
    """How many different names of the text the canon knows."""
    return len({name.canonical for name in timeline.names})
