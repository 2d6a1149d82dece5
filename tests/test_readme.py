"""The examples of the README, run as they stand."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import timelines
from app.main import create_app
from app.settings import Settings

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE)


def test_library_examples() -> None:
    assert blocks("python")
    for block in blocks("python"):
        test = doctest.DocTestParser().get_doctest(block, {}, "README", str(README), 0)
        assert doctest.DocTestRunner().run(test).failed == 0


def test_the_packages_own_example() -> None:
    assert doctest.testmod(timelines).failed == 0


@pytest.mark.parametrize("block", blocks("console"))
def test_command_line_examples(block: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = example.partition("\n")
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
        )
        assert done.stdout.strip() == expected.strip(), done.stderr


def test_http_examples(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'timelines.db'}")
    with TestClient(create_app(settings)) as client:
        for block in blocks("http"):
            head, _, body = block.partition("\n\n")
            (method, target), *headers = [line.split(maxsplit=1) for line in head.splitlines()]
            answer = client.request(
                method,
                target,
                content=body.strip() or None,
                headers={name.rstrip(":"): value for name, value in headers},
            )
            assert answer.status_code in (200, 201), answer.text


def test_pictures_and_links_exist() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", TEXT):
        assert (README.parent / target).exists(), target


def test_make_targets_exist() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    for block in [*blocks("sh"), *re.findall(r"`(make [a-z]+)", TEXT)]:
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["make"]:
                assert re.search(rf"^{words[1]}:", makefile, flags=re.MULTILINE), words[1]
