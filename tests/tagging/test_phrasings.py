"""The corpus of phrasings: each is found whole and with its value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from timelines.chronology.edtf import parse_edtf
from timelines.tagging import tag

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "corpora" / "tagging" / "en.yaml").read_text(encoding="utf-8")
)
CASES = [
    (section["frame"], phrasing, str(value))
    for section in CORPUS["sections"]
    for value, phrasings in section["values"].items()
    for phrasing in phrasings
]


def test_the_corpus_is_large() -> None:
    assert len(CASES) >= 800


@pytest.mark.parametrize(("frame", "phrasing", "value"), CASES, ids=[f"{case[1]}" for case in CASES])
def test_phrasing(frame: str, phrasing: str, value: str) -> None:
    written, _, expected = phrasing.partition("|")
    text = frame.replace("{}", written)
    start = frame.index("{}")
    found = [e for e in tag(text, parse_edtf(CORPUS["reference"])) if e.start < start + len(written) and e.end > start]
    assert [(e.text, e.value) for e in found] == [(expected or written, value)]
