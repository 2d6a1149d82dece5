from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.library import Library
from app.main import create_app
from app.settings import Settings
from tests.app.ingest.web import serve_web
from tests.reading.files import RSS, page, warc

IMPORTS = "/api/v1/imports"
ROWS = b'{"text": "It rained in 1999.", "published": "2001"}\n{"text": ""}\n{"text": "It snowed in 2001."}'


@pytest.fixture
def online(settings: Settings, library: Library) -> Iterator[TestClient]:
    """A service for which the test's web server is the internet."""
    with serve_web() as web, TestClient(create_app(settings, library=library, fetcher=web.fetcher)) as client:
        yield client


def test_rows(client: TestClient) -> None:
    answer = client.post(IMPORTS, files={"file": ("a.jsonl", ROWS)})
    assert answer.status_code == 200
    result = answer.json()
    assert (result["added"], result["known"]) == (2, 0)
    assert result["skipped"] == [{"line": 2, "reason": "The text is empty."}]
    first = client.get(f"/api/v1/articles/{result['articles'][0]}").json()
    assert (first["text"], first["published"]["origin"]) == ("It rained in 1999.", "given")
    again = client.post(IMPORTS, files={"file": ("a.jsonl", ROWS)}).json()
    assert (again["added"], again["known"], again["articles"]) == (0, 2, [])


@pytest.mark.parametrize(
    ("name", "data", "added", "skipped"),
    [
        ("a.csv", b"title,text\nA,It rained in 1999.\nB,", 1, 1),
        ("a.warc", warc(("https://example.org/1", page())), 1, 0),
        ("feed.xml", RSS, 1, 2),
    ],
)
def test_other_files_of_many(client: TestClient, name: str, data: bytes, added: int, skipped: int) -> None:
    result = client.post(IMPORTS, files={"file": (name, data)}).json()
    assert (result["added"], len(result["skipped"])) == (added, skipped)


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"One article.", 422), (b"", 422), (b'{"text": "It rained."}\n' * 11, 413), (b"x" * 100_001, 413)],
)
def test_files_that_are_refused_whole(client: TestClient, data: bytes, status: int) -> None:
    answer = client.post(IMPORTS, files={"file": ("a.txt", data)})
    assert answer.status_code == status
    assert answer.json()["errors"][0]["field"] == "file"
    assert client.get("/api/v1/articles").json()["articles"] == []


def test_a_feed(online: TestClient) -> None:
    result = online.post(IMPORTS, json={"url": "http://news.example/rss"}).json()
    assert (result["added"], [each["line"] for each in result["skipped"]]) == (1, [2, 3])


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": "http://inside.example/rss"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": ""}, "url"),
        ({}, "url"),
        ({"url": "http://news.example/rss", "file": "/etc/passwd"}, "file"),
    ],
)
def test_addresses_that_are_refused(online: TestClient, body: object, field: str) -> None:
    answer = online.post(IMPORTS, json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_a_page_is_fetched_and_read(online: TestClient) -> None:
    answer = online.post("/api/v1/articles", json={"url": "http://news.example/to-page"})
    assert answer.status_code == 201
    article = answer.json()
    assert (article["title"], article["url"]) == ("Talks in Paris", "http://news.example/page")
    assert article["published"]["origin"] == "metadata"
    assert "article:published_time" in article["published"]["reasons"][0]
    assert article["flags"]["error"] == 1


@pytest.mark.parametrize(
    "path", ["http://127.0.0.1/page", "http://news.example/to-metadata", "http://news.example/bomb"]
)
def test_what_is_not_fetched(online: TestClient, path: str) -> None:
    answer = online.post("/api/v1/articles", json={"url": path})
    assert answer.status_code in {413, 422}
    assert answer.json()["errors"][0]["field"] == "url"


def test_a_service_that_does_not_fetch(settings: Settings, library: Library) -> None:
    offline = settings.model_copy(update={"fetch": False})
    with TestClient(create_app(offline, library=library)) as client:
        for address in ("/api/v1/articles", IMPORTS):
            answer = client.post(address, json={"url": "https://example.org/1"})
            assert answer.status_code == 422
            assert "TIMELINES_FETCH is off" in answer.json()["detail"]


def test_an_address_alone_on_the_desk(online: TestClient) -> None:
    answer = online.post("/articles", data={"text": " ", "url": "http://news.example/page"}, follow_redirects=False)
    assert answer.status_code == 303
    refused = online.post("/articles", data={"url": "http://10.0.0.1/"}, headers={"accept": "text/html"})
    assert refused.status_code == 422
    assert 'id="url-mistake"' in refused.text
    assert "public internet" in refused.text
