from __future__ import annotations

from starlette.testclient import TestClient

from tests.app.api.test_known_events import API, add

WRONG = "As the war in Ukraine enters its seventh year, leaders met in Paris on September 4."


def test_flags_of_all_articles_and_what_becomes_of_them(client: TestClient) -> None:
    article = add(client, WRONG)
    (kept,) = client.get(f"{API}/flags", params={"rule": "T2"}).json()["flags"]
    assert (kept["article"], kept["state"], kept["flag"]["rule"]) == (article, "open", "T201")
    address = f"{API}/articles/{article}/flags/{kept['key']}"
    assert client.patch(address, json={"state": "dismissed"}).status_code == 409
    dismissed = client.patch(address, json={"state": "dismissed", "reason": "counted from Crimea"}).json()
    assert (dismissed["state"], dismissed["reason"]) == ("dismissed", "counted from Crimea")
    assert client.get(f"{API}/flags", params={"state": "open"}).json()["flags"] == []
    assert client.get(f"{API}/flags", params={"family": "calendar"}).json()["flags"] == []
    assert client.patch(f"{API}/articles/{article}/flags/no", json={"state": "open"}).status_code == 404
