from __future__ import annotations

import codecs

import pytest

from timelines.errors import InputError
from timelines.reading.text import read_text, require_text


def test_utf8_with_and_without_mark() -> None:
    assert read_text("Zürich, 4 Mai".encode()) == "Zürich, 4 Mai"
    assert read_text(codecs.BOM_UTF8 + "Zürich".encode()) == "Zürich"


def test_utf16_needs_its_mark() -> None:
    assert read_text(codecs.BOM_UTF16_LE + "Zürich".encode("utf-16-le")) == "Zürich"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7\n...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x00\x01\x02\xff\xfe\x00", "binary data"),
        ("Z\xfcrich".encode("latin-1"), "byte 1 (line 1) cannot be decoded"),
        ("ok\nok\nZ\xfcrich".encode("latin-1"), "byte 7 (line 3)"),
        (b"text with \x07 a bell", "control character U+0007 at character 10"),
    ],
)
def test_what_is_not_text_is_refused_precisely(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as raised:
        read_text(data, name="note.txt")
    assert words in str(raised.value)
    assert '"note.txt"' in str(raised.value)
    assert raised.value.field == "file"


def test_empty_text_is_refused() -> None:
    with pytest.raises(InputError, match="empty") as raised:
        require_text(" \n ")
    assert raised.value.field == "text"


def test_text_is_kept_as_it_is() -> None:
    text = "One.\r\nTwo.\tThree.\n"
    assert require_text(text) is text
