"""The JSON of a check over many files. Its field names are a promise; additions are allowed, changes are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from timelines.formats.checked import CheckedFile, Totals
from timelines.formats.json import Json, flag_to_json, notice_to_json, published_to_json
from timelines.model import Flag


def checked_to_json(files: Sequence[CheckedFile]) -> Json:
    """The files in their order, and the totals. A file that could not be read has an ``error`` and no flags."""
    return {"files": [_file(file) for file in files], "summary": asdict(Totals.of(files))}


def _file(file: CheckedFile) -> Json:
    return {
        "file": file.name,
        "error": file.error or None,
        "published": published_to_json(file.published),
        "flags": [_flag(file, flag) for flag in file.flags],
        "suppressed": [_flag(file, flag) for flag in file.suppressed],
        "notices": [notice_to_json(each) | _place(file, each.start, each.end) for each in file.notices],
    }


def _flag(file: CheckedFile, flag: Flag) -> Json:
    return flag_to_json(flag) | _place(file, flag.start, flag.end)


def _place(file: CheckedFile, start: int, end: int) -> Json:
    """Lines and columns from 1, in code points; the end lies behind the last one."""
    lines = file.lines
    return {
        "line": lines.number(start),
        "column": lines.column(start),
        "end_line": lines.number(end),
        "end_column": lines.column(end),
    }
