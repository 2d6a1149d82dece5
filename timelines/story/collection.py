"""The articles of a story, read once: oldest first, chronologies as chronologies, copied sentences marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from timelines.model import Article
from timelines.story.chronologies import listed_days
from timelines.story.dated_sentences import DatedArticle, read_article
from timelines.story.furniture import Casing
from timelines.story.lost_dates import placed_entries

Progress = Callable[[int, int], None]

# Shorter sentences coincide by chance.
_SHORTEST_COPY = 4


def read_collection(articles: Sequence[Article], progress: Progress | None = None) -> list[DatedArticle]:
    """Tag all articles that have a publication date; ``progress`` is told how many of how many are done."""
    dated = [(day, number, article) for number, article in enumerate(articles) if (day := _day(article)) is not None]
    dated.sort(key=lambda each: each[:2])
    casing = Casing(article.text for _, _, article in dated)
    found = []
    for number, (_, _, article) in enumerate(dated):
        read = read_article(article, number, casing)
        if listed_days(read, dated[0][0]):
            # The days of a list follow each other: "22 April", and "the next day", belong to the year before it.
            read = read_article(article, number, casing, narrative=True)
        found.append(read)
        if progress is not None:
            progress(number + 1, len(dated))
    marked = _mark_copies(found)
    for number, placed in placed_entries(marked).items():
        marked[number] = replace(marked[number], placed=tuple(placed.items()))
    return marked


def _day(article: Article) -> int | None:
    span = article.published.span
    return span.latest_day if span is not None else None


def _mark_copies(articles: Sequence[DatedArticle]) -> list[DatedArticle]:
    copies = Counter(words for article in articles for words in {sentence.words for sentence in article.sentences})
    seen: set[tuple[str, ...]] = set()
    marked = []
    for article in articles:
        sentences = []
        for sentence in article.sentences:
            if len(sentence.words) >= _SHORTEST_COPY and copies[sentence.words] > 1:
                sentence = replace(sentence, copied=sentence.words in seen, copies=copies[sentence.words])
            seen.add(sentence.words)
            sentences.append(sentence)
        marked.append(replace(article, sentences=tuple(sentences)))
    return marked
