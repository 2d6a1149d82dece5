"""Loads the canon: the facts that come with the package, and those of the caller's own files."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timelines.canon.cache import Cache, fingerprint
from timelines.canon.canon import Canon
from timelines.canon.packs.tables import is_pack
from timelines.canon.rows import StoredFacts, fact_table
from timelines.canon.schema import Fact
from timelines.canon.source import yaml_files
from timelines.errors import CanonError

if TYPE_CHECKING:
    from timelines.canon.packs.pack import Pack

BUILTIN = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled.json"


def load_canon(paths: Sequence[Path] = (), *, builtin: bool = True, cache: Path | None = None) -> Canon:
    """The canon from YAML files, folders and packs; a fact of a later path replaces one of the same id before it.

    Facts from YAML come before those of packs, wherever the packs stand among the paths. Packs are opened and not read.
    ``builtin`` puts the package's own facts first. ``cache`` is a file for the compiled form, with further ones beside
    it; without it the package's own facts are cached beside the package's code if that is writable, and the caller's
    are not.
    Raises CanonError with file, line and what to do.
    """
    roots = [*([BUILTIN] if builtin else []), *(path for path in paths if not is_pack(path))]
    packs = [_opened(path) for path in paths if is_pack(path)]
    try:
        files = yaml_files(roots)
        key = fingerprint(files)
    except OSError as error:
        raise CanonError(f"cannot read canon files: {error}") from error
    place = cache if cache is not None else COMPILED if roots == [BUILTIN] else None
    store = Cache(place, key)
    collecting = gc.isenabled()
    gc.disable()  # many small lasting objects: collecting while they are made takes half of the time
    try:
        stored = store.read_rows("")
        facts = StoredFacts(*stored) if stored is not None else _compiled(roots, store)
        return Canon(facts, packs, store)
    finally:
        if collecting:
            gc.enable()


def _opened(path: Path) -> Pack:
    # Imported here, as what compiles YAML is below: a canon that is compiled and has no packs needs neither.
    from timelines.canon.packs.pack import Pack

    return Pack(path)


def _compiled(roots: Sequence[Path], store: Cache) -> Mapping[str, Fact]:
    from timelines.canon.build import compile_files

    compiled = compile_files(roots)
    if compiled.problems:
        first, more = compiled.problems[0], len(compiled.problems) - 1
        hint = f" ({first.hint})" if first.hint else ""
        rest = f"; and {more} more: run `timelines canon check`" if more else ""
        raise CanonError(f"{first.message}{hint}{rest}", file=first.file, line=first.line)
    store.write("", *fact_table(compiled.facts))
    return compiled.facts
