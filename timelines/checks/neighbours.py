"""Two dates that stand next to each other in the same sentence, with the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timelines.checks.rule import Case
from timelines.model import Expression, Modality

# Further apart than this, two dates are not one phrase.
_FARTHEST = 40
_FICTION = re.compile(
    r"\b(?:novel|fiction\w*|film|movie|drama|screenplay|alternate|thriller|game|parody|satir\w+|would have|could have|"
    r"might have|suppos\w+|imagin\w+)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|and|or|&|to|until|till|–|-)\s*$", re.IGNORECASE)


def neighbours(case: Case) -> Iterator[tuple[Expression, Expression, str]]:
    """Each two consecutive expressions of a sentence and what stands between."""
    passage = case.passage
    for first, second in pairwise(passage.expressions):
        if second.start - first.end > _FARTHEST or second.start < first.end:
            continue
        if passage.sentence_at(first.start) != passage.sentence_at(second.start):
            continue
        yield first, second, passage.text[first.end : second.start]


def is_own(case: Case, start: int, end: int) -> bool:
    """Whether the words are the article's own statement."""
    return case.passage.standing(start, end) is Modality.ASSERTED


def is_stated(case: Case, start: int, end: int) -> bool:
    """Whether the words are the article's own, be it in a conditional sentence: "next year, in 2027, if it pays"."""
    standing = case.passage.standing(start, end)
    if standing is Modality.HYPOTHETICAL:
        return not _FICTION.search(case.passage.text, *case.passage.sentence_at(start))
    return standing is Modality.ASSERTED


def is_listed(case: Case, second: Expression) -> bool:
    """Whether more dates follow in a list: "on Christmas Day, 27 December and 1 January"."""
    text = case.passage.text
    return any(
        following.start - second.end <= 8 and _LISTED.match(text[second.end : following.start])
        for following in case.passage.expressions_between(second.end, second.end + _FARTHEST)[:1]
    )
