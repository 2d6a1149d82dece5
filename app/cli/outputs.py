"""Where results go: standard output or a file that appears only when it is complete; progress on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from app.cli.usage import UsageError

T = TypeVar("T")


def to_json(document: Any, *, indent: int | None = 2) -> str:
    """JSON as people and programs read it: characters as they are, one line without an indent."""
    return json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)


def write(text: str, out: Path | None) -> None:
    """Write a whole result."""
    write_lines([text.removesuffix("\n")], out)


def write_lines(lines: Iterable[str], out: Path | None) -> None:
    """Write line by line; a file gets its name when the last line is there."""
    if out is None or str(out) == "-":
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            for line in lines:
                stream.write(line + "\n")
        part.replace(out)
    except OSError as error:
        raise UsageError(f"{out}: the file cannot be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)


def with_progress(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one, with a progress bar when a person is watching."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, console=Console(stderr=True), transient=True)
