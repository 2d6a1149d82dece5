from __future__ import annotations

from typing import Any

import pytest
from httpx2 import Response
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from tests.app.conftest import ARTICLE

_METHODS = ("delete", "get", "patch", "post", "put")


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return answer


def _operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method} {path}", operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in _METHODS
    ]


def test_only_the_api_is_described(document: dict[str, Any]) -> None:
    assert all(path.startswith("/api/v1/") for path in document["paths"])
    assert {name for name, _ in _operations(document)} == {
        "get /api/v1/articles",
        "post /api/v1/articles",
        "post /api/v1/imports",
        "get /api/v1/articles/{article_id}",
        "put /api/v1/articles/{article_id}",
        "delete /api/v1/articles/{article_id}",
        "post /api/v1/articles/{article_id}/read",
        "get /api/v1/articles/{article_id}/timeline",
        "get /api/v1/articles/{article_id}/flags",
        "get /api/v1/articles/{article_id}/figure",
        "get /api/v1/articles/{article_id}/export",
        "get /api/v1/articles/{article_id}/export/report",
        "patch /api/v1/articles/{article_id}/flags/{flag_key}",
        "get /api/v1/events",
        "post /api/v1/events",
        "get /api/v1/events/{event_id}",
        "patch /api/v1/events/{event_id}",
        "post /api/v1/events/{event_id}/merge",
        "post /api/v1/events/{event_id}/split",
        "get /api/v1/timelines",
        "post /api/v1/timelines",
        "get /api/v1/timelines/{timeline_id}",
        "patch /api/v1/timelines/{timeline_id}",
        "delete /api/v1/timelines/{timeline_id}",
        "get /api/v1/timelines/{timeline_id}/events",
        "post /api/v1/timelines/{timeline_id}/reconstruct",
        "get /api/v1/timelines/{timeline_id}/story",
        "get /api/v1/timelines/{timeline_id}/canon",
        "post /api/v1/timelines/{timeline_id}/canon",
        "get /api/v1/timelines/{timeline_id}/export",
        "get /api/v1/timelines/{timeline_id}/export/report",
        "post /api/v1/timelines/{timeline_id}/import",
        "put /api/v1/timelines/{timeline_id}/events/{event_id}",
        "get /api/v1/sources",
        "put /api/v1/sources/{name}",
        "get /api/v1/decisions",
        "post /api/v1/decisions/{number}/undo",
        "get /api/v1/flags",
        "get /api/v1/lookup",
        "get /api/v1/rules",
        "get /api/v1/health",
    }


def test_every_operation_says_what_it_does_and_answers(document: dict[str, Any]) -> None:
    tags = {tag["name"] for tag in document["tags"]}
    for name, operation in _operations(document):
        assert operation["summary"], name
        assert operation["operationId"].isidentifier(), name
        assert operation["description"], name
        assert set(operation["tags"]) <= tags, name
        for status, response in operation["responses"].items():
            content = response.get("content", {})
            if status == "204":
                assert not content, name
            elif int(status) < 400 and "application/yaml" in content:
                assert content == {"application/yaml": {"schema": {"type": "string"}}}
            elif int(status) < 400 and name.endswith("/export"):
                assert "X-Timelines-Skipped" in response["headers"]
                assert {"text/csv", "application/json"} <= content.keys()
            elif int(status) < 400:
                assert content["application/json"]["schema"]["$ref"], name
            else:
                schema = content["application/problem+json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Problem"}, name


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [found for inner in value.values() for found in references(inner)]
        if isinstance(value, list):
            return [found for inner in value for found in references(inner)]
        return []

    schemas = document["components"]["schemas"]
    for reference in references(document):
        assert reference.removeprefix("#/components/schemas/") in schemas
    assert "HTTPValidationError" not in schemas


def test_both_ways_of_handing_in_are_described_with_examples(document: dict[str, Any]) -> None:
    body = document["paths"]["/api/v1/articles"]["post"]["requestBody"]
    assert set(body["content"]) == {"application/json", "multipart/form-data"}
    article = document["components"]["schemas"]["ArticleIn"]
    assert article["anyOf"] == [{"required": ["text"]}, {"required": ["url"]}]
    assert all("examples" in field for field in article["properties"].values())
    upload = document["components"]["schemas"]["ArticleUpload"]
    assert upload["properties"]["file"]["format"] == "binary"
    many = document["paths"]["/api/v1/imports"]["post"]["requestBody"]
    assert set(many["content"]) == {"application/json", "multipart/form-data"}


@pytest.mark.parametrize("published", ["2025-09-05", None])
def test_answers_about_an_article_fit_their_description(
    client: TestClient, document: dict[str, Any], published: str | None
) -> None:
    created = client.post("/api/v1/articles", json={"text": ARTICLE, "published": published})
    _check(document, "/api/v1/articles", "post", created, "201")
    again = client.post("/api/v1/articles", json={"text": ARTICLE, "published": published})
    _check(document, "/api/v1/articles", "post", again, "200")
    event = client.post("/api/v1/events", json={"label": "Charter", "when": "1272-07-19"})
    timeline = client.post("/api/v1/timelines", json={"title": "Towns"})
    ids = {"article_id": created.json()["id"], "event_id": event.json()["id"], "timeline_id": timeline.json()["id"]}
    for path, item in document["paths"].items():
        if "get" in item and "lookup" not in path and not path.endswith(("/canon", "/export")):
            response = client.get(path.format(**ids))
            _check(document, path, "get", response, "200")
    _check(document, "/api/v1/lookup", "get", client.get("/api/v1/lookup", params={"q": "war"}), "200")


def _check(document: dict[str, Any], path: str, method: str, response: Response, status: str) -> None:
    assert str(response.status_code) == status
    assert response.headers["content-type"] == "application/json"
    content = document["paths"][path][method]["responses"][status]["content"]
    schema = {**content["application/json"]["schema"], "components": document["components"]}
    Draft202012Validator(schema).validate(response.json())
