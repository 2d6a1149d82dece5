"""Temporal expressions: found in the text and resolved against a reference time."""

from __future__ import annotations

from timelines.chronology.span import Span
from timelines.model import Expression
from timelines.tagging.tagger import tag as tag_by_rules

__all__ = ["tag"]


def tag(
    text: str, reference: Span | None = None, *, language: str = "en", narrative: bool | None = None
) -> list[Expression]:
    """All temporal expressions of ``text``, in order, not overlapping.

    English has the full rules (see ``tagger.tag`` for ``reference`` and ``narrative``); in every other language
    (ISO 639-1 code) dates, weekdays and common relative words are found. Raises LookupError for an unknown language.
    """
    if language == "en":
        return tag_by_rules(text, reference, narrative=narrative)
    from timelines.tagging.foreign import tag_foreign  # names of months in all languages: only where they are needed

    return tag_foreign(text, reference, language, narrative=narrative)
