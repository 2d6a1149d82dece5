"""Articles that are chronologies themselves: newsrooms look back on a story with a list of its days."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from timelines.story.dated_sentences import DatedArticle

# Tuned on the development topics of Timeline17: from five days on, of which most follow each other in time (or
# against it), a text is a list of days and no report with some background.
_DAYS = 5
_ORDERED = 0.7
# Days before the story's first article that a chronology may begin with.
_PRELUDE = 30
# Sentences of one entry; what goes on longer tells of more than that day.
_LONGEST_ENTRY = 4


def listed_days(article: DatedArticle, first: int) -> frozenset[int]:
    """The days that an article lists, if it is a chronology; ``first`` is when the first article was published."""
    if article.placed:
        return frozenset(day for _, day in article.placed)
    days = list(
        dict.fromkeys(
            mention.day
            for sentence in article.sentences
            for mention in sentence.mentions
            if mention.written and first - _PRELUDE <= mention.day <= article.published
        )
    )
    if len(days) < _DAYS:
        return frozenset()
    rising = sum(later > earlier for earlier, later in pairwise(days)) / (len(days) - 1)
    return frozenset(days) if max(rising, 1 - rising) >= _ORDERED else frozenset()


def entries(article: DatedArticle, listed: Iterable[int]) -> dict[int, int]:
    """Which day every sentence of a chronology belongs to: index of the sentence to day number.

    An entry begins with a sentence that names its day and goes on until the next one does.
    """
    if article.placed:
        return dict(article.placed)
    days = frozenset(listed)
    found: dict[int, int] = {}
    current: int | None = None
    begun = 0
    for sentence in article.sentences:
        named = [mention.day for mention in sentence.mentions if mention.written and mention.day in days]
        if named:
            current, begun = named[0], sentence.index
        elif sentence.mentions or sentence.index - begun >= _LONGEST_ENTRY:
            current = None
        if current is not None:
            found[sentence.index] = current
    return found
