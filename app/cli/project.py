"""The settings file of a project: ``.timelines.toml``, or ``[tool.timelines]`` in ``pyproject.toml``.

It is looked for in the folder of the checked file and upward. Everything in it is checked: a wrong key or a wrong
value is an error that names the file, the key and what to do.
"""

from __future__ import annotations

import difflib
import fnmatch
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.usage import UsageError

if TYPE_CHECKING:
    from timelines.chronology.span import Span
    from timelines.model import Severity

OWN_FILE = ".timelines.toml"
SHARED_FILE = "pyproject.toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Project:
    """What a settings file says; without a file nothing. Rules are whole codes."""

    folder: Path = field(default_factory=Path)
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    published: Span | None = None
    canon: tuple[Path, ...] = ()
    language: str | None = None

    def ignored_in(self, path: Path) -> frozenset[str]:
        """The rules that are not asked about this file: those of all files, and those of patterns that fit it."""
        codes = set(self.ignore)
        try:
            relative = path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = path.name
        for pattern, more in self.per_file_ignores:
            if fnmatch.fnmatchcase(relative, pattern) or fnmatch.fnmatchcase(path.name, pattern):
                codes |= more
        return frozenset(codes)


class Projects:
    """Finds the settings of files; ``config`` is the file of all of them, ``disabled`` means that there are none."""

    def __init__(self, config: Path | None = None, *, disabled: bool = False) -> None:
        self._fixed = Project() if disabled else _given(config) if config is not None else None
        self._found: dict[Path, Project] = {}

    def of(self, folder: Path) -> Project:
        """The settings for the files of a folder. Raises UsageError."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._found:
            own, shared = folder / OWN_FILE, folder / SHARED_FILE
            if own.is_file():
                project = _project(own, _load(own))
            elif shared.is_file() and (table := _shared_table(shared)) is not None:
                project = _project(shared, table)
            else:
                project = self.of(folder.parent) if folder.parent != folder else Project()
            self._found[folder] = project
        return self._found[folder]


def _given(config: Path) -> Project:
    if config.name != SHARED_FILE:
        return _project(config, _load(config))
    table = _shared_table(config)
    if table is None:
        raise UsageError(f"{config}: there is no [tool.timelines] in it.")
    return _project(config, table)


def _load(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode())
    except FileNotFoundError:
        raise UsageError(f"{file}: there is no such file.") from None
    except OSError as error:
        raise UsageError(f"{file}: the file cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise UsageError(f"{file}: this is not TOML: {error}.") from None


def _shared_table(file: Path) -> dict[str, Any] | None:
    tools = _load(file).get("tool", {})
    table = tools.get("timelines") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(f"{file}: tool.timelines must be a table.")
    return table


def _project(file: Path, table: Mapping[str, Any]) -> Project:
    fields: dict[str, Any] = {}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            near = difflib.get_close_matches(key, _READERS, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"the settings are {', '.join(_READERS)}."
            raise UsageError(f'{file}: there is no setting "{key}"; {hint}')
        fields[key.replace("-", "_")] = reader(_Value(file, key, value))
    severities = fields.pop("severity", {})
    return Project(folder=file.parent, severities=severities, **fields)


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a settings file, and where it stands."""

    file: Path
    key: str
    value: Any

    def refused(self, wanted: str) -> UsageError:
        return UsageError(f"{self.file}: {self.key}: {wanted}, not {_shown(self.value)}.")

    def text(self, wanted: str) -> str:
        if not isinstance(self.value, str):
            raise self.refused(wanted)
        return self.value

    def items(self, wanted: str) -> list[_Value]:
        if not isinstance(self.value, list):
            raise self.refused(wanted)
        return [_Value(self.file, f"{self.key}[{number}]", each) for number, each in enumerate(self.value)]

    def entries(self, wanted: str) -> list[tuple[str, _Value]]:
        if not isinstance(self.value, dict):
            raise self.refused(wanted)
        return [(key, _Value(self.file, f'{self.key}."{key}"', each)) for key, each in self.value.items()]


def _codes(value: _Value) -> frozenset[str]:
    from timelines.checks.selection import select_rules, unknown_rule

    wanted = 'write a list of rules like ["T201", "T5"]'
    selection = select_rules(each.text(wanted) for each in value.items(wanted))
    if selection.unknown:
        raise UsageError(f"{value.file}: {value.key}: {unknown_rule(selection.unknown[0])}")
    return selection.codes


def _per_file_ignores(value: _Value) -> tuple[tuple[str, frozenset[str]], ...]:
    wanted = 'write a table of patterns and rules like {"archive/*" = ["T5"]}'
    return tuple((pattern, _codes(codes)) for pattern, codes in value.entries(wanted))


def _severities(value: _Value) -> dict[str, Severity]:
    from timelines.checks.selection import codes_of, unknown_rule
    from timelines.model import Severity

    names = [severity.value for severity in Severity]
    chosen = []
    for word, written in value.entries('write a table of rules and severities like {T504 = "info"}'):
        codes = codes_of(word)
        if not codes:
            raise UsageError(f"{value.file}: {value.key}: {unknown_rule(word)}")
        if written.value not in names:
            raise written.refused(f"write one of {', '.join(map(repr, names))}")
        chosen.append((codes, Severity(written.value)))
    # What names fewer rules is meant more closely: T504 wins over T5.
    chosen.sort(key=lambda pair: -len(pair[0]))
    return {code: severity for codes, severity in chosen for code in codes}


def _published(value: _Value) -> Span:
    from app.ingest.submission import parse_published
    from timelines.errors import InputError

    wanted = 'write a date like 2025-09-05 or "2025-09"'
    written = value.value
    if isinstance(written, date) and not isinstance(written, datetime):
        written = written.isoformat()
    if not isinstance(written, str):
        raise value.refused(wanted)
    try:
        span = parse_published(written)
    except InputError as error:
        raise UsageError(f"{value.file}: {value.key}: {error}") from None
    if span is None:
        raise value.refused(wanted)
    return span


def _canon(value: _Value) -> tuple[Path, ...]:
    wanted = 'write a list of paths like ["facts.yaml"], seen from the settings file'
    paths = tuple(value.file.parent / each.text(wanted) for each in value.items(wanted))
    for path in paths:
        if not path.exists():
            raise UsageError(f"{value.file}: {value.key}: there is no {path}.")
    return paths


def _language(value: _Value) -> str:
    wanted = 'write a language code like "en"'
    if not _LANGUAGE.fullmatch(value.text(wanted)):
        raise value.refused(wanted)
    return str(value.value)


def _shown(value: Any) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", dict: "a table", list: "a list"}
    return repr(value) if isinstance(value, str) else kinds.get(type(value), "a date")


_READERS: Mapping[str, Callable[[_Value], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "per-file-ignores": _per_file_ignores,
    "severity": _severities,
    "published": _published,
    "canon": _canon,
    "language": _language,
}
