"""The compiled form of a canon: one JSON file of rows, valid for exactly the files it was made from."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from timelines.canon.schema import Alias, Fact, Reading, Term
from timelines.chronology.span import Precision, Span

_CODE: Final = ("build.py", "cache.py", "derive.py", "record.py", "schema.py", "series.py", "vocabulary.py")
_FIELDS: Final = tuple(Fact.__dataclass_fields__)
_SPAN_FIELDS: Final = ("when", "born", "died", "since", "until")
_TUPLE_FIELDS: Final = (
    "names", "participants", "short", "titles", "adjectives", "succeeded_by", "edition_names",
)  # fmt: skip
_RECORD_FIELDS: Final = ("readings", "aliases", "terms", "former_names")


def fingerprint(files: Iterable[Path]) -> str:
    """A digest of the files' names and contents, and of the code that compiles them."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parent
    for path in (*(here / name for name in _CODE), *files):
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def read_cache(path: Path, key: str) -> dict[str, Fact] | None:
    """The facts in ``path`` if they were compiled under ``key``; None if not, or if it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            if file.readline().strip() != key:
                return None
            content = json.load(file)
        return _decode(content)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def write_cache(path: Path, key: str, facts: Mapping[str, Fact]) -> bool:
    """Write the compiled form at once or not at all; False where the place is not writable."""
    text = json.dumps(_encode(facts), ensure_ascii=False, separators=(",", ":"))
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            file.write(f"{key}\n{text}")
        made = Path(file.name)
        try:
            made.chmod(0o644)
            made.replace(path)
        except OSError:
            with suppress(OSError):
                made.unlink()
            raise
    except OSError:
        return False
    return True


class _Spans:
    """Numbers spans, so that each is written once."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.numbers: dict[Span, int] = {}

    def number(self, span: Span | None) -> int | None:
        if span is None:
            return None
        if span not in self.numbers:
            self.numbers[span] = len(self.rows)
            ends = [span.start_earliest, span.start_latest, span.end_earliest, span.end_latest]
            marks = [span.approximate, span.uncertain, span.open_end, span.open_start]
            self.rows.append([*ends, int(span.precision), *map(int, marks), span.form])
        return self.numbers[span]


def _encode(facts: Mapping[str, Fact]) -> dict[str, Any]:
    spans = _Spans()
    defaults = {name: field.default for name, field in Fact.__dataclass_fields__.items()}
    rows = []
    for fact in facts.values():
        row: dict[str, Any] = {}
        for position, name in enumerate(_FIELDS):
            value = getattr(fact, name)
            if value == defaults[name]:
                continue
            if name in _SPAN_FIELDS:
                value = spans.number(value)
            elif name == "readings":
                value = [[spans.number(r.when), r.label, r.names, r.of] for r in value]
            elif name in ("aliases", "former_names"):
                value = [[a.name, spans.number(a.since), spans.number(a.until), a.context] for a in value]
            elif name == "terms":
                value = [
                    (
                        t.office,
                        spans.number(t.start),
                        spans.number(t.end),
                        t.label,
                        t.ordinal,
                        t.party,
                        t.acting,
                        t.note,
                    )
                    for t in value
                ]
            row[str(position)] = value
        rows.append(row)
    return {"facts": rows, "spans": spans.rows}


def _decode(content: Any) -> dict[str, Fact]:
    spans = [
        Span(a, b, c, d, Precision(unit), bool(about), bool(perhaps), bool(open_end), bool(open_start), form)
        for a, b, c, d, unit, about, perhaps, open_end, open_start, form in content["spans"]
    ]

    def span(number: int | None) -> Span | None:
        return None if number is None else spans[number]

    facts = {}
    for row in content["facts"]:
        fields = {_FIELDS[int(position)]: value for position, value in row.items()}
        for name in _SPAN_FIELDS:
            if name in fields:
                fields[name] = spans[fields[name]]
        for name in _TUPLE_FIELDS:
            if name in fields:
                fields[name] = tuple(fields[name])
        if "readings" in fields:
            fields["readings"] = tuple(
                Reading(spans[when], label, tuple(names), of) for when, label, names, of in fields["readings"]
            )
        for name in ("aliases", "former_names"):
            if name in fields:
                fields[name] = tuple(
                    Alias(alias, span(since), span(until), tuple(context))
                    for alias, since, until, context in fields[name]
                )
        if "terms" in fields:
            fields["terms"] = tuple(
                Term(office, spans[start], span(end), label, ordinal, party, acting, note)
                for office, start, end, label, ordinal, party, acting, note in fields["terms"]
            )
        fact = Fact(**fields)
        facts[fact.id] = fact
    return facts
