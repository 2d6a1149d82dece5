from __future__ import annotations

import gzip

import pytest

from tests.reading.files import WORDS, page, warc
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Document, Limits, Skipped
from timelines.reading.warc import read_warc

PAGES = (("https://example.org/1", page()), ("https://example.org/2", b"<html></html>"), ("https://x.org/3", page("")))


@pytest.mark.parametrize("coding", ["", "gzip"])
@pytest.mark.parametrize("outer", [bytes, gzip.compress])
def test_pages_of_an_archive(coding: str, outer: type[bytes]) -> None:
    first, second, third = read_warc(outer(warc(*PAGES, coding=coding)))
    assert isinstance(first, Document)
    assert isinstance(second, Skipped)
    assert isinstance(third, Document)
    assert WORDS in first.text
    assert (first.url, first.line, second.line, third.line) == ("https://example.org/1", 1, 2, 3)
    assert first.published.span is not None
    assert first.published.span.edtf == "2025-09-05"
    # The day of archiving is not that of publication.
    assert third.published.span is None


def test_only_pages_that_were_there() -> None:
    assert list(read_warc(warc(*PAGES, status="404 Not Found"))) == []


def test_bombs() -> None:
    huge = warc(("https://example.org/1", b"<html>" + b" " * 5_000_000), coding="gzip")
    for data in (huge, gzip.compress(huge), gzip.compress(warc(("https://x.org", b" " * 5_000_000), status="404 No"))):
        assert len(data) < 20_000
        with pytest.raises(TooLargeError):
            list(read_warc(data, limits=Limits(unpacked=1_000_000)))


@pytest.mark.parametrize("data", [gzip.compress(warc(*PAGES))[:200], b"something else"])
def test_damaged_archives(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.warc"):
        list(read_warc(data, name="a.warc"))
