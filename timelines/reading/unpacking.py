"""Streams that are unpacked while they are read, and never further than a limit."""

from __future__ import annotations

import gzip
import io
import zlib

from timelines.errors import InputError
from timelines.reading.document import called, refuse_large

_GZIP = b"\x1f\x8b"


class BoundedStream(io.RawIOBase):
    """A file, unpacked where it is gzip; reading past ``limit`` bytes raises TooLargeError."""

    def __init__(self, data: bytes, limit: int, name: str = "") -> None:
        super().__init__()
        self._source = gzip.GzipFile(fileobj=io.BytesIO(data)) if data.startswith(_GZIP) else io.BytesIO(data)
        self._limit = limit
        self._name = name
        self._read = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: object) -> int:
        """As any raw stream. Raises InputError for damaged gzip data."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            piece = self._source.read(len(view))
        except (OSError, EOFError, zlib.error):
            raise InputError(f"{called(self._name)} is damaged gzip data. Pack it again.", field="file") from None
        self._read += len(piece)
        refuse_large(f"{called(self._name)} unpacked", self._read, self._limit)
        view[: len(piece)] = piece
        return len(piece)


def first_bytes(data: bytes, count: int) -> bytes:
    """The first bytes of gzip data unpacked; nothing where it is damaged."""
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(data)).read(count)
    except (OSError, EOFError, zlib.error):
        return b""
