"""The compiled forms of a canon: JSON files of tables, each valid for exactly the files that it was made from.

The first line of a file says what it is valid for, the second is the table, and further lines are rows of it that are
read one by one when they are asked for.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

Table = dict[str, Any]
"""What JSON can hold; its shape is known to the module that makes and reads it."""


def fingerprint(files: Iterable[Path]) -> str:
    """A digest of the files' names and contents, and of the code that compiles them."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parent
    code = sorted([*here.glob("*.py"), *(here.parent / "chronology").glob("*.py")])
    for path in (*code, *files):
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


class Cache:
    """Tables in files beside each other ("compiled.json", "compiled.names.json"), all made under one key.

    A file is read when its table is asked for. Without a place every table is made anew.
    """

    def __init__(self, place: Path | None = None, key: str = "") -> None:
        self._place = place
        self._key = key

    def table(self, name: str, make: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """The table of this name as it was written, or else what ``make`` gives, which is written if possible."""
        table: Mapping[str, Any] | None = self.read(name)
        if table is None:
            table = make()
            self.write(name, table)
        return table

    def read(self, name: str = "") -> Table | None:
        """The table of this name; None if it was made under another key, is damaged, or cannot be read."""
        return found[0] if (found := self.read_rows(name)) is not None else None

    def read_rows(self, name: str) -> tuple[Table, list[bytes]] | None:
        """The same with its rows, each still JSON."""
        if self._place is None:
            return None
        try:
            head, _, body = self._file(self._place, name).read_bytes().partition(b"\n")
            if head != self._head(body):
                return None
            first, *rows = body.split(b"\n")
            table = json.loads(first)
        except (OSError, ValueError):
            return None
        return (table, rows) if isinstance(table, dict) else None

    def write(self, name: str, table: Mapping[str, Any], rows: Iterable[Any] = ()) -> bool:
        """Write a table at once or not at all; False where the place is not writable."""
        if self._place is None:
            return False
        body = b"\n".join(map(_json, (table, *rows)))
        try:
            with tempfile.NamedTemporaryFile("wb", dir=self._place.parent, delete=False) as file:
                made = Path(file.name)
                file.write(self._head(body) + b"\n" + body)
            try:
                made.chmod(0o644)
                made.replace(self._file(self._place, name))
            except OSError:
                with suppress(OSError):
                    made.unlink()
                raise
        except OSError:
            return False
        return True

    def _head(self, body: bytes) -> bytes:
        """The key, and a checksum that tells files that were cut off or damaged."""
        return f"{self._key} {len(body)} {zlib.crc32(body):08x}".encode()

    @staticmethod
    def _file(place: Path, name: str) -> Path:
        return place.with_suffix(f".{name}{place.suffix}") if name else place


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
