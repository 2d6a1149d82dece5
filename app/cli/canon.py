"""The commands about the canon: check, search, stats."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from app.cli.inputs import load_canon, settings
from app.cli.knowledge import Format, lookup
from app.cli.outputs import to_json, write

commands = typer.Typer(help="Look at the reference facts, and check files with facts of your own.")

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH…", help="Canon files or folders beside the built-in ones.")
]


@commands.command("check")
def check(paths: Paths = None) -> int:
    """Check canon files and name every mistake with its place. Ends with 2 when there is one."""
    from app.cli.words import Printer
    from timelines.canon.build import compile_files
    from timelines.canon.load import BUILTIN

    given = [*settings().canon_paths, *(paths or [])]
    compiled = compile_files([BUILTIN, *given])
    printer = Printer()
    for problem in compiled.problems:
        printer.line(str(problem))
    if compiled.problems:
        return 2
    printer.line(f"{len(compiled.facts)} facts, no mistakes.")
    return 0


commands.command("search")(lookup)


@commands.command("stats")
def stats(paths: Paths = None, form: Format = "text") -> None:
    """Count the facts by sort and by kind."""
    from app.cli.words import Printer

    canon = load_canon(paths or [])
    sorts = Counter((fact.prefix, fact.kind) for fact in canon.facts.values())
    ordered = sorted(sorts.items())
    if form == "json":
        rows = [{"sort": sort, "kind": kind, "facts": count} for (sort, kind), count in ordered]
        write(to_json({"as_of": canon.as_of, "facts": len(canon.facts), "kinds": rows}), None)
        return
    printer = Printer()
    printer.line((f"{len(canon.facts)} facts", "bold"), f" as of {canon.as_of}")
    for (sort, kind), count in ordered:
        printer.line(f"{count:>7}  {sort}/{kind}")
