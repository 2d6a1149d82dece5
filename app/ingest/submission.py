"""What somebody hands in to be read, checked before anything is done with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Document
from timelines.reading.text import require_text

_TITLE_LENGTH = 500
_URL_LENGTH = 2_000
_PUBLISHED_LENGTH = 100
_ID_LENGTH = 20

# Days from the year -9999 to the year 9999: what a person can have published, and what ISO dates can write.
_YEARS = (-9_999, 9_999)


@dataclass(frozen=True, slots=True)
class Submission:
    """A text that can be read, with what its sender knows about it. Made by ``Submission.of``."""

    text: str
    title: str = ""
    published: Span | None = None
    url: str = ""
    read_from: tuple[str, ...] = ()
    """Where the publication date was read, when nobody gave it."""

    @classmethod
    def of(cls, text: str, *, title: str = "", published: str = "", url: str = "", limit: int) -> Submission:
        """Check the parts; ``limit`` is the longest text in bytes of UTF-8, ``published`` is EDTF or empty.

        Raises InputError with the name of the part in ``field``; TooLargeError where the text is too long.
        """
        _require_unicode(text, "text")
        refuse_oversize(len(text.encode()), limit, field="text")
        return cls(
            text=require_text(text),
            title=_title(title),
            published=parse_published(published),
            url=_url(url),
        )

    @classmethod
    def of_document(
        cls, document: Document, *, title: str = "", published: str = "", url: str = "", limit: int
    ) -> Submission:
        """What a file holds; what its sender says of it goes before what it says itself. Raises as ``of``."""
        submission = cls.of(
            document.text,
            title=title.strip() or _shortened(document.title),
            published=published,
            url=url.strip() or document.url,
            limit=limit,
        )
        own = document.published
        if submission.published is not None or own.span is None:
            return submission
        try:
            span = parse_published(own.span.edtf)
        except InputError:
            if own.origin == "given":
                raise
            return submission
        return replace(submission, published=span, read_from=own.reasons)

    @property
    def id(self) -> str:
        """The same for the same text and publication date: what the article is known by.

        The date belongs to it because a text means something else on another day. A title does not.
        """
        published = self.published.edtf if self.published else ""
        digest = hashlib.sha256(f"{published}\n{self.text}".encode())
        return digest.hexdigest()[:_ID_LENGTH]


def parse_published(written: str) -> Span | None:
    """A publication date as a span, None for blank; raises InputError (field ``published``)."""
    written = written.strip()
    if not written:
        return None
    if len(written) > _PUBLISHED_LENGTH:
        raise InputError("The publication date is too long for a date.", field="published")
    try:
        span = parse_edtf(written)
    except EdtfError as error:
        raise InputError(
            f"{written!r} is not a date: {error.reason}. Write it like 2025-09-05 or 2025-09.",
            field="published",
        ) from None
    first, last = span.earliest_iso, span.latest_iso
    if first is None or last is None:
        raise InputError(
            f"{written!r} is open on one side; a publication date needs a beginning and an end, "
            "like 2025-09-01/2025-09-05.",
            field="published",
        )
    if not all(_YEARS[0] <= _year(day) <= _YEARS[1] for day in (first, last)):
        raise InputError(f"{written!r} lies outside the years -9999 to 9999.", field="published")
    return span


def refuse_oversize(size: int, limit: int, *, field: str) -> None:
    """Raise TooLargeError when there are more bytes than the limit."""
    if size > limit:
        raise TooLargeError(
            f"The text is {_megabytes(size)} long; the limit is {_megabytes(limit)} "
            f"({limit:,} bytes of UTF-8). Send it in parts.",
            field=field,
        )


def _title(title: str) -> str:
    _require_unicode(title, "title")
    title = " ".join(title.split())
    if len(title) > _TITLE_LENGTH:
        raise InputError(f"The title has {len(title)} characters; the limit is {_TITLE_LENGTH}.", field="title")
    if not title.isprintable():
        raise InputError("The title contains control characters.", field="title")
    return title


def _shortened(title: str) -> str:
    """A title that a file gives itself: whoever hands the file in cannot be asked to change it."""
    printable = "".join(filter(str.isprintable, " ".join(title.split())))
    return " ".join(printable.split())[:_TITLE_LENGTH].strip()


def _url(url: str) -> str:
    _require_unicode(url, "url")
    url = url.strip()
    if not url:
        return ""
    if len(url) > _URL_LENGTH:
        raise InputError(f"The address has {len(url)} characters; the limit is {_URL_LENGTH}.", field="url")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or not url.isprintable() or " " in url:
        raise InputError("This is not a web address; it begins with http:// or https://.", field="url")
    return url


def _require_unicode(value: str, field: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"The {field} is not valid Unicode: character {error.start} is half of a surrogate pair.",
            field=field,
        ) from None


def _year(iso_day: str) -> int:
    digits = iso_day.removeprefix("Y")
    sign = -1 if digits.startswith("-") else 1
    return sign * int(digits.lstrip("-").split("-")[0])


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1_000:.1f} kB"
