"""The examples of docs/checking.md, run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from app.cli.project import Projects
from timelines.checks.suppression import Suppressions

TEXT = (Path(__file__).parent.parent / "docs" / "checking.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("block", blocks("console"))
def test_command_line_examples(block: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINES_")}
    environment = {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = example.partition("\n")
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
        )
        assert done.stdout.strip() == expected.strip(), done.stderr


def test_settings_are_as_described(tmp_path: Path) -> None:
    (block,) = blocks("toml")
    (tmp_path / ".timelines.toml").write_text(block, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text("facts: []\n", encoding="utf-8")
    project = Projects().of(tmp_path)
    assert "T502" not in project.select
    assert project.severities["T502"].value == "info"
    assert project.severities["T501"].value == "warning"
    assert "T502" in project.ignored_in(tmp_path / "archive" / "old" / "a.md")
    assert set(tomllib.loads(block)) == {
        "select", "ignore", "published", "canon", "language", "per-file-ignores", "severity",
    }  # fmt: skip


def test_comments_are_read_without_complaint() -> None:
    for block in blocks("markdown"):
        suppressions = Suppressions(block)
        assert suppressions.text != block
        assert suppressions.notices == ()


def test_workflows_are_yaml() -> None:
    assert all(isinstance(yaml.safe_load(block), dict) for block in blocks("yaml"))
