from __future__ import annotations

from starlette.testclient import TestClient

from tests.app.api.test_known_events import API, BOMB, BRIDGE, add, listed


def test_a_timeline_is_kept_changed_and_deleted(client: TestClient) -> None:
    add(client, BOMB)
    add(client, BRIDGE)
    made = client.post(f"{API}/timelines", json={"title": "Oslo", "scope": {"place": "Oslo"}})
    assert made.status_code == 201
    address = made.headers["location"]
    assert made.json()["scope"]["place"] == "Oslo"
    assert [each["place"] for each in client.get(f"{address}/events").json()["events"]] == ["Oslo"]
    bomb = listed(client, place="Quetta")[0]["id"]
    assert client.put(f"{address}/events/{bomb}", json={"shown": True}).status_code == 204
    assert len(client.get(f"{address}/events").json()["events"]) == 2
    changed = client.patch(address, json={"title": "Harbours", "scope": {"query": "bridge"}}).json()
    assert (changed["title"], changed["scope"]["query"], changed["scope"]["place"]) == ("Harbours", "bridge", "")
    assert [each["title"] for each in client.get(f"{API}/timelines").json()["timelines"]] == ["Harbours"]
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404
    number = client.get(f"{API}/decisions").json()["decisions"][0]["number"]
    assert client.post(f"{API}/decisions/{number}/undo").status_code == 200
    assert len(client.get(f"{address}/events").json()["events"]) == 2


def test_precise_errors(client: TestClient) -> None:
    wrong = client.post(f"{API}/timelines", json={"title": "x", "scope": {"earliest": "soon"}})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["field"] == "scope.earliest"
    assert client.post(f"{API}/timelines", json={"title": ""}).status_code == 422
    assert client.get(f"{API}/timelines/nothing/events").status_code == 404


def test_decisions_page_by_page(client: TestClient) -> None:
    for title in "abc":
        client.post(f"{API}/timelines", json={"title": title})
    first = client.get(f"{API}/decisions", params={"limit": 2}).json()
    rest = client.get(f"{API}/decisions", params={"limit": 2, "next": first["next"]}).json()
    titles = [each["changes"][0]["after"]["title"] for each in first["decisions"] + rest["decisions"]]
    assert titles == ["c", "b", "a"]
    assert rest["next"] is None


def test_a_timeline_goes_out_and_comes_back_as_a_canon_file(client: TestClient) -> None:
    for text in (BOMB, BRIDGE, "The Berlin Wall fell on 9 November 1989."):
        add(client, text)
    bridge = listed(client, place="Oslo")[0]["id"]
    client.patch(f"{API}/events/{bridge}", json={"promoted": True, "label": "Opening of the bridge"})
    address = client.post(f"{API}/timelines", json={"title": "All"}).headers["location"]
    file = client.get(f"{address}/canon")
    assert file.headers["content-type"].startswith("application/yaml")
    assert "id: event/fall-of-the-berlin-wall" in file.text
    assert "id: event/opening-of-the-bridge" in file.text
    assert "Quetta" not in file.text
    assert "Quetta" in client.get(f"{address}/canon", params={"everything": True}).text

    other = client.post(f"{API}/timelines", json={"title": "Copy", "scope": {"query": "nothing"}}).headers["location"]
    taken = client.post(f"{other}/canon", content=file.content, headers={"content-type": "application/yaml"})
    assert taken.json() == {"events": 2}
    labels = [each["label"] for each in client.get(f"{other}/events").json()["events"]]
    assert labels == ["Fall of the Berlin Wall", "Opening of the bridge"]
    number = client.get(f"{API}/decisions").json()["decisions"][0]["number"]
    assert client.post(f"{API}/decisions/{number}/undo").status_code == 200
    assert client.get(f"{other}/events").json()["events"] == []


def test_a_broken_canon_file_names_the_line(client: TestClient) -> None:
    address = client.post(f"{API}/timelines", json={"title": "All"}).headers["location"]
    broken = client.post(f"{address}/canon", content="facts:\n  - {id: event/x, when: 2024-13, label: X}\n")
    assert broken.status_code == 422
    assert "line 2" in broken.json()["detail"]


def test_a_story_is_told_from_the_articles(client: TestClient) -> None:
    address = client.post(f"{API}/timelines", json={"title": "Harbour"}).headers["location"]
    nothing = client.post(f"{address}/reconstruct", json={"dates": 2})
    assert nothing.status_code == 409
    for text in (BOMB, BRIDGE, BRIDGE.replace("new ", "great ")):
        add(client, text)
    told = client.post(f"{address}/reconstruct", json={"dates": 2, "sentences": 1})
    assert told.status_code == 200
    days = told.json()["days"]
    assert [day["day"] for day in days] == ["2024-06-03", "2024-06-11"]
    assert days[1]["sentences"][0]["text"] == BOMB
    assert client.get(f"{address}/story").json() == told.json()


def test_the_more_trusted_source_is_shown(client: TestClient) -> None:
    charter = "Carla Bruno opened the new harbour bridge in Oslo on {} June 2024."
    for day, host in ((3, "early.example"), (4, "late.example")):
        body = {"text": charter.format(day), "published": "2024-06-14", "url": f"https://{host}/1"}
        assert client.post(f"{API}/articles", json=body).status_code == 201
    first, second = listed(client, place="Oslo")
    merged = client.post(f"{API}/events/{first['id']}/merge", json={"events": [second["id"]]}).json()
    assert (merged["disputed"], merged["when"]["edtf"]) == (True, "2024-06-03")
    assert client.put(f"{API}/sources/late.example", json={"trust": 2.0}).status_code == 204
    assert client.get(f"{API}/events/{first['id']}").json()["when"]["edtf"] == "2024-06-04"
    assert client.get(f"{API}/sources").json()["sources"] == [
        {"name": "early.example", "articles": 1, "trust": 1.0},
        {"name": "late.example", "articles": 1, "trust": 2.0},
    ]
    number = client.get(f"{API}/decisions").json()["decisions"][0]["number"]
    assert client.post(f"{API}/decisions/{number}/undo").status_code == 200
    assert client.get(f"{API}/events/{first['id']}").json()["when"]["edtf"] == "2024-06-03"
