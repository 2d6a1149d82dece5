from __future__ import annotations

import json

import icalendar
import pytest
from starlette.testclient import TestClient

from app.api.exports import file_name
from tests.app.api.test_known_events import API, BOMB, BRIDGE, add, listed
from tests.app.conftest import ARTICLE
from timelines.formats.catalogue import ARTICLE_FORMATS, EVENT_FORMATS
from timelines.formats.events.jsonl import events_from_jsonl

CAESAR = "Caesar was killed on 15 March 44 BC."


@pytest.fixture
def article(client: TestClient) -> str:
    made = client.post(f"{API}/articles", json={"text": ARTICLE, "published": "2025-09-05", "title": "Talks: “é”/../x"})
    return f"{API}/articles/{made.json()['id']}"


@pytest.fixture
def timeline(client: TestClient) -> str:
    for text in (BOMB, BRIDGE, CAESAR):
        add(client, text)
    return str(client.post(f"{API}/timelines", json={"title": "All <b>"}).headers["location"])


@pytest.mark.parametrize("name", ARTICLE_FORMATS)
def test_an_article_in_every_format(client: TestClient, article: str, name: str) -> None:
    answer = client.get(f"{article}/export", params={"format": name})
    assert answer.status_code == 200
    format_ = ARTICLE_FORMATS[name]
    assert answer.headers["content-type"].split(";")[0] == format_.media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="talks-e-x.{format_.suffix}"'
    report = client.get(f"{article}/export/report", params={"format": name}).json()["skipped"]
    assert answer.headers["x-timelines-skipped"] == str(len(report))


def test_the_json_of_an_export_is_that_of_the_api(client: TestClient, article: str) -> None:
    assert client.get(f"{article}/export").json() == client.get(f"{article}/timeline").json()


@pytest.mark.parametrize("name", EVENT_FORMATS)
def test_a_timeline_in_every_format(client: TestClient, timeline: str, name: str) -> None:
    answer = client.get(f"{timeline}/export", params={"format": name})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="all-b.{EVENT_FORMATS[name].suffix}"'
    assert answer.headers["content-type"].split(";")[0] == EVENT_FORMATS[name].media_type
    assert "Caesar" in answer.text or name == "icalendar"


def test_a_calendar_says_what_it_has_no_room_for(client: TestClient, timeline: str) -> None:
    answer = client.get(f"{timeline}/export", params={"format": "icalendar"})
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert len(calendar.walk("VEVENT")) == 2
    assert answer.headers["x-timelines-skipped"] == "1"
    report = client.get(f"{timeline}/export/report", params={"format": "icalendar"}).json()
    assert "1 to 9999" in report["skipped"][0]["reason"]


def test_who_tells_of_an_event_goes_along_also_when_it_was_merged(client: TestClient) -> None:
    for text, url in ((BOMB, "https://a.example/1"), (BRIDGE, "https://b.example/2")):
        client.post(f"{API}/articles", json={"text": text, "published": "2024-06-14", "url": url})
    bomb, bridge = listed(client, place="Quetta")[0]["id"], listed(client, place="Oslo")[0]["id"]
    client.post(f"{API}/events/{bridge}/merge", json={"events": [bomb]})
    address = client.post(f"{API}/timelines", json={"title": "All"}).headers["location"]
    event = events_from_jsonl(client.get(f"{address}/export").text)[0]
    assert set(event.sources) == {"a.example", "b.example"}
    assert event.url in ("https://a.example/1", "https://b.example/2")
    assert "carla bruno" in [name.lower() for name in event.participants]


@pytest.mark.parametrize(("name", "kind"), [("csv", "text/csv"), ("timelinejs", "application/json")])
def test_there_and_back(client: TestClient, timeline: str, name: str, kind: str) -> None:
    file = client.get(f"{timeline}/export", params={"format": name}).content
    other = client.post(f"{API}/timelines", json={"title": "Copy", "scope": {"query": "nothing"}}).headers["location"]
    taken = client.post(f"{other}/import", params={"format": name}, content=file, headers={"content-type": kind})
    assert taken.status_code == 200
    assert taken.json()["events"] == 3
    assert client.get(f"{other}/export").content == client.get(f"{timeline}/export").content


def test_events_of_others_are_taken_once_and_can_be_undone(client: TestClient) -> None:
    address = client.post(f"{API}/timelines", json={"title": "Towns", "scope": {"query": "none"}}).headers["location"]
    file = (
        "title,date,place,participants,source,url,colour\n"
        "Charter of Gouda,1272-07-19,Gouda,Floris V; the city,Annals,https://example.org/g,red\n"
        "Someday,,,,,,\nOpen,../1300,,,,,\n" + "L" * 301 + ",1300,,,,,\n"
    )
    taken = client.post(f"{address}/import?format=csv", content=file, headers={"content-type": "text/csv"})
    assert taken.status_code == 200, taken.text
    assert taken.json()["events"] == 1
    assert [each["row"] for each in taken.json()["skipped"]] == [
        "column 'colour'", "event row-3", "event row-4", "event row-5"
    ]  # fmt: skip
    event = client.get(f"{address}/events").json()["events"][0]
    assert (event["label"], event["made_by"]) == ("Charter of Gouda", "hand")
    assert event["participants"] == ["Floris V", "the city"]
    assert event["note"] == "Annals. https://example.org/g"
    again = client.post(f"{address}/import?format=csv", content=file, headers={"content-type": "text/csv"})
    assert again.json()["events"] == 1
    assert len(client.get(f"{address}/events").json()["events"]) == 1
    newest = client.get(f"{API}/decisions").json()["decisions"][0]
    assert newest["action"] == "import-events"
    assert client.post(f"{API}/decisions/{newest['number']}/undo").status_code == 200
    assert client.get(f"{address}/events").json()["events"] == []
    assert listed(client, q="Gouda") == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("csv", b"a,b\n1,2\n"), ("csv", b"\xff\xfe"), ("csv", b"label,date\nX,soon\n"), ("timelinejs", b"{}"),
     ("timelinejs", b'{"events": []}'), ("yaml", b"x")],
)  # fmt: skip
def test_files_that_cannot_be_used(client: TestClient, name: str, content: bytes) -> None:
    address = client.post(f"{API}/timelines", json={"title": "All"}).headers["location"]
    answer = client.post(f"{address}/import", params={"format": name}, content=content)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] in ("body", "format")


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get(f"{API}/articles/none/export").status_code == 404
    assert client.get(f"{API}/timelines/none/export/report").status_code == 404
    file = json.dumps({"events": [{"start_date": {"year": 2024}, "text": {"headline": "X"}}]})
    assert client.post(f"{API}/timelines/none/import?format=timelinejs", content=file).status_code == 404


@pytest.mark.parametrize("field", ["headline", "text", "unique_id"])
@pytest.mark.parametrize("sign", ["\\u0000", "\\ud800"])
def test_characters_that_are_no_text_are_told(client: TestClient, field: str, sign: str) -> None:
    address = client.post(f"{API}/timelines", json={"title": "All"}).headers["location"]
    texts = {"headline": "X", "text": "Y", "unique_id": "Z"} | {field: f"a{sign}b"}
    slide = {"start_date": {"year": 2024}, "text": texts, "unique_id": texts["unique_id"]}
    file = json.dumps({"events": [slide]}).replace("\\\\u", "\\u")
    answer = client.post(f"{address}/import?format=timelinejs", content=file)
    assert (answer.status_code, answer.json()["events"]) == (200, 0)
    assert "no text" in answer.json()["skipped"][0]["reason"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("../../etc/passwd", "etc-passwd.csv"), ('a"\r\nSet-Cookie: x', "a-set-cookie-x.csv"), ("日本", "timeline.csv"),
     ("x" * 300, "x" * 60 + ".csv"), ("Zürich 1989", "zurich-1989.csv"), ("", "timeline.csv")],
)  # fmt: skip
def test_names_of_files_lead_nowhere(title: str, name: str) -> None:
    assert file_name(title, "csv") == name
