from __future__ import annotations

import pytest
from starlette.testclient import TestClient

import app.errors
from app.library import Library
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ARTICLE


def test_what_breaks_inside_stays_inside(
    settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(library, "add", _fail)
    with TestClient(create_app(settings, library=library)) as client:
        response = client.post("/api/v1/articles", json={"text": ARTICLE})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in response.text
    assert response.json()["errors"] == []
    assert "a secret of the database" in caplog.text


def test_a_page_that_breaks_is_a_page(
    settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(library, "articles", _fail)
    with TestClient(create_app(settings, library=library)) as client:
        response = client.get("/", headers={"accept": "text/html"})
        assert response.status_code == 500
        assert response.headers["content-type"].startswith("text/html")
        assert "secret" not in response.text
        monkeypatch.setattr(app.errors, "error_page", _fail)
        assert client.get("/", headers={"accept": "text/html"}).json()["status"] == 500


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("a secret of the database")
