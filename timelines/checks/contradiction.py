"""Two statements of one article that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The words of the earlier and of the later statement, what to say, and what the later one should be."""

    before: Place
    here: Place
    message: str
    suggestion: str
