from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.ingest.fetching import Fetcher
from tests.app.ingest.test_addresses import PRIVATE
from tests.app.ingest.web import PUBLIC, Web, resolve, serve_web
from tests.reading.files import page
from timelines.errors import InputError, TooLargeError


@pytest.fixture
def web() -> Iterator[Web]:
    with serve_web() as web:
        yield web


def test_a_page(web: Web) -> None:
    found = web.fetcher.fetch("http://news.example/page")
    assert (found.url, found.body) == ("http://news.example/page", page())
    assert (found.content_type, found.encoding) == ("text/html", "utf-8")
    path, headers = web.seen[0]
    assert (path, headers["Host"]) == ("/page", "news.example")
    assert headers["User-Agent"].startswith("Timelines/")
    assert web.network.asked == [(PUBLIC, 80)]


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/bare"])
def test_packed_pages(web: Web, path: str) -> None:
    assert web.fetcher.fetch(f"http://news.example{path}").body == page()


def test_a_redirect_is_followed(web: Web) -> None:
    assert web.fetcher.fetch("http://news.example/to-page").url == "http://news.example/page"


@pytest.mark.parametrize("address", [each for each in PRIVATE if each and each != "localhost" and "%" not in each])
def test_no_address_that_is_not_public(web: Web, address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(InputError, match="not on the public internet"):
        web.fetcher.fetch(f"http://{host}/page")
    assert web.network.asked == []


@pytest.mark.parametrize("host", ["inside.example", "both.example", "metadata.example", "mapped.example"])
def test_no_name_of_an_address_that_is_not_public(web: Web, host: str) -> None:
    with pytest.raises(InputError, match="not on the public internet"):
        web.fetcher.fetch(f"http://{host}/page")
    assert web.network.asked == []


@pytest.mark.parametrize("host", ["localhost", "nowhere.example"])
def test_no_such_host(web: Web, host: str) -> None:
    with pytest.raises(InputError, match="no host"):
        web.fetcher.fetch(f"http://{host}/page")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/to-loopback", "public internet"),
        ("/to-six", "public internet"),
        ("/to-inside", "public internet"),
        ("/to-metadata", "public internet"),
        ("/to-file", "http://"),
        ("/to-port", "port 22"),
        ("/to-number", "unusual spelling"),
        ("/to-nowhere", "to nowhere"),
        ("/loop", "more than 5 times"),
    ],
)
def test_redirects_that_are_refused(web: Web, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        web.fetcher.fetch(f"http://news.example{path}")
    assert {address for address, _ in web.network.asked} == {PUBLIC}


def test_a_name_that_changes_its_address_gains_nothing() -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    with serve_web(resolve=rebinding) as web:
        assert web.fetcher.fetch("http://rebind.example/page").body == page()
        # Resolved once, and connected to what was checked.
        assert (asked, web.network.asked) == (["rebind.example"], [(PUBLIC, 80)])
        asked.clear()
        with pytest.raises(InputError, match="public internet"):
            web.fetcher.fetch("http://rebind.example/to-page")
        assert web.network.asked == [(PUBLIC, 80), (PUBLIC, 80)]


@pytest.mark.parametrize("path", ["/huge", "/bomb", "/announced"])
def test_bodies_that_are_too_large(web: Web, path: str) -> None:
    with pytest.raises(TooLargeError, match="100,000 bytes") as caught:
        web.fetcher.fetch(f"http://news.example{path}")
    assert caught.value.field == "url"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "it is image/png"),
        ("/untyped", "unnamed type"),
        ("/gone", "answered 404"),
        ("/damaged", "damaged"),
        ("/brotli", "packing"),
    ],
)
def test_answers_that_are_no_page(web: Web, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        web.fetcher.fetch(f"http://news.example{path}")


def test_a_server_that_sends_a_byte_now_and_then() -> None:
    with serve_web(seconds=0.3) as web, pytest.raises(InputError, match="took too long"):
        web.fetcher.fetch("http://news.example/slow")


def test_a_server_that_does_not_speak_tls(web: Web) -> None:
    with pytest.raises(InputError, match="could not be reached"):
        web.fetcher.fetch("https://news.example/page")


def test_nobody_there() -> None:
    with serve_web() as web:
        network = web.network
    with pytest.raises(InputError, match="could not be reached"):
        Fetcher(network=network, resolve=resolve).fetch("http://news.example/page")
