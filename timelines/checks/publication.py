"""The article's own date in checks: whether it is sure enough to argue from, and as a step of evidence."""

from __future__ import annotations

from timelines.checks.rule import Case
from timelines.chronology import Precision, Span, in_words
from timelines.model import Evidence


def is_known(case: Case) -> bool:
    """Whether the date of publication was given or stands in the article, not inferred from what it tells."""
    published = case.passage.article.published
    if published.span is None or published.span.precision < Precision.DAY:
        return False
    return published.origin != "inferred" or any("dateline" in reason for reason in published.reasons)


def told_published(case: Case, published: Span) -> Evidence:
    """The date of publication as evidence."""
    return Evidence("published", "published", "the article's date", in_words(published))
