"""Many articles into the library, one after the other; what cannot be read is reported, not dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.ingest.taking_in import Found
from app.library import Library
from timelines.errors import InputError
from timelines.reading.document import Skipped


@dataclass(frozen=True, slots=True)
class Imported:
    """The ids of new articles, of those that were there already, and what was skipped."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def import_articles(library: Library, found: Iterable[Found | Skipped]) -> Imported:
    """Add them all. An import that broke off can be made again: what is there is recognised."""
    added: list[str] = []
    known: list[str] = []
    skipped: list[Skipped] = []
    for each in found:
        if isinstance(each, Skipped):
            skipped.append(each)
            continue
        try:
            result = library.add(each.submission)
        except InputError as error:
            skipped.append(Skipped(each.line, str(error)))
            continue
        (added if result.created else known).append(result.article.id)
    return Imported(tuple(added), tuple(known), tuple(skipped))
