"""The error for commands that cannot be carried out as given."""

from __future__ import annotations


class UsageError(Exception):
    """One line for the person at the terminal: what, where, what to do. The program ends with status 2."""
