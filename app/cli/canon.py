"""The commands about the canon: check, import, search, stats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.importing import import_facts
from app.cli.inputs import load_canon, reading_settings
from app.cli.knowledge import Format, lookup
from app.cli.outputs import to_json, write

commands = typer.Typer(help="Look at the reference facts, check files with facts of your own, import others.")

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH…", help="Canon files, folders or packs beside the built-in ones.")
]


@commands.command("check")
def check(paths: Paths = None) -> int:
    """Check canon files and name every mistake with its place. Ends with 2 when there is one."""
    from app.cli.words import Printer
    from timelines.canon.build import compile_files
    from timelines.canon.load import BUILTIN
    from timelines.canon.packs.tables import is_pack

    given = [path for path in (*reading_settings().canon_paths, *(paths or [])) if not is_pack(path)]
    compiled = compile_files([BUILTIN, *given])
    printer = Printer()
    for problem in compiled.problems:
        printer.line(str(problem))
    if compiled.problems:
        return 2
    printer.line(f"{len(compiled.facts)} facts, no mistakes.")
    return 0


commands.command("import")(import_facts)
commands.command("search")(lookup)


@commands.command("stats")
def stats(paths: Paths = None, form: Format = "text") -> None:
    """Count the facts by sort and by kind."""
    from app.cli.words import Printer

    canon = load_canon(paths or [])
    stats = canon.stats()
    if form == "json":
        rows = [{"sort": sort, "kind": kind, "facts": count} for (sort, kind), count in sorted(stats.counts.items())]
        packs = [
            {"path": pack.path, "as_of": pack.as_of, "facts": pack.facts, "terms": pack.terms} for pack in stats.packs
        ]
        write(to_json({"as_of": stats.as_of, "facts": stats.facts, "kinds": rows, "packs": packs}), None)
        return
    printer = Printer()
    printer.line((f"{stats.facts} facts", "bold"), f" as of {stats.as_of}")
    for (sort, kind), count in sorted(stats.counts.items()):
        printer.line(f"{count:>7}  {sort}/{kind}")
    for pack in stats.packs:
        printer.line(
            (f"{pack.facts:>7}", "bold"), f"  in {pack.path}, with {pack.terms} terms of office, as of {pack.as_of}"
        )
