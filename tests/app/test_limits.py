from __future__ import annotations

from collections.abc import Iterator

from starlette.testclient import TestClient

from app.settings import Settings


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
