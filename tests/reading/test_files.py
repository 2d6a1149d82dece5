from __future__ import annotations

import gzip

import pytest

from tests.reading.files import ATOM, PUBLISHED, RSS, TIMEML, WORDS, docx, packed, page, pdf, warc
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Document, Limits, Skipped
from timelines.reading.files import kind_of, read_document, read_documents

DOCX = docx(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (WORDS.encode(), "a.pdf", "text"),
        (pdf(WORDS), "a.txt", "pdf"),
        (DOCX, "a.zip", "docx"),
        (packed({"a": b""}), "a.docx", "text"),
        (page(), "a.txt", "html"),
        (page().decode().encode("utf-16"), "a", "html"),
        (b"<!-- a comment --><html>", "", "html"),
        (b"<p>It rained.", "a.html", "html"),
        (b"It <b>rained</b>.", "a.html", "text"),
        (b"<p>It rained.", "a.txt", "text"),
        (b"<3 it rained", "", "text"),
        (TIMEML, "", "timeml"),
        (RSS, "a.html", "feed"),
        (ATOM, "", "feed"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><rss/>", "", "feed"),
        (b"<?xml version='1.0'?><other/>", "", "xml"),
        (warc(("https://x.org", page())), "", "warc"),
        (gzip.compress(warc(("https://x.org", page()))), "", "warc"),
        (gzip.compress(b"x", mtime=0), "a.warc.gz", "text"),
        (b'{"text": "x"}', "a.jsonl", "jsonl"),
        (b'{"text": "x"}', "a.txt", "text"),
        (b"text\nx", "a.csv", "csv"),
        (b"", "", "text"),
    ],
)
def test_kinds_are_told_by_content(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize("data", [WORDS.encode(), page(), pdf(WORDS), DOCX, TIMEML])
def test_one_article(data: bytes) -> None:
    assert WORDS in read_document(data, name="a").text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"a": b""}), "ZIP archive"),
        (RSS, "many articles"),
        (b"<?xml version='1.0'?><other/>", "XML of an unknown kind"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_article(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_document(data, name="a")


@pytest.mark.parametrize(
    ("data", "count"),
    [(b'{"text": "x"}\n{}', 2), (b"title,text\na,x\nb,y", 2), (RSS, 3), (warc(("https://x.org", page(PUBLISHED))), 1)],
)
def test_many_articles(data: bytes, count: int) -> None:
    found = list(read_documents(data, name="a"))
    assert len(found) == count
    assert all(isinstance(each, Document | Skipped) for each in found)


def test_limits() -> None:
    with pytest.raises(TooLargeError, match="more than 2 articles"):
        list(read_documents(b'{"text": "x"}\n' * 3, limits=Limits(articles=2)))
    with pytest.raises(TooLargeError, match="more than 5 bytes"):
        read_document(b"123456", limits=Limits(file=5))
    with pytest.raises(TooLargeError, match="more than 5 bytes"):
        list(read_documents(b"123456", limits=Limits(file=5)))


def test_a_single_article_is_no_list() -> None:
    with pytest.raises(InputError, match="no list of articles"):
        list(read_documents(WORDS.encode(), name="a.txt"))
