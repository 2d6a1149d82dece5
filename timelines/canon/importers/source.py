"""The file that is imported, packed or not, and what a format makes of each of its records."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, cast

from timelines.canon.packs.writer import Entry

LONGEST_LINE: Final = 64_000_000
"""Bytes; the largest items of Wikidata have a few million."""
_HEAD: Final = 65_536


class Place(NamedTuple):
    """A place between two records: bytes before it after unpacking, and lines before it."""

    offset: int = 0
    line: int = 0


class Item(NamedTuple):
    """One record: its line, the place after it, and its facts, or none, or what is wrong with it."""

    line: int
    after: Place
    entries: tuple[Entry, ...] = ()
    problem: str = ""


class Source:
    """A file to import. ``as_of`` ("2025-10") is when its contents were true."""

    def __init__(self, path: Path, as_of: str) -> None:
        self.path = path
        self.as_of = as_of
        self.size = path.stat().st_size
        with path.open("rb") as file:
            self.digest = hashlib.blake2b(file.read(_HEAD), digest_size=16).hexdigest()
        self._raw: BinaryIO | None = None

    def open(self, offset: int = 0) -> BinaryIO:
        """The unpacked bytes from ``offset`` on. In a packed file, what stands before is unpacked and thrown away."""
        self._raw = self.path.open("rb", buffering=1 << 20)
        unpacked: BinaryIO = self._raw
        if self.path.suffix == ".gz":
            unpacked = cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=self._raw), 1 << 20))
        elif self.path.suffix == ".bz2":
            unpacked = cast(BinaryIO, io.BufferedReader(bz2.BZ2File(self._raw), 1 << 20))
        unpacked.seek(offset)
        return unpacked

    def bytes_read(self) -> int:
        """How many of the ``size`` bytes of the file have been read."""
        return self._raw.tell() if self._raw is not None and not self._raw.closed else 0

    def close(self) -> None:
        """Close the file."""
        if self._raw is not None:
            self._raw.close()


Importer = Callable[[Source, Place], Iterator[Item]]


def lines(source: Source, start: Place) -> Iterator[tuple[int, bytes | None, Place]]:
    """Each line with its number and the place after it; None instead of a line that is too long to be a record."""
    stream = source.open(start.offset)
    offset, number = start
    while line := stream.readline(LONGEST_LINE):
        number += 1
        offset += len(line)
        whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
        while not whole:
            rest = stream.readline(LONGEST_LINE)
            offset += len(rest)
            whole = len(rest) < LONGEST_LINE or rest.endswith(b"\n")
            line = b""
        yield number, line or None, Place(offset, number)
