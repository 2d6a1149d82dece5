"""Chronologies whose dates were lost when their page was flattened: other articles date what they list.

An entry is placed on the day that the likest dated sentence of another article gives; a text is taken for a chronology
only if the days found so follow each other, and only entries that keep this order are placed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from timelines.story.dated_sentences import DatedArticle, DatedSentence
from timelines.story.words import vector, weights

# A list is long and names few days; that spares the rest of the articles the search.
_SENTENCES = 20
_NAMING = 0.25
# Likeness (cosine of tf-idf vectors) from which on two sentences tell of the same event.
_ALIKE = 0.35
_PLACED = 12
_SHARE_PLACED = 0.2
_ORDERED = 0.6
_DAYS = 6
# Words in more of the sentences than this find too much.
_COMMON = 0.02
_NEWS = 3


def placed_entries(articles: Sequence[DatedArticle]) -> dict[int, dict[int, int]]:
    """For every chronology without dates (by number of the article) the day of each sentence that could be placed."""
    found: dict[int, dict[int, int]] = {}
    doubtful = [number for number, article in enumerate(articles) if _may_list(article)]
    if not doubtful:
        return found
    weight = weights(sentence.words for article in articles for sentence in article.sentences)
    index = _Index(articles, weight)
    for number in doubtful:
        matched: list[tuple[int, int]] = []
        for sentence in articles[number].sentences:
            day = index.day(sentence, articles[number].published)
            if day is not None:
                matched.append((sentence.index, day))
        kept = max(_rising(matched), _rising([(place, -day) for place, day in matched]), key=len)
        placed = {place: abs(day) for place, day in kept}
        enough = max(_PLACED, _SHARE_PLACED * len(articles[number].sentences), _ORDERED * len(matched))
        if len(placed) >= enough and len(set(placed.values())) >= _DAYS:
            found[number] = placed
    return found


def _may_list(article: DatedArticle) -> bool:
    naming = sum(bool(sentence.mentions) for sentence in article.sentences)
    return len(article.sentences) >= _SENTENCES and naming <= _NAMING * len(article.sentences)


def _rising(matched: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose days never fall."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, day) in enumerate(matched):
        at = bisect_right(tails, day)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [day]
        ends[at : at + 1] = [number]
    kept: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        kept.append(matched[number])
        number = before[number]
    return kept[::-1]


class _Index:
    """Finds the dated sentence most like another."""

    def __init__(self, articles: Sequence[DatedArticle], weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self._days: list[tuple[int, int]] = []
        total = 0
        for number, article in enumerate(articles):
            for sentence in article.sentences:
                total += 1
                day = _told_day(article, sentence)
                if day is not None and not sentence.copied:
                    for word, value in vector(sentence.words, weight).items():
                        self._postings[word].append((len(self._days), value))
                    self._days.append((number, day))
        self._most = max(20, _COMMON * total)

    def day(self, sentence: DatedSentence, published: int) -> int | None:
        """The day of the sentence of another article that is most like this one, if it is like enough."""
        likeness: defaultdict[int, float] = defaultdict(float)
        for word, value in vector(sentence.words, self._weight).items():
            postings = self._postings.get(word, ())
            if len(postings) <= self._most:
                for other, weight in postings:
                    likeness[other] += value * weight
        best = max(
            (
                (alike, -other)
                for other, alike in likeness.items()
                if alike >= _ALIKE and self._days[other][0] != sentence.article and self._days[other][1] <= published
            ),
            default=None,
        )
        return self._days[-best[1]][1] if best is not None else None


def _told_day(article: DatedArticle, sentence: DatedSentence) -> int | None:
    past = [mention.day for mention in sentence.mentions if mention.day <= article.published]
    if len(past) == 1:
        return past[0]
    if not sentence.mentions and sentence.index < _NEWS and article.exact:
        return article.published
    return None
