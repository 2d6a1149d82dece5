from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.library import Library
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ARTICLE


def test_an_announced_body_that_is_too_large_is_refused(client: TestClient, settings: Settings) -> None:
    response = client.post(
        "/api/v1/articles",
        content=b"x" * (settings.max_body_bytes + 1),
        headers={"content-type": "application/json"},
    )
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"
    assert f"{settings.max_body_bytes:,} bytes" in response.json()["detail"]


def test_a_stream_that_becomes_too_large_is_refused(client: TestClient, settings: Settings) -> None:
    def stream() -> Iterator[bytes]:
        for _ in range(settings.max_body_bytes // 1000 + 10):
            yield b"x" * 1000

    response = client.post("/api/v1/articles", content=stream(), headers={"content-type": "application/json"})
    assert response.status_code == 413


def test_what_breaks_inside_stays_inside(
    settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the database")

    monkeypatch.setattr(library, "add", fail)
    with TestClient(create_app(settings, library=library)) as client:
        response = client.post("/api/v1/articles", json={"text": ARTICLE})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in response.text
    assert response.json()["errors"] == []
    assert "a secret of the database" in caplog.text
