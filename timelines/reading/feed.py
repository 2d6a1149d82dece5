"""RSS and Atom feeds to articles (feedparser, BSD): title, address, date and the words that the feed carries.

The text of an entry is often its first sentences alone; the page at its address has the rest.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import feedparser  # type: ignore[import-untyped]

from timelines.chronology import Span
from timelines.errors import InputError
from timelines.model import Published
from timelines.reading.document import UNDATED, Document, Skipped, called
from timelines.reading.html import fragment_text
from timelines.reading.xml import xml_text


def read_feed(data: bytes, *, name: str = "") -> Iterator[Document | Skipped]:
    """The entries; ``line`` is the number of the entry. Raises InputError (field ``file``) where it is no feed.

    An entry without words of its own is given with its title and address and an empty text.
    """
    # As a stream: feedparser takes other values for addresses and names of files, and would open those.
    source = io.BytesIO(xml_text(data, name=name).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    found = feedparser.parse(source, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not found.version and not found.entries:
        raise InputError(f"{called(name)} is neither an RSS nor an Atom feed.", field="file")
    for number, entry in enumerate(found.entries, 1):
        title = " ".join(fragment_text(str(entry.get("title") or "")).split())
        url, text = str(entry.get("link") or "").strip(), _words(entry)
        if text or url:
            yield Document(text, title, url, _published(entry), number)
        else:
            yield Skipped(number, "The entry has neither a text nor an address.")


def _words(entry: Any) -> str:
    bodies = [str(each.get("value") or "") for each in entry.get("content") or ()]
    return max((fragment_text(body) for body in (*bodies, str(entry.get("summary") or ""))), key=len)


def _published(entry: Any) -> Published:
    for field in ("published", "updated"):
        # Asked first whether it is there: for `updated` feedparser would warn and give what was published.
        if f"{field}_parsed" not in entry:
            continue
        day = entry[f"{field}_parsed"]
        if day is not None and 1 <= day.tm_year <= 9_999:
            span = Span.day(day.tm_year, day.tm_mon, day.tm_mday)
            return Published(span, "metadata", (f"read from the feed ({field})",))
    return UNDATED
