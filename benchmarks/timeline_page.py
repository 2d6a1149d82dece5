"""How long the server takes for the page of a kept timeline with very many events: first picture, zoom, list.

    python -m benchmarks.timeline_page [DATA] [--events 10000 100000] [--browser]

The events are made up and come out the same in every run; DATA is not used. The figures are milliseconds of the
best of five requests; with ``--browser``, also what Chromium takes from the address to the drawn chart, and from a
press of "+" to the next one.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session
from starlette.testclient import TestClient

from app.gathering.gather import event_id
from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store.database import connect, for_writing, upgrade
from app.store.known_tables import KnownEventRow, TimelineRow
from app.store.tables import ArticleRow, EventRow
from timelines.canon.canon import Canon
from timelines.chronology.calendar import day_number, iso_day

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_FIRST, _LAST = day_number(1990, 1, 1), day_number(2026, 1, 1)
_SOURCES = [f"paper{number}.example" for number in range(40)]
_PLACES = [f"Town {number}" for number in range(300)]
_PEOPLE = [f"person {number}" for number in range(2_000)]
_PER_ARTICLE = 20


def main(arguments: list[str]) -> int:
    """Print milliseconds for each number of events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--events", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--browser", action="store_true")
    wanted = parser.parse_args(arguments)
    print(f"{'events':>9} {'page':>7} {'picture':>8} {'zoom':>7} {'filter':>7} {'by place':>9}   (ms)", flush=True)
    for size in wanted.events:
        with tempfile.TemporaryDirectory() as folder:
            engine = connect(f"sqlite:///{Path(folder) / 'page.db'}")
            upgrade(engine)
            with Session(for_writing(engine)) as session, session.begin():
                _fill(session, size)
            library = Library(engine, Canon({}))
            _measure(library, size)
            if wanted.browser:
                _in_browser(library, size)
            library.close()
    return 0


def _fill(session: Session, size: int) -> None:
    """Events with sources as they are told in life: few by many, most by one."""
    chance = random.Random(20)
    articles = [_article(number) for number in range(1, size // _PER_ARTICLE + 2)]
    session.execute(insert(ArticleRow), articles)
    for start in range(1, size + 1, 5_000):
        numbers = range(start, min(start + 5_000, size + 1))
        known = [_known(chance, number) for number in numbers]
        session.execute(insert(KnownEventRow), known)
        session.execute(insert(EventRow), [_mention(event) for event in known])
    session.add(TimelineRow(id="all", title="All", created_at=_NOW, changed_at=_NOW))


def _article(number: int) -> dict[str, Any]:
    return ArticleRow(
        number=number, id=f"a{number}", title=f"Article {number}", url="", language="en", excerpt="", characters=0,
        read_at=_NOW, published_origin="unknown", published_reasons=[], engine_version="0", canon_as_of="", errors=0,
        warnings=0, infos=0, events=0, expressions=0, claims=0, digest=f"a{number}", text="", timeline="{}",
        figure="{}", source=_SOURCES[number % len(_SOURCES)],
    ).model_dump()  # fmt: skip


def _known(chance: random.Random, number: int) -> dict[str, Any]:
    # Four fifths in the last ten years, as archives are.
    earliest = chance.randrange(_LAST - 3_650, _LAST) if chance.random() < 0.8 else chance.randrange(_FIRST, _LAST)
    long = chance.random() < 0.05
    latest = earliest + (chance.randrange(20, 400) if long else 0)
    sources = min(int(chance.paretovariate(1.2)), 500)
    person = chance.choice(_PEOPLE)
    place = chance.choice(_PLACES)
    disputed = sources > 5 and chance.random() < 0.2
    edtf = f"{iso_day(earliest)}/{iso_day(latest)}" if long else iso_day(earliest)
    other = iso_day(earliest + 1)
    return KnownEventRow(
        number=number, id=event_id(str(number)), label=f"{person.title()} opens hall {number} in {place}",
        kind="opening", edtf=edtf, earliest=earliest, latest=latest, place=place, participants=[person],
        samples=[{"quote": "words " * 20}], mentions=sources * 2, sources=sources, disputed=disputed,
        readings=[{"edtf": edtf, "weight": 3.0, "articles": ["a1", "a2"]},
                  {"edtf": other, "weight": 1.0, "articles": ["a3"]}] if disputed else [],
        promoted=chance.random() < 0.001, changed_at=_NOW,
    ).model_dump()  # fmt: skip


def _mention(event: dict[str, Any]) -> dict[str, Any]:
    return EventRow(
        article_number=event["number"] // _PER_ARTICLE + 1, event_id="e1", start=0, end=10, label=event["label"],
        edtf=event["edtf"], earliest=event["earliest"], latest=event["latest"], place=event["place"],
        modality="asserted", confidence=0.8, known_number=event["number"], mention_key=event["id"],
    ).model_dump(exclude={"number"})  # fmt: skip


def _measure(library: Library, size: int) -> None:
    app = create_app(Settings(samples=False), library=library)
    with TestClient(app, headers={"accept": "text/html"}) as client:
        page = "/timelines/all"
        middle = day_number(2020, 1, 1)
        zoomed = {"low": middle, "high": middle + 365}
        times = [
            _best(client, page),
            _best(client, f"{page}/figure.json"),
            _best(client, f"{page}/figure.json", **zoomed),
            _best(client, f"{page}/figure.json", q="person 7", **zoomed),
            _best(client, f"{page}/figure.json", lanes="place", **zoomed),
        ]
    print(f"{size:9,} " + " ".join(f"{t:{w}.0f}" for t, w in zip(times, (7, 8, 7, 7, 9), strict=True)), flush=True)


def _best(client: TestClient, address: str, **parameters: Any) -> float:
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        answer = client.get(address, params=parameters)
        taken.append(1000 * (time.perf_counter() - start))
        assert answer.status_code == 200, answer.text
    return min(taken)


def _in_browser(library: Library, size: int) -> None:
    from tests.browser.service import chromium, serving

    with serving(library) as base, chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        for words in ("first visit", "later visit"):
            start = time.perf_counter()
            page.goto(f"{base}/timelines/all")
            page.wait_for_selector("#chart.drawn .points path")
            print(f"{size:9,} {words}: {1000 * (time.perf_counter() - start):.0f} ms to the drawn chart", flush=True)
        page.evaluate(
            """() => { const chart = document.getElementById("chart"); window.taken = [];
            chart.addEventListener("keydown", () => { const at = performance.now();
              chart.once("plotly_afterplot", () => window.taken.push(performance.now() - at)); }, true); }"""
        )
        page.focus("#chart")
        for number in range(1, 6):
            page.keyboard.press("+")
            while page.evaluate("window.taken.length") < number:
                page.wait_for_timeout(50)
            page.wait_for_timeout(1_000)
        taken = sorted(page.evaluate("window.taken"))
        print(f"{size:9,} zoom step: {taken[len(taken) // 2]:.0f} ms (median of {len(taken)})", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
