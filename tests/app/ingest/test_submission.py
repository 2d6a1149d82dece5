from __future__ import annotations

from typing import Literal

import pytest

from app.ingest.submission import Submission, parse_published
from timelines import Published, parse_edtf
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Document

LIMIT = 1_000


def test_the_same_text_and_date_have_the_same_id_whatever_the_title() -> None:
    plain = Submission.of("The war began.", published="2025-09-05", limit=LIMIT)
    titled = Submission.of("The war began.", title="War", published=" 2025-09-05 ", limit=LIMIT)
    assert plain.id == titled.id
    assert len(plain.id) == 20


def test_another_date_or_text_is_another_article() -> None:
    ids = {
        Submission.of(text, published=published, limit=LIMIT).id
        for text in ("The war began.", "The war began. ")
        for published in ("", "2025-09-05", "2025-09")
    }
    assert len(ids) == 6


def test_the_text_is_kept_as_it_is() -> None:
    text = "  A line.\r\nAnother one.\t\n"
    assert Submission.of(text, limit=LIMIT).text == text


def test_a_title_becomes_one_line() -> None:
    assert Submission.of("Text.", title="  A \n title ", limit=LIMIT).title == "A title"


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", " https://example.org "])
def test_web_addresses(url: str) -> None:
    assert Submission.of("Text.", url=url, limit=LIMIT).url == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "example.org",
        "ftp://example.org",
        "https://",
        "http://[",
        "https://a b.c",
        "data:text/html,x",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="http") as caught:
        Submission.of("Text.", url=url, limit=LIMIT)
    assert caught.value.field == "url"


@pytest.mark.parametrize("text", ["", " \n\t ", "half a pair \ud83d", "a \x00 byte", "an \x1b[31mescape"])
def test_texts_that_are_none(text: str) -> None:
    with pytest.raises(InputError) as caught:
        Submission.of(text, limit=LIMIT)
    assert caught.value.field == "text"


def test_the_limit_counts_bytes_and_is_named() -> None:
    Submission.of("é" * (LIMIT // 2), limit=LIMIT)
    with pytest.raises(TooLargeError, match="1,000 bytes") as caught:
        Submission.of("é" * (LIMIT // 2) + "e", limit=LIMIT)
    assert caught.value.field == "text"


@pytest.mark.parametrize("title", ["x" * 501, "bell \a", "\udc80"])
def test_titles_that_are_none(title: str) -> None:
    with pytest.raises(InputError) as caught:
        Submission.of("Text.", title=title, limit=LIMIT)
    assert caught.value.field == "title"


@pytest.mark.parametrize("written", ["2025-09-05", "2025-09", "2025-09-01/2025-09-05", "-0043-03-15", "1605"])
def test_publication_dates(written: str) -> None:
    span = parse_published(written)
    assert span is not None
    assert span.edtf == written


def test_no_publication_date() -> None:
    assert parse_published("  ") is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2025-02-30", "2025-02-30"),
        ("yesterday", "yesterday"),
        ("2025-13-01", "2025-13-01"),
        ("2025-09-05/..", "open on one side"),
        ("Y170000", "outside the years"),
        ("2" * 101, "too long"),
        ("\ud800", "not a date"),
    ],
)
def test_dates_that_are_none_say_why(written: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        parse_published(written)
    assert caught.value.field == "published"


def test_a_document_says_what_its_sender_does_not() -> None:
    said = Published(parse_edtf("2025-09-05"), "metadata", ("read from the feed (published)",))
    document = Document("The war began.", "A \u200b title " + "x" * 600, "https://example.org/1", said)
    own = Submission.of_document(document, limit=LIMIT)
    assert own.title.startswith("A title x")
    assert len(own.title) <= 500
    assert (own.url, own.published) == ("https://example.org/1", said.span)
    assert own.read_from == said.reasons
    given = Submission.of_document(document, title="T", published="2024", url="https://example.org/2", limit=LIMIT)
    assert (given.title, given.url, given.read_from) == ("T", "https://example.org/2", ())
    assert given.published == parse_edtf("2024")


@pytest.mark.parametrize(("origin", "refused"), [("metadata", False), ("given", True)])
def test_dates_of_documents_that_cannot_be_used(origin: Literal["given", "metadata"], refused: bool) -> None:
    document = Document("The war began.", published=Published(parse_edtf("2025/.."), origin))
    if refused:
        with pytest.raises(InputError):
            Submission.of_document(document, limit=LIMIT)
    else:
        assert Submission.of_document(document, limit=LIMIT).published is None
