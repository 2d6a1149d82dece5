from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timelines.canon.canon import Canon
from timelines.canon.load import load_canon


@pytest.fixture(scope="session")
def canon() -> Canon:
    return load_canon()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Canon]:
    """A canon made of the given facts alone."""

    def write(facts: str) -> Canon:
        path = tmp_path / "facts.yaml"
        path.write_text(f"facts:\n{facts}", encoding="utf-8")
        return load_canon([path], builtin=False)

    return write
