"""What speaks for a day: how many articles tell of it, on how many later days it is recalled, who lists it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from timelines.story.chronologies import listed_days
from timelines.story.dated_sentences import DatedArticle

# A candidate lies at most so many days before the first article.
_PRELUDE = 90
# The day after is news still; who names the day later than that looks back at it.
_LOOKING_BACK = 2
_LONG_AFTER = 31
# Chronologies grow, then are cut to what has proved important; so many of the latest ones have had the last word.
_LAST_CHRONOLOGIES = 2


@dataclass(frozen=True, slots=True)
class DayEvidence:
    """The evidence for one day, as the linear model takes it (logarithms of sums plus one; 0 or 1 for the lists).

    ``published``: articles of that day, ``told``: articles with a sentence of their own that names the day,
    ``remembered``: those of them published a month later or more, all three weighted by relevance;
    ``recalled``: days of publication, two days later or more, on which an article names it; ``before``: days before
    the first article; ``listed``: a chronology among the articles has it, ``settled``: one of the latest two has it.
    """

    published: float
    told: float
    recalled: float
    remembered: float
    before: float
    listed: float
    settled: float

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers in order."""
        return astuple(self)


def day_evidence(articles: Sequence[DatedArticle], relevance: Sequence[float]) -> Mapping[int, DayEvidence]:
    """The evidence for every day on which something was published or that is named, by day number."""
    if not articles:
        return {}
    first = min(article.published for article in articles)
    last = max(article.published for article in articles)
    published: defaultdict[int, float] = defaultdict(float)
    told: defaultdict[int, dict[int, float]] = defaultdict(dict)
    remembered: defaultdict[int, dict[int, float]] = defaultdict(dict)
    recalled: defaultdict[int, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        if article.exact:
            published[article.published] += relevance[number]
        for sentence in article.sentences:
            for mention in () if sentence.copied else sentence.mentions:
                told[mention.day][number] = relevance[number]
                if article.published - mention.day >= _LOOKING_BACK:
                    recalled[mention.day].add(article.published)
                if article.published - mention.day >= _LONG_AFTER:
                    remembered[mention.day][number] = relevance[number]
    chronologies = [days for article in articles if (days := listed_days(article, first))]
    listed = frozenset[int]().union(*chronologies)
    settled = frozenset[int]().union(*chronologies[-_LAST_CHRONOLOGIES:])
    named = {day for day in told if first - _PRELUDE <= day <= last}
    return {
        day: DayEvidence(
            published=math.log1p(published.get(day, 0.0)),
            told=_logarithm(told, day),
            recalled=math.log1p(len(recalled.get(day, ()))),
            remembered=_logarithm(remembered, day),
            before=math.log1p(max(0, first - day)),
            listed=float(day in listed),
            settled=float(day in settled),
        )
        for day in sorted(named | set(published))
    }


def _logarithm(counted: Mapping[int, Mapping[int, float]], day: int) -> float:
    return math.log1p(sum(counted[day].values())) if day in counted else 0.0
