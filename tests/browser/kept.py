"""A story of our own in three papers that do not agree, and the timeline that is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx2

Post = Callable[[str, Mapping[str, Any]], dict[str, Any]]
Get = Callable[[str], dict[str, Any]]

TITLE = "The flood at Veldhaven"

ARTICLES: tuple[tuple[str, str, str, str], ...] = (
    ("courier.example", "2019-02-11", "Dike breaks at Veldhaven",
     "The dike at Veldhaven broke on 9 February 2019. Mayor Anna Dorn ordered the evacuation of Veldhaven on "
     "10 February 2019. Two people died in Veldhaven on 10 February 2019."),
    ("herald.example", "2019-02-12", "Town under water",
     "The dike at Veldhaven broke on 10 February 2019 after a week of storms. The army arrived in Veldhaven on "
     "11 February 2019. Anna Dorn met Minister Piet Kroon in Utrecht on 12 February 2019."),
    ("gazette.example", "2019-02-14", "What went wrong",
     "The dike at Veldhaven broke on 9 February 2019. The ministry cancelled repairs of the dike in March 2017. "
     "Engineers warned the council of Veldhaven on 3 May 2018."),
    ("courier.example", "2019-06-02", "Inquiry opens",
     "Judge Mara Lind opened the inquiry in Utrecht on 1 June 2019. Piet Kroon resigned on 28 May 2019."),
    ("herald.example", "2019-11-20", "Kroon heard",
     "Piet Kroon testified in Utrecht on 18 November 2019. Anna Dorn testified in Utrecht on 19 November 2019."),
    ("gazette.example", "2020-03-05", "The report",
     "Judge Mara Lind published the report in Utrecht on 4 March 2020. Parliament debated the report in The Hague on "
     "5 March 2020. Britain left the European Union on 31 January 2020."),
    ("courier.example", "2021-10-02", "New dike",
     "King Willem opened the new dike at Veldhaven on 1 October 2021. Building the dike lasted from "
     "April 2020 to September 2021."),
    ("herald.example", "2021-10-03", "A dike and its bill",
     "King Willem opened the new dike at Veldhaven on 1 October 2021. Parliament approved the money in The Hague on "
     "14 February 2020."),
)  # fmt: skip


def fill(post: Post, get: Get) -> str:
    """Hand in the articles, join the two tellings of the breach, and keep the timeline; returns the timeline's id."""
    for host, published, title, text in ARTICLES:
        address = f"https://{host}/{published}"
        post("/api/v1/articles", {"text": text, "title": title, "published": published, "url": address})
    first, second = (event["id"] for event in get("/api/v1/events?q=dike+broke")["events"])
    post(f"/api/v1/events/{first}/merge", {"events": [second]})
    scope = {"sources": ["courier.example", "gazette.example", "herald.example"], "earliest": "2017"}
    return str(post("/api/v1/timelines", {"title": TITLE, "scope": scope})["id"])


def fill_by(base: str) -> str:
    """The same over the network, with a story of eight days told; returns the timeline's id."""
    with httpx2.Client(base_url=base, timeout=60) as client:
        made = fill(lambda path, body: _read(client.post(path, json=body)), lambda path: _read(client.get(path)))
        client.post(f"/api/v1/timelines/{made}/reconstruct", json={"dates": 8, "sentences": 2}).raise_for_status()
    return made


def _read(answer: httpx2.Response) -> dict[str, Any]:
    found: dict[str, Any] = answer.raise_for_status().json()
    return found
