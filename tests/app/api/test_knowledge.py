from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from timelines.checks.registry import RULES


def test_lookup(client: TestClient) -> None:
    result = client.get("/api/v1/lookup", params={"q": "fall of the Berlin Wall"}).json()
    assert result["query"] == "fall of the Berlin Wall"
    best = result["answers"][0]
    assert best["when"] == {"edtf": "1989-11-09", "earliest": "1989-11-09", "latest": "1989-11-09"}
    assert list(best) == [
        "id",
        "label",
        "when",
        "precision",
        "alternatives",
        "sources",
        "neighbours",
        "score",
        "reason",
    ]
    assert best["precision"] == "day"
    assert best["sources"]
    assert best["reason"]
    assert 0 < best["score"] <= 1


def test_neighbours_in_time(client: TestClient) -> None:
    best = client.get("/api/v1/lookup", params={"q": "fall of the Berlin Wall"}).json()["answers"][0]
    assert all(list(each) == ["id", "label", "when"] for each in best["neighbours"])
    days = [each["when"]["earliest"] for each in best["neighbours"]]
    assert days == sorted(days)
    assert days[0] < "1989-11-09" < days[-1]


def test_nothing_fits(client: TestClient) -> None:
    assert client.get("/api/v1/lookup", params={"q": "qwxz vbnm"}).json()["answers"] == []


def test_the_limit(client: TestClient) -> None:
    assert len(client.get("/api/v1/lookup", params={"q": "war", "limit": 1}).json()["answers"]) <= 1


@pytest.mark.parametrize("params", [{}, {"q": ""}, {"q": "  "}, {"q": "x" * 501}, {"q": "war", "limit": "0"}])
def test_bad_questions(client: TestClient, params: dict[str, str]) -> None:
    response = client.get("/api/v1/lookup", params=params)
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] in {"q", "limit"}


def test_rules(client: TestClient) -> None:
    rules = client.get("/api/v1/rules").json()["rules"]
    assert [rule["code"] for rule in rules] == [rule.code for rule in RULES]
    ordinal = next(rule for rule in rules if rule["code"] == "T201")
    assert ordinal["name"] == "ordinal-period"
    assert ordinal["examples"][0]["quote"]
    assert ordinal["counter_examples"]
