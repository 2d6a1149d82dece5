"""The files that `check` was asked to read: names, patterns, and folders with the texts beneath them."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.inputs import STDIN
from app.cli.usage import UsageError

_TEXTS = (".txt", ".md")
_NOT_OURS = frozenset({"node_modules", "__pycache__", "site-packages"})


@dataclass(frozen=True, slots=True)
class Source:
    """``name`` is what reports call it; ``path`` is None for standard input; ``error`` says why there is none."""

    name: str
    path: Path | None = None
    error: str = ""

    @property
    def folder(self) -> Path:
        """Where it lies, and where its settings are looked for."""
        return Path(self.name).resolve().parent


def find_sources(names: Sequence[str], stdin_name: str | None = None) -> list[Source]:
    """Every file once, in the order given, those of a folder by name. What does not exist has an ``error``."""
    if stdin_name is not None and STDIN not in names:
        raise UsageError("--stdin-filename goes with - for standard input.")
    found: dict[str, Source] = {}
    for name in names:
        for source in _sources(name, stdin_name):
            found.setdefault(str(Path(source.name)), source)
    return list(found.values())


def _sources(name: str, stdin_name: str | None) -> Iterator[Source]:
    if name == STDIN:
        yield Source(stdin_name or STDIN)
        return
    paths = [name]
    if not os.path.lexists(name) and glob.has_magic(name):
        paths = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not paths:
        yield Source(name, error=f"{name}: no file is called like this.")
    for each in paths:
        path = Path(each)
        if not path.is_dir():
            yield Source(each, path)
            continue
        texts = sorted(_texts_in(path))
        if not texts:
            yield Source(each, error=f"{each}: this folder holds no {' or '.join(_TEXTS)} file.")
        for text in texts:
            yield Source(str(text), text)


def _texts_in(folder: Path) -> Iterator[Path]:
    """The texts beneath a folder; hidden folders and those of other people's packages are left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".") and each not in _NOT_OURS]
        yield from (Path(parent, each) for each in files if each.lower().endswith(_TEXTS))
