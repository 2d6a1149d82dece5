from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.api.timeline_models import TimelineOut
from app.settings import Settings
from tests.app.conftest import ARTICLE

ARTICLES = "/api/v1/articles"
GIVEN = {"text": ARTICLE, "title": "Talks", "published": "2025-09-05", "url": "https://example.org/1"}


@pytest.fixture
def place(client: TestClient) -> str:
    """The address of an article that was handed in."""
    return client.post(ARTICLES, json=GIVEN).headers["location"]


def test_handing_in_json(client: TestClient) -> None:
    response = client.post(ARTICLES, json=GIVEN)
    assert response.status_code == 201
    article = response.json()
    assert response.headers["location"] == article["links"]["self"] == f"{ARTICLES}/{article['id']}"
    assert article["published"] == {"edtf": "2025-09-05", "origin": "given", "reasons": []}
    assert article["flags"] == {"error": 1, "warning": 0, "info": 0}
    assert article["text"] == ARTICLE
    assert client.get(article["links"]["self"]).json() == article


def test_the_same_again_is_the_same(client: TestClient) -> None:
    first = client.post(ARTICLES, json=GIVEN)
    second = client.post(ARTICLES, json={**GIVEN, "title": ""})
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()


def test_handing_in_a_file(client: TestClient) -> None:
    file = {"file": ("paris.txt", ARTICLE.encode(), "text/plain")}
    response = client.post(ARTICLES, files=file, data={"title": "Talks", "published": "2025-09-05"})
    assert response.status_code == 201
    assert response.json()["title"] == "Talks"
    again = client.post(ARTICLES, json=GIVEN)
    assert again.status_code == 200
    assert again.json()["id"] == response.json()["id"]


def test_a_file_alone(client: TestClient) -> None:
    response = client.post(ARTICLES, files={"file": ("paris.txt", ARTICLE.encode())})
    assert response.status_code == 201
    assert response.json()["published"]["origin"] != "given"


def test_the_timeline_is_exactly_what_is_documented(client: TestClient, place: str) -> None:
    timeline = client.get(f"{place}/timeline").json()
    assert TimelineOut.model_validate(timeline).model_dump(exclude_unset=True, mode="json") == timeline
    flag = timeline["flags"][0]
    assert ARTICLE[flag["start"] : flag["end"]] == flag["quote"] == "seventh year"
    assert (flag["rule"], flag["suggestion"]) == ("T201", "fourth year")


def test_flags_can_be_filtered(client: TestClient, place: str) -> None:
    def rules(query: str) -> list[str]:
        return [flag["rule"] for flag in client.get(f"{place}/flags{query}").json()["flags"]]

    assert rules("") == rules("?rule=T2") == rules("?family=counting&severity=error") == ["T201"]
    assert rules("?rule=T3") == rules("?family=canon") == rules("?severity=info") == []
    assert client.get(f"{place}/flags?severity=fatal").status_code == 422


def test_the_figure_is_for_plotly(client: TestClient, place: str) -> None:
    figure = client.get(f"{place}/figure").json()
    assert figure["data"]
    assert figure["config"]["displaylogo"] is False


def test_the_list_and_its_pages(client: TestClient) -> None:
    ids = [client.post(ARTICLES, json={"text": f"Article {n}: it rained."}).json()["id"] for n in range(3)]
    first = client.get(ARTICLES, params={"limit": 2}).json()
    assert [article["id"] for article in first["articles"]] == [ids[2], ids[1]]
    assert "text" not in first["articles"][0]
    assert first["articles"][0]["excerpt"] == "Article 2: it rained."
    second = client.get(ARTICLES, params={"limit": 2, "next": first["next"]}).json()
    assert [article["id"] for article in second["articles"]] == [ids[0]]
    assert second["next"] is None


def test_deleting(client: TestClient, place: str) -> None:
    response = client.delete(place)
    assert (response.status_code, response.content) == (204, b"")
    assert client.get(place).status_code == 404
    assert client.delete(place).status_code == 404


@pytest.mark.parametrize("part", ["", "/timeline", "/flags", "/figure"])
def test_an_unknown_article(client: TestClient, part: str) -> None:
    response = client.get(f"{ARTICLES}/nowhere{part}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["errors"] == [{"field": "article_id", "message": "There is no article 'nowhere'."}]


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"text": ""}, 422, "text"),
        ({"text": "  \n"}, 422, "text"),
        ({"text": "a \x00 byte"}, 422, "text"),
        ({}, 422, "text"),
        ({"text": 7}, 422, "text"),
        ([], 422, "body"),
        ({"text": ARTICLE, "published": "2025-02-30"}, 422, "published"),
        ({"text": ARTICLE, "published": 2025}, 422, "published"),
        ({"text": ARTICLE, "url": "javascript:alert(1)"}, 422, "url"),
        ({"text": ARTICLE, "title": "x" * 501}, 422, "title"),
        ({"text": ARTICLE, "publised": "2025-09-05"}, 422, "publised"),
        ({"text": "word " * 5_000}, 413, "text"),
    ],
)
def test_bad_json_input(client: TestClient, body: object, status: int, field: str) -> None:
    response = client.post(ARTICLES, json=body)
    assert response.status_code == status
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert field in [error["field"] for error in problem["errors"]]
    assert client.get(ARTICLES).json()["articles"] == []


def test_a_date_that_does_not_exist_says_why(client: TestClient) -> None:
    problem = client.post(ARTICLES, json={"text": ARTICLE, "published": "2025-02-30"}).json()
    assert problem["errors"][0]["message"].startswith("'2025-02-30' is not a date: there is no day 30")


def test_the_limit_is_named(client: TestClient, settings: Settings) -> None:
    problem = client.post(ARTICLES, json={"text": "word " * 5_000}).json()
    assert f"{settings.max_text_bytes:,} bytes" in problem["detail"]


@pytest.mark.parametrize(
    "body", [b"{", b"", b"text", b'{"text": "\\ud800"}', b"\xff\xfe", b"[" * 5_000, b'{"text": NaN}']
)
def test_what_is_not_json(client: TestClient, body: bytes) -> None:
    response = client.post(ARTICLES, content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert response.json()["detail"].startswith("The body is not JSON: ")


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded"])
def test_other_kinds_of_body(client: TestClient, kind: str) -> None:
    response = client.post(ARTICLES, content=b"x=1", headers={"content-type": kind})
    assert response.status_code == 415
    assert kind in response.json()["detail"]


def test_a_body_without_a_kind(client: TestClient) -> None:
    assert client.post(ARTICLES, content=b"{}").status_code == 415


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 422),
        (b"%PDF-1.7", 422),
        (b"a\x00b", 422),
        ("Élysée".encode("latin-1"), 422),
        (b"word " * 5_000, 413),
    ],
)
def test_bad_files(client: TestClient, data: bytes, status: int) -> None:
    response = client.post(ARTICLES, files={"file": ("a.txt", data)})
    assert response.status_code == status
    assert response.json()["errors"][0]["field"] == "file"
    assert client.get(ARTICLES).json()["articles"] == []


def test_bad_forms(client: TestClient) -> None:
    file = ("a.txt", ARTICLE.encode())
    for files, data, field in (
        ([("other", file)], {}, "other"),
        ([("file", file), ("file", file)], {}, "file"),
        ([("file", file), ("title", file)], {}, "title"),
        ([("file", file)], {"title": ["a", "b"]}, "title"),
        ([("file", file)], {"published": "2025-02-30"}, "published"),
    ):
        response = client.post(ARTICLES, files=files, data=data)
        assert response.status_code == 422
        assert response.json()["errors"][0]["field"] == field


def test_a_form_that_breaks_off(client: TestClient) -> None:
    head = {"content-type": "multipart/form-data; boundary=x"}
    response = client.post(ARTICLES, content=b"--x\r\nContent-Disposition: nonsense", headers=head)
    assert response.status_code in {400, 422}
    without = client.post(ARTICLES, content=b"--x", headers={"content-type": "multipart/form-data"})
    assert without.status_code == 400


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "next=nonsense"])
def test_bad_questions_to_the_list(client: TestClient, query: str) -> None:
    response = client.get(f"{ARTICLES}?{query}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == query.split("=")[0]


def test_an_article_is_changed_and_read_again(client: TestClient) -> None:
    address = client.post("/api/v1/articles", json={"text": ARTICLE, "published": "2025-09-05"}).headers["location"]
    assert client.post(f"{address}/read").json()["flags"]["error"] == 1
    right = ARTICLE.replace("seventh", "fourth")
    changed = client.put(address, json={"text": right, "published": "2025-09-05", "title": "Corrected"})
    assert changed.status_code == 200
    assert (changed.json()["flags"]["error"], changed.json()["title"]) == (0, "Corrected")
    assert client.get(address).json()["text"] == right
    again = client.post("/api/v1/articles", json={"text": ARTICLE, "published": "2025-09-05"})
    assert again.status_code == 201
    same = client.put(again.headers["location"], json={"text": right, "published": "2025-09-05"})
    assert same.status_code == 409
    assert client.put("/api/v1/articles/none", json={"text": right}).status_code == 404
