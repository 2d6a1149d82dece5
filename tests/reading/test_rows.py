from __future__ import annotations

import pytest

from timelines.errors import InputError
from timelines.reading.document import Document, Skipped
from timelines.reading.rows import read_csv, read_jsonl


def test_json_lines() -> None:
    data = b'{"id": 1, "text": "One.", "title": "T", "published": "2025-09", "url": "https://example.org"}\n\n{"text":"Two."}'
    first, second = read_jsonl(data)
    assert isinstance(first, Document)
    assert first.published.span is not None
    assert (first.text, first.title, first.url, first.line) == ("One.", "T", "https://example.org", 1)
    assert (first.published.span.edtf, first.published.origin) == ("2025-09", "given")
    assert isinstance(second, Document)
    assert (second.text, second.published.origin, second.line) == ("Two.", "unknown", 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        ('{"text": 5}', '"text" is not text'),
        ('{"title": "x"}', "text is empty"),
        ('{"text": "x", "published": "2025-02-30"}', "is not a date"),
        ('{"text": "a\\u0000b"}', "control character"),
        ('{"text": "a\\ud800b"}', "surrogate"),
    ],
)
def test_lines_that_are_skipped(line: str, reason: str) -> None:
    first, second = read_jsonl(f'{line}\n{{"text": "Two."}}'.encode())
    assert isinstance(first, Skipped)
    assert first.line == 1
    assert reason in first.reason
    assert isinstance(second, Document)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(delimiter: str) -> None:
    rows = [["Title", "TEXT", "published", "more"], ["A", '"One,\nor; two."', "2025", "x"], ["B", "", "", ""], ["C"]]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode("utf-8-sig")
    first, second, third = read_csv(data)
    assert isinstance(first, Document)
    assert (first.title, first.text, first.line) == ("A", "One,\nor; two.", 3)
    assert isinstance(second, Skipped)
    assert (second.line, second.reason) == (4, "The text is empty.")
    assert isinstance(third, Skipped)


def test_long_fields() -> None:
    (found,) = read_csv(b"text\n" + b"x" * 300_000)
    assert isinstance(found, Document)


def test_csv_that_breaks_off() -> None:
    first, second = read_csv(b'text\nOne.\n"Two')
    assert isinstance(first, Document)
    assert isinstance(second, Skipped)
    assert "from here on" in second.reason


def test_csv_without_a_text() -> None:
    with pytest.raises(InputError, match='no column called "text"'):
        list(read_csv(b"a,b\n1,2", name="a.csv"))
