"""Finds what a misspelt word of a question may mean among the words of the names in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from timelines.canon.question import raw_words
from timelines.canon.schema import Fact


class Spellings:
    """The words of all names, by first letter and length, for finding what a misspelt word may mean."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._known = table

    def near(self, word: str) -> list[str]:
        """The nearest other words: one slip in up to seven letters, two in longer ones; the first letter is right."""
        if len(word) < 3 or not word.isalpha():
            return []
        slips = 1 if len(word) < 8 else 2
        known = [
            w
            for size in range(-slips, slips + 1)
            for w in self._known.get(f"{word[0]}{len(word) + size}", "").split()
            if w != word
        ]
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=4)
        nearest = min((distance for _, distance, _ in found), default=0)
        return [other for other, distance, _ in found if distance == nearest]


def spelling_table(facts: Iterable[Fact]) -> dict[str, str]:
    """The words of names, with spaces between them, by first letter and length: "w4" has "wall west"."""
    seen = set()
    for fact in facts:
        if fact.derived_from is None:
            for name in (*fact.names, *fact.short, *fact.titles):
                seen.update(raw_words(name))
    known: dict[str, list[str]] = defaultdict(list)
    for word in sorted(seen):
        if len(word) >= 4 and word.isalpha():
            known[f"{word[0]}{len(word)}"].append(word)
    return {key: " ".join(found) for key, found in known.items()}
