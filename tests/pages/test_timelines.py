from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.browser.kept import TITLE, fill


@pytest.fixture
def kept(client: TestClient) -> str:
    """The address of a timeline of eight articles."""
    made = fill(lambda path, body: _json(client.post(path, json=body)), lambda path: _json(client.get(path)))
    return f"/timelines/{made}"


def _json(answer: Any) -> dict[str, Any]:
    assert answer.status_code < 300, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _events(client: TestClient, kept: str) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = client.get(f"{kept}/events.json").json()["events"]
    return events


def _followed(client: TestClient, answer: Any) -> str:
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def _undone(client: TestClient, page: str) -> str:
    found = re.search(r'action="(/review/undo/\d+)" method="post" role="status">\s*<input[^>]*value="([^"]*)"', page)
    assert found is not None
    return _followed(client, client.post(found[1], data={"back": found[2].replace("&amp;", "&")}))


def test_without_timelines_the_page_says_what_to_do(client: TestClient) -> None:
    page = client.get("/timelines").text
    assert "None yet." in page
    assert 'href="/timelines" aria-current="page"' in page


def test_a_timeline_is_made_by_the_form(client: TestClient) -> None:
    form = {"title": "Oslo", "query": "bridge", "participants": "Carla Bruno, Ann Roe", "earliest": "2024-06"}
    page = _followed(client, client.post("/timelines", data={**form, "latest": "2024", "least_sources": "2"}))
    assert '<h1 dir="auto">Oslo</h1>' in page
    assert "speak of “bridge”, with Carla Bruno or Ann Roe, from June 2024 to 2024, told by at least 2 sources" in page
    assert "No event that was read belongs here yet." in page
    assert client.get("/timelines.json").json()["timelines"][0]["scope"]["least_sources"] == 2


def test_mistakes_stand_at_their_fields(client: TestClient) -> None:
    answer = client.post(
        "/timelines", data={"title": " ", "earliest": "soon", "least_sources": "many", "place": "Oslo"}
    )
    assert answer.status_code == 422
    for field in ("title", "earliest", "least_sources"):
        assert f'id="{field}-mistake"' in answer.text
        assert f'<a href="#{field}">' in answer.text
    assert 'id="latest-mistake"' not in answer.text
    assert 'value="Oslo"' in answer.text
    assert client.get("/timelines.json").json()["timelines"] == []


def test_what_belongs_on_it_can_be_changed_and_undone(client: TestClient, kept: str) -> None:
    before = len(_events(client, kept))
    page = _followed(client, client.post(kept, data={"title": TITLE, "place": "Utrecht"}))
    assert "Done." in page
    assert {event["place"] for event in _events(client, kept)} == {"Utrecht"}
    assert client.get(f"{kept}.json").json()["scope"]["sources"], "what the form has no field for stays"
    _undone(client, page)
    assert len(_events(client, kept)) == before
    wrong = client.post(kept, data={"title": "", "place": "Utrecht"})
    assert wrong.status_code == 422
    assert "Nothing was changed." in wrong.text


def test_the_page_lists_events_with_sources_and_disagreement(client: TestClient, kept: str) -> None:
    page = client.get(kept).text
    assert "sources disagree: 9 Feb 2019 (2 articles) · 10 Feb 2019 (1)" in page
    assert "3 sources" in page
    assert re.search(r'href="/articles/\w+" dir="auto">Town under water</a> <span class="quiet">herald.example', page)
    assert page.count("<tr id=") == len(_events(client, kept))


def test_the_part_of_time_and_the_filter_hold_for_chart_and_list(client: TestClient, kept: str) -> None:
    part = {"from": "2019-11-01", "to": "2019-11-30"}
    page = client.get(kept, params=part).text
    assert page.count("<tr id=") == 2
    figure = client.get(f"{kept}/figure.json", params=part).json()
    assert figure["layout"]["meta"]["in_window"] == 2
    assert figure["layout"]["meta"]["address"] == part
    assert figure["layout"]["meta"]["words"] == "1 – 30 Nov 2019"
    filtered = client.get(kept, params={**part, "q": "piet"}).text
    assert filtered.count("<tr id=") == 1
    assert "Nothing on this timeline speaks of “xyzzy”" in client.get(kept, params={"q": "xyzzy"}).text
    assert "No event lies in this part" in client.get(kept, params={"from": "2018-07", "to": "2018-08"}).text


def test_jumping_to_a_date(client: TestClient, kept: str) -> None:
    meta = client.get(f"{kept}/figure.json", params={"at": "2019-11-18"}).json()["layout"]["meta"]
    assert meta["address"] == {"from": "2019-11-03", "to": "2019-12-03"}
    answer = client.get(kept, params={"at": "someday"})
    assert answer.status_code == 422
    assert "“someday” is not a date" in answer.text
    assert client.get(f"{kept}/figure.json", params={"at": "someday"}).status_code == 422


def test_lanes_are_chosen_by_the_reader(client: TestClient, kept: str) -> None:
    def lanes(by: str) -> list[str]:
        figure = client.get(f"{kept}/figure.json", params={"lanes": by}).json()
        names: list[str] = figure["layout"]["meta"]["lanes"]
        return names

    assert lanes("source") == ["courier.example", "gazette.example", "herald.example"]
    assert lanes("place")[:2] == ["Utrecht", "Veldhaven"]
    assert "Anna Dorn" in lanes("participant")
    promoted = _events(client, kept)[-1]["id"]
    client.post(f"/events/{promoted}/state", data={"deed": "promote"})
    assert lanes("source")[0] == "canon"


def test_an_event_is_hidden_pinned_promoted_and_merged(client: TestClient, kept: str) -> None:
    first, second, *_ = _events(client, kept)
    page = _followed(client, client.post(f"{kept}/events/{first['id']}", data={"shown": "no", "back": kept}))
    assert first["id"] not in {event["id"] for event in _events(client, kept)}
    _undone(client, page)
    assert first["id"] in {event["id"] for event in _events(client, kept)}

    page = _followed(client, client.post(f"/events/{first['id']}", data={"when": "2017-03-07", "back": kept}))
    assert _events(client, kept)[0]["when"]["edtf"] == "2017-03-07"
    assert "pinned</span>" in page
    refused = _followed(client, client.post(f"/events/{first['id']}", data={"when": "in spring", "back": kept}))
    assert "“in spring” is not a date" in refused
    assert 'role="status">\n  <input' not in refused

    page = _followed(client, client.post(f"/events/{first['id']}/merge", data={"other": second["id"], "back": kept}))
    assert second["id"] not in {event["id"] for event in _events(client, kept)}
    again = client.post(f"/events/{first['id']}/merge", data={"other": f"http://here/events/{second['id']}"})
    assert "is part of" in _followed(client, again)
    _undone(client, page)
    assert second["id"] in {event["id"] for event in _events(client, kept)}


def test_nothing_changed_offers_nothing_to_undo(client: TestClient, kept: str) -> None:
    event = _events(client, kept)[0]
    client.post(f"/events/{event['id']}/state", data={"deed": "promote"})
    page = _followed(client, client.post(f"/events/{event['id']}/state", data={"deed": "promote"}))
    assert "Done." not in page


def test_deleting_can_be_undone(client: TestClient, kept: str) -> None:
    page = _followed(client, client.post(f"{kept}/delete"))
    assert TITLE not in page
    assert client.get(kept).status_code == 404
    assert TITLE in _undone(client, page)


def test_the_story(client: TestClient, kept: str) -> None:
    assert "Not told yet." in client.get(f"{kept}/story").text
    page = _followed(client, client.post(f"{kept}/story", data={"dates": "4", "sentences": "1"}))
    assert page.count("<section aria-labelledby=") == 4
    assert re.search(r'<time datetime="2019-02-\d\d"', page)
    assert 'class="cite" href="/articles/' in page
    assert len(client.get(f"{kept}/story.json").json()["days"]) == 4
    assert "Not told yet." in _undone(client, page)
    assert client.post(f"{kept}/story", data={"dates": "0"}).status_code == 422


def test_a_story_needs_dated_articles(client: TestClient) -> None:
    address = client.post("/timelines", data={"title": "Nothing"}).headers["location"]
    page = _followed(client, client.post(f"{address}/story"))
    assert "No article with a publication date" in page


def test_the_page_of_an_event(client: TestClient, kept: str) -> None:
    event = next(event for event in _events(client, kept) if event["disputed"])
    page = client.get(f"/events/{event['id']}").text
    assert '<p class="event-when" title="2019-02-09">9 February 2019</p>' in page
    assert "Sources disagree" in page
    assert "10 Feb 2019" in page
    assert "The dike at Veldhaven broke on 10 February 2019 after a week of storms." in page
    assert "put here:" in page
    assert "merged with another event" in page
    page = _followed(client, client.post(f"/events/{event['id']}", data={"when": "2019-02-10", "reason": "log book"}))
    assert "10 February 2019</p>" in page
    assert "date set to 10 Feb 2019" in page
    assert "log book" in page
    page = _followed(client, client.post(f"/events/{event['id']}/state", data={"deed": "release"}))
    assert "9 February 2019</p>" in page
    assert client.get(f"/events/{event['id']}.json").json()["mention_list"]
    assert client.get("/events/nothing").status_code == 404


def test_a_hostile_title_stays_words(client: TestClient) -> None:
    page = _followed(client, client.post("/timelines", data={"title": "<script>alert(1)</script>"}))
    assert "<script>alert" not in page


def test_page_by_page(client: TestClient) -> None:
    made = client.post("/timelines", data={"title": "All"}).headers["location"]
    for number in range(60):
        body = {"label": f"Event {number}", "when": f"2020-01-{number % 28 + 1:02}"}
        assert client.post("/api/v1/events", json=body).status_code == 201
    page = client.get(made).text
    assert page.count("<tr id=") == 50
    later = re.search(r'rel="next" href="([^"#]+)', page)
    assert later is not None
    rest = client.get(later[1].replace("&amp;", "&")).text
    assert rest.count("<tr id=") == 10
    assert 'rel="prev"' in rest
