"""The command ``check``: what cannot be true in time, in one file or many."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.inputs import STDIN, load_canon, options_of, parse_date, read_article
from app.cli.outputs import to_json, with_progress, write
from app.cli.project import Projects
from app.cli.sources import Source, find_sources
from app.cli.usage import UsageError, complain

if TYPE_CHECKING:
    from timelines.canon.canon import Canon
    from timelines.chronology.span import Span
    from timelines.formats.checked import CheckedFile
    from timelines.options import Options

Form = Literal["text", "json", "sarif", "github"]
_FLAGGED = 1
_BAD = 2


def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Texts, HTML, PDF or Word, folders with .txt and .md files, or - for standard input.",
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When they were published: 2025-09-05, 2025-09, or an interval in EDTF."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Only these: T201, T2 for all that begin so, or names; repeatable."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these.")] = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Form, typer.Option(help="For people, for programs, for code hosts, for GitHub Actions.")
    ] = "text",
    canon: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="Canon files or packs of your own; repeatable.")
    ] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call standard input, and where its settings are.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The settings file, instead of the one found upward.")
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no settings file.")] = False,
) -> int:
    """Flag what cannot be true in time. Ends with 1 after errors or warnings, 2 after input that cannot be read."""
    if config is not None and no_config:
        raise UsageError("Give either --config or --no-config.")
    checker = _Checker(
        projects=Projects(config, disabled=no_config),
        published=parse_date(published),
        chosen=options_of(select or [], ignore or []),
        canon=tuple(canon or ()),
    )
    sources = find_sources(files, stdin_filename)
    checked = [checker.check(source) for source in with_progress(sources, "Checking")]
    for file in checked:
        if file.error:
            complain(file.error)
    _report(checked, format)
    if any(file.error for file in checked):
        return _BAD
    return _FLAGGED if any(flag.severity.value != "info" for file in checked for flag in file.flags) else 0


@dataclass
class _Checker:
    """Checks file after file, each under the settings of its project."""

    projects: Projects
    published: Span | None
    chosen: Options
    canon: tuple[Path, ...]
    _canons: dict[tuple[Path, ...], Canon] = field(default_factory=dict)

    def check(self, source: Source) -> CheckedFile:
        """What was found in one file, or why it could not be read."""
        from timelines.errors import InputError
        from timelines.formats.checked import CheckedFile
        from timelines.options import Options

        if source.error:
            return CheckedFile(source.name, error=source.error)
        project = self.projects.of(source.folder)
        options = Options(
            select=self.chosen.select or project.select,
            ignore=self.chosen.ignore | project.ignored_in(Path(source.name)),
            language=project.language,
            severities=project.severities,
        )
        try:
            document = read_article(STDIN if source.path is None else str(source.path))
        except UsageError as error:
            return CheckedFile(source.name, error=str(error))
        canon = self._canon(project.canon)
        from timelines import reconstruct

        try:
            published = self.published or project.published or document.published.span
            timeline = reconstruct(
                document.text, published=published, title=document.title, canon=canon, options=options
            )
        except InputError as error:
            return CheckedFile(source.name, error=f"{source.name}: {error}")
        return CheckedFile.of(source.name, timeline)

    def _canon(self, paths: tuple[Path, ...]) -> Canon:
        if paths not in self._canons:
            self._canons[paths] = load_canon([*paths, *self.canon])
        return self._canons[paths]


def _report(checked: Sequence[CheckedFile], form: Form) -> None:
    match form:
        case "text":
            _print(checked)
        case "json":
            from timelines.formats.report import checked_to_json

            write(to_json(checked_to_json(checked)), None)
        case "sarif":
            from importlib.metadata import version

            from timelines.formats.sarif import checked_to_sarif

            write(to_json(checked_to_sarif(checked, version=version("timelines"))), None)
        case "github":
            from timelines.formats.github import checked_to_github

            sys.stdout.write(checked_to_github(checked))


def _print(checked: Sequence[CheckedFile]) -> None:
    from timelines.formats.checked import Totals
    from timelines.formats.text import Layout, closing_line, file_lines, plain

    if all(file.error for file in checked):
        return
    closing = closing_line(Totals.of(checked))
    if not sys.stdout.isatty():
        for file in checked:
            sys.stdout.write(plain(file_lines(file)))
        sys.stdout.write(f"{closing}\n")
        return
    from app.cli.words import Printer

    printer = Printer()
    layout = Layout(shutil.get_terminal_size().columns, wraps=True)
    for file in checked:
        for line in file_lines(file, layout):
            printer.line(*line)
    printer.line((closing, "bold"))
