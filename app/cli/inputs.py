"""What commands are given: texts from files and standard input, rows of JSON Lines, dates, rule codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.cli.usage import UsageError
from app.reading_settings import ReadingSettings

if TYPE_CHECKING:
    from app.settings import Settings
    from timelines.canon.canon import Canon
    from timelines.chronology.span import Span
    from timelines.options import Options
    from timelines.reading.document import Document

STDIN = "-"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a JSON Lines file."""

    id: str | int
    text: str
    published: Span | None


def settings() -> Settings:
    """The settings of the environment."""
    from app.settings import Settings

    return _usable(Settings)


def reading_settings() -> ReadingSettings:
    """Those of them that reading a text needs."""
    return _usable(ReadingSettings.from_environment)


def _usable(read: Callable[[], T]) -> T:
    try:
        return read()
    except ValueError as error:
        from pydantic import ValidationError

        if not isinstance(error, ValidationError):
            raise
        first = error.errors()[0]
        name = "TIMELINES_" + ".".join(map(str, first["loc"])).upper()
        raise UsageError(f"The setting {name} cannot be used: {first['msg']}.") from None


def load_canon(paths: Sequence[Path]) -> Canon:
    """The built-in canon with the files of the settings and of the command line."""
    from timelines.canon.load import load_canon as load

    return load((*reading_settings().canon_paths, *paths))


def read_file(name: str) -> str:
    """The words of a file, or of standard input for ``-``. Raises UsageError with the name of the file."""
    return read_article(name).text


def read_article(name: str) -> Document:
    """The article of a file (text, HTML, PDF, Word, TimeML), or of standard input for ``-``. Raises UsageError."""
    from app.ingest.submission import refuse_oversize
    from app.ingest.taking_in import limits_of
    from timelines.errors import InputError, TooLargeError
    from timelines.reading.files import read_document

    shown = "standard input" if name == STDIN else name
    limits = limits_of(reading_settings())
    try:
        document = read_document(_read_bytes(name), name=shown, limits=limits)
        refuse_oversize(len(document.text.encode("utf-8", "replace")), limits.text, field="file")
    except TooLargeError as error:
        raise UsageError(
            f"{shown}: {error} Higher TIMELINES_MAX_TEXT_BYTES and TIMELINES_MAX_FILE_BYTES move the limits."
        ) from None
    except InputError as error:
        raise UsageError(str(error) if shown in str(error) else f"{shown}: {error}") from None
    return document


def read_rows(name: str) -> list[Row]:
    """The rows ``{"id", "published", "text"}`` of a JSON Lines file; all are checked before any is worked on."""
    shown = "standard input" if name == STDIN else name
    rows = []
    for number, line in enumerate(_read_bytes(name).splitlines(), 1):
        if line.strip():
            try:
                rows.append(_row(line))
            except UsageError as error:
                raise UsageError(f"{shown}:{number}: {error}") from None
    return rows


def parse_date(written: str | None) -> Span | None:
    """The value of ``--published``; raises UsageError."""
    from app.ingest.submission import parse_published
    from timelines.errors import InputError

    try:
        return parse_published(written or "")
    except InputError as error:
        raise UsageError(f"--published: {error}") from None


def options_of(select: Sequence[str], ignore: Sequence[str]) -> Options:
    """The chosen rules, by code, beginning, name or family, also joined by commas; UsageError for unknown ones."""
    from timelines.options import Options

    return Options(select=_codes(select, "--select"), ignore=_codes(ignore, "--ignore"))


def one_source(file: str | None, jsonl: str | None) -> None:
    """Refuse a command that was given both a file and rows, or neither."""
    if (file is None) == (jsonl is None):
        raise UsageError("Give either a FILE (- for standard input) or --jsonl FILE.")


def _codes(written: Sequence[str], option: str) -> frozenset[str]:
    words = [word for value in written for word in value.split(",") if word.strip()]
    if not words:
        return frozenset()
    from timelines.checks.selection import select_rules, unknown_rule

    selection = select_rules(words)
    if selection.unknown:
        raise UsageError(f"{option}: {unknown_rule(selection.unknown[0])}")
    return selection.codes


def _read_bytes(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{name}: there is no such file.") from None
    except IsADirectoryError:
        raise UsageError(f"{name}: this is a folder; name a file in it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"{name}: the file cannot be read: {reason}.") from None


def _row(line: bytes) -> Row:
    from timelines.errors import InputError

    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"this line is not JSON: {error}.") from None
    if not isinstance(value, dict):
        raise UsageError('this line is not an object like {"id": …, "published": …, "text": …}.')
    identity, text, published = value.get("id"), value.get("text"), value.get("published")
    if not isinstance(identity, str | int) or isinstance(identity, bool):
        raise UsageError('the row needs an "id", text or a number.')
    if not isinstance(text, str):
        raise UsageError('the row needs a "text".')
    if not text.isprintable() and any("\ud800" <= character <= "\udfff" for character in text):
        raise UsageError('"text" is not valid Unicode: it holds half of a surrogate pair.')
    if not isinstance(published, str | None):
        raise UsageError('"published" must be a date like "2025-09-05", or null.')
    from app.ingest.submission import parse_published

    try:
        return Row(identity, text, parse_published(published or ""))
    except InputError as error:
        raise UsageError(f"{error.field}: {error}") from None
