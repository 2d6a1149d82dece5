from __future__ import annotations

import dataclasses
import json
import re

import pytest
from starlette.testclient import TestClient

from app.ingest.samples import samples
from tests.drawing.examples import TEXT, crowded_timeline, flagged_timeline
from tests.pages.conftest import Keep
from timelines.model import Published

HOSTILE = "<script>alert(1)</script> & \"quotes\" <img src=x onerror='alert(2)'>"


def test_the_empty_desk_offers_the_samples(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Nothing yet" in answer.text
    for sample in samples():
        assert f'action="/samples/{sample.name}"' in answer.text


def test_a_pasted_article_has_a_page(client: TestClient) -> None:
    answer = client.post("/articles", data={"text": "He came on 4 September 2025.\r\nHe left.", "title": "Visit"})
    assert answer.status_code == 303
    page = client.get(answer.headers["location"])
    assert page.status_code == 200
    assert '<h1 dir="auto">Visit</h1>' in page.text
    assert "Visit" in client.get("/").text


def test_line_ends_of_forms_do_not_shift_offsets(client: TestClient) -> None:
    answer = client.post("/articles", data={"text": "One.\r\nTwo on 4 September 2025."})
    document = client.get(f"{answer.headers['location']}.json").json()
    assert document["expressions"][0]["start"] == len("One.\nTwo on ")


def test_an_uploaded_file_is_read(client: TestClient) -> None:
    answer = client.post("/articles", files={"file": ("a.txt", b"Visit on 4 September 2025.")})
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("data", "file", "status", "field", "words"),
    [
        ({"text": "   "}, None, 422, "text", "empty"),
        ({"text": "A visit.", "published": "2025-02-30"}, None, 422, "published", "2025-02-30"),
        ({"text": "A visit.", "url": "javascript:alert(1)"}, None, 422, "url", "web address"),
        ({"text": "a" * 30_000}, None, 413, "text", "limit"),
        ({}, b"\x89PNG\x00\x01\x02", 422, "file", ""),
        ({}, "Grüße".encode("latin-1"), 422, "file", ""),
        ({"text": "A visit."}, b"Another one.", 422, "file", "not both"),
    ],
)
def test_mistakes_are_told_at_their_field(
    client: TestClient, data: dict[str, str], file: bytes | None, status: int, field: str, words: str
) -> None:
    answer = client.post("/articles", data=data, files={"file": ("a.txt", file)} if file else None)
    assert answer.status_code == status
    mistake = re.search(rf'<p class="mistake" id="{field}-mistake">([^<]+)</p>', answer.text)
    assert mistake
    assert words in mistake[1]
    assert f'aria-describedby="{field}-mistake' in answer.text
    assert data.get("text", "").strip()[:200] in answer.text
    assert client.get("/index.json").json()["articles"] == []


def test_a_sample_is_one_click_away(client: TestClient) -> None:
    first = client.post(f"/samples/{samples()[0].name}")
    again = client.post(f"/samples/{samples()[0].name}")
    assert first.status_code == 303
    assert first.headers["location"] == again.headers["location"]
    assert client.post("/samples/nothing").status_code == 404


def test_the_article_is_readable_without_scripts(client: TestClient, keep: Keep) -> None:
    page = client.get(keep(flagged_timeline())).text
    assert '<a class="flag error" id="text-flag-1" href="#flag-1"' in page
    assert 'id="flag-2"' in page
    assert "<ins>fourth year</ins>" in page
    assert '<span class="date" data-keys="date-1" title="4 September 2025 (2025-09-04)">' in page
    assert "24 Feb 2022 onwards" in page
    assert 'href="https://www.britannica.com/event/Russia-Ukraine-War"' in page
    assert "It calls Donald Trump president." in page
    assert "~" in page
    assert "<table>" in page
    assert "style=" not in page
    assert "onclick" not in page


def test_a_clean_article_says_what_was_checked(client: TestClient, keep: Keep) -> None:
    clean = dataclasses.replace(flagged_timeline(), flags=())
    page = client.get(keep(clean)).text
    assert "No temporal errors found." in page
    assert "4 dates checked" in " ".join(page.split())


def test_suppressed_flags_are_counted(client: TestClient, keep: Keep) -> None:
    timeline = flagged_timeline()
    page = client.get(keep(dataclasses.replace(timeline, flags=(), suppressed=timeline.flags[:1]))).text
    assert "no flags, 1 suppressed" in page


def test_an_unknown_publication_date_is_said(client: TestClient, keep: Keep) -> None:
    timeline = flagged_timeline()
    article = dataclasses.replace(timeline.article, published=Published(None, "unknown"))
    page = client.get(keep(dataclasses.replace(timeline, article=article))).text
    assert "published at an unknown date" in page


def test_hostile_text_is_only_text(client: TestClient, keep: Keep) -> None:
    timeline = flagged_timeline()
    article = dataclasses.replace(timeline.article, text=HOSTILE + TEXT[len(HOSTILE) :], title=HOSTILE)
    flags = tuple(dataclasses.replace(f, quote=HOSTILE, message=HOSTILE, suggestion=HOSTILE) for f in timeline.flags)
    page = client.get(keep(dataclasses.replace(timeline, article=article, flags=flags))).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;img" in page


def test_a_long_article_is_whole(client: TestClient, keep: Keep) -> None:
    page = client.get(keep(crowded_timeline(2000))).text
    assert "event1999" in page


def test_the_chart_fits_its_room(client: TestClient, keep: Keep) -> None:
    address = keep(flagged_timeline())
    whole = client.get(f"{address}/figure.json?width=358&height=240&theme=dark").json()
    assert whole["layout"]["height"] <= 242
    low, high = whole["layout"]["meta"]["whole"]
    part = client.get(f"{address}/figure.json?low={low}&high={high}").json()
    assert part["layout"]["xaxis"]["range"] == [low, high]
    assert client.get(f"{address}/figure.json?low=nan&high=5").status_code == 422
    assert client.get(f"{address}/figure.json?width=9").status_code == 422


def test_pages_have_json_twins(client: TestClient, keep: Keep) -> None:
    address = keep(flagged_timeline())
    api = f"/api/v1{address}/timeline"
    assert client.get(f"{address}.json").json() == client.get(api).json()
    assert client.get("/index.json").json()["articles"][0]["title"] == "Envoys meet in Oslo"
    assert client.get("/rules.json").json() == client.get("/api/v1/rules").json()
    wall = "/lookup?q=fall+of+the+Berlin+Wall"
    assert client.get(wall.replace("?", ".json?")).json() == client.get(f"/api/v1{wall}").json()
    assert json.loads(client.get("/lookup.json").text) == {"query": "", "answers": []}


def test_lookup_answers_with_the_date(client: TestClient) -> None:
    assert "9 November 1989" in client.get("/lookup?q=fall+of+the+Berlin+Wall").text
    assert "nothing that fits" in client.get("/lookup?q=xyzzy").text
    assert client.get("/lookup").status_code == 200
    assert client.get(f"/lookup?q={'a' * 600}").status_code == 422


def test_rules_and_api_are_listed(client: TestClient) -> None:
    assert 'id="T201"' in client.get("/rules").text
    assert "POST /api/v1/articles" in client.get("/api").text


@pytest.mark.parametrize("path", ["/nothing", "/articles/nothing", "/articles/nothing.json/x"])
def test_what_is_not_there_is_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "There is nothing here" in answer.text


def test_older_articles_are_a_link_away(client: TestClient, keep: Keep) -> None:
    for number in range(23):
        timeline = flagged_timeline()
        article = dataclasses.replace(timeline.article, id=f"a{number}", title=f"Number {number}.")
        keep(dataclasses.replace(timeline, article=article))
    first = client.get("/").text
    assert "Number 22." in first
    assert "Number 1." not in first
    older = re.search(r'href="(/\?after=\d+)', first)
    assert older
    assert "Number 1." in client.get(older[1]).text
