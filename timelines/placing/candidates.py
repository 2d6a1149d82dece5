"""The canonical events that a mention may be: by its day and by those who take part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology.span import Span

# Events up to this long are found by each of their days; longer ones by name or by those who took part.
_LONGEST_INDEXED_DAYS = 31
_WORD = re.compile(r"[^\W_]{3,}")
_PLAIN = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "into",
        "over",
        "after",
        "before",
        "between",
        "under",
        "during",
        "becomes",
        "ceases",
        "president",
        "prime",
        "minister",
        "united",
        "states",
        "first",
        "second",
        "third",
        "term",
        "birth",
        "death",
    ]
)


class EventIndex:
    """The events of one canon by day, and the words that name them; all are read when they are needed."""

    def __init__(self, canon: Canon) -> None:
        self._canon = canon
        self._words: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def on(self, when: Span) -> list[Fact]:
        """The events of a day or of the few days around it that the mention allows."""
        first, last = when.earliest_day, when.latest_day
        if first is None or last is None or last - first > _LONGEST_INDEXED_DAYS:
            return []
        days = (first - 1, last + 1)
        facts = (*self._canon.brief_events(*days, _LONGEST_INDEXED_DAYS), *self._canon.imported_between(*days))
        return list({fact.id: fact for fact in facts}.values())

    def words(self, fact: Fact) -> frozenset[str]:
        """The telling words of an event's names and of its place."""
        known = self._words.get(fact.id)
        if known is None:
            known = content_words((*fact.names, fact.place or ""))
            self._words[fact.id] = known
        return known

    def names(self, fact: Fact) -> frozenset[str]:
        """The words that name those who took part."""
        known = self._names.get(fact.id)
        if known is None:
            known = content_words(self._canon.facts[id_].label for id_ in fact.participants if id_ in self._canon.facts)
            self._names[fact.id] = known
        return known


@lru_cache(maxsize=4)
def event_index(canon: Canon) -> EventIndex:
    """The index of a canon, made once."""
    return EventIndex(canon)


def content_words(texts: Iterable[str]) -> frozenset[str]:
    """Lower-case words of three letters and more, without those that every name has."""
    return frozenset(
        word.removesuffix("s") for text in texts for word in _WORD.findall(text.lower()) if word not in _PLAIN
    )
