"""PDF documents to articles: the text that they carry (pypdf, BSD). Pictures of text are not read.

A PDF's own date is that of the file, often years after the words were published, so none is taken from it.
"""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from timelines.errors import InputError
from timelines.reading.document import Document, Limits, called, refuse_large

# A word that was parted at the end of a line.
_PARTED = re.compile(r"(?<=[a-zà-ÿ])-[ \t]*\n[ \t]*(?=[a-zà-ÿ])")
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n"}
_NO_TITLE = re.compile(r"^(?:untitled|microsoft word|document\d*)\b|\.\w{2,5}$", re.IGNORECASE)
# What pypdf lets through from files that are broken on purpose or by accident.
_BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError)


def read_pdf(data: bytes, *, name: str = "", limits: Limits | None = None) -> Document:
    """The article of a PDF. Raises InputError (field ``file``): damaged, locked, or pictures of text alone."""
    limits = limits or Limits()
    try:
        title, text = _read(data, name, limits)
    except InputError:
        raise
    except (*_BROKEN, AssertionError, MemoryError):
        raise InputError(
            f"{called(name)} is a damaged PDF document. Save it again, or paste its text.", field="file"
        ) from None
    if not text.strip():
        raise InputError(
            f"{called(name)} holds no text, perhaps pictures of it. Recognise its letters first (OCR), "
            "or paste its text.",
            field="file",
        )
    return Document(text, title=title)


def _read(data: bytes, name: str, limits: Limits) -> tuple[str, str]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{called(name)} is locked with a password. Save it without one.", field="file")
    refuse_large(called(name), len(reader.pages), limits.pages, "pages")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        words = page.extract_text().encode("utf-8", "replace").decode().translate(_CONTROLS)
        size += len(words)
        refuse_large(f"The text of {called(name)}", size, limits.text)
        pages.append(_PARTED.sub("", words).strip())
    title = " ".join(str((reader.metadata and reader.metadata.title) or "").split())
    return "" if _NO_TITLE.search(title) or not title.isprintable() else title, "\n\n".join(filter(None, pages))
