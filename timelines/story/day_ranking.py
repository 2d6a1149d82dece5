"""Which days of a story matter most: a linear model over the evidence for each day.

The weights were learned by logistic regression on the development topics of Timeline17 (``benchmarks.story_training``
prints them anew). The idea to rank days by features of their mentions is that of Ghalandari and Ifrim, "Examining the
State-of-the-Art in News Timeline Summarization" (ACL 2020); that lists of days among the articles count is ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from timelines.story.day_evidence import DayEvidence


@cache
def learned_weights() -> DayEvidence:
    """The weight of each kind of evidence."""
    text = files("timelines.story").joinpath("day_weights.json").read_text(encoding="utf-8")
    return DayEvidence(**json.loads(text))


def score(evidence: DayEvidence, weights: DayEvidence | None = None) -> float:
    """How much speaks for a day; comparable only within one story."""
    return sum(
        value * weight for value, weight in zip(evidence.values, (weights or learned_weights()).values, strict=True)
    )


def rank_days(evidence: Mapping[int, DayEvidence], weights: DayEvidence | None = None) -> list[int]:
    """The days, most important first; the earlier one of two that are equal."""
    return sorted(evidence, key=lambda day: (-score(evidence[day], weights), day))
