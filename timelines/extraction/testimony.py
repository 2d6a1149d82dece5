"""What an article says of things that happen once, in a form that other articles can be held against."""

from __future__ import annotations

import re

from timelines.chronology import Precision
from timelines.extraction.happenings import word_list
from timelines.extraction.passage import Passage
from timelines.extraction.retold import DatedTelling, dated_tellings
from timelines.model import Testimony

# Fewer words may mean somebody else in another article.
_FEWEST_WORDS = 2
# Occasions and elections come round, and everything begins and ends.
_COME_ROUND = frozenset({"beginning", "end", "election", "vote", "appointment"})
_COARSEST = Precision.YEAR


def testimonies(passage: Passage) -> tuple[Testimony, ...]:
    """The dated tellings whose words name something that readers of other articles would recognise."""
    found = []
    for telling in dated_tellings(passage):
        span = telling.date.span
        if span is None or span.earliest_day is None or span.latest_day is None or span.precision < _COARSEST:
            continue
        if _can_stand_alone(telling, passage.text):
            start, end = telling.sentence
            found.append(
                Testimony(
                    article=passage.article.id,
                    happening=telling.happening,
                    words=telling.words,
                    start=telling.date.start,
                    end=telling.date.end,
                    text=telling.date.text,
                    quote=" ".join(passage.text[start:end].split()),
                    span=span,
                )
            )
    return tuple(found)


def _can_stand_alone(telling: DatedTelling, text: str) -> bool:
    if telling.pronoun or telling.bare or telling.coming or not telling.definite:
        return False
    if telling.happening in _COME_ROUND or telling.happening.startswith("occasion "):
        return False
    words = telling.words - word_list("anybody")
    start, end = telling.sentence
    return len(words) >= _FEWEST_WORDS and any(_is_name(word, text[start:end]) for word in words)


def _is_name(word: str, sentence: str) -> bool:
    """Whether the sentence writes the word with a capital where it need not."""
    return (
        re.search(rf"(?<=\w[ ,]){re.escape(word.capitalize())}|\b{re.escape(word.capitalize())} [A-Z]", sentence)
        is not None
    )
