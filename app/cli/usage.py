"""What cannot be carried out as given, and how it is said."""

from __future__ import annotations

import sys


class UsageError(Exception):
    """One line for the person at the terminal: what, where, what to do. The program ends with status 2."""


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"timelines: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201 - this is the terminal
