"""The compiled form of a canon: one JSON file of rows, valid for exactly the files it was made from."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from timelines.canon.schema import Alias, Fact, Reading, Term
from timelines.chronology.span import Precision, Span

_CODE: Final = ("build.py", "cache.py", "derive.py", "record.py", "schema.py", "series.py", "vocabulary.py")
_SPAN_FIELDS: Final = ("when", "born", "died", "since", "until")


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


def _rest_of(term: Term) -> tuple[Any, ...]:
    return (term.label, term.ordinal, term.party, term.acting, term.note)


def _encode(facts: Mapping[str, Fact]) -> dict[str, Any]:
    spans = _Spans()
    defaults = {name: field.default for name, field in Fact.__dataclass_fields__.items()}
    rows = []
    for fact in facts.values():
        row: dict[str, Any] = {}
        for name in defaults:
            value = getattr(fact, name)
            if value == defaults[name] or (name == "names" and value == (fact.label,)):
                continue
            if name in _SPAN_FIELDS:
                value = spans.number(value)
            elif name == "readings":
                value = [[spans.number(r.when), r.label, r.names, r.of] for r in value]
            elif name in ("aliases", "former_names"):
                value = [[a.name, spans.number(a.since), spans.number(a.until), a.context] for a in value]
            elif name == "terms":
                value = [(t.office, spans.number(t.start), spans.number(t.end), *_rest_of(t)) for t in value]
            row[name] = value
        rows.append(row)
    return {"facts": rows, "spans": spans.rows}


def _decode(content: Any) -> dict[str, Fact]:
    units = {int(unit): unit for unit in Precision}
    spans = [
        Span(a, b, c, d, units[unit], bool(about), bool(perhaps), bool(open_end), bool(open_start), form)
        for a, b, c, d, unit, about, perhaps, open_end, open_start, form in content["spans"]
    ]

    def span(number: int | None) -> Span | None:
        return None if number is None else spans[number]

    def aliases(rows: list[Any]) -> tuple[Alias, ...]:
        return tuple(Alias(name, span(since), span(until), tuple(context)) for name, since, until, context in rows)

    def readings(rows: list[Any]) -> tuple[Reading, ...]:
        return tuple(Reading(spans[when], label, tuple(names), of) for when, label, names, of in rows)

    def terms(rows: list[Any]) -> tuple[Term, ...]:
        return tuple(Term(office, spans[start], span(end), *rest) for office, start, end, *rest in rows)

    decoders: dict[str, Callable[[Any], Any]] = dict.fromkeys(_SPAN_FIELDS, span)
    decoders |= {"aliases": aliases, "former_names": aliases, "readings": readings, "terms": terms}
    facts = {}
    for row in content["facts"]:
        for name, value in row.items():
            decoder = decoders.get(name)
            if decoder is not None:
                row[name] = decoder(value)
            elif value.__class__ is list:
                row[name] = tuple(value)
        if "names" not in row:
            row["names"] = (row["label"],)
        facts[row["id"]] = Fact(**row)
    return facts
