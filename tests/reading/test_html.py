from __future__ import annotations

import pytest

from tests.reading.files import MORE, PAGE, PUBLISHED, WORDS, page
from timelines.errors import InputError
from timelines.reading.html import fragment_text, read_html


def test_text_and_title_without_the_frame() -> None:
    found = read_html(page(), url="https://example.org/a")
    assert found.title == "Talks in Paris"
    assert found.text.endswith(f"{WORDS}\n\n{MORE}")
    assert "About" not in found.text
    assert "alert" not in found.text
    assert found.url == "https://example.org/a"


@pytest.mark.parametrize(
    ("head", "date", "url", "edtf", "reason"),
    [
        (PUBLISHED, "", "https://x.org/2001/02/03/a", "2025-09-05", "metadata of the page (article:published_time)"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-09-05"}</script>',
            "",
            "",
            "2025-09-05",
            "metadata of the page (datePublished)",
        ),
        ('<meta name="DC.date.issued" content="1863-11-20">', "", "", "1863-11-20", "(DC.date.issued)"),
        ("", "", "https://x.org/2025/09/05/talks.html", "2025-09-05", "address of the page"),
        ('<link rel="canonical" href="https://x.org/2025-09-05/a">', "", "", "2025-09-05", "address of the page"),
        ("", '<time datetime="2025-09-05">5 Sept</time>', "", "2025-09-05", "what stands on the page"),
    ],
)
def test_the_publication_date_says_where_it_stands(head: str, date: str, url: str, edtf: str, reason: str) -> None:
    published = read_html(page(head, date), url=url).published
    assert published.span is not None
    assert (published.span.edtf, published.origin) == (edtf, "metadata")
    assert reason in published.reasons[0]


@pytest.mark.parametrize("url", ["", "https://x.org/2025/13/45/a", "https://x.org/1234567"])
def test_no_date_is_no_date(url: str) -> None:
    assert read_html(page(""), url=url).published.origin == "unknown"


def test_dates_to_come_do_not_depend_on_today() -> None:
    head = '<meta property="article:published_time" content="2145-09-05">'
    span = read_html(page(head)).published.span
    assert span is not None
    assert span.edtf == "2145-09-05"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    head = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    source = PAGE.format(head=head, date="").replace("Paris", "Orléans")
    assert "Orléans" in read_html(source.encode(encoding)).text
    assert "Orléans" in read_html(source.encode(encoding), encoding=encoding if head else "").text


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><script>x</script></html>", b"<html>" + b"<div>" * 100_000])
def test_pages_without_words(data: bytes) -> None:
    with pytest.raises(InputError, match="no text of an article") as caught:
        read_html(data, name="a.html")
    assert caught.value.field == "file"


def test_binary_data() -> None:
    with pytest.raises(InputError, match="binary data"):
        read_html(b"<html>\x00\x01", name="a.html")


def test_a_vast_page_is_taken_whole() -> None:
    found = read_html(b"<title>Vast</title><body>" + b"<p>word " * 30_000)
    assert (found.title, found.text.count("word")) == ("Vast", 30_000)


def test_words_of_a_fragment() -> None:
    assert fragment_text("<p>One &amp; <b>two</b></p><p>three<script>no</script></p>") == "One & two\n\nthree"
    assert fragment_text("plain ") == "plain"
    assert fragment_text("a < b") == "a < b"
