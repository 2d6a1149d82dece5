"""Quality floors on passages of our own. A floor may be raised; it is lowered only on purpose, with a reason here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from timelines.chronology.edtf import parse_edtf
from timelines.tagging import tag

PASSAGES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "corpora" / "tagging" / "en_passages.yaml").read_text(encoding="utf-8")
)
STRICT_FLOOR = 0.99
VALUE_FLOOR = 0.99

_MARK = re.compile(r"\[([^]|]*)\|([^]]*)\]")


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the expressions; marks without a value are words that are no expression."""
    text, expected, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        if mark[2]:
            expected.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], expected


def test_floors() -> None:
    gold = found = strict = values = 0
    wrong: list[tuple[str, str, str | None, str | None]] = []
    for passage in PASSAGES:
        text, expected = read(passage["text"])
        expressions = tag(text, parse_edtf(passage["published"]))
        gold += len(expected)
        found += len(expressions)
        spans = {(e.start, e.end): e.value for e in expressions}
        for start, end, value in expected:
            strict += (start, end) in spans
            values += spans.get((start, end)) == value
            if spans.get((start, end)) != value:
                wrong.append((passage["id"], text[start:end], value, spans.get((start, end))))
        known = {(start, end) for start, end, _ in expected}
        wrong += [(passage["id"], e.text, None, e.value) for e in expressions if (e.start, e.end) not in known]
    assert len(PASSAGES) >= 12
    assert 2 * strict / (gold + found) >= STRICT_FLOOR, wrong
    assert 2 * values / (gold + found) >= VALUE_FLOOR, wrong
