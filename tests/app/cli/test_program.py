from __future__ import annotations

import subprocess
import sys

import pytest

from tests.app.cli.conftest import Program, is_one_line

COMMANDS = ("reconstruct", "check", "tag", "lookup", "rules", "explain", "serve", "samples", "canon")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_lists_the_commands(program: Program, arguments: tuple[str, ...]) -> None:
    outcome = program(*arguments)
    assert outcome.status == 0
    assert all(command in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(program: Program, command: str) -> None:
    outcome = program(command, "--help")
    assert outcome.status == 0
    assert "Usage" in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("check",),
        ("check", "--nonsense", "article.txt"),
        ("reconstruct", "article.txt", "--format", "gif"),
        ("lookup", "war", "--limit", "0"),
        ("canon", "nonsense"),
    ],
)
def test_bad_usage_is_one_line_that_says_where_help_is(program: Program, arguments: tuple[str, ...]) -> None:
    outcome = program(*arguments)
    assert is_one_line(outcome)
    assert "--help` says how." in outcome.err


def test_a_bad_setting(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINES_MAX_TEXT_BYTES", "many")
    outcome = program("check", "article.txt")
    assert is_one_line(outcome)
    assert "TIMELINES_MAX_TEXT_BYTES" in outcome.err


def test_help_loads_neither_engine_nor_service() -> None:
    code = (
        "import sys; from app.cli.program import run; run(['--help']); "
        "sys.exit(', '.join({'timelines', 'fastapi', 'sqlmodel', 'pydantic_settings'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_stops_is_no_error() -> None:
    code = "from app.cli.program import run; import sys; sys.exit(run(['rules', '--format', 'json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
