"""A story told by many articles: the days that mattered and what happened on them."""

from __future__ import annotations

from timelines.story.summary import ChosenSentence, Story, StoryDay, summarise

__all__ = ["ChosenSentence", "Story", "StoryDay", "summarise"]
