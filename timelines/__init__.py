"""Reads articles, places their events on a canonical timeline, and flags what cannot be true in time."""
