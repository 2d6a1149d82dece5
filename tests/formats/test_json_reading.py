from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from tests.formats.articles import complete, hostile
from timelines import parse_edtf, reconstruct
from timelines.errors import InputError
from timelines.formats.json import timeline_to_json
from timelines.formats.json_reading import timeline_from_json

TEXT = (
    "As the war in Ukraine enters its seventh year, Angela Merkel met Ana Duarte in Paris on 4 September 2025. "
    "Caesar was killed on 15 March 44 BC. The strike lasted three days in the summer of 1984."
)


@pytest.mark.parametrize("published", ["2025-09-05", None])
def test_there_and_back(published: str | None) -> None:
    timeline = reconstruct(TEXT, published=parse_edtf(published) if published else None, title="Talks")
    document = timeline_to_json(timeline)
    assert document["claims"]
    assert document["unknown"]
    read = timeline_from_json(json.loads(json.dumps(document)), text=TEXT)
    assert timeline_to_json(read) == document
    assert read.article.text == TEXT


def test_every_kind_of_find() -> None:
    for timeline in (complete(), hostile()):
        document = timeline_to_json(timeline)
        assert timeline_to_json(timeline_from_json(document, text=timeline.article.text)) == document


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("article",), None),
        (("article", "published", "origin"), "guessed"),
        (("article", "published", "edtf"), "soon"),
        (("expressions", 0, "type"), '"><script>'),
        (("expressions", 0, "start"), "0"),
        (("events", 0, "end"), -1),
        (("events", 0, "trigger"), []),
        (("events", 0, "modality"), "shouted"),
        (("flags", 0, "severity"), "fatal"),
        (("flags", 0, "evidence", 0, "kind"), "rumour"),
        (("notices", 0), 3),
    ],
)
def test_what_is_no_timeline_is_refused(path: tuple[Any, ...], value: Any) -> None:
    document: Any = deepcopy(timeline_to_json(complete()))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(InputError):
        timeline_from_json(document)
