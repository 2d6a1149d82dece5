"""The command that imports files of other projects into a canon pack."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.usage import UsageError

if TYPE_CHECKING:
    from timelines.canon.importers.run import Progress, Report

ImportFormat = Literal["wikidata", "sparql", "congress", "archigos", "csv"]


def import_facts(
    form: Annotated[
        ImportFormat, typer.Argument(metavar="FORMAT", help="wikidata, sparql, congress, archigos or csv.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file; it may be packed as .gz or .bz2.")],
    into: Annotated[Path, typer.Option("--into", metavar="PACK", help="The pack; made if it is not there.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on where this import was broken off.")] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the file was true, like 2025-10; else the file's own date.")
    ] = None,
) -> None:
    """Import facts into a pack, to be used with --canon PACK or TIMELINES_CANON_PATHS."""
    from timelines.canon.importers.run import import_file

    known = _as_of(file, as_of)
    try:
        with _bar(file) as progress:
            report = import_file(form, file, into, as_of=known, resume=resume, progress=progress)
    except KeyboardInterrupt:
        _say(f"timelines: stopped; what was written to {into} stays. Go on with --resume.")
        raise
    _print(report, file, into)


def _as_of(file: Path, given: str | None) -> str:
    if given is None:
        try:
            changed = file.stat().st_mtime
        except OSError as error:
            raise UsageError(f"{file}: the file cannot be read: {error.strerror}.") from None
        return datetime.fromtimestamp(changed, UTC).strftime("%Y-%m")
    from timelines.chronology.edtf import EdtfError, parse_edtf

    try:
        if len(given) < 4 or not parse_edtf(given).is_instant:
            raise ValueError
    except (EdtfError, ValueError):
        raise UsageError(f"--as-of: {given!r} is not a date like 2025-10.") from None
    return given


@contextmanager
def _bar(file: Path) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar when a person is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[facts]:,} facts"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(file.name, total=None, facts=0)

        def advance(progress: Progress) -> None:
            bar.update(task, total=progress.size, completed=progress.bytes_read, facts=progress.facts)

        yield advance


def _print(report: Report, file: Path, into: Path) -> None:
    from app.cli.words import Printer

    printer = Printer()
    if report.was_finished:
        printer.line(f"{file} was imported into {into} before; nothing was left to do.")
    elif report.resumed_at:
        printer.line(f"Went on after line {report.resumed_at}.")
    printer.line(
        (f"{report.facts} facts", "bold"),
        f" of {report.records} records, {report.gained} of them new; {report.ignored} records without a dated fact.",
    )
    if report.malformed:
        printer.line(f"{report.malformed} malformed records were left out:")
        for line, problem in report.problems:
            printer.line(f"{file}:{line}: {problem}")
        if report.malformed > len(report.problems):
            printer.line(f"… and {report.malformed - len(report.problems)} more.")


def _say(words: str) -> None:
    sys.stderr.write(words + os.linesep)
