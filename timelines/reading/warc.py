"""Web archives (WARC, ISO 28500, also gzipped) to the articles of their HTML pages, one record after the other.

The day on which a page was archived is not that of its publication and is not taken for it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Document, Limits, Skipped, called, refuse_large
from timelines.reading.html import read_html
from timelines.reading.unpacking import BoundedStream

_PAGES = ("text/html", "application/xhtml+xml")
_PIECE = 65_536


def read_warc(data: bytes, *, name: str = "", limits: Limits | None = None) -> Iterator[Document | Skipped]:
    """The pages of the archive that were answered with 200; ``line`` is the number of the record.

    Raises InputError (field ``file``) for damaged archives and TooLargeError for what unpacks to more than allowed.
    """
    limits = limits or Limits()
    stream = io.BufferedReader(BoundedStream(data, limits.unpacked, name), _PIECE)
    budget = limits.unpacked
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if not _is_page(record):
                continue
            body = _content(record, min(limits.file, budget), name)
            budget -= len(body)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                found = read_html(body, name=url, url=url, encoding=_charset(record))
            except TooLargeError:
                raise
            except InputError as error:
                yield Skipped(number, str(error))
                continue
            yield Document(found.text, found.title, found.url, found.published, number)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, UnicodeError, AttributeError):
        raise InputError(
            f"{called(name)} is a damaged web archive. Make it again, or hand in its pages one by one.", field="file"
        ) from None


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        return False
    return str(kind).split(";")[0].strip().lower() in _PAGES


def _content(record: Any, limit: int, name: str) -> bytes:
    stream = record.content_stream()
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        refuse_large(f"A page of {called(name)}", size, limit)
        pieces.append(piece)
    return b"".join(pieces)


def _charset(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    kind = str(headers.get_header("Content-Type") or "")
    return kind.lower().partition("charset=")[2].split(";")[0].strip("\"' ")[:40]
