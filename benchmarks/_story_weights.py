"""Logistic regression for the weights of ``timelines.story.day_ranking``, small enough to need no library.

Every topic has an intercept of its own and the same total weight for its reference days, so that a topic with many
days does not outvote the others. L2 penalty, Newton's method (iteratively reweighted least squares).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.story.day_evidence import DayEvidence

# Chosen among 1, 2, 5 and 15 by leave-one-topic-out; 1 to 5 make no difference beyond chance.
PENALTY = 2.0
_STEPS = 8
_TOPIC_WEIGHT = 40.0
_FEWEST = 5
# A topic whose days are all in the reference teaches which days have no articles, and nothing else.
_INFORMATIVE = 0.8


@dataclass(frozen=True, slots=True)
class Examples:
    """The candidate days of one topic: evidence less its mean in the topic, and whether the reference has the day."""

    rows: tuple[tuple[float, ...], ...]
    hits: tuple[bool, ...]

    @property
    def informative(self) -> bool:
        """Whether enough of the days on which something was published are left out of the reference."""
        with_articles = [
            hit for row, hit in zip(self.rows, self.hits, strict=True) if row[0] > min(r[0] for r in self.rows)
        ]
        return sum(with_articles) < _INFORMATIVE * len(with_articles)


def examples(evidence: Mapping[int, DayEvidence], reference: frozenset[int]) -> Examples:
    """The examples of one topic."""
    days = sorted(evidence)
    rows = [evidence[day].values for day in days]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return Examples(
        tuple(tuple(value - mean for value, mean in zip(row, means, strict=True)) for row in rows),
        tuple(day in reference for day in days),
    )


def learn(topics: Sequence[Examples]) -> DayEvidence:
    """The weights of the evidence."""
    width = len(topics[0].rows[0])
    size = width + len(topics)
    weights = [0.0] * size
    for _ in range(_STEPS):
        matrix = [[0.0] * size for _ in range(size)]
        slope = [0.0] * size
        for j in range(width):
            matrix[j][j] += PENALTY
            slope[j] -= PENALTY * weights[j]
        for number, topic in enumerate(topics):
            _add(topic, width + number, weights, matrix, slope)
        weights = [old + step for old, step in zip(weights, _solve(matrix, slope), strict=True)]
    return DayEvidence(*weights[:width])


def _add(topic: Examples, own: int, weights: list[float], matrix: list[list[float]], slope: list[float]) -> None:
    share = _TOPIC_WEIGHT / max(_FEWEST, sum(topic.hits))
    matrix[own][own] += 1e-3
    for row, hit in zip(topic.rows, topic.hits, strict=True):
        logit = sum(value * weight for value, weight in zip(row, weights, strict=False)) + weights[own]
        chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
        curvature = share * max(chance * (1 - chance), 1e-6)
        error = share * (hit - chance)
        full = [(j, value) for j, value in enumerate(row) if value] + [(own, 1.0)]
        for j, value in full:
            slope[j] += error * value
            line = matrix[j]
            for k, other in full:
                line[k] += curvature * value * other


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gaussian elimination with partial pivoting."""
    size = len(vector)
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [value - factor * top for value, top in zip(rows[r], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - rest) / rows[i][i]
    return found
