"""The command that makes one timeline of many articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.inputs import Row, read_rows
from app.cli.outputs import write_lines
from app.cli.usage import UsageError

if TYPE_CHECKING:
    from timelines.chronology.span import Span
    from timelines.model import Article


def timeline(
    jsonl: Annotated[
        str, typer.Option(metavar="FILE|-", help='The articles: rows {"id", "published", "text"} as JSON Lines.')
    ],
    dates: Annotated[int, typer.Option(min=1, metavar="N", help="How many days.")],
    sentences: Annotated[int, typer.Option(min=1, metavar="K", help="How many sentences a day, at most.")],
    query: Annotated[str, typer.Option(metavar="WORDS", help="Articles without any of these words count little.")] = "",
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="No day before this one.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="No day after this one.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of standard output.")] = None,
) -> None:
    """Make one timeline of many articles: the days that matter, and what happened on them.

    It writes [["2011-01-25", ["sentence", …]], …]; the sentences are cut from the articles.
    """
    first_day, last_day = _day(first, "--from"), _day(last, "--to")
    shown = "standard input" if jsonl == "-" else jsonl
    rows = read_rows(jsonl)
    if not rows:
        raise UsageError(f"{shown}: there are no articles in it.")
    articles = [_article(row, f"{shown}: row {number} ({row.id!r})") for number, row in enumerate(rows, 1)]
    from timelines.story import summarise

    with _bar() as progress:
        days = summarise(
            articles,
            dates=dates,
            sentences=sentences,
            query=query,
            first_day=first_day.earliest_day if first_day else None,
            last_day=last_day.latest_day if last_day else None,
            progress=progress,
        )
    if len(days) < dates:
        sys.stderr.write(f"timelines: the articles tell of {len(days)} days only.\n")
    entries: list[list[str | list[str]]] = [
        [day.iso, [" ".join(sentence.text.split()) for sentence in day.sentences]] for day in days
    ]
    write_lines(_lines(entries), out)


def _article(row: Row, place: str) -> Article:
    from timelines.model import Article, Published
    from timelines.reading.language import detect_language

    if row.published is None:
        raise UsageError(f'{place} has no "published"; a story needs to know when its articles appeared.')
    return Article(
        id=str(row.id), text=row.text, language=detect_language(row.text), published=Published(row.published, "given")
    )


def _day(written: str | None, option: str) -> Span | None:
    if written is None:
        return None
    from app.ingest.submission import parse_published
    from timelines.errors import InputError

    try:
        day = parse_published(written)
    except InputError as error:
        raise UsageError(f"{option}: {error}") from None
    if day is None:
        raise UsageError(f"{option}: write a date like 2011-01-25.")
    return day


def _lines(entries: list[list[str | list[str]]]) -> Iterator[str]:
    """One day a line, all together one JSON array."""
    if not entries:
        yield "[]"
    for number, entry in enumerate(entries):
        opening = "[" if number == 0 else " "
        closing = "]" if number == len(entries) - 1 else ","
        yield opening + json.dumps(entry, ensure_ascii=False) + closing


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar when a person is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
