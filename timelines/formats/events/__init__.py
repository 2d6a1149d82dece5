"""Formats for a list of events, of one article or of a timeline that people keep; one a file."""
