"""The commands that show what a text says about time: reconstruct, tag."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from app.cli.inputs import (
    load_canon,
    one_source,
    parse_date,
    read_article,
    read_file,
    read_rows,
)
from app.cli.outputs import to_json, with_progress, write, write_lines
from app.cli.usage import UsageError

if TYPE_CHECKING:
    from timelines.model import Expression, Timeline

# A test holds them against the catalogue, which is not read for the help alone.
Shown = Literal[
    "text", "json", "jsonl", "csv", "web-annotations", "timeml", "claim-review", "markdown", "rss", "timelinejs",
    "vis", "icalendar", "schema-org", "edtf", "html", "svg",
]  # fmt: skip
File = Annotated[
    str | None, typer.Argument(metavar="FILE|-", help="A text, HTML, PDF or Word file, or - for standard input.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When it was published: 2025-09-05, 2025-09, or an interval in EDTF."),
]
Rows = Annotated[str | None, typer.Option(metavar="FILE", help='Rows {"id", "published", "text"} as JSON Lines.')]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of standard output.")]
CanonPaths = Annotated[
    list[Path] | None, typer.Option("--canon", metavar="PATH", help="Canon files or packs of your own; repeatable.")
]


def reconstruct(
    file: File = None,
    published: Published = None,
    title: Annotated[str, typer.Option(help="The title of the article.")] = "",
    format: Annotated[  # noqa: A002 - the name of the option
        Shown, typer.Option(help="For people (text), or one of the formats of docs/formats.md.")
    ] = "text",
    jsonl: Rows = None,
    out: Out = None,
    canon: CanonPaths = None,
) -> None:
    """Read an article and show its dates, events, claims and flags.

    What a format cannot carry is told on standard error.
    """
    one_source(file, jsonl)
    if jsonl is not None:
        _only_rows(published=published, title=title or None)
        write_lines(_reconstruct_rows(jsonl, canon or []), out)
        return
    assert file is not None
    from timelines import reconstruct as read
    from timelines.reading.document import dated_by_file

    date = parse_date(published)
    document = read_article(file)
    timeline = read(
        document.text,
        published=date or document.published.span,
        title=title or document.title,
        canon=load_canon(canon or []),
    )
    if date is None and document.published.span is not None:
        timeline = dated_by_file(timeline, document.published)
    if format != "text":
        _export(timeline, format, out)
        return
    from app.cli.words import print_timeline

    if out is not None:
        raise UsageError("--out goes with every --format but text, and with --jsonl.")
    print_timeline(timeline, file)


def tag(
    file: File = None,
    published: Published = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Literal["text", "json"], typer.Option(help="For people or for programs.")
    ] = "text",
    jsonl: Rows = None,
    out: Out = None,
) -> None:
    """Find the expressions that speak of time (TIMEX3)."""
    one_source(file, jsonl)
    from timelines.tagging import tag as find

    if jsonl is not None:
        _only_rows(published=published)
        rows = read_rows(jsonl)
        lines = (
            to_json({"id": row.id, "timex": [_timex(each) for each in find(row.text, row.published)]}, indent=None)
            for row in with_progress(rows, "Tagging")
        )
        write_lines(lines, out)
        return
    assert file is not None
    date = parse_date(published)
    found = find(read_file(file), date)
    if format == "json" or out is not None:
        write(to_json({"timex": [_timex(each) | {"text": each.text, "edtf": each.edtf} for each in found]}), out)
        return
    from app.cli.words import Printer, print_expression

    printer = Printer()
    for each in found:
        print_expression(printer, each)


def _export(timeline: Timeline, name: str, out: Path | None) -> None:
    from app import clock
    from timelines.formats.catalogue import ARTICLE_FORMATS
    from timelines.formats.cells import harmless

    content, report = ARTICLE_FORMATS[name].write(timeline, clock.now())
    write(content, out)
    for each in report:
        sys.stderr.write(f"not carried: {harmless(str(each))}\n")


def _reconstruct_rows(jsonl: str, canon: list[Path]) -> Iterator[str]:
    from timelines import reconstruct as read
    from timelines.errors import InputError
    from timelines.formats.json import timeline_to_json
    from timelines.reading.text import require_text

    rows = read_rows(jsonl)
    for row in rows:
        try:
            require_text(row.text)
        except InputError as error:
            raise UsageError(f"{jsonl}: row {row.id!r}: {error}") from None
    knowledge = load_canon(canon)
    for row in with_progress(rows, "Reading"):
        timeline = timeline_to_json(read(row.text, published=row.published, canon=knowledge))
        yield to_json({"id": row.id, **timeline}, indent=None)


def _only_rows(**given: str | None) -> None:
    for option, value in given.items():
        if value is not None:
            raise UsageError(f"--{option} does not go with --jsonl; each row has its own.")


def _timex(expression: Expression) -> dict[str, Any]:
    return {
        "start": expression.start,
        "end": expression.end,
        "type": expression.type,
        "value": expression.value,
    }
