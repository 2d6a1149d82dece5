"""How much an article is about the story that the others tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timelines.story.dated_sentences import DatedArticle
from timelines.story.words import content_words, cosine, unit, vector, weights

# The beginning says what an article is about.
_SENTENCES = 12
_LOWEST, _HIGHEST = 0.1, 2.0
# What is left of an article without any of the words asked for.
_OFF_QUERY = 0.2


def relevance(articles: Sequence[DatedArticle], query: str = "") -> list[float]:
    """For every article, its likeness to the middle of all, the average being 1, from 0.1 to 2.

    With a query, articles that hold none of its words count little; a query that no article answers is ignored.
    """
    openings = [_opening(article) for article in articles]
    everything = [{word for sentence in article.sentences for word in sentence.words} for article in articles]
    weight = weights(everything)
    counts = Counter(word for words in everything for word in words)
    middle = unit({word: count / len(articles) * weight[word] for word, count in counts.items() if count > 1})
    likeness = [cosine(vector(words, weight), middle) for words in openings]
    average = sum(likeness) / max(1, len(likeness))
    # Two or three articles may have no word that tells one from another.
    found = [min(_HIGHEST, max(_LOWEST, value / average)) if average else 1.0 for value in likeness]
    asked = set(content_words(query))
    answers = [len(asked & words) / len(asked) if asked else 0.0 for words in everything]
    if not any(answers):
        return found
    best = max(answers)
    return [value * max(_OFF_QUERY, answer / best) for value, answer in zip(found, answers, strict=True)]


def _opening(article: DatedArticle) -> list[str]:
    words = list(content_words(article.article.title))
    for sentence in article.sentences[:_SENTENCES]:
        words.extend(sentence.words)
    return words
