"""The order of the stages: the only file that knows it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from timelines.canon.canon import Canon
from timelines.canon.coverage import unknown_names as find_unknown
from timelines.canon.index import Mention
from timelines.canon.load import load_canon
from timelines.checks.registry import find_flags
from timelines.checks.rule import Case
from timelines.checks.suppression import Suppressions
from timelines.chronology import Span
from timelines.extraction.claims import extract_claims
from timelines.extraction.events import extract_events
from timelines.extraction.passage import Passage
from timelines.extraction.testimony import testimonies
from timelines.model import Article, Event, Expression, Flag, Name, Published, Testimony, Timeline
from timelines.options import Options
from timelines.placing.claimed import place_claimed
from timelines.placing.place import place_events
from timelines.reading.language import detect_language
from timelines.reading.plain import PlainText, restored
from timelines.reading.text import require_text
from timelines.reasoning.problem import Problem
from timelines.reasoning.publication import infer_publication
from timelines.tagging import tag as tag_text

if TYPE_CHECKING:
    from timelines.canon.lookup import Answer

_ID_LENGTH = 16
# Events need word lists of their language; dates and known names are found in all.
_EVENT_LANGUAGES = frozenset({"en"})


@cache
def builtin_canon() -> Canon:
    """The canon that ships with the package, loaded once."""
    return load_canon()


def reconstruct(
    text: str,
    *,
    published: Span | None = None,
    title: str = "",
    url: str = "",
    canon: Canon | None = None,
    options: Options | None = None,
    elsewhere: Sequence[Testimony] = (),
) -> Timeline:
    """Read one article: its dates, names, events, claims, and what cannot be true in time.

    ``published`` is the day, month or interval of publication; without it, it is inferred from the text, and
    where that fails, expressions that depend on it stay open. ``elsewhere`` are the ``testimonies`` of other
    articles, to be held against this one. Raises InputError for text that cannot be read.
    """
    canon = canon or builtin_canon()
    options = options or Options()
    require_text(text)
    given, suppressions = text, Suppressions(text)
    plain = PlainText(suppressions.text)
    text = plain.text
    article = Article(
        id=article_id(given),
        text=text,
        title=title,
        url=url,
        language=options.language or detect_language(text),
        published=Published(published, "given" if published else "unknown"),
        sentences=plain.sentences,
    )
    mentions = canon.mentions(text, published)
    expressions = _tag(article)
    if published is None:
        inferred = infer_publication(Passage(article, expressions, mentions, (), canon))
        if inferred.span is not None:
            article = replace(article, published=inferred)
            expressions = _tag(article)
            mentions = canon.mentions(text, inferred.span)
    names = known_names(mentions, canon)
    events: list[Event] = []
    if article.language in _EVENT_LANGUAGES:
        found = extract_events(article, expressions, names, canon, syntax=options.syntax)
        events = place_events(found, article, names, canon)
    passage = Passage(article, expressions, mentions, events, canon)
    claims = extract_claims(passage)
    events = place_claimed(events, claims, canon)
    verdicts = Problem(canon, article.published, text).judge(claims) if claims else []
    timeline = Timeline(
        article=article,
        expressions=tuple(expressions),
        names=tuple(names),
        unknown=tuple(unknown_names(article, names, expressions, canon)),
        events=tuple(events),
        claims=tuple(claims),
        flags=find_flags(Case(passage, verdicts, elsewhere), options),
        testimonies=testimonies(passage),
        canon_as_of=canon.as_of,
        notices=suppressions.notices,
    )
    timeline = restored(timeline, plain, given)
    flags, suppressed = suppressions.parted(timeline.flags)
    return replace(timeline, flags=flags, suppressed=suppressed)


def check(
    text: str,
    *,
    published: Span | None = None,
    canon: Canon | None = None,
    options: Options | None = None,
    elsewhere: Sequence[Testimony] = (),
) -> tuple[Flag, ...]:
    """The flags of one article; see ``reconstruct``."""
    return reconstruct(text, published=published, canon=canon, options=options, elsewhere=elsewhere).flags


def tag(text: str, reference: Span | None = None, *, language: str = "en") -> list[Expression]:
    """The temporal expressions of a text, resolved against ``reference`` (None: unknown, never today)."""
    return tag_text(text, reference, language=language)


def lookup(query: str, *, canon: Canon | None = None, limit: int = 5) -> list[Answer]:
    """When did it happen? Answers from the canon, best first, empty when nothing fits."""
    return (canon or builtin_canon()).lookup(query, limit=limit)


def known_names(mentions: Sequence[Mention], canon: Canon) -> list[Name]:
    """The names of the text that the canon knows, each with its best reading."""
    return [
        Name(
            mention.start,
            mention.end,
            mention.text,
            mention.candidates[0],
            (fact := canon.fact(mention.candidates[0])).label,
            fact.as_of,
        )
        for mention in mentions
    ]


def unknown_names(
    article: Article, names: Sequence[Name], expressions: Sequence[Expression], canon: Canon
) -> list[Name]:
    """The names of the text that the canon does not know, each where it first stands."""
    known = [(name.start, name.end) for name in names]
    dates = [(expression.start, expression.end) for expression in expressions]
    places = find_unknown(article.text, known, dates, article.sentences, canon.index.words)
    return [Name(start, end, article.text[start:end], "", "") for start, end in places]


def article_id(text: str) -> str:
    """The same text has the same id."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def _tag(article: Article) -> list[Expression]:
    return tag_text(article.text, article.published.span, language=article.language)
