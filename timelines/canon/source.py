"""YAML files as trees that remember file and line. Every scalar stays text: ``1989`` and ``1989-11-09`` are EDTF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from timelines.canon.schema import Problem


class Where(NamedTuple):
    """A place in a file; lines count from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; ``keys`` says where each key stands."""

    entries: dict[str, Node]
    keys: dict[str, Where]
    where: Where


Node = Text | Items | Table


class _StructureError(ValueError):
    """Well-formed YAML of a shape that the canon does not use."""

    def __init__(self, message: str, hint: str, where: Where) -> None:
        super().__init__(message)
        self.hint = hint
        self.where = where


def yaml_files(paths: Iterable[Path]) -> list[Path]:
    """All YAML files at or below ``paths``, in a stable order. Raises FileNotFoundError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.rglob("*.yaml") if p.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise FileNotFoundError(f"{path}: no such file or folder")
    return found


def read_yaml(name: str, content: str) -> tuple[Node | None, list[Problem]]:
    """Parse one file. An empty file gives None; a broken one gives None and its problem."""
    try:
        root = yaml.compose(content, Loader=yaml.CSafeLoader)
        return (None if root is None else _convert(root, name, set())), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(str(part) for part in (error.problem, error.context) if part)
        hint = 'quote values that contain ": " or " #"' if "mapping values" in said else "check indentation and quotes"
        return None, [Problem(name, mark.line + 1 if mark else None, f"not valid YAML: {said}", hint)]
    except yaml.YAMLError as error:
        return None, [Problem(name, None, f"not valid YAML: {' '.join(str(error).split())}", "save it as UTF-8 text")]
    except _StructureError as error:
        return None, [Problem(name, error.where.line, str(error), error.hint)]


def _convert(node: yaml.Node, file: str, seen: set[int]) -> Node:
    where = Where(file, node.start_mark.line + 1)
    if id(node) in seen:  # an alias: may be endless or grow without bound
        raise _StructureError("anchors and aliases (&, *) are not used here", "write the value out", where)
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Text(str(node.value).strip(), where)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_convert(item, file, seen) for item in node.value), where)
    entries: dict[str, Node] = {}
    keys: dict[str, Where] = {}
    pairs: Sequence[tuple[yaml.Node, yaml.Node]] = node.value
    for key_node, value in pairs:
        key = str(key_node.value)
        at = Where(file, key_node.start_mark.line + 1)
        if key in entries:
            raise _StructureError(f'the key "{key}" stands twice', "keep one of them", at)
        entries[key] = _convert(value, file, seen)
        keys[key] = at
    return Table(entries, keys, where)
