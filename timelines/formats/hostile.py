"""Text of strangers on its way into files that other programs run: markup, spreadsheets, addresses."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote, urlsplit

# XML 1.0 (fifth edition), production 2: everything else must not stand in a document, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}

# Spreadsheets run cells that open like this; a leading apostrophe keeps them text (OWASP, CSV injection).
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_BCE = re.compile(r"-\d{4,}[-\d/.~?%X]*")

_NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
_LONGEST_ADDRESS = 2_000


def markup(text: str) -> str:
    """The text for XML and HTML, in content and in quoted attributes; one character for one."""
    return "".join(_MARKUP.get(character, character) for character in _NOT_XML.sub(_REPLACEMENT, text))


def has_controls(text: str) -> bool:
    """Whether ``markup`` has to replace characters that no XML document may hold."""
    return _NOT_XML.search(text) is not None


def one_line(text: str) -> str:
    """The text on one line without control characters."""
    return " ".join(_NOT_XML.sub(" ", text).split())


def web_address(text: str) -> str:
    """An address of http or https that is safe to follow and to write anywhere, or an empty string."""
    if len(text) > _LONGEST_ADDRESS or _NOT_IN_ADDRESSES.search(text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def article_address(article_id: str, url: str) -> str:
    """The address of an article: its own, or a name for it (RFC 8141 syntax)."""
    return web_address(url) or f"urn:timelines:article:{quote(article_id, safe='')}"


def cell(value: object) -> object:
    """A spreadsheet's cell that nothing runs; ``cell_text`` gives the text back."""
    if isinstance(value, str) and _FORMULA.match(value) and not _BCE.fullmatch(value):
        return "'" + value
    return value


def cell_text(value: str) -> str:
    """The text of a cell that ``cell`` made."""
    return value[1:] if value.startswith("'") and _FORMULA.match(value) else value


def script_json(document: Any) -> str:
    """JSON that may also stand inside a ``script`` element: no character of it can end the element."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text + "\n"
