"""Temporal expressions: found in the text and resolved against a reference time."""

from timelines.tagging.tagger import tag

__all__ = ["tag"]
