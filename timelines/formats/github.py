"""Annotations for GitHub Actions: workflow commands that mark lines of a change.

Columns count code points from 1; an end column lies behind the last one. Escapes after the runner's own toolkit
(``actions/toolkit``, ``core/src/command.ts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from timelines.formats.checked import CheckedFile
from timelines.model import Flag, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def checked_to_github(files: Iterable[CheckedFile]) -> str:
    """One command a line: flags, comments without effect, files that could not be read."""
    return "".join(f"{line}\n" for file in files for line in _commands(file))


def _commands(file: CheckedFile) -> Iterator[str]:
    name = PurePath(file.name).as_posix()
    if file.error:
        yield _command("error", file.error, file=name, title="Timelines")
    for notice in file.notices:
        yield _command(
            "warning", notice.message, file=name, **_place(file, notice.start, notice.end), title="Timelines"
        )
    for flag in file.flags:
        title = f"{flag.rule} {flag.name}"
        place = _place(file, flag.start, flag.end)
        yield _command(_COMMANDS[flag.severity], _message(flag), file=name, **place, title=title)


def _place(file: CheckedFile, start: int, end: int) -> dict[str, int]:
    """Columns only where the words stand on one line: GitHub refuses them elsewhere."""
    lines = file.lines
    first, last = lines.number(start), lines.number(end)
    if first != last:
        return {"line": first, "endLine": last}
    return {"line": first, "endLine": last, "col": lines.column(start), "endColumn": lines.column(end)}


def _message(flag: Flag) -> str:
    return f"{flag.message}\nWrite “{flag.suggestion}”." if flag.suggestion else flag.message


def _command(name: str, message: str, **properties: str | int) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
