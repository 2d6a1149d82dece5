"""The words that carry content, cut to a common beginning; how alike two pieces of text are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]

# In place of a stemmer, which would need one for every language: "explosion", "explosions", "explos".
_STEM = 6
_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = (
    "a about after all also an and are as at be because been before being but by can could did do does down during "
    "each for from had has have he her him his how i if in into is it its itself just may me might more most much "
    "must my no nor not now of off on once one only or other our out over own per same said say says she should since "
    "so some such than that the their them then there these they this those through to too under until up us very was "
    "we were what when where which while who whom whose why will with would yet you your t s"
)
_CALENDAR_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tomorrow week month year day"
)
_STOP = frozenset(_STOP_WORDS.split())
_CALENDAR = frozenset(word[:_STEM] for word in _CALENDAR_WORDS.split())


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text without stop words, in lower case, each cut to its first six letters."""
    return tuple(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _STOP)


def weights(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """The inverse document frequency of every word: ln(documents / documents with the word); 0 for calendar words."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        counts.update(set(document))
    return {word: 0.0 if word in _CALENDAR else math.log(total / count) for word, count in counts.items()}


def vector(words: Sequence[str], weight: Mapping[str, float]) -> dict[str, float]:
    """The tf-idf vector of some words, of length 1 (or empty)."""
    raw = {word: (1 + math.log(count)) * weight.get(word, 0.0) for word, count in Counter(words).items()}
    return unit(raw)


def unit(raw: Vector) -> dict[str, float]:
    """The same direction with length 1; empty for nothing."""
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def centroid(vectors: Iterable[tuple[Vector, float]]) -> dict[str, float]:
    """The direction of a weighted sum of vectors."""
    total: dict[str, float] = {}
    for each, weight in vectors:
        for word, value in each.items():
            total[word] = total.get(word, 0.0) + weight * value
    return unit(total)
