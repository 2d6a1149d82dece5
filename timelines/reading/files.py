"""What kind of file bytes are, told by their content, and the reader of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from timelines.errors import InputError
from timelines.reading.document import Document, Limits, Skipped, called, refuse_large
from timelines.reading.text import read_text

Kind = Literal["text", "html", "pdf", "docx", "timeml", "feed", "xml", "warc", "jsonl", "csv"]

_HEAD = 4_096
_PDF_HEAD = 1_024  # Readers of PDF find its signature this far in.
_BEFORE_ROOT = re.compile(
    r"(?:\s+|<\?.{0,500}?\?>|<!--.{0,3000}?-->|<!DOCTYPE\s+(?!html)[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>)",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})")
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_PAGE_NAME = re.compile(r"\.(?:x?html?)$", re.IGNORECASE)
_FEEDS = frozenset({"rss", "feed", "rdf"})


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a file. The name is asked only between kinds that may look alike: HTML, rows, plain text."""
    from timelines.reading.unpacking import first_bytes

    if b"%PDF-" in data[:_PDF_HEAD]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from timelines.reading.docx import is_docx

        return "docx" if is_docx(data) else "text"
    if data.startswith(b"WARC/") or (data.startswith(b"\x1f\x8b") and first_bytes(data, 5) == b"WARC/"):
        return "warc"
    head = _characters(data[:_HEAD])
    if head.lstrip().startswith("<"):
        return _markup(head, name)
    if name.lower().endswith((".jsonl", ".ndjson")):
        return "jsonl"
    if name.lower().endswith((".csv", ".tsv")):
        return "csv"
    return "html" if _PAGE.search(head) and _PAGE_NAME.search(name) else "text"


def holds_many(data: bytes, name: str = "") -> bool:
    """Whether a file is one of many articles: for ``read_documents``, not for ``read_document``."""
    return kind_of(data, name) in ("warc", "feed", "jsonl", "csv")


def read_document(
    data: bytes, *, name: str = "", url: str = "", encoding: str = "", limits: Limits | None = None
) -> Document:
    """The one article of a file: plain text, HTML, PDF, Word, TimeML.

    ``url`` and ``encoding`` are those of the page that it was fetched from. Raises InputError (field ``file``) with
    what is wrong and what to do, TooLargeError where there is too much. Files of many articles: ``read_documents``.
    """
    limits = limits or Limits()
    refuse_large(called(name), len(data), limits.file)
    match kind_of(data, name):
        case "html":
            from timelines.reading.html import read_html

            return read_html(data, name=name, url=url, encoding=encoding)
        case "pdf":
            from timelines.reading.pdf import read_pdf

            return read_pdf(data, name=name, limits=limits)
        case "docx":
            from timelines.reading.docx import read_docx

            return read_docx(data, name=name, limits=limits)
        case "timeml":
            from timelines.reading.timeml import read_timeml

            return read_timeml(data, name=name)
        case "feed" | "warc":
            raise InputError(f"{called(name)} holds many articles. Import it: they become one each.", field="file")
        case "xml":
            raise InputError(
                f"{called(name)} is XML of an unknown kind; TimeML and feeds are read. Paste its text instead.",
                field="file",
            )
        case _:
            return Document(read_text(data, name=name), url=url)


def read_documents(data: bytes, *, name: str = "", limits: Limits | None = None) -> Iterator[Document | Skipped]:
    """The articles of a file of many: JSON Lines, CSV, WARC, RSS, Atom; one after the other, with what was skipped.

    Raises InputError (field ``file``) for other files, and TooLargeError after ``limits.articles`` of them.
    """
    limits = limits or Limits()
    refuse_large(called(name), len(data), limits.file)
    for count, each in enumerate(_rows(data, name, limits), 1):
        refuse_large(called(name), count, limits.articles, "articles")
        yield each


def _rows(data: bytes, name: str, limits: Limits) -> Iterator[Document | Skipped]:
    kind = kind_of(data, name)
    if kind == "text":
        kind = _rows_without_name(_characters(data[:_HEAD]))
    match kind:
        case "warc":
            from timelines.reading.warc import read_warc

            return read_warc(data, name=name, limits=limits)
        case "feed":
            from timelines.reading.feed import read_feed

            return read_feed(data, name=name)
        case "jsonl":
            from timelines.reading.rows import read_jsonl

            return read_jsonl(data, name=name)
        case "csv":
            from timelines.reading.rows import read_csv

            return read_csv(data, name=name, limits=limits)
        case _:
            raise InputError(
                f"{called(name)} is no list of articles. JSON Lines, CSV with a column called text, WARC, RSS and "
                "Atom can be imported; a single article is handed in by itself.",
                field="file",
            )


def _rows_without_name(head: str) -> Kind:
    if head.lstrip().startswith("{"):
        return "jsonl"
    names = re.split(r"[,;\t]", head.lstrip().split("\n", 1)[0].lower())
    return "csv" if "text" in (name.strip('" \r') for name in names) else "text"


def _characters(head: bytes) -> str:
    """The first characters, well enough to tell what they open."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _markup(head: str, name: str) -> Kind:
    position = 0
    while found := _BEFORE_ROOT.match(head, position):
        position = found.end()
    if _PAGE.match(head, position):
        return "html"
    root = _ROOT.match(head, position)
    local = root[1].lower() if root else ""
    if local == "timeml":
        return "timeml"
    if local in _FEEDS:
        return "feed"
    if _PAGE_NAME.search(name) or _PAGE.search(head):
        return "html"
    return "xml" if head.lstrip().startswith("<?xml") else "text"
