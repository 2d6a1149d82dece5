"""How articles are taken in: a file, an address, or a file of many, each checked and bounded by the settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ingest.submission import Submission, refuse_oversize
from timelines.errors import InputError
from timelines.reading.document import Document, Limits, Skipped
from timelines.reading.files import read_document, read_documents

if TYPE_CHECKING:
    from app.ingest.fetching import Fetcher
    from app.reading_settings import ReadingSettings
    from app.settings import Settings

# Text packs about as well as this; a document of pictures that unpacks further is not an article.
_UNPACKED = 5


def limits_of(settings: Settings | ReadingSettings) -> Limits:
    """How much is read under these settings."""
    return Limits(
        file=settings.max_file_bytes,
        unpacked=_UNPACKED * settings.max_file_bytes,
        text=settings.max_text_bytes,
        articles=settings.max_import_articles,
    )


def fetcher_of(settings: Settings) -> Fetcher | None:
    """What fetches pages under these settings; None where nothing may be fetched."""
    if not settings.fetch:
        return None
    # Commands that read files do without an HTTP client.
    from app.ingest.fetching import Fetcher

    return Fetcher(ports=settings.fetch_ports, limit=settings.max_file_bytes, seconds=settings.fetch_seconds)


@dataclass(frozen=True, slots=True)
class Found:
    """One article of many: where it stands among them (line, record or entry, from 1), and what to read."""

    line: int
    submission: Submission


@dataclass(frozen=True, slots=True)
class Intake:
    """Makes submissions of what is handed in; ``fetcher`` is None where nothing may be fetched."""

    limits: Limits
    fetcher: Fetcher | None = None

    def file(self, data: bytes, name: str, *, title: str = "", published: str = "", url: str = "") -> Submission:
        """The article of a file of any kind that is read. Raises InputError (mostly field ``file``)."""
        document = read_document(data, name=name, limits=self.limits)
        refuse_oversize(len(document.text.encode("utf-8", "replace")), self.limits.text, field="file")
        return Submission.of_document(document, title=title, published=published, url=url, limit=self.limits.text)

    def address(self, url: str, *, title: str = "", published: str = "") -> Submission:
        """The article at a web address. Raises InputError (field ``url``) where it cannot be had."""
        fetched = self._fetcher().fetch(url)
        try:
            document = read_document(
                fetched.body, name=fetched.url, url=fetched.url, encoding=fetched.encoding, limits=self.limits
            )
            return Submission.of_document(
                document, title=title, published=published, url=fetched.url, limit=self.limits.text
            )
        except InputError as error:
            if error.field in ("file", "text"):
                error.field = "url"
            raise

    def many(self, data: bytes, name: str) -> Iterator[Found | Skipped]:
        """The articles of a file of many. Raises InputError (field ``file``) for the file as a whole."""
        # All of them before the first is given: a file with too many is refused before anything is kept.
        for each in list(read_documents(data, name=name, limits=self.limits)):
            yield each if isinstance(each, Skipped) else self._one_of_many(each)

    def feed(self, url: str) -> Iterator[Found | Skipped]:
        """The same of the feed or list at a web address. Raises InputError (field ``url``)."""
        fetched = self._fetcher().fetch(url)
        try:
            yield from self.many(fetched.body, fetched.url)
        except InputError as error:
            error.field = "url"
            raise

    def _one_of_many(self, document: Document) -> Found | Skipped:
        try:
            return Found(document.line, Submission.of_document(document, limit=self.limits.text))
        except InputError as error:
            return Skipped(document.line, str(error))

    def _fetcher(self) -> Fetcher:
        if self.fetcher is None:
            raise InputError(
                "This service fetches nothing from the web (its setting TIMELINES_FETCH is off). Hand in the text.",
                field="url",
            )
        return self.fetcher
