from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.testclient import TestClient

from app.assets import plotly_source
from app.security import CONTENT_SECURITY_POLICY, HEADERS, PLOTLY_STYLE_HASHES
from tests.app.conftest import ARTICLE


def test_the_policy_is_strict() -> None:
    assert "default-src 'none'" in CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/nowhere", "/static/nowhere.js", "/assets/plotly.min.js"])
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    response = client.get(path)
    for name, value in HEADERS.items():
        assert response.headers[name] == value


def test_the_style_elements_of_plotly_are_allowed_by_their_content() -> None:
    rules = re.findall(r"\.textContent='(\.maplibregl-map(?:[^'\\])*)'", plotly_source().decode())
    contents = ["", *rules]
    digests = [base64.b64encode(hashlib.sha256(rule.encode()).digest()).decode() for rule in contents]
    assert [f"sha256-{digest}" for digest in digests] == list(PLOTLY_STYLE_HASHES)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_other_sites_cannot_write(client: TestClient, headers: dict[str, str]) -> None:
    response = client.post("/api/v1/articles", json={"text": ARTICLE}, headers=headers)
    assert response.status_code == 403
    assert response.headers["content-type"] == "application/problem+json"
    assert client.get("/api/v1/articles").json()["articles"] == []


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}])
def test_own_pages_and_programs_can_write(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/v1/articles", json={"text": ARTICLE}, headers=headers).status_code == 201
