"""Temporal expressions: found in the text and resolved against a reference time."""
