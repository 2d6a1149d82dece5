"""Which documents a word leads to, and how telling it is; the documents themselves are made when they are asked for."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from timelines.canon.cache import Cache
from timelines.canon.documents import BOUNDARY_WORDS, Document, Documents
from timelines.canon.schema import Fact

_NONE: frozenset[int] = frozenset()


class Explained(NamedTuple):
    """A document and all words that it explains."""

    document: Document
    words: frozenset[str]


class WordIndex:
    """The documents of ``facts`` by number and by word."""

    def __init__(self, facts: Mapping[str, Fact], cache: Cache, weigh: Callable[[str], float] | None = None) -> None:
        """``weigh`` says how telling a word is, where ``facts`` are too few to show it."""
        self._facts = facts
        self._documents = Documents(facts)
        self._made: dict[int, Explained] = {}
        table = cache.table("words", self._table)
        self._ids: list[str] = table["facts"]
        self._by_word: dict[str, str] = table["words"]
        self._bounded: dict[str, str] = table["bounded"]
        self._numbers: dict[str, frozenset[int]] = {}
        self._weights: dict[str, float] = {}
        self._weigh = weigh or self._rarity

    def _table(self) -> dict[str, Any]:
        """The fact of each document, and the numbers of documents by word, written with spaces between them."""
        ids: list[str] = []
        by_word: dict[str, list[str]] = defaultdict(list)
        bounded: dict[str, list[str]] = defaultdict(list)
        for fact in self._facts.values():
            for document in self._documents.of(fact):
                explained = Explained(document, document.all_words)
                number = str(len(ids))
                for word in explained.words:
                    by_word[word].append(number)
                for word in BOUNDARY_WORDS.get(fact.kind, ()):
                    bounded[word].append(number)
                self._made[len(ids)] = explained
                ids.append(fact.id)
        return {
            "facts": ids,
            "words": {word: " ".join(numbers) for word, numbers in by_word.items()},
            "bounded": {word: " ".join(numbers) for word, numbers in bounded.items()},
        }

    def __contains__(self, word: str) -> bool:
        return word in self._by_word

    def __getitem__(self, number: int) -> Explained:
        found = self._made.get(number)
        if found is None:
            first = number
            while first and self._ids[first - 1] == self._ids[number]:
                first -= 1
            for at, document in enumerate(self._documents.of(self._facts[self._ids[number]]), first):
                self._made[at] = Explained(document, document.all_words)
            found = self._made[number]
        return found

    def count(self, word: str) -> int:
        """How many documents explain a word."""
        return self._by_word[word].count(" ") + 1 if word in self._by_word else 0

    def having(self, word: str) -> frozenset[int]:
        """The documents that explain a word."""
        if word not in self._by_word:
            return _NONE
        numbers = self._numbers.get(word)
        if numbers is None:
            numbers = self._numbers[word] = frozenset(map(int, self._by_word[word].split()))
        return numbers

    def bounded_by(self, word: str) -> frozenset[int]:
        """The documents of whose start or end the word speaks: "launch" of a flight."""
        return frozenset(map(int, self._bounded.get(word, "").split()))

    def weight(self, word: str) -> float:
        """How telling a word in its one form is: the logarithm of how few documents have it."""
        weight = self._weights.get(word)
        if weight is None:
            weight = self._weights[word] = self._weigh(word if word in self._by_word else "")
        return weight

    def _rarity(self, word: str) -> float:
        return math.log(1 + max(1, len(self._ids)) / (self.count(word) or 1))
