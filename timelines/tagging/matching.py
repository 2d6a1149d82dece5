"""Running the rules over a string of symbols: leftmost, longest, then first in the file."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence

from timelines.tagging.grammar import Rule


def matches(rules: Sequence[Rule], spelled: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Matches that do not overlap. Every rule searches forward once, so the work is linear in the text."""
    present = frozenset(spelled)
    heap: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for rule in rules:
        if all(not need.isdisjoint(present) for need in rule.needs):
            found = rule.pattern.search(spelled)
            if found is not None:
                heap.append(_entry(rule, found))
    heapq.heapify(heap)
    at = 0
    while heap:
        start, _, _, rule, found = heapq.heappop(heap)
        if start >= at and found.end() > start:
            yield rule, found
            at = _end(found)
        again = rule.pattern.search(spelled, max(at, start + 1))
        if again is not None:
            heapq.heappush(heap, _entry(rule, again))


def _entry(rule: Rule, found: re.Match[str]) -> tuple[int, int, int, Rule, re.Match[str]]:
    return _start(found), -_end(found), rule.order, rule, found


def _start(found: re.Match[str]) -> int:
    return found.start("x") if "x" in found.re.groupindex else found.start()


def _end(found: re.Match[str]) -> int:
    return found.end("x") if "x" in found.re.groupindex else found.end()
