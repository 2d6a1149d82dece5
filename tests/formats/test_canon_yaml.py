from __future__ import annotations

from pathlib import Path

import pytest

from timelines.canon.check import check_canon
from timelines.canon.load import BUILTIN
from timelines.canon.schema import Fact
from timelines.chronology import parse_edtf
from timelines.formats.canon_yaml import event_slug, facts_from_yaml, facts_to_yaml

EVENTS = [
    Fact(
        "event/opening-of-the-harbour-bridge",
        "opening",
        "Opening of the harbour bridge: day one",
        ("Opening of the harbour bridge: day one", "bridge opening"),
        when=parse_edtf("2024-06-03"),
        place="Oslo",
        source="three articles",
        as_of="2024-06",
    ),
    Fact("event/flood", "event", "Überschwemmung", ("Überschwemmung",), when=parse_edtf("-0043-03-15"), source="s"),
]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text(facts_to_yaml(EVENTS), encoding="utf-8")
    events, problems = facts_from_yaml(path)
    assert problems == []
    for wrote, read in zip(EVENTS, events, strict=True):
        assert (read.id, read.kind, read.label, read.names) == (wrote.id, wrote.kind, wrote.label, wrote.names)
        assert (read.when, read.place, read.source) == (wrote.when, wrote.place, wrote.source)


def test_the_canon_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text(facts_to_yaml(EVENTS[:1]), encoding="utf-8")
    assert check_canon([path], builtin=BUILTIN) == []


def test_a_kind_that_the_canon_has_not_is_an_event() -> None:
    fact = Fact("event/x", "statement", "X", ("X",), when=parse_edtf("2024"))
    assert "kind: event\n" in facts_to_yaml([fact])


def test_a_broken_file_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("facts:\n  - {id: event/x, kind: opening, label: X, when: 2024-13}\n", encoding="utf-8")
    _, problems = facts_from_yaml(path)
    assert [(problem.line, "2024-13" in problem.message) for problem in problems] == [(2, True)]


@pytest.mark.parametrize(
    ("label", "taken", "slug"),
    [
        ("Opening of the Bridge!", [], "event/opening-of-the-bridge"),
        ("Opening", ["event/opening", "event/opening-2"], "event/opening-3"),
        ("Überfall", [], "event/uberfall"),
        ("東京", [], "event/event"),
    ],
)
def test_ids_from_labels(label: str, taken: list[str], slug: str) -> None:
    assert event_slug(label, taken) == slug
