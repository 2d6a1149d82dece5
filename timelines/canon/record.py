"""Reads the fields of one YAML record; what is wrong is collected with file, line and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from timelines.canon import vocabulary
from timelines.canon.schema import Alias, Problem, Reading
from timelines.canon.source import Items, Node, Table, Text, Where
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span

_AS_OF = re.compile(r"\d{4}(-\d\d){0,2}")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean "x"?``, or the list of what is known if it is short, or nothing."""
    known = sorted(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known: {', '.join(known)}" if len(known) <= 40 else ""


def as_span(text: str) -> Span | str:
    """The span that EDTF ``text`` stands for, or what is wrong with it in words."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        other = _DAY_FIRST.fullmatch(text)
        hint = f"; write year-month-day, like {other[3]}-{other[2]:0>2}-{other[1]:0>2}" if other else ""
        return f"{error.reason}{hint}"


def lasting(start: Span | None, end: Span | None) -> Span | None:
    """From a start, or an unknown one, to an end, or still lasting; None if both are missing or contradict."""
    if start is None and end is None:
        return None
    if not all(span is None or span.is_instant for span in (start, end)):
        return None
    span = as_span(f"{start.edtf if start else ''}/{end.edtf if end else '..'}")
    return span if isinstance(span, Span) else None


class Record:
    """One mapping of a canon file, read key by key."""

    def __init__(self, table: Table, problems: list[Problem], defaults: Mapping[str, Node] | None = None) -> None:
        self.table = table
        self.problems = problems
        self.defaults = defaults or {}

    def problem(self, message: str, hint: str = "", where: Where | None = None) -> None:
        """Note a problem at ``where``, or at the record."""
        file, line = where or self.table.where
        self.problems.append(Problem(file, line, message, hint))

    def check_keys(self, known: frozenset[str], what: str) -> None:
        """Every key must be one of ``known``."""
        for key, where in self.table.keys.items():
            if key not in known:
                self.problem(f'{what} has no key "{key}"', did_you_mean(key, known), where)

    def node(self, key: str) -> Node | None:
        """The value of ``key`` in the record, or else in the file's defaults; an empty value counts as absent."""
        node = self.table.entries.get(key) or self.defaults.get(key)
        return None if isinstance(node, Text) and not node.text else node

    def text(self, key: str) -> str | None:
        """A value that must be plain text."""
        node = self.node(key)
        if node is None or isinstance(node, Text):
            return node.text if node else None
        self.problem(f'"{key}" must be plain text', where=node.where)
        return None

    def required(self, key: str, what: str) -> str:
        """A text that must be there; empty (and a problem) if it is not."""
        value = self.text(key)
        if value is None and not isinstance(self.node(key), Items | Table):
            self.problem(f'{what} has no "{key}"', f'add "{key}: …"')
        return value or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Items) else (node,)
        found = []
        for item in items:
            if not isinstance(item, Text):
                self.problem(f'"{key}" must be a list of words', f"write {key}: [one, two]", item.where)
            elif item.text:
                found.append(item.text)
        return tuple(found)

    def choice(self, key: str, known: Iterable[str]) -> str | None:
        """A text that must be one of ``known``."""
        value, node = self.text(key), self.node(key)
        known = tuple(known)
        if value is not None and value not in known and node is not None:
            self.problem(f'"{value}" is not a {key}', did_you_mean(value, known), node.where)
            return None
        return value

    def number(self, key: str) -> int | None:
        """A whole number from 1 up."""
        value, node = self.text(key), self.node(key)
        if value is None or node is None:
            return None
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            self.problem(f'"{key}" must be a whole number from 1 up, not "{value}"', where=node.where)
            return None
        return int(value)

    def flag(self, key: str) -> bool:
        """True or false; false if absent."""
        return self.choice(key, ("true", "false")) == "true"

    def date(self, key: str) -> Span | None:
        """An EDTF date."""
        value, node = self.text(key), self.node(key)
        if value is None or node is None:
            return None
        span = as_span(value)
        if isinstance(span, str):
            self.problem(f'"{value}" is not a date: {span}', "EDTF, see docs/canon.md", node.where)
            return None
        return span

    def as_of(self) -> str:
        """The plain date up to which the fact is known."""
        value, node = self.text("as_of") or "", self.node("as_of")
        if node is not None and value and not (_AS_OF.fullmatch(value) and isinstance(as_span(value), Span)):
            self.problem(f'"as_of: {value}" is not a plain date', "write 2025-10 or 2025-10-21", node.where)
            return ""
        return value

    def records(self, key: str, known: frozenset[str], what: str) -> list[Record]:
        """A list of mappings, their keys checked."""
        node = self.node(key)
        found = []
        for item in node.items if isinstance(node, Items) else (node,) if node else ():
            if not isinstance(item, Table):
                self.problem(f'every entry of "{key}" is a mapping', f"write {key}: [{{…: …}}]", item.where)
                continue
            record = Record(item, self.problems)
            record.check_keys(known, what)
            found.append(record)
        return found

    def aliases(self, key: str) -> tuple[Alias, ...]:
        """Names: words, or mappings of ``name`` with its conditions."""
        node = self.node(key)
        found = []
        for item in node.items if isinstance(node, Items) else (node,) if node else ():
            if isinstance(item, Text):
                found.append(Alias(item.text))
            elif isinstance(item, Table):
                record = Record(item, self.problems)
                record.check_keys(vocabulary.NAME_KEYS, "a name")
                name = record.required("name", "a name")
                found.append(Alias(name, record.date("since"), record.date("until"), record.texts("context")))
            else:
                self.problem(f'"{key}" is a list of names', where=item.where)
        return tuple(alias for alias in found if alias.name)

    def readings(self) -> tuple[Reading, ...]:
        """The alternative datings."""
        found = []
        for record in self.records("readings", vocabulary.READING_KEYS, "a reading"):
            record.required("when", "a reading")
            when = record.date("when")
            label = record.required("label", "a reading")
            of = record.choice("of", vocabulary.READING_OF) or "when"
            if when is not None:
                found.append(Reading(when, label, record.texts("names"), of))
        return tuple(found)
