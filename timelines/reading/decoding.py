"""The characters of HTML and XML files, which name their encoding themselves."""

from __future__ import annotations

import codecs
import re

from timelines.errors import InputError
from timelines.reading.document import called

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The HTML standard looks for it in the first 1024 bytes.
_NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 1024
_XML_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,200}\?>\s*")
# The HTML standard reads what calls itself Latin-1 or ASCII as windows-1252.
_WESTERN = frozenset({"latin-1", "iso8859-1", "ascii"})
_UNSAFE = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"})
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}


def decode_markup(data: bytes, *, name: str = "", encoding: str = "") -> str:
    """The text of an HTML or XML file: by its byte order mark, ``encoding`` (of the HTTP header), or its own words.

    Without any of them UTF-8, else windows-1252; the XML declaration is left out, control characters become blanks.
    Raises InputError for binary data.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(marked, "replace"), name)
    found = _NAMED.search(data[:_HEAD])
    for label in (encoding or "-", found[1].decode("ascii") if found else "-", "utf-8"):
        codec = _codec(label)
        if codec:
            try:
                return _clean(data.decode(codec), name)
            except UnicodeDecodeError:
                continue
    return _clean(data.decode("windows-1252", "replace"), name)


def _codec(label: str) -> str:
    """The codec of an encoding, or "": Python also has codecs that make something else of bytes than text."""
    try:
        b"".decode(label)
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    if codec in _UNSAFE:
        return ""
    return "windows-1252" if codec in _WESTERN else codec


def _clean(text: str, name: str) -> str:
    if "\x00" in text[:_HEAD]:
        raise InputError(f"{called(name)} is binary data, not text.", field="file")
    return _XML_DECLARATION.sub("", text, count=1).translate(_CONTROLS)
