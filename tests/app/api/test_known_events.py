from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

API = "/api/v1"
BOMB = "A bomb killed nine people at a bus station in Quetta on Tuesday."
AGAIN = "Nine people were killed by a bomb at a bus station in Quetta on Tuesday, the hospital reported."
BRIDGE = "Carla Bruno opened the new harbour bridge in Oslo on 3 June 2024."


def add(client: TestClient, text: str) -> str:
    response = client.post(f"{API}/articles", json={"text": text, "published": "2024-06-14"})
    assert response.status_code == 201
    return str(response.json()["id"])


def listed(client: TestClient, **parameters: Any) -> list[dict[str, Any]]:
    response = client.get(f"{API}/events", params=parameters)
    assert response.status_code == 200, response.text
    events: list[dict[str, Any]] = response.json()["events"]
    return events


def test_events_by_time_and_by_what_they_are(client: TestClient) -> None:
    for text in (BOMB, AGAIN, BRIDGE):
        add(client, text)
    assert [event["when"]["edtf"] for event in listed(client)] == ["2024-06-03", "2024-06-11"]
    assert [event["place"] for event in listed(client, participant="Carla Bruno")] == ["Oslo"]
    assert [event["sources"] for event in listed(client, place="quetta")] == [2]
    assert listed(client, to="2024-05") == []
    assert len(listed(client, **{"from": "2024-06-04"})) == 1
    assert listed(client, canonical=True) == []
    assert len(listed(client, least_sources=2)) == 1


def test_page_by_page(client: TestClient) -> None:
    for text in (BOMB, BRIDGE):
        add(client, text)
    first = client.get(f"{API}/events", params={"limit": 1}).json()
    second = client.get(f"{API}/events", params={"limit": 1, "next": first["next"]}).json()
    assert [event["when"]["edtf"] for event in first["events"] + second["events"]] == ["2024-06-03", "2024-06-11"]
    assert second["next"] is None


def test_a_detail_says_how_each_mention_came_to_it(client: TestClient) -> None:
    add(client, BOMB)
    second = add(client, AGAIN)
    (event,) = listed(client)
    detail = client.get(f"{API}/events/{event['id']}").json()
    assert [mention["quote"] for mention in detail["mention_list"]] == [BOMB, AGAIN]
    assert detail["mention_list"][1]["article"] == second
    assert "same day" in detail["mention_list"][1]["reason"]


def test_pin_and_undo(client: TestClient) -> None:
    add(client, BOMB)
    (event,) = listed(client)
    address = f"{API}/events/{event['id']}"
    pinned = client.patch(address, json={"when": "2024-06-10", "promoted": True, "reason": "police"}).json()
    assert (pinned["when"]["edtf"], pinned["pinned"], pinned["promoted"]) == ("2024-06-10", ["when"], True)
    (decision,) = client.get(f"{API}/decisions", params={"subject": f"event/{event['id']}"}).json()["decisions"]
    assert (decision["who"], decision["action"], decision["reason"]) == ("local", "set-event", "police")
    undone = client.post(f"{API}/decisions/{decision['number']}/undo")
    assert undone.status_code == 200
    assert client.get(address).json()["when"]["edtf"] == "2024-06-11"
    again = client.post(f"{API}/decisions/{decision['number']}/undo")
    assert again.status_code == 409
    assert "undone before" in again.json()["detail"]


def test_merge_and_split(client: TestClient) -> None:
    article = add(client, BOMB)
    add(client, BRIDGE)
    bridge, bomb = listed(client)
    merged = client.post(f"{API}/events/{bridge['id']}/merge", json={"events": [bomb["id"]]}).json()
    assert [each["id"] for each in merged["merged"]] == [bomb["id"]]
    assert client.get(f"{API}/events/{bomb['id']}").json()["merged_into"] == bridge["id"]
    key = next(each["key"] for each in merged["mention_list"] if each["article"] == article)
    split = client.post(f"{API}/events/{bridge['id']}/split", json={"mentions": [{"article": article, "key": key}]})
    assert split.status_code == 201
    assert [each["article"] for each in split.json()["mention_list"]] == [article]


def test_an_event_by_hand(client: TestClient) -> None:
    response = client.post(f"{API}/events", json={"label": "Town charter", "when": "1272-07-19", "place": "Gouda"})
    assert response.status_code == 201
    assert client.get(response.headers["location"]).json()["made_by"] == "hand"
    wrong = client.post(f"{API}/events", json={"label": "x", "when": "1272-02-30"})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["field"] == "when"


def test_precise_errors(client: TestClient) -> None:
    assert client.get(f"{API}/events/nothing").status_code == 404
    assert client.get(f"{API}/events", params={"from": "yesterday"}).json()["errors"][0]["field"] == "from"
    assert client.get(f"{API}/events", params={"next": "x"}).json()["errors"][0]["field"] == "next"
    add(client, BOMB)
    (event,) = listed(client)
    null = client.patch(f"{API}/events/{event['id']}", json={"label": None})
    assert (null.status_code, null.json()["errors"][0]["field"]) == (422, "label")
    broken = client.post(f"{API}/events", content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 400
