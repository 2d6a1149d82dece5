"""Parsed sentences: words with part of speech, head and relation, after Universal Dependencies, version 2."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Word:
    """``start``-``end`` are offsets into the article, end exclusive.

    ``tag`` is the tag of the Penn Treebank (VBD, NNP ...), ``part`` the universal part of speech (VERB, PROPN ...).
    ``head`` is the position in the sentence of the word it depends on (its own for the root), ``relation`` how it
    depends ("nsubj", "obl:agent", "root" ...).
    """

    text: str
    start: int
    end: int
    tag: str
    part: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The tree of one sentence; ``start``-``end`` is the sentence. Words without a head in it are roots."""

    start: int
    end: int
    words: tuple[Word, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.words]
        for position, word in enumerate(self.words):
            if word.head != position:
                children[word.head].append(position)
        object.__setattr__(self, "_children", tuple(tuple(found) for found in children))

    @property
    def roots(self) -> tuple[int, ...]:
        """Positions of the words that depend on none; one in a sentence that is well parsed."""
        return tuple(position for position, word in enumerate(self.words) if word.head == position)

    def children(self, position: int, *relations: str) -> tuple[int, ...]:
        """Positions of the words that depend on this one, in order, only in these relations if any are given.

        A relation includes its subtypes: "nsubj" finds "nsubj:pass" too.
        """
        found = self._children[position]
        if not relations:
            return found
        return tuple(child for child in found if matches(self.words[child].relation, relations))

    def subtree(self, position: int) -> tuple[int, ...]:
        """Positions of the word and of everything below it, in the order of the text."""
        found = [position]
        for current in found:
            found.extend(self._children[current])
        return tuple(sorted(found))

    def ancestors(self, position: int) -> Iterator[int]:
        """Positions of the heads above this word, the nearest first."""
        while self.words[position].head != position:
            position = self.words[position].head
            yield position

    def at(self, start: int, end: int) -> tuple[int, ...]:
        """Positions of the words that touch these offsets of the article."""
        first = bisect_left(self.words, start + 1, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return tuple(range(first, last))

    def top(self, positions: tuple[int, ...]) -> int | None:
        """The word of these on which the others depend: the first whose head is not among them."""
        inside = set(positions)
        for position in positions:
            head = self.words[position].head
            if (head == position or head not in inside) and self.words[position].relation != "punct":
                return position
        return positions[0] if positions else None

    def span(self, positions: tuple[int, ...]) -> tuple[int, int]:
        """Offsets from the first to the last of these words; ValueError without any."""
        return min(self.words[p].start for p in positions), max(self.words[p].end for p in positions)

    def stretch(self, position: int, positions: tuple[int, ...]) -> tuple[int, ...]:
        """Of these positions, those that stand beside ``position`` without a gap."""
        ordered = sorted({*positions, position})
        breaks = [0, *(i for i, (one, two) in enumerate(pairwise(ordered), 1) if two != one + 1), len(ordered)]
        for first, last in pairwise(breaks):
            if position in ordered[first:last]:
                return tuple(ordered[first:last])
        return (position,)


def matches(relation: str, wanted: tuple[str, ...]) -> bool:
    """Whether a relation is one of those wanted or a subtype of one ("nsubj:pass" of "nsubj")."""
    return relation in wanted or relation.partition(":")[0] in wanted
