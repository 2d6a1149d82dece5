from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timelines.canon.canon import Canon
from timelines.canon.load import load_canon
from timelines.canon.packs.writer import Entry, PackWriter
from timelines.canon.schema import Fact

STATE = {
    "source": "test",
    "format": "test",
    "size": 0,
    "digest": "",
    "position": 0,
    "line": 0,
    "records": 0,
    "facts": 0,
    "gained": 0,
    "ignored": 0,
    "malformed": 0,
    "finished": 1,
    "problems": "[]",
}


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """``pack(fact, …, name="a")``: a pack with these facts; with ``prominence`` all are known that widely."""

    def write(*facts: Fact, name: str = "facts", prominence: int | None = None) -> Path:
        path = tmp_path / f"{name}.pack"
        with PackWriter(path) as writer:
            writer.write([Entry(fact, prominence) for fact in facts], STATE)
            writer.finish()
        return path

    return write


@pytest.fixture
def beside(tmp_path: Path) -> Callable[..., Canon]:
    """``beside("yaml facts", pack, …)``: a canon of these facts and packs alone."""

    def load(facts: str, *packs: Path) -> Canon:
        path = tmp_path / "own.yaml"
        path.write_text(f"facts:\n{facts}" if facts else "facts: []\n", encoding="utf-8")
        return load_canon([path, *packs], builtin=False)

    return load
