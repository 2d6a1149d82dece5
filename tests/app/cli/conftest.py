"""Running the program inside the test."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli.program import run
from tests.app.conftest import ARTICLE


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


Program = Callable[..., Outcome]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """``program("check", "a.txt", stdin=b"…")``; the folder is the test's own and holds ``article.txt``."""
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = run(arguments)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


def is_one_line(outcome: Outcome) -> bool:
    """Whether the program refused with one line and wrote nothing else."""
    return (
        outcome.status == 2
        and outcome.out == ""
        and outcome.err.startswith("timelines: ")
        and outcome.err.count("\n") == 1
    )
