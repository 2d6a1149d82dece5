from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from app.ingest.samples import samples
from tests.app.cli.conftest import Program, is_one_line

SERVE = (sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", "0")


def _serve() -> list[str]:
    """Start the service as its user would, ask for the list of articles, stop it; the titles in the list."""
    with subprocess.Popen(SERVE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert found, line + (process.stderr.read() if process.stderr and not line else "")
            with urllib.request.urlopen(f"{found.group()}api/v1/articles") as answer:
                titles = [article["title"] for article in json.load(answer)["articles"]]
        finally:
            process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        assert process.returncode in {0, 130, -signal.SIGINT}
        assert process.stderr is not None
        assert process.stderr.read() == ""
    return titles


def test_the_service_starts_with_samples_and_keeps_them() -> None:
    titles = [sample.title for sample in samples()]
    assert _serve() == titles
    assert Path("var/timelines.db").exists()
    assert _serve() == titles


def test_a_port_that_is_taken(program: Program) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        outcome = program("serve", "--port", str(other.getsockname()[1]))
    assert is_one_line(outcome)
    assert "--port" in outcome.err


@pytest.mark.parametrize(
    "options", [("--host", "no such host"), ("--database", "nonsense"), ("--database", "sqlite:////proc/none/t.db")]
)
def test_what_cannot_be_served(program: Program, options: tuple[str, str]) -> None:
    assert is_one_line(program("serve", "--port", "0", *options))


def test_a_broken_canon_stops_the_service(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.yaml").write_text("events: 7\n", encoding="utf-8")
    monkeypatch.setenv("TIMELINES_CANON_PATHS", json.dumps([os.fspath(Path("own.yaml").resolve())]))
    outcome = program("serve", "--port", "0")
    assert is_one_line(outcome)
    assert "own.yaml" in outcome.err


def test_samples(program: Program) -> None:
    listed = program("samples").out
    for sample in samples():
        assert sample.name in listed
        assert program("samples", sample.name).out == sample.text
    assert is_one_line(program("samples", "nothing"))
