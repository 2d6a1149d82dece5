from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.canon.importers.dump import write_dump
from timelines.canon.canon import Canon
from timelines.canon.importers.run import Report, import_file
from timelines.canon.load import load_canon


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., tuple[Canon, Report]]:
    """``imported("csv", "text")``: what a canon knows that has nothing but this file, and the report."""

    def run(form: str, text: str, as_of: str = "2025-10") -> tuple[Canon, Report]:
        path, pack = tmp_path / f"source.{form}", tmp_path / "facts.pack"
        path.write_text(text, encoding="utf-8")
        report = import_file(form, path, pack, as_of=as_of)
        return load_canon([pack], builtin=False), report

    return run


@pytest.fixture
def from_items(tmp_path: Path) -> Callable[..., Canon]:
    """A canon that has nothing but these items of Wikidata."""

    def run(*items: dict[str, Any]) -> Canon:
        path, pack = tmp_path / "dump.json", tmp_path / "facts.pack"
        report = import_file("wikidata", write_dump(path, iter(items)), pack, as_of="2025-10")
        assert report.problems == []
        return load_canon([pack], builtin=False)

    return run
