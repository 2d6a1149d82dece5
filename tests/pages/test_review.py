from __future__ import annotations

import re

from starlette.testclient import TestClient

WRONG = "As the war in Ukraine enters its seventh year, leaders met in Paris on September 4."


def _hand_in(client: TestClient) -> None:
    assert client.post("/articles", data={"text": WRONG, "published": "2025-09-05"}).status_code == 303


def _action(page: str) -> str:
    found = re.search(r'action="(/review/[^"]+)"', page)
    assert found is not None
    return found[1]


def test_an_empty_queue_says_so(client: TestClient) -> None:
    assert "No open flags." in client.get("/review").text
    assert "No flags here." in client.get("/review", params={"state": "dismissed"}).text


def test_a_flag_is_shown_in_its_words_with_its_correction(client: TestClient) -> None:
    _hand_in(client)
    page = client.get("/review").text
    assert "<mark>seventh year</mark>" in page
    assert "<ins>fourth year</ins>" in page
    assert "As the war in Ukraine enters its" in page
    assert client.get("/review", params={"family": "calendar"}).text.count("<mark>") == 0


def test_accept_and_undo(client: TestClient) -> None:
    _hand_in(client)
    answer = client.post(_action(client.get("/review").text), data={"state": "accepted", "back": "/review?state=open"})
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "Accepted." in page
    assert "<mark>" not in page
    undone = client.post(_action(page), data={"back": "/review"})
    assert undone.headers["location"] == "/review"
    assert "<mark>seventh year</mark>" in client.get("/review").text


def test_a_dismissal_needs_a_reason(client: TestClient) -> None:
    _hand_in(client)
    action = _action(client.get("/review").text)
    refused = client.post(action, data={"state": "dismissed"})
    assert "Say why the flag is dismissed." in client.get(refused.headers["location"]).text
    client.post(action, data={"state": "dismissed", "reason": "counted from Crimea"})
    page = client.get("/review", params={"state": "dismissed"}).text
    assert "counted from Crimea" in page
    assert "Reopen" in page


def test_the_way_back_stays_here(client: TestClient) -> None:
    _hand_in(client)
    action = _action(client.get("/review").text)
    for address in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        answer = client.post(action, data={"state": "accepted", "back": address})
        assert answer.headers["location"].startswith("/review")


def test_flags_stand_in_reading_order(client: TestClient) -> None:
    text = f"{WRONG} The treaty was signed on Monday, 5 September 2025."
    client.post("/articles", data={"text": text, "published": "2025-09-06"})
    page = client.get("/review").text
    assert page.index("seventh year</mark>") < page.index("Monday, 5 September 2025</mark>")


def test_the_queue_as_json(client: TestClient) -> None:
    _hand_in(client)
    (flag,) = client.get("/review.json").json()["flags"]
    assert flag["flag"]["quote"] == "seventh year"
