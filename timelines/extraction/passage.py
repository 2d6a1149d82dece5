"""One article as extraction sees it: its words with their sentences, dates, names and events, ready to be asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timelines.canon.canon import Canon
from timelines.canon.index import Mention
from timelines.chronology import Span
from timelines.model import Article, Event, Expression, Modality

# A quotation has at least four words; shorter ones are scare quotes or titles and stay the article's own words. It ends
# with its paragraph, and one that seems longer than this (code points) has lost its closing mark.
_FEWEST_QUOTED_WORDS = 4
_LONGEST_QUOTATION = 2000
_OPENING_MARK = re.compile('[“"]')
_CLOSING_MARK = {"“": re.compile("[”\n]"), '"': re.compile('["\n]')}

_DENIED = re.compile(
    r"\b(?:wrong(?:ly)?|false(?:ly)?|mistaken(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|inaccurate(?:ly)?|untrue|"
    r"myth|hoax|disput(?:ed|ing)|disputes (?:that|the|this)|den(?:y|ies|ied|ying)|contrary to|not true|"
    r"misstat\w+|misdat\w+|misremember\w*)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|suppose|supposing|imagin\w+|had (?:it|he|she|they) |would have|could have|might have|"
    r"fiction\w*|screenplay|alternate history|video game|parody|satir\w+|"
    r"(?:in|of|by|with|from|based on|is|was|a|an) (?:\w+(?:[’']s?)? ){0,3}(?:novel|movie|drama|thriller|"
    r"film(?! (?:director|critic|star|festival|maker|producer|actor|actress|studio)))|"
    r"(?:novel|film|movie|drama|thriller)s?,? (?:about|in which|where|set|tells?|depict\w*|portray\w*|shows?|follows?|"
    r"opens|begins|has|lets?|makes?|puts?|takes?|of|called|titled|starring))\b",
    re.IGNORECASE,
)


class Passage:
    """Looks into one article by offsets. Sequences are sorted by where they start."""

    def __init__(
        self,
        article: Article,
        expressions: Sequence[Expression],
        mentions: Sequence[Mention],
        events: Sequence[Event],
        canon: Canon,
    ) -> None:
        self.article = article
        self.text = article.text
        self.mentions = mentions
        self.expressions = [date for date in expressions if not _is_part_of_name(date, mentions)]
        self.events = events
        self.canon = canon
        self._sentence_starts = [start for start, _ in article.sentences]
        self._expression_starts = [expression.start for expression in self.expressions]
        self._mention_starts = [mention.start for mention in mentions]
        self._quotations = [
            (start, end)
            for start, end in _quotations(self.text)
            if len(self.text[start:end].split()) >= _FEWEST_QUOTED_WORDS
        ]
        # Asked for each date and name of a sentence, and the same for all that are not quoted.
        self._standings: dict[tuple[int, int], Modality] = {}
        self._quotation_starts = [start for start, _ in self._quotations]

    @property
    def published(self) -> Span | None:
        """When the article was published, if known."""
        return self.article.published.span

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds this character."""
        position = bisect_right(self._sentence_starts, offset) - 1
        if position < 0:
            return (0, len(self.text))
        return self.article.sentences[position]

    def expressions_between(self, start: int, end: int) -> list[Expression]:
        """The temporal expressions that lie wholly inside."""
        first = bisect_left(self._expression_starts, start)
        last = bisect_left(self._expression_starts, end)
        return [expression for expression in self.expressions[first:last] if expression.end <= end]

    def dates_between(self, start: int, end: int) -> list[Expression]:
        """The expressions inside that have a place on the axis."""
        return [
            expression
            for expression in self.expressions_between(start, end)
            if expression.span is not None and expression.type in ("DATE", "TIME")
        ]

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """The known names that lie wholly inside."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_left(self._mention_starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands inside somebody's quoted words."""
        position = bisect_right(self._quotation_starts, offset) - 1
        return position >= 0 and offset < self._quotations[position][1]

    def standing(self, start: int, end: int) -> Modality:
        """Whose statement the words are: the article's own, somebody's quoted words, denied, or only imagined."""
        if self.is_quoted(start):
            return Modality.REPORTED
        sentence = self.sentence_at(start)
        if sentence not in self._standings:
            self._standings[sentence] = _standing(self.text[slice(*sentence)])
        return self._standings[sentence]


def _standing(sentence: str) -> Modality:
    if _DENIED.search(sentence):
        return Modality.DENIED
    return Modality.HYPOTHETICAL if _HYPOTHETICAL.search(sentence) else Modality.ASSERTED


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """The quoted words with their marks. Each closing mark is searched for once, however many open before it."""
    closing = dict.fromkeys(_CLOSING_MARK, -1)
    quoted_until = 0
    for opening in _OPENING_MARK.finditer(text):
        start, mark = opening.start(), opening.group()
        if start < quoted_until:
            continue
        if closing[mark] <= start:
            found = _CLOSING_MARK[mark].search(text, start + 1)
            closing[mark] = found.start() if found else len(text)
        end = closing[mark] + 1
        if end <= len(text) and 1 <= end - start - 2 <= _LONGEST_QUOTATION:
            quoted_until = end
            yield start, end


def _is_part_of_name(date: Expression, mentions: Sequence[Mention]) -> bool:
    """Whether the date only helps to name an event: "the September 11 attacks", "the 2008 financial crisis"."""
    position = bisect_right(mentions, date.start, key=lambda mention: mention.start) - 1
    return position >= 0 and date.end <= mentions[position].end
