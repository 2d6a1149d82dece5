"""Finds what a misspelt word of a question may mean among the words of the names in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from timelines.canon.question import raw_words
from timelines.canon.schema import Fact


class Spellings:
    """The words of all names, by first letter and length, for finding what a misspelt word may mean."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._known: dict[tuple[str, int], list[str]] = defaultdict(list)
        seen = set()
        for fact in facts:
            if fact.derived_from is None:
                for name in (*fact.names, *fact.short, *fact.titles):
                    seen.update(raw_words(name))
        for word in sorted(seen):
            if len(word) >= 4 and word.isalpha():
                self._known[word[0], len(word)].append(word)

    def near(self, word: str) -> list[str]:
        """The nearest other words: one slip in up to seven letters, two in longer ones; the first letter is right."""
        if len(word) < 3 or not word.isalpha():
            return []
        slips = 1 if len(word) < 8 else 2
        known = [
            w
            for size in range(-slips, slips + 1)
            for w in self._known.get((word[0], len(word) + size), ())
            if w != word
        ]
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=4)
        nearest = min((distance for _, distance, _ in found), default=0)
        return [other for other, distance, _ in found if distance == nearest]
