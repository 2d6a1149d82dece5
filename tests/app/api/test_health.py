from __future__ import annotations

from starlette.testclient import TestClient


def test_health(client: TestClient) -> None:
    health = client.get("/api/v1/health").json()
    assert health["status"] == "ok"
    assert health["canon_facts"] > 100
    assert health["canon_as_of"]
