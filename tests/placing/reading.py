"""Mentions for the tests of placing across articles, read from real sentences."""

from __future__ import annotations

from timelines import parse_edtf, reconstruct
from timelines.canon.canon import Canon
from timelines.placing.sighting import Sighting, sightings

EMPTY = Canon({})


def seen(text: str, published: str = "2024-06-14") -> list[Sighting]:
    """All mentions of a text that are told from outside its article."""
    return sightings(reconstruct(text, published=parse_edtf(published), canon=EMPTY))


def first(text: str, stem: str, published: str = "2024-06-14") -> Sighting:
    """The mention whose trigger has this base form."""
    return next(mention for mention in seen(text, published) if mention.stem == stem)
