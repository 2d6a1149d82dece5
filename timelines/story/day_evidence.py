"""What speaks for a day: how many articles tell of it, on how many later days it is recalled, who lists it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from timelines.story.chronologies import listed_days
from timelines.story.dated_sentences import DatedArticle

# A candidate lies at most so many days before the first article.
_PRELUDE = 90
# The day after is news still; who names the day later than that looks back at it.
_LOOKING_BACK = 2


@dataclass(frozen=True, slots=True)
class DayEvidence:
    """The evidence for one day, as the linear model takes it (logarithms of counts plus one).

    ``published``: articles of that day, ``told``: articles with a sentence of their own that names the day, both
    weighted by relevance; ``recalled``: later days of publication on which an article looks back at it; ``before``:
    days before the first article; ``listed``: 1 if a chronology among the articles has it.
    """

    published: float
    told: float
    recalled: float
    before: float
    listed: float

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
    published: Counter[int] = Counter()
    weight: defaultdict[int, float] = defaultdict(float)
    told: defaultdict[int, dict[int, float]] = defaultdict(dict)
    recalled: defaultdict[int, set[int]] = defaultdict(set)
    listed: set[int] = set()
    for number, article in enumerate(articles):
        if article.exact:
            published[article.published] += 1
            weight[article.published] += relevance[number]
        listed |= listed_days(article, first)
        for sentence in article.sentences:
            if sentence.copied:
                continue
            for mention in sentence.mentions:
                told[mention.day][number] = relevance[number]
                if article.published - mention.day >= _LOOKING_BACK:
                    recalled[mention.day].add(article.published)
    named = {day for day in told if first - _PRELUDE <= day <= last}
    return {
        day: DayEvidence(
            published=math.log1p(weight[day]),
            told=math.log1p(sum(told[day].values())) if day in told else 0.0,
            recalled=math.log1p(len(recalled[day])) if day in recalled else 0.0,
            before=math.log1p(max(0, first - day)),
            listed=float(day in listed),
        )
        for day in sorted(named | set(published))
    }
