"""What a file or a page holds: an article before it is read, or the reason why a row is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timelines.errors import InputError, TooLargeError
from timelines.model import Published, Timeline

UNDATED = Published(None, "unknown")


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one article and what its file says about it; ``line`` is where it stands among others."""

    text: str
    title: str = ""
    url: str = ""
    published: Published = UNDATED
    line: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row, record or entry that is no article: its line or number (from 1) and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of a file and of all that is unpacked from it, articles, pages."""

    file: int = 20_000_000
    unpacked: int = 100_000_000
    text: int = 2_000_000
    articles: int = 1_000
    pages: int = 500


def dated_by_file(timeline: Timeline, published: Published) -> Timeline:
    """A timeline that was read with the publication date of its file, saying that it comes from there."""
    return replace(timeline, article=replace(timeline.article, published=published))


def refuse_large(what: str, size: int, limit: int, unit: str = "bytes") -> None:
    """Raise TooLargeError (field ``file``) if there is more than the limit."""
    if size > limit:
        raise TooLargeError(
            f"{what} has more than {limit:,} {unit}, the limit. Send it in parts.",
            field="file",
        )


def called(name: str) -> str:
    """How messages call a file."""
    return f'"{name}"' if name else "The file"


def require_words(text: str, name: str) -> str:
    """The text; InputError (field ``file``) where there is none."""
    if not text.strip():
        raise InputError(f"{called(name)} holds no text of an article.", field="file")
    return text
