from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from tests.reading.files import WORDS, pdf
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Limits
from timelines.reading.pdf import read_pdf


def test_text_and_title() -> None:
    found = read_pdf(pdf(WORDS, info="/Title (Talks in Paris) /CreationDate (D:20210101)"))
    assert (found.text, found.title) == (WORDS, "Talks in Paris")
    assert found.published.span is None


def test_parted_words_are_joined() -> None:
    assert read_pdf(pdf("The two presi-", "dents met.")).text == "The two presidents met."


@pytest.mark.parametrize("title", ["Microsoft Word - x", "Untitled", "draft.docx"])
def test_names_of_files_are_no_titles(title: str) -> None:
    assert read_pdf(pdf(WORDS, info=f"/Title ({title})")).title == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 x", "damaged"),
        (pdf(WORDS)[:300], "damaged"),
        (pdf(WORDS).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "a.pdf"),
        (pdf(""), "holds no text"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_pdf(data, name="a.pdf")
    assert caught.value.field == "file"


def test_a_locked_file() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(WORDS))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError, match="locked with a password"):
        read_pdf(out.getvalue(), name="a.pdf")


def test_limits() -> None:
    with pytest.raises(TooLargeError, match="more than 0 pages"):
        read_pdf(pdf(WORDS), limits=Limits(pages=0))
    with pytest.raises(TooLargeError, match="more than 10 bytes"):
        read_pdf(pdf(WORDS), limits=Limits(text=10))
