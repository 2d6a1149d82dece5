"""Comments in a text that switch rules off.

``<!-- timelines: ignore T201 -->`` counts for the line that it stands on, or, alone on its line, for the paragraph
that follows; ``<!-- timelines: off T201 -->`` counts until ``<!-- timelines: on -->`` or the end. Rules go by code,
beginning of a code, name or family; none means all. What follows "because" is for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timelines.checks.selection import ALL_CODES, select_rules, unknown_rule
from timelines.model import Flag, Notice

# Bounded, and without "<" and ">" inside, so that a text of opening marks alone is read in linear time.
_COMMENT = re.compile(r"<!--\s{0,50}timelines\s{0,5}:([^<>]{0,500}?)-->", re.IGNORECASE)
_BECAUSE = re.compile(r"\bbecause\b.*", re.IGNORECASE | re.DOTALL)
_SEPARATOR = re.compile(r"[\s,]+")
_NOT_A_LINE_END = re.compile(r"[^\n\r]")
_PARAGRAPH_END = re.compile(r"(?:\r\n|\n|\r(?!\n))[^\S\n\r]*(?=[\n\r]|\Z)")
_WORDS = ("ignore", "off", "on")


@dataclass(frozen=True, slots=True)
class _Instruction:
    start: int
    end: int
    word: str
    codes: frozenset[str]


class Suppressions:
    """``text`` is the article with spaces in place of the comments; every offset stays where it was."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notices: tuple[Notice, ...] = ()
        self._reaches: dict[str, list[tuple[int, int]]] = {}
        comments = list(_COMMENT.finditer(text))
        if not comments:
            return
        self.text = _without(text, comments)
        notices: list[Notice] = []
        instructions = [found for comment in comments if (found := _read(comment, notices)) is not None]
        for code, start, end in (*self._marked(instructions), *_regions(instructions, len(text), notices)):
            self._reaches.setdefault(code, []).append((start, end))
        self.notices = tuple(sorted(notices, key=lambda notice: notice.start))

    def hides(self, flag: Flag) -> bool:
        """Whether the flag touches words on which its rule is switched off."""
        return any(flag.start < end and start < flag.end for start, end in self._reaches.get(flag.rule, ()))

    def parted(self, flags: Iterable[Flag]) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
        """The flags that stand, and those that are suppressed."""
        parts: tuple[list[Flag], list[Flag]] = ([], [])
        for flag in flags:
            parts[self.hides(flag)].append(flag)
        return tuple(parts[0]), tuple(parts[1])

    def _marked(self, instructions: Iterable[_Instruction]) -> Iterator[tuple[str, int, int]]:
        """What "ignore" reaches: its line, or the paragraph after it."""
        for each in instructions:
            if each.word == "ignore":
                reach = self._reach_of(each)
                yield from ((code, *reach) for code in each.codes)

    def _reach_of(self, each: _Instruction) -> tuple[int, int]:
        start, end = _line_at(self.text, each.start)
        end = max(end, each.end)
        if self.text[start:end].strip():
            return start, end
        begin = end
        while begin < len(self.text) and self.text[begin].isspace():
            begin += 1
        stop = _PARAGRAPH_END.search(self.text, begin)
        return begin, stop.start() if stop else len(self.text)


def _line_at(text: str, offset: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for mark in "\n\r" if (end := text.find(mark, offset)) >= 0]
    return start, min(ends, default=len(text))


def _without(text: str, comments: Iterable[re.Match[str]]) -> str:
    pieces = []
    position = 0
    for comment in comments:
        pieces += [text[position : comment.start()], _NOT_A_LINE_END.sub(" ", comment.group())]
        position = comment.end()
    return "".join([*pieces, text[position:]])


def _read(comment: re.Match[str], notices: list[Notice]) -> _Instruction | None:
    start, end = comment.span()
    words = [word for word in _SEPARATOR.split(_BECAUSE.sub("", comment[1])) if word]
    if not words or words[0].lower() not in _WORDS:
        said = f", not with {words[0]!r}" if words else ""
        notices.append(Notice(start, end, f"A comment for timelines begins with ignore, off or on{said}."))
        return None
    selection = select_rules(words[1:])
    notices += [Notice(start, end, f"This comment is wrong: {unknown_rule(word)}") for word in selection.unknown]
    if words[1:] and not selection.codes:
        return None
    return _Instruction(start, end, words[0].lower(), selection.codes or ALL_CODES)


def _regions(
    instructions: Iterable[_Instruction], length: int, notices: list[Notice]
) -> Iterator[tuple[str, int, int]]:
    """What lies between "off" and "on", rule by rule."""
    off: dict[str, int] = {}
    for each in instructions:
        if each.word == "off":
            for code in each.codes:
                off.setdefault(code, each.end)
        elif each.word == "on":
            ended = each.codes & off.keys()
            if not ended:
                notices.append(Notice(each.start, each.end, "This comment has no effect: nothing was switched off."))
            for code in ended:
                yield code, off.pop(code), each.start
    for code, start in off.items():
        yield code, start, length
