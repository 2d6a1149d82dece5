"""The sentences of many articles with the days that they speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timelines.chronology.calendar import civil
from timelines.chronology.precision import Precision
from timelines.model import Article, Expression
from timelines.reading.sentences import sentences
from timelines.story.furniture import Casing, is_comment, is_stamp, prose
from timelines.story.words import content_words
from timelines.tagging import tag

Progress = Callable[[int, int], None]

# A sentence that another article has word for word is no second witness; short ones coincide by chance.
_SHORTEST_COPY = 4
# Below the second comment of a reader there is no more article.
_COMMENTS = 2
# "04:27 GMT" alone is the clock of the page; "at 9 on Thursday" names a day.
_BARE_CLOCK = re.compile(r"^[^\W\d_]{0,4}[\W\d]*\d(?:[\W\d]|\b[^\W\d_]{1,4}\b)*$")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that a sentence names. ``written``: with its date, not as a weekday; ``opens``: the sentence begins so."""

    day: int
    written: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """One sentence: ``start``-``end`` is the piece of the article that can be quoted, if any can."""

    article: int
    index: int
    words: tuple[str, ...]
    mentions: tuple[DayMention, ...]
    copied: bool
    start: int
    end: int
    quotable: bool


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """One article: ``published`` is its last possible day, ``exact`` whether that is the day."""

    article: Article
    published: int
    exact: bool
    sentences: tuple[DatedSentence, ...]


def read_articles(articles: Sequence[Article], progress: Progress | None = None) -> list[DatedArticle]:
    """Tag all articles with a publication date, oldest first; ``progress`` is told how many of how many are done."""
    dated = sorted((day, number, article) for number, article in enumerate(articles) for day in _day(article))
    casing = Casing(article.text for _, _, article in dated)
    seen: set[tuple[str, ...]] = set()
    found = []
    for number, (day, _, article) in enumerate(dated):
        found.append(_read(article, number, day, casing, seen))
        if progress is not None:
            progress(number + 1, len(dated))
    return found


def _day(article: Article) -> Iterator[int]:
    span = article.published.span
    if span is not None and span.latest_day is not None:
        yield span.latest_day


def _read(article: Article, number: int, day: int, casing: Casing, seen: set[tuple[str, ...]]) -> DatedArticle:
    span = article.published.span
    text = article.text
    expressions = tag(text, span, language=article.language)
    found: list[DatedSentence] = []
    comments = at = 0
    for index, (start, end) in enumerate(article.sentences or sentences(text)):
        comments += is_comment(text[start:end])
        if comments >= _COMMENTS:
            break
        mentions: dict[int, DayMention] = {}
        while at < len(expressions) and expressions[at].start < end:
            mention = _mention(expressions[at], text, start)
            if mention is not None:
                mentions.setdefault(mention.day, mention)
            at += 1
        words = content_words(text[start:end])
        copied = len(words) >= _SHORTEST_COPY and words in seen
        seen.add(words)
        piece = prose(text[start:end], index, casing)
        first, last = piece if piece is not None else (0, end - start)
        found.append(
            DatedSentence(
                article=number,
                index=index,
                words=content_words(text[start + first : start + last]) if first else words,
                mentions=tuple(mentions.values()),
                copied=copied,
                start=start + first,
                end=start + last,
                quotable=piece is not None,
            )
        )
    exact = span is not None and span.earliest_day == span.latest_day
    return DatedArticle(article, day, exact, tuple(found))


def _mention(expression: Expression, text: str, sentence: int) -> DayMention | None:
    span = expression.span
    if span is None or expression.type not in ("DATE", "TIME") or span.precision < Precision.DAY:
        return None
    if not span.is_instant or span.earliest_day is None or "weekend" in expression.text.lower():
        return None
    month_day = civil(span.earliest_day)[2]
    written = any(int(number) == month_day for number in _NUMBER.findall(expression.text))
    if written and is_stamp(text, expression.start, expression.end):
        return None
    if not written and _BARE_CLOCK.search(expression.text):
        return None
    opens = written and not text[sentence : expression.start].strip(" *•|“\"–—-")
    return DayMention(span.earliest_day, written, opens)
