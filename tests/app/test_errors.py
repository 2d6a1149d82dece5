from __future__ import annotations

from starlette.testclient import TestClient

HTML = {"accept": "text/html"}


def test_an_unknown_address_of_the_api(client: TestClient) -> None:
    response = client.get("/api/v1/nothing", headers=HTML)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == "There is nothing at /api/v1/nothing."


def test_an_unknown_page_is_a_page(client: TestClient) -> None:
    response = client.get("/nothing", headers=HTML)
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")


def test_programs_get_problems_everywhere(client: TestClient) -> None:
    response = client.get("/nothing")
    assert response.headers["content-type"] == "application/problem+json"


def test_files_can_only_be_read(client: TestClient) -> None:
    response = client.post("/static/nothing.css")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_a_wrong_method_names_the_right_ones(client: TestClient) -> None:
    response = client.put("/api/v1/articles", json={})
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, POST"
    assert response.json()["detail"] == "PUT is not possible here, only GET, POST."
