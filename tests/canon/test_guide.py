"""The examples of docs/canon.md on bringing one's own canon, run as they stand."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timelines.canon.importers import sparql
from timelines.canon.importers.plain_csv import HEADER
from timelines.canon.importers.run import FORMATS, import_file

GUIDE = Path(__file__).parents[2] / "docs" / "canon.md"
TEXT = GUIDE.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mine.csv").write_text(blocks("csv")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands(folder: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    assert blocks("console")
    for example in re.split(r"^\$ ", "".join(blocks("console")), flags=re.MULTILINE)[1:]:
        command, _, expected = example.partition("\n")
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment, check=False)
        assert done.stdout.strip() == expected.strip(), done.stderr


def test_the_library(folder: Path) -> None:
    import_file("csv", Path("mine.csv"), Path("mine.pack"), as_of="2025-10")
    assert blocks("python")
    for block in blocks("python"):
        test = doctest.DocTestParser().get_doctest(block, {}, "canon.md", str(GUIDE), 0)
        assert doctest.DocTestRunner().run(test).failed == 0


def test_every_format_and_column_is_explained() -> None:
    for name in FORMATS:
        assert f"| `{name}` |" in TEXT
    assert tuple(blocks("csv")[0].split("\n")[0].split(",")) == HEADER


def test_the_query_uses_variables_that_are_read() -> None:
    (query,) = blocks("sparql")
    described = sparql.__doc__ or ""
    for variable in re.findall(r"\?(\w+)", query):
        assert f"``{variable}``" in described
