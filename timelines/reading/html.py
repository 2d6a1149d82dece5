"""HTML pages to articles: text and title by trafilatura, the publication date by htmldate (both Apache-2.0).

The publication date says what it was read from: the metadata of the page, its address, or what stands on it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice
from typing import Any, Final

from htmldate import find_date
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as markup
from trafilatura import bare_extraction

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.errors import InputError
from timelines.model import Published
from timelines.reading.decoding import decode_markup
from timelines.reading.document import UNDATED, Document, called, require_words

# htmldate leaves out what lies after its last date, by default the day on which it runs; the engine knows no today.
_LAST: Final = "2999-12-31"
# Pages about old newspapers have metadata of their time; the first weekly newspaper is of 1605.
_FIRST: Final = "1605-01-01"
# News pages have some 5,000 elements. Above this, where telling the article from its frame would take more than
# about two seconds (measured on pages of paragraphs and of nested tables), all words of a page are taken.
_MOST_ELEMENTS: Final = 20_000
_MOST_METADATA: Final = 500
_DATE_IN_PATH: Final = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/.-]|$)")
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|"
    "section|table|td|th|tr|ul"
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "head", "svg", "math", "object", "iframe"})


def read_html(data: bytes, *, name: str = "", url: str = "", encoding: str = "") -> Document:
    """The article of a page. Raises InputError (field ``file``) where there is none."""
    tree = _parse(decode_markup(data, name=name, encoding=encoding), name)
    published = _published(tree, url)
    title, text = (_title(tree), "") if _is_vast(tree) else _main_text(tree, url)
    return Document(require_words(text or _words(tree), name), title=title, url=url, published=published)


def fragment_text(source: str) -> str:
    """The words of a piece of HTML, its blocks as paragraphs."""
    if "<" not in source and "&" not in source:
        return source.strip()
    try:
        return _words(_parse(f"<html><body>{source}</body></html>", ""))
    except InputError:
        return ""


def _parse(source: str, name: str) -> Any:
    parser = markup.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        tree = markup.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError(f"{called(name)} cannot be read as HTML. Paste its text instead.", field="file") from None
    return tree


def _is_vast(tree: Any) -> bool:
    return next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None


def _main_text(tree: Any, url: str) -> tuple[str, str]:
    try:
        found = bare_extraction(
            deepcopy(tree),
            url=url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST},
        )
    except (RecursionError, ValueError, etree.LxmlError):
        found = None
    if found is None or isinstance(found, dict):
        return _title(tree), ""
    # One line is one paragraph.
    paragraphs = [line.strip() for line in (found.text or "").split("\n") if line.strip()]
    return " ".join((found.title or _title(tree)).split()), "\n\n".join(paragraphs)


def _title(tree: Any) -> str:
    return " ".join((tree.findtext(".//title") or "").split())


def _words(tree: Any) -> str:
    """All words of a page, without those that are not shown; iterative, so that no depth breaks it."""
    pieces: list[str] = []
    body = tree.find("body")
    depth_silent = 0
    for action, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if action == "start":
            depth_silent += name in _SILENT
            if _BLOCK.fullmatch(name):
                pieces.append("\n")
            if not depth_silent:
                pieces.append(re.sub(r"\s+", " ", element.text or ""))
        else:
            depth_silent -= name in _SILENT
            if _BLOCK.fullmatch(name):
                pieces.append("\n")
            if not depth_silent:
                pieces.append(re.sub(r"\s+", " ", element.tail or ""))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _published(tree: Any, url: str) -> Published:
    head = _metadata(tree)
    written = _find(head)
    if written:
        return _known(written, f"read from the metadata of the page{_place(head, written)}")
    links = tree.xpath('.//link[@rel="canonical"]/@href')
    for address in (url, *map(str, links[:1])):
        found = _DATE_IN_PATH.search(address)
        if found:
            year, month, day = map(int, found.groups())
            published = _known(f"{year:04}-{month:02}-{day:02}", "read from the address of the page")
            if published.span is not None:
                return published
    shown = "" if _is_vast(tree) else _find(tree)
    return _known(shown, "read from what stands on the page") if shown else UNDATED


def _metadata(tree: Any) -> Any:
    """A page of nothing but the metadata of this one."""
    page = markup.Element("html")
    head = etree.SubElement(page, "head")
    for element in islice(tree.iter("meta", "script"), _MOST_METADATA):
        if element.tag == "meta" or "json" in (element.get("type") or ""):
            copy = deepcopy(element)
            copy.tail = None
            head.append(copy)
    etree.SubElement(page, "body")
    return page


def _find(tree: Any) -> str:
    try:
        found = find_date(deepcopy(tree), extensive_search=False, original_date=True, min_date=_FIRST, max_date=_LAST)
    except (RecursionError, ValueError, OverflowError, etree.LxmlError):
        return ""
    return found or ""


def _place(head: Any, written: str) -> str:
    """Which piece of metadata says this date, where it can be told."""
    for element in head.iter("meta"):
        if written in (element.get("content") or ""):
            label = element.get("property") or element.get("name") or element.get("itemprop") or ""
            return f" ({label[:60]})" if label else ""
    for element in head.iter("script"):
        found = re.search(rf'"(date\w{{1,20}})"\s*:\s*"{re.escape(written)}', element.text or "")
        if found:
            return f" ({found[1]})"
    return ""


def _known(written: str, reason: str) -> Published:
    try:
        return Published(parse_edtf(written), "metadata", (reason,))
    except EdtfError:
        return UNDATED
