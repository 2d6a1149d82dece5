"""The forms in which a pack keeps names and words, the same when they are written and when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from timelines.canon.names import straight
from timelines.canon.question import raw_words, reduced
from timelines.canon.schema import Fact

_PIECES: Final = re.compile(r"[/\W_]+")


def name_form(name: str) -> str:
    """A name without case, with straight apostrophes and single spaces."""
    return straight(" ".join(name.split())).casefold()


def all_names(fact: Fact) -> Iterable[str]:
    """Every name of a fact, those of its other datings and titles included."""
    yield from fact.names
    for reading in fact.readings:
        yield from reading.names
    yield from fact.titles


def spelled_words(fact: Fact) -> set[str]:
    """The words of all names as they are written."""
    return {word for name in all_names(fact) for word in raw_words(name)}


def search_words(words: Iterable[str]) -> list[str]:
    """Words in their one form, in pieces that are one token each."""
    pieces = (piece for word in words for piece in _PIECES.split(reduced(word)) if piece)
    return list(dict.fromkeys(pieces))
