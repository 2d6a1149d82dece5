"""Word documents (Office Open XML, ECMA-376) to articles: paragraphs in their order, tables row by row."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timelines.errors import InputError
from timelines.reading.document import Document, Limits, called, refuse_large, require_words
from timelines.reading.xml import local, parse_xml

_TEXT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_PARTS = 5_000
# What a reader does not see: deleted and moved text, field codes, the second telling of text boxes.
_UNSEEN = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback"})


def is_docx(data: bytes) -> bool:
    """Whether a ZIP archive is a Word document; only its table of contents is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _TEXT in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read_docx(data: bytes, *, name: str = "", limits: Limits | None = None) -> Document:
    """The article of a document. Raises InputError (field ``file``); nothing is written to disk."""
    limits = limits or Limits()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            refuse_large(called(name), len(parts), _PARTS, "parts")
            # A part never gives more bytes than the table of contents says, so no bomb goes off behind this.
            refuse_large(f"{called(name)} unpacked", sum(part.file_size for part in parts), limits.unpacked)
            body = archive.read(_TEXT)
            properties = archive.read(_PROPERTIES) if _PROPERTIES in archive.NameToInfo else b""
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError, ValueError):
        raise InputError(
            f"{called(name)} is a damaged or locked document. Save it again, or paste its text.", field="file"
        ) from None
    text = "\n\n".join(_paragraphs(parse_xml(body, name=name)))
    title = _title(parse_xml(properties, name=name)) if properties else ""
    return Document(require_words(text, name), title=title)


def _paragraphs(root: Element) -> Iterator[str]:
    """The paragraphs; iterative, so that no depth breaks it. A text box stands before the paragraph that holds it."""
    open_paragraphs: list[list[str]] = []
    walk: list[tuple[Element, bool]] = [(root, False)]
    while walk:
        element, closing = walk.pop()
        tag = local(element.tag)
        if closing:
            words = " ".join("".join(open_paragraphs.pop()).split())
            if words:
                yield words
            continue
        if tag in _UNSEEN:
            continue
        if tag == "p":
            open_paragraphs.append([])
            walk.append((element, True))
        elif open_paragraphs and tag == "t":
            open_paragraphs[-1].append(element.text or "")
        elif open_paragraphs and tag in {"tab", "br", "cr"}:
            open_paragraphs[-1].append(" ")
        elif open_paragraphs and tag == "noBreakHyphen":
            open_paragraphs[-1].append("-")
        walk += [(child, False) for child in reversed(element)]


def _title(root: Element) -> str:
    return next((" ".join((each.text or "").split()) for each in root if local(each.tag) == "title"), "")
