"""Lengths of time that are tied to an event ("ten days after the battle began"): to which words, and where that lies.

TIMEX3 marks the length alone, the event is another annotation. The length keeps its value; its place on the axis is
given where the words it is tied to hold a day, or where the one day of another sentence about the same thing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timelines.chronology.arithmetic import Duration, shift
from timelines.chronology.span import Span
from timelines.model import Expression

_TIE = re.compile(
    r"\s+(?P<side>before|after|following|prior to)\s+"
    r"(?P<words>[\w'’-]+[ \t]?"
    r"(?:(?!(?:and|but|or|which|who|when|while|he|she|it|they|we|I|had|has)\b)[\w'’-]+[ \t]?){0,7})",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:in|for|during|over|within|throughout|the)\s+$", re.IGNORECASE)  # a stretch, not a point
_STOP = re.compile(r"(?<=[.!?])[\s\"'”’)]+(?=[A-Z\"'“‘(])|\n+")
_NOUN = re.compile(r"[^\W\d_]{4,}")
_LENGTH = re.compile(r"P(T)?(\d+)([DWMYH])")
_ENOUGH = 3  # sentences kept for a word; more than one that fits says nothing
_MARGIN = {"W": 3, "M": 15, "Y": 182}  # days that a length counted in units may be off to either side: half a unit
_PLAIN = re.compile(
    r"that|this|these|those|their|they|them|from|with|having|being|been|were|there|then|what|taking|making|leaving"
    r"|coming|going|after|before|which|first|last|next|years?|months?|weeks?|days?|later"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day with the bounds of its sentence."""

    day: Expression
    begin: int
    end: int


def tie(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, with what is said of the lengths that are tied to an event."""
    tied = {i: match for i, e in enumerate(found) if e.type == "DURATION" and (match := _TIE.match(text, e.end))}
    if not tied:
        return list(found)
    told = _told(text, found)
    return [_tied(text, i, tied[i], found, told) if i in tied else e for i, e in enumerate(found)]


def _tied(
    text: str, at: int, match: re.Match[str], found: Sequence[Expression], told: Mapping[str, list[_Told]]
) -> Expression:
    length = found[at]
    side = "before" if match["side"].lower() in ("before", "prior to") else "after"
    words = match["words"].strip()
    why = f"a length of time, tied: {side} {words}"
    day = next((e for e in found[at + 1 : at + 3] if e.start < match.end() and _is_day(e)), None)
    day = day or _day_of_event(words, length.start, told)
    lasting = _LASTING.search(text, max(0, length.start - 12), length.start)
    place = _place(length.value, day.span, -1 if side == "before" else 1) if day is not None and not lasting else None
    if place is None or day is None:
        return replace(length, resolution=why)
    return replace(length, span=place, resolution=f"{why} ({day.value})")


def _day_of_event(words: str, position: int, told: Mapping[str, list[_Told]]) -> Expression | None:
    """The one day that another sentence tells together with the first noun of the words."""
    noun = next(_nouns(words), "")
    days = [item.day for item in told.get(noun, ()) if not item.begin <= position < item.end]
    return days[0] if len(days) == 1 else None


def _nouns(words: str) -> Iterator[str]:
    return (word for match in _NOUN.finditer(words) if not _PLAIN.fullmatch(word := match.group().lower()))


def _told(text: str, found: Sequence[Expression]) -> dict[str, list[_Told]]:
    """For every word the sentences that have it and name one day only; a second sentence of a day adds nothing."""
    out: dict[str, list[_Told]] = {}
    begin, at = 0, 0
    for stop in [*(match.start() for match in _STOP.finditer(text)), len(text)]:
        days = []
        while at < len(found) and found[at].start < stop:
            if _is_day(found[at]):
                days.append(found[at])
            at += 1
        if len(days) == 1:
            for noun in set(_nouns(text[begin:stop])):
                known = out.setdefault(noun, [])
                if len(known) < _ENOUGH and all(item.day.value != days[0].value for item in known):
                    known.append(_Told(days[0], begin, stop))
        begin = stop
    return out


def _is_day(found: Expression) -> bool:
    span = found.span
    if span is None or found.type != "DATE":
        return False
    return span.earliest_day is not None and span.earliest_day == span.latest_day


def _place(value: str, day: Span | None, sign: int) -> Span | None:
    match = _LENGTH.fullmatch(value)
    if match is None or day is None:
        return None
    amount, unit = int(match[2]), match[3]
    if match[1]:
        return None
    length = Duration(
        years=amount if unit == "Y" else 0,
        months=amount if unit == "M" else 0,
        weeks=amount if unit == "W" else 0,
        days=amount if unit == "D" else 0,
    )
    moved = shift(day, length, sign)
    first = moved.earliest_day
    if unit == "D" or first is None:
        return moved
    return Span.days(first - _MARGIN[unit], first + _MARGIN[unit])
