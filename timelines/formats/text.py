"""Flags as a linter prints them: place and rule, the line with the words underlined, explanation, correction, evidence.

Lines are made of pieces with a style; a terminal may colour them, ``plain`` joins them as they are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.wording import in_words
from timelines.formats.cells import cells, harmless
from timelines.formats.checked import CheckedFile, Totals
from timelines.model import Evidence, Flag, Notice

# Cells of the longest line with words of the article; a linter's usual width.
WIDTH = 120
_LINES_SHOWN = 4
_ELLIPSIS = "…"

Line = tuple[tuple[str, str], ...]
"""Pieces of one line, each with its style: "", "bold", "dim", "error", "warning" or "info"."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` is that of lines with words of the article; explanations are wrapped at it where ``wraps``."""

    width: int = WIDTH
    wraps: bool = False


def plain(lines: Iterator[Line]) -> str:
    """The lines as text."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def file_lines(file: CheckedFile, layout: Layout | None = None) -> Iterator[Line]:
    """The flags and notices of one file, each followed by an empty line."""
    layout = layout or Layout()
    found: list[Flag | Notice] = [*file.flags, *file.notices]
    for each in sorted(found, key=lambda each: each.start):
        yield from flag_lines(file, each, layout) if isinstance(each, Flag) else _notice_lines(file, each, layout)
        yield ()


def flag_lines(file: CheckedFile, flag: Flag, layout: Layout | None = None) -> Iterator[Line]:
    """One flag."""
    layout = layout or Layout()
    style = flag.severity.value
    yield (_place(file, flag.start), (flag.rule, "bold"), (f" {flag.name}", ""), (", ", ""), (style, style))
    yield from _excerpt(file, flag.start, flag.end, style, layout)
    margin = " " * len(_gutter(file, flag.end))
    yield from _said(margin, "", flag.message, layout)
    if flag.suggestion:
        yield from _said(margin, "write ", f"“{flag.suggestion}”", layout, "bold")
    steps: dict[tuple[str, ...], Evidence] = {}
    for step in flag.evidence:
        # A dating that repeats another of the same fact says nothing new to a reader.
        label = "" if step.kind == "canon" else step.label
        steps.setdefault((step.id, step.when, step.source, label), step)
    for step in steps.values():
        yield from _said(margin, "because ", _evidence(file, step), layout)


def _notice_lines(file: CheckedFile, notice: Notice, layout: Layout) -> Iterator[Line]:
    yield (_place(file, notice.start), ("note: ", "info"), (harmless(notice.message), ""))
    yield from _excerpt(file, notice.start, notice.end, "info", layout)


def closing_line(totals: Totals) -> str:
    """ "2 errors and 1 warning in 3 files, 1 suppressed." """
    severities = ((totals.errors, "error"), (totals.warnings, "warning"), (totals.infos, "remark"))
    found = [counted(count, noun) for count, noun in severities if count]
    if not totals.errors and not totals.warnings:
        found.insert(0, "No temporal errors")
    start, last = found[:-1], found[-1]
    text = f"{', '.join(start)} and {last}" if start else last
    text += f" in {counted(totals.files, 'file')}"
    if totals.suppressed:
        text += f", {totals.suppressed} suppressed"
    if totals.unreadable:
        text += f"; {counted(totals.unreadable, 'file')} could not be read"
    return text + "."


def counted(count: int, noun: str) -> str:
    """ "1 error", "2 errors"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _place(file: CheckedFile, offset: int) -> tuple[str, str]:
    return (f"{harmless(file.name)}:{file.lines.number(offset)}:{file.lines.column(offset)}: ", "")


def _gutter(file: CheckedFile, end: int) -> str:
    return f"{file.lines.number(max(end - 1, 0))} "


def _excerpt(file: CheckedFile, start: int, end: int, style: str, layout: Layout) -> Iterator[Line]:
    """The lines that the words stand on, with the words underlined."""
    lines = file.lines
    first, last = lines.number(start), lines.number(max(start, end - 1))
    gutter = len(_gutter(file, end))
    yield ((" " * gutter + "|", "dim"),)
    for number in range(first, min(last, first + _LINES_SHOWN - 1) + 1):
        low, high = lines.bounds(number)
        room = layout.width - gutter - len("| ")
        shown, before, under = _window(file.text[low:high], max(start, low) - low, min(end, high) - low, room)
        if not shown.strip():
            continue
        yield ((f"{number:>{gutter - 1}} | ", "dim"), (shown, ""))
        yield ((" " * gutter + "| ", "dim"), (" " * before + "^" * under, style))


def _window(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """What is shown of a line so that its words start-end are in sight; the cells before them, and theirs."""
    row = list(cells(line))
    edges = [0, *accumulate(cell.width for cell in row)]
    first, last = 0, len(row)
    if edges[-1] > width:
        room = max(width - (edges[end] - edges[start]), 0)
        first = _left(edges, start, room, width)
        last = _right(edges, first, width)
    shown = "".join(cell.shown for cell in row[first:last])
    before, under = edges[start] - edges[first], min(edges[end], edges[last]) - edges[start]
    if first:
        shown, before = _ELLIPSIS + shown, before + 1
    return shown + (_ELLIPSIS if last < len(row) else ""), before, max(under, 1)


def _left(edges: list[int], start: int, room: int, width: int) -> int:
    """Where the shown part begins: half of the room before the words, more where the line ends soon after them."""
    from_end = edges[-1] - width + 1
    wish = min(edges[start] - room // 2, from_end)
    return next(position for position, edge in enumerate(edges) if edge >= wish or position == start)


def _right(edges: list[int], first: int, width: int) -> int:
    """Where it ends; one cell is kept for each ellipsis."""
    room = width - (1 if first else 0)
    if edges[-1] - edges[first] <= room:
        return len(edges) - 1
    return max(position for position in range(first, len(edges)) if edges[position] - edges[first] <= room - 1)


def _said(margin: str, word: str, text: str, layout: Layout, style: str = "") -> Iterator[Line]:
    """A sentence below the excerpt."""
    text = harmless(text)
    indent = len(margin) + 2 + len(word)
    rows = textwrap.wrap(text, max(layout.width - indent, 30)) if layout.wraps else [text]
    for number, row in enumerate(rows):
        head = ((f"{margin}= ", "dim"), (word, "dim")) if number == 0 else ((" " * indent, ""),)
        yield (*head, (row, style))


def _evidence(file: CheckedFile, step: Evidence) -> str:
    words = _when(step.when)
    when = f": {words}" if words and words not in step.label else ""
    label = f"“{step.label}”" if step.kind == "text" else step.label
    source = step.source
    if not source and step.start is not None:
        source = f"line {file.lines.number(step.start)}"
    elif not source and step.kind == "calendar":
        source = "the calendar"
    return f"{label}{when}" + (f" ({source})" if source else "")


def _when(when: str) -> str:
    """EDTF in words; anything else is words already."""
    if not when:
        return ""
    try:
        return in_words(parse_edtf(when))
    except EdtfError:
        return when
