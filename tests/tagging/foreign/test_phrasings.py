"""The corpora of phrasings: each is found whole and with its value, and what is no date is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from timelines.chronology.edtf import parse_edtf
from timelines.tagging.foreign import described_languages, tag_foreign

FOLDER = Path(__file__).parents[2] / "corpora" / "tagging"
CORPORA: dict[str, dict[str, Any]] = {
    code: yaml.safe_load((FOLDER / f"{code}.yaml").read_text(encoding="utf-8")) for code in described_languages()
}
CASES = [
    (code, section["frame"], phrasing, str(value))
    for code, corpus in CORPORA.items()
    for section in corpus["sections"]
    for value, phrasings in section["values"].items()
    for phrasing in phrasings
]
NOT_DATES = [(code, text) for code, corpus in CORPORA.items() for text in corpus["not_dates"]]


def test_there_are_many_languages() -> None:
    assert len(CORPORA) >= 24


@pytest.mark.parametrize("code", CORPORA)
def test_each_corpus_is_large(code: str) -> None:
    assert sum(case[0] == code for case in CASES) >= 25
    assert sum(case[0] == code for case in NOT_DATES) >= 5


@pytest.mark.parametrize(("code", "frame", "phrasing", "value"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES])
def test_phrasing(code: str, frame: str, phrasing: str, value: str) -> None:
    written, _, expected = phrasing.partition("|")
    found = tag_foreign(frame.replace("{}", written), parse_edtf(CORPORA[code]["reference"]), code)
    assert [(e.text, e.value) for e in found] == [(expected or written, value)]


@pytest.mark.parametrize(("code", "text"), NOT_DATES)
def test_not_a_date(code: str, text: str) -> None:
    found = tag_foreign(text, parse_edtf(CORPORA[code]["reference"]), code)
    assert [e.text for e in found] == []
