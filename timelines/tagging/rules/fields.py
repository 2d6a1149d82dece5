"""What a rule matched: its named groups as tokens, values and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timelines.tagging.meaning import Meaning, Piece
from timelines.tagging.numerals import number_of
from timelines.tagging.tokens import Token

_MODIFIERS = {
    "1": "START",
    "2": "END",
    "START": "START",
    "END": "END",
    "MID": "MID",
    "APPROX": "APPROX",
    "LESS_THAN": "LESS_THAN",
    "MORE_THAN": "MORE_THAN",
    "EQUAL_OR_MORE": "EQUAL_OR_MORE",
    "EQUAL_OR_LESS": "EQUAL_OR_LESS",
    "ON_OR_BEFORE": "ON_OR_BEFORE",
}
_MODIFIER_CLASSES = (
    "edge",
    "part-of",
    "half-of",
    "late",
    "early",
    "approx",
    "date-approx",
    "approx-less",
    "over-mod",
    "c-mod",
)


@dataclass(frozen=True, slots=True)
class Fields:
    """A match of a rule over the tokens of a stretch of text."""

    tokens: Sequence[Token]
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first token of the expression."""
        at = self.bounds("x")
        return at[0] if at else self.match.start()

    @property
    def last(self) -> int:
        """Index after the last token of the expression."""
        at = self.bounds("x")
        return at[1] if at else self.match.end()

    def bounds(self, name: str) -> tuple[int, int] | None:
        """Token range of the group; a name may stand in several alternatives of a rule."""
        groups = self.match.re.groupindex
        variant, number = name, 1
        while variant in groups:
            begin, end = self.match.span(variant)
            if begin >= 0 and end > begin:
                return begin, end
            number += 1
            variant = f"{name}__{number}"
        return None

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return self.bounds(name) is not None

    def group(self, name: str) -> Sequence[Token]:
        """The tokens of a group, none if it took no part."""
        at = self.bounds(name)
        return self.tokens[at[0] : at[1]] if at else ()

    def begin(self, name: str) -> int:
        """Index of the first token of a group that took part."""
        at = self.bounds(name)
        if at is None:
            raise KeyError(name)
        return at[0]

    def end(self, name: str) -> int:
        """Index after the last token of a group that took part."""
        at = self.bounds(name)
        if at is None:
            raise KeyError(name)
        return at[1]

    def value(self, name: str, *classes: str) -> str | None:
        """The lexical value of a group in the first of the classes that one of its tokens has."""
        for token in self.group(name):
            for kind in classes:
                if kind in token.values:
                    return token.values[kind]
        return None

    def integer(self, name: str, *classes: str) -> int | None:
        """The value as a number."""
        found = self.value(name, *classes)
        return int(found) if found else None

    def word(self, name: str) -> str:
        """The words of a group in lower case."""
        return " ".join(token.text for token in self.group(name)).lower()

    def words(self, first: int, last: int) -> str:
        """The words of a range of tokens in lower case."""
        return " ".join(token.text for token in self.tokens[first:last]).lower()

    def number(self, name: str) -> float | None:
        """The number that a group spells, None for a vague one."""
        return number_of(self.group(name))

    def modifier(self) -> str | None:
        """The TIMEX3 mod that the groups ``edge`` and ``approx`` give."""
        for name in ("edge", "edge2", "approx"):
            for token in self.group(name):
                for kind in _MODIFIER_CLASSES:
                    found = _MODIFIERS.get(token.values.get(kind, ""))
                    if found:
                        return found
                if "mid-word" in token.values:
                    return "MID"
        return None

    def whole(self, meaning: Meaning) -> list[Piece]:
        """The whole expression as one piece."""
        return [Piece(self.first, self.last, meaning, self.modifier())]


def year_of(fields: Fields, name: str = "year") -> tuple[int | None, bool]:
    """The astronomical year of a group (words, digits, "'96", BC), and whether only two digits were given."""
    tokens = fields.group(name)
    if not tokens:
        return None, False
    first = tokens[0]
    if "shortyear" in first.values:
        return int(first.text[1:]), True
    found = first.values.get("year") or first.values.get("year-bc") or first.values.get("likely-year")
    if found is not None:
        year = int(found)
    else:
        spelled = _spoken_year(tokens)
        if spelled is None:
            return None, False
        year = spelled
    if fields.has("bc"):
        return 1 - year, False
    return year, False


def _spoken_year(tokens: Sequence[Token]) -> int | None:
    words = [token for token in tokens if token.text not in ("-", "and")]
    values = [number_of([token]) for token in words]
    if not values or any(v is None for v in values):
        return None
    numbers = [int(v) for v in values if v is not None]
    if "thousand" in words[min(1, len(words) - 1)].values or "hundred" in words[min(1, len(words) - 1)].values:
        total = number_of(words)
        return int(total) if total is not None else None
    low = sum(numbers[1:])
    return numbers[0] * 100 + low if 10 <= numbers[0] <= 20 and low < 100 else None


RELATIVE_CLASSES = {
    "this": "this",
    "latest": "latest",
    "current-one": "this",
    "last-only": "last",
    "next-only": "next",
    "previous": "previous",
    "last": "last",
    "following": "following",
    "next": "next",
    "same": "same",
    "that": "same",
}


def relative_of(fields: Fields, name: str = "rel") -> str:
    """How a group points: last, this, next, previous, following, same, or "" if it does not."""
    for token in fields.group(name):
        for kind, relative in RELATIVE_CLASSES.items():
            if kind in token.values:
                return "last" if kind == "this" and _is_past(fields, fields.end(name)) else relative
    return ""


def _is_past(fields: Fields, at: int) -> bool:
    """Whether "past" follows, as in "this past fall"."""
    return at < fields.last and "past-only" in fields.tokens[at].values
