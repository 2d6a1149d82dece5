"""The text as it is read: within a sentence one space wherever the file has a line break, a tab or several blanks.

Rules see words, not the layout of a file; what they find is put back to the offsets of the text as it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timelines.model import Claim, Event, Evidence, Expression, Flag, Name, Testimony, Timeline
from timelines.reading.sentences import sentences

_BLANKS = re.compile(r"[^\S ]\s*| \s+")


class PlainText:
    """``text`` is what to read, ``sentences`` its sentences; made from a text in which all else is blank."""

    def __init__(self, layout: str) -> None:
        found = sentences(layout)
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        self.text, self.sentences = layout, found
        gaps = _gaps(layout, found)
        if gaps:
            self._join(layout, gaps)
            self.sentences = tuple((self._plain(start), self._plain(end)) for start, end in found)

    @property
    def is_given(self) -> bool:
        """Whether nothing had to be changed."""
        return not self._cuts

    def given(self, offset: int) -> int:
        """The offset in the given text of a character of this one."""
        position = bisect_right(self._cuts, offset) - 1
        return offset + (self._shifts[position] if position >= 0 else 0)

    def _join(self, layout: str, gaps: Sequence[tuple[int, int]]) -> None:
        pieces = []
        position = shift = 0
        for start, end in gaps:
            pieces += [layout[position:start], " "]
            position = end
            if end - start > 1:
                shift += end - start - 1
                self._cuts.append(end - shift)
                self._shifts.append(shift)
        self.text = "".join([*pieces, layout[position:]])
        if not self._cuts:
            # Blanks of another kind alone: nothing moved, but the words differ from the given ones.
            self._cuts, self._shifts = [0], [0]

    def _plain(self, offset: int) -> int:
        """The inverse of ``given``, for offsets outside the joined blanks."""
        position = bisect_right(range(len(self._cuts)), offset, key=lambda i: self._cuts[i] + self._shifts[i]) - 1
        return offset - (self._shifts[position] if position >= 0 else 0)


def restored(timeline: Timeline, plain: PlainText, given: str) -> Timeline:
    """What was read in a plain text, with the offsets and the words of the given one."""
    article = timeline.article
    if plain.is_given:
        return replace(timeline, article=replace(article, text=given))
    back = _Restorer(plain, given)
    spans = tuple(back.span(start, end) for start, end in article.sentences)
    return replace(
        timeline,
        article=replace(article, text=given, sentences=spans),
        expressions=tuple(back.expression(each) for each in timeline.expressions),
        names=tuple(back.name(each) for each in timeline.names),
        unknown=tuple(back.name(each) for each in timeline.unknown),
        events=tuple(back.event(each) for each in timeline.events),
        claims=tuple(back.claim(each) for each in timeline.claims),
        flags=tuple(back.flag(each) for each in timeline.flags),
        testimonies=tuple(back.testimony(each) for each in timeline.testimonies),
    )


class _Restorer:
    def __init__(self, plain: PlainText, given: str) -> None:
        self._plain = plain
        self._given = given

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The end is put behind the last character, not before the next: blanks may lie between."""
        first = self._plain.given(start)
        return (first, self._plain.given(end - 1) + 1) if end > start else (first, first)

    def expression(self, each: Expression) -> Expression:
        start, end = self.span(each.start, each.end)
        return replace(each, start=start, end=end, text=self._given[start:end])

    def name(self, each: Name) -> Name:
        start, end = self.span(each.start, each.end)
        return replace(each, start=start, end=end, text=self._given[start:end])

    def testimony(self, each: Testimony) -> Testimony:
        start, end = self.span(each.start, each.end)
        return replace(each, start=start, end=end, text=self._given[start:end])

    def event(self, each: Event) -> Event:
        start, end = self.span(each.start, each.end)
        return replace(each, start=start, end=end, trigger=self.span(*each.trigger), sentence=self.span(*each.sentence))

    def claim(self, each: Claim) -> Claim:
        start, end = self.span(each.start, each.end)
        return replace(
            each,
            start=start,
            end=end,
            text=self._given[start:end],
            sentence=self.span(*each.sentence),
            at_words=self.span(*each.at_words) if each.at_words else None,
        )

    def flag(self, each: Flag) -> Flag:
        start, end = self.span(each.start, each.end)
        evidence = tuple(self.evidence(step) for step in each.evidence)
        return replace(each, start=start, end=end, quote=self._given[start:end], evidence=evidence)

    def evidence(self, each: Evidence) -> Evidence:
        if each.start is None or each.end is None:
            return each
        start, end = self.span(each.start, each.end)
        return replace(each, start=start, end=end)


def _gaps(text: str, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blanks within sentences that are not one space."""
    ends = [end for _, end in found]
    gaps = []
    for blanks in _BLANKS.finditer(text):
        number = bisect_left(ends, blanks.end())
        if number < len(found) and found[number][0] < blanks.start():
            gaps.append(blanks.span())
    return gaps
