"""Rows of articles: JSON Lines and CSV with the fields text, title, published, url; others are left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.errors import InputError
from timelines.model import Published
from timelines.reading.document import Document, Limits, Skipped, called
from timelines.reading.text import read_text, require_text

_FIELDS = ("text", "title", "published", "url")
_SHOWN = 60


def read_jsonl(data: bytes, *, name: str = "") -> Iterator[Document | Skipped]:
    """One article or reason per line that is not blank. Raises InputError where the file is no text at all."""
    for number, line in enumerate(read_text(data, name=name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Skipped(number, f"The line is not JSON: {str(error)[:_SHOWN]}.")
            continue
        if isinstance(value, dict):
            yield _row(value, number)
        else:
            yield Skipped(number, 'The line is not an object like {"text": "…"}.')


def read_csv(data: bytes, *, name: str = "", limits: Limits | None = None) -> Iterator[Document | Skipped]:
    """One article or reason per row; separated by commas, semicolons or tabs, with names in the first row.

    Raises InputError (field ``file``) where no column is called "text". The line is that on which a row ends.
    """
    source = read_text(data, name=name)
    header = source.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    # A setting of the whole process; raised only, and bounded by what a file may hold.
    csv.field_size_limit(max(csv.field_size_limit(), (limits or Limits()).file))
    rows = csv.DictReader(io.StringIO(source, newline=""), delimiter=delimiter, strict=True)
    try:
        names = {str(each).strip().lower(): each for each in rows.fieldnames or ()}
        if "text" not in names:
            raise InputError(
                f'{called(name)} has no column called "text" in its first row. Name the columns text, title, '
                "published, url; only text is needed.",
                field="file",
            )
        for row in rows:
            yield _row({each: row.get(names[each]) for each in _FIELDS if each in names}, rows.line_num)
    except csv.Error as error:
        # Where a row goes wrong, no later one can be told from it.
        yield Skipped(rows.line_num, f"The file cannot be read from here on: {error}.")


def _row(row: Mapping[str, Any], line: int) -> Document | Skipped:
    values: dict[str, str] = {}
    for name in _FIELDS:
        value = row.get(name)
        if not isinstance(value, str | None):
            return Skipped(line, f'"{name}" is not text.')
        values[name] = value or ""
    try:
        require_text(values["text"])
        span = parse_edtf(values["published"].strip()) if values["published"].strip() else None
    except InputError as error:
        return Skipped(line, str(error))
    except EdtfError as error:
        return Skipped(line, f"{values['published'][:_SHOWN]!r} is not a date: {error.reason}.")
    published = Published(span, "given" if span else "unknown")
    return Document(values["text"], values["title"], values["url"].strip(), published, line)
