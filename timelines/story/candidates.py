"""Which sentences may tell what happened on a day, and how directly they speak of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from timelines.story.chronologies import entries, listed_days
from timelines.story.dated_sentences import DatedArticle, DatedSentence

# So many sentences at the beginning of an article tell the news of its day even if they name none.
_NEWS = 5
# What so many articles have word for word is furniture of their pages or background, and no news of a day.
_BACKGROUND = 3


class Tie(Enum):
    """How a sentence is tied to its day; the value is its weight.

    Tuned on six development topics of Timeline17: 2 to 6 for entries of a chronology changes little, 0.3 to 0.8 for
    the news of the day neither.
    """

    ENTRY = 4.0
    WRITTEN = 1.5
    SAME_DAY = 1.25
    RELATIVE = 1.0
    NEWS = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence for one day; ``weight`` is that of its tie and of its article's relevance."""

    sentence: DatedSentence
    tie: Tie
    weight: float


def candidates(articles: Sequence[DatedArticle], relevance: Sequence[float]) -> Mapping[int, list[Candidate]]:
    """All candidates by day number. What lies ahead of an article is no candidate for its day."""
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    if not articles:
        return found
    first = min(article.published for article in articles)
    for article, relevant in zip(articles, relevance, strict=True):
        # Twice as relevant counts four times: one sentence is taken, so the best article should give it.
        trust = relevant * relevant
        entry_of = entries(article, listed_days(article, first))
        for sentence in article.sentences:
            entry = entry_of.get(sentence.index)
            ties = {mention.day: _tie(mention.written, mention.day, article) for mention in sentence.mentions}
            if entry is not None:
                ties[entry] = Tie.ENTRY
            elif article.exact and not article.placed and _is_news(sentence):
                ties[article.published] = Tie.NEWS
            for day, tie in ties.items():
                if day <= article.published:
                    found[day].append(Candidate(sentence, tie, trust * tie.value))
    return found


def _is_news(sentence: DatedSentence) -> bool:
    return not sentence.mentions and sentence.index < _NEWS and sentence.copies < _BACKGROUND


def _tie(written: bool, day: int, article: DatedArticle) -> Tie:
    if written:
        return Tie.WRITTEN
    return Tie.SAME_DAY if day == article.published else Tie.RELATIVE
