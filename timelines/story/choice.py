"""Choosing sentences that do not repeat each other, on one day and across days."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.story.sentence_ranking import RankedSentence
from timelines.story.words import Vector, cosine

# Cosines of tf-idf vectors from which on two sentences tell the same. An event is told on its day and reported on the
# next, so neighbouring days are compared more strictly; far away, a similar sentence is a similar event.
_SAME_DAY = 0.45
_NEIGHBOUR = 0.45
_ANYWHERE = 0.6
_NEIGHBOURHOOD = 3
# How much a sentence loses for what it shares with those taken (Carbonell and Goldstein, "The use of MMR", 1998).
_SHARED = 0.5
# Below the best ones nothing is worth a comparison.
_POOL = 40
_COMPARED = 150


class Choice:
    """The sentences chosen so far, by day number."""

    def __init__(self) -> None:
        self._taken: dict[int, list[Vector]] = {}

    def take(self, day: int, ranked: Sequence[RankedSentence], count: int) -> list[RankedSentence]:
        """Choose up to ``count`` of the sentences of a day that nothing chosen before has told; may be none."""
        pool = [each for each in ranked[:_COMPARED] if not self._told(day, each.vector)][:_POOL]
        chosen: list[RankedSentence] = []
        while pool and len(chosen) < count:
            best = max(pool, key=lambda each: each.score * (1 - _SHARED * _likeness(each.vector, chosen)))
            chosen.append(best)
            pool = [each for each in pool if each is not best and cosine(each.vector, best.vector) < _SAME_DAY]
        if chosen:
            self._taken[day] = [each.vector for each in chosen]
        return chosen

    def _told(self, day: int, vector: Vector) -> bool:
        return any(
            cosine(vector, taken) >= (_NEIGHBOUR if abs(other - day) <= _NEIGHBOURHOOD else _ANYWHERE)
            for other, vectors in self._taken.items()
            for taken in vectors
        )


def _likeness(vector: Vector, chosen: Sequence[RankedSentence]) -> float:
    return max((cosine(vector, each.vector) for each in chosen), default=0.0)
