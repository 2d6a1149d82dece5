from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.ingest.submission import Submission
from app.ingest.taking_in import Found, Intake, fetcher_of, limits_of
from app.settings import Settings
from tests.app.ingest.web import serve_web
from tests.reading.files import RSS, TIMEML, WORDS, docx, page, pdf
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Limits, Skipped

LIMITS = Limits(file=100_000, unpacked=500_000, text=2_000, articles=3)


@pytest.fixture
def intake() -> Iterator[Intake]:
    with serve_web() as web:
        yield Intake(LIMITS, web.fetcher)


def test_the_settings_decide() -> None:
    settings = Settings(max_file_bytes=5_000, max_text_bytes=1_000, max_import_articles=7, fetch_ports=(8080,))
    assert limits_of(settings) == Limits(file=5_000, unpacked=25_000, text=1_000, articles=7)
    fetcher = fetcher_of(settings)
    assert fetcher is not None
    assert (fetcher.ports, fetcher.limit) == ((8080,), 5_000)
    assert fetcher_of(Settings(fetch=False)) is None


@pytest.mark.parametrize(
    "data", [WORDS.encode(), WORDS.encode("utf-16"), page(), pdf(WORDS), TIMEML, docx(f"<w:p><w:t>{WORDS}</w:t></w:p>")]
)
def test_files_of_every_kind(intake: Intake, data: bytes) -> None:
    submission = intake.file(data, "a", title="Mine", published="2025")
    assert WORDS in submission.text
    assert (submission.title, submission.read_from) == ("Mine", ())


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 x", b"PK\x03\x04x", b"\x89PNG\r\n", "Élysée".encode("latin-1"), b"a\x00b", RSS, b"\x1f\x8b\x08"],
)
def test_files_that_are_no_article(intake: Intake, data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt") as caught:
        intake.file(data, "a.txt")
    assert caught.value.field == "file"


@pytest.mark.parametrize("data", [b"x" * 2_001, b"x" * 100_001, b"<html><body>" + b"<p>word word" * 500])
def test_files_over_a_limit(intake: Intake, data: bytes) -> None:
    with pytest.raises(TooLargeError) as caught:
        intake.file(data, "a.txt")
    assert caught.value.field == "file"


def test_a_page_on_the_web(intake: Intake) -> None:
    found = intake.address("http://news.example/to-page")
    assert (found.title, found.url) == ("Talks in Paris", "http://news.example/page")
    assert found.published is not None
    assert found.published.edtf == "2025-09-05"
    assert "article:published_time" in found.read_from[0]
    assert intake.address("http://news.example/pdf", title="Mine").title == "Mine"


@pytest.mark.parametrize("path", ["/rss", "/gone", "/huge", "/to-loopback"])
def test_addresses_without_an_article(intake: Intake, path: str) -> None:
    with pytest.raises(InputError) as caught:
        intake.address(f"http://news.example{path}")
    assert caught.value.field == "url"


def test_fetching_can_be_off() -> None:
    with pytest.raises(InputError, match="TIMELINES_FETCH is off"):
        Intake(LIMITS).address("http://news.example/page")
    with pytest.raises(InputError, match="TIMELINES_FETCH is off"):
        list(Intake(LIMITS).feed("http://news.example/rss"))


def test_many_articles(intake: Intake) -> None:
    rows = b'{"text": "One.", "url": "javascript:x"}\n{"text": "Two.", "published": "2025"}\n{}'
    first, second, third = intake.many(rows, "a.jsonl")
    assert isinstance(first, Skipped)
    assert (first.line, "web address" in first.reason) == (1, True)
    assert isinstance(second, Found)
    assert (second.line, second.submission) == (2, Submission.of("Two.", published="2025", limit=100))
    assert isinstance(third, Skipped)


def test_too_many_articles_give_none(intake: Intake) -> None:
    with pytest.raises(TooLargeError, match="more than 3 articles"):
        next(intake.many(b'{"text": "x"}\n' * 4, "a.jsonl"))


def test_a_feed_on_the_web(intake: Intake) -> None:
    first, *rest = intake.feed("http://news.example/rss")
    assert isinstance(first, Found)
    assert first.submission.text == WORDS
    assert all(isinstance(each, Skipped) for each in rest)
    with pytest.raises(InputError) as caught:
        list(intake.feed("http://news.example/page"))
    assert caught.value.field == "url"
