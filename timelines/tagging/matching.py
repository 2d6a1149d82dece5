"""Running the rules over a string of symbols: leftmost, longest, then first in the file."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterator, Sequence

from timelines.tagging.grammar import Rule
from timelines.tagging.meaning import Piece

Read = Callable[[Rule, "re.Match[str]"], list[Piece]]


class Matcher:
    """All rules of a language, indexed by the rarest symbol that each needs."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always = [rule for rule in rules if not rule.needs]
        self._by_symbol: dict[str, list[tuple[Rule, tuple[frozenset[str], ...]]]] = {}
        for rule in rules:
            if rule.needs:
                for symbol in rule.needs[0]:
                    self._by_symbol.setdefault(symbol, []).append((rule, rule.needs[1:]))

    def pieces(self, spelled: str, read: Read) -> Iterator[tuple[Rule, Piece]]:
        """The expressions of a string of symbols. Every rule searches forward once: the work is linear in the text.

        ``read`` turns a match into pieces. A match without pieces gives way to the next best at its place, unless
        its rule is one of those that say what is no date (``build: none``).
        """
        present = frozenset(spelled)
        fitting = {rule.order: rule for rule in self._always}
        for symbol in present & self._by_symbol.keys():
            for rule, needs in self._by_symbol[symbol]:
                if rule.order not in fitting:
                    for need in needs:
                        if need.isdisjoint(present):
                            break
                    else:
                        fitting[rule.order] = rule
        heap: list[tuple[int, int, int, Rule, re.Match[str]]] = []
        for rule in fitting.values():
            found = rule.pattern.search(spelled)
            if found is not None:
                heap.append(_entry(rule, found))
        heapq.heapify(heap)
        at = 0
        while heap:
            start, minus_end, _, rule, found = heapq.heappop(heap)
            if start >= at and -minus_end > start:
                read_out = read(rule, found)
                for piece in read_out:
                    yield rule, piece
                if read_out or rule.build == "none":
                    at = -minus_end
            again = rule.pattern.search(spelled, max(at, found.start() + 1))
            if again is not None:
                heapq.heappush(heap, _entry(rule, again))


def _entry(rule: Rule, found: re.Match[str]) -> tuple[int, int, int, Rule, re.Match[str]]:
    start, end = _shown(found)
    return start, -end, rule.order, rule, found


def _shown(found: re.Match[str]) -> tuple[int, int]:
    """The token range of the group x of the alternative that matched, or of the whole match."""
    name, number = "x", 1
    while name in found.re.groupindex:
        if found.start(name) >= 0:
            return found.span(name)
        number += 1
        name = f"x__{number}"
    return found.span()
