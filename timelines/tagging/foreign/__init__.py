"""Explicit dates, weekdays and common relative words in languages other than English."""

from timelines.tagging.foreign.tagger import described_languages, tag_foreign

__all__ = ["described_languages", "tag_foreign"]
