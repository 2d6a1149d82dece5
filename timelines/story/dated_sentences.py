"""The sentences of many articles with the days that they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.chronology.calendar import civil
from timelines.chronology.precision import Precision
from timelines.model import Article, Expression
from timelines.reading.sentences import sentences
from timelines.story.furniture import Casing, is_comment, is_stamp, prose
from timelines.story.words import content_words
from timelines.tagging import tag

# Below the second comment of a reader there is no more article.
_COMMENTS = 2
# "04:27 GMT" alone is the clock of the page; "at 9 on Thursday" names a day.
_BARE_CLOCK = re.compile(r"^[^\W\d_]{0,4}[\W\d]*\d(?:[\W\d]|\b[^\W\d_]{1,4}\b)*$")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that a sentence names.

    ``written``: with its date, not as a weekday; ``end``: where its words end.
    """

    day: int
    written: bool
    end: int


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """One sentence: ``start``-``end`` is the piece of the article that can be quoted, if any can.

    ``copied``: an earlier article has it word for word, so it is no second witness; ``copies``: articles that have it.
    """

    article: int
    index: int
    words: tuple[str, ...]
    mentions: tuple[DayMention, ...]
    start: int
    end: int
    quotable: bool
    copied: bool = False
    copies: int = 1


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """One article: ``published`` is its last possible day, ``exact`` whether that is the day.

    ``placed`` is for chronologies without dates: sentence index and day number of what could be placed all the same.
    """

    article: Article
    published: int
    exact: bool
    sentences: tuple[DatedSentence, ...]
    placed: tuple[tuple[int, int], ...] = ()


def read_article(article: Article, number: int, casing: Casing, *, narrative: bool | None = None) -> DatedArticle:
    """Tag an article that has a publication date; ``number`` is what its sentences know it by.

    ``narrative`` True resolves dates against those before them (see ``tagging.tag``).
    """
    span = article.published.span
    if span is None or span.latest_day is None:
        raise ValueError("an article of a story needs a publication date")
    text = article.text
    expressions = tag(text, span, language=article.language, narrative=narrative)
    found: list[DatedSentence] = []
    comments = at = 0
    for index, (start, end) in enumerate(article.sentences or sentences(text)):
        comments += is_comment(text[start:end])
        if comments >= _COMMENTS:
            break
        mentions: dict[int, DayMention] = {}
        while at < len(expressions) and expressions[at].start < end:
            mention = _mention(expressions[at], text)
            if mention is not None:
                mentions.setdefault(mention.day, mention)
            at += 1
        piece = prose(text[start:end], index, casing)
        first, last = (start + piece[0], start + piece[1]) if piece is not None else (start, end)
        words = content_words(text[first:last])
        found.append(DatedSentence(number, index, words, tuple(mentions.values()), first, last, piece is not None))
    return DatedArticle(article, span.latest_day, span.earliest_day == span.latest_day, tuple(found))


def _mention(expression: Expression, text: str) -> DayMention | None:
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
    return DayMention(span.earliest_day, written, expression.end)
