"""The command that puts articles into the library of the service."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.inputs import settings
from app.cli.outputs import with_progress
from app.cli.usage import complain

if TYPE_CHECKING:
    from app.ingest.submission import Submission
    from app.ingest.taking_in import Intake

_BAD = 2
_ADDRESSES = ("http://", "https://")


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL…",
            help="Texts, HTML, PDF, Word, TimeML; JSON Lines, CSV, WARC and feeds of many; or addresses of pages.",
        ),
    ],
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="The database, like sqlite:///var/timelines.db.")
    ] = None,
) -> int:
    """Read articles into the library of the service and print their ids. Ends with 2 if one could not be read."""
    from app.ingest.taking_in import Intake, fetcher_of, limits_of
    from app.main import open_library
    from timelines.errors import InputError

    chosen = settings()
    if database is not None:
        chosen = chosen.model_copy(update={"database_url": database})
    intake = Intake(limits_of(chosen), fetcher_of(chosen))
    library = open_library(chosen.model_copy(update={"samples": False}))
    failed = False
    try:
        for source in with_progress(sources, "Adding"):
            for found in _found(intake, source):
                try:
                    if isinstance(found, str):
                        raise InputError(found, field="file")
                    sys.stdout.write(f"{library.add(found).article.id}\n")
                except InputError as error:
                    complain(str(error) if source in str(error) else f"{source}: {error}")
                    failed = True
    finally:
        library.close()
    return _BAD if failed else 0


def _found(intake: Intake, source: str) -> Iterator[Submission | str]:
    """What a file or an address holds: articles, or in words why there is none."""
    from timelines.errors import InputError
    from timelines.reading.document import Skipped
    from timelines.reading.files import holds_many

    try:
        if source.startswith(_ADDRESSES):
            yield intake.address(source)
            return
        data = Path(source).read_bytes()
        if not holds_many(data, source):
            yield intake.file(data, source)
            return
        for each in intake.many(data, source):
            yield f"{source}:{each.line}: {each.reason}" if isinstance(each, Skipped) else each.submission
    except InputError as error:
        yield str(error)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield f"the file cannot be read: {reason}."
