"""Bytes to text. What cannot be read as text is refused with the place where it fails."""

from __future__ import annotations

import codecs

from timelines.errors import InputError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What opens well-known binary formats that people drop by mistake, and how to call them.
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
)

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x85")


def read_text(data: bytes, *, name: str = "") -> str:
    """Decode plain text: UTF-8, or UTF-16 with a byte order mark.

    Raises InputError (field ``file``) for binary data, other encodings and empty files.
    """
    what = f'"{name}"' if name else "The file"
    if not data.strip():
        raise InputError(f"{what} is empty.", field="file")
    for signature, format_name in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{what} is {format_name}, not plain text. Save its text and try again.", field="file")
    encoding, body = "utf-8", data
    for mark, marked_encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            encoding, body = marked_encoding, data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in body[:4096]:
            raise InputError(f"{what} is binary data, not text.", field="file") from None
        line = body.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{what} is not {encoding.upper()} text: byte {error.start} (line {line}) cannot be decoded. "
            "Save it as UTF-8 and try again.",
            field="file",
        ) from None
    _refuse_controls(text, what)
    return text


def require_text(text: str) -> str:
    """Refuse what cannot be an article: nothing but space, or control characters. Returns the text unchanged."""
    if not text.strip():
        raise InputError("The text is empty.", field="text")
    _refuse_controls(text, "The text", field="text")
    return text


def _refuse_controls(text: str, what: str, *, field: str = "file") -> None:
    if text.isprintable():
        return
    for offset, character in enumerate(text):
        if character < " " and character not in _ALLOWED_CONTROLS:
            raise InputError(
                f"{what} contains the control character U+{ord(character):04X} at character {offset}; "
                "it looks like binary data, not text.",
                field=field,
            )
        if "\ud800" <= character <= "\udfff":
            raise InputError(
                f"{what} contains half of a surrogate pair (U+{ord(character):04X}) at character {offset}; "
                "save it as UTF-8 and try again.",
                field=field,
            )
