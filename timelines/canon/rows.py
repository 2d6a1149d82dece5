"""Facts as rows of JSON, and back: each is made from its row when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from timelines.canon.schema import Alias, Fact, Reading, Term
from timelines.chronology.span import Precision, Span

_SPAN_FIELDS: Final = ("when", "born", "died", "since", "until")
_UNITS: Final = {int(unit): unit for unit in Precision}

Row = dict[str, Any]


class StoredFacts(Mapping[str, Fact]):
    """The facts of a table and its rows, in its order; a row is read when its fact is first asked for."""

    def __init__(self, table: Mapping[str, Any], rows: Sequence[bytes]) -> None:
        ids = table["ids"]
        self._rows: dict[str, Fact | bytes] = dict(zip(ids, rows[: len(ids)], strict=True))
        self._spans: list[Span | bytes] = list(rows[len(ids) :])
        decoders: dict[str, Callable[[Any], Any]] = dict.fromkeys(_SPAN_FIELDS, self._span)
        decoders |= {"aliases": self._aliases, "former_names": self._aliases}
        self._decoders = decoders | {"readings": self._readings, "terms": self._terms}

    def __getitem__(self, id_: str) -> Fact:
        fact = self._rows[id_]
        if isinstance(fact, Fact):
            return fact
        # Two threads may both make it: they make the same, and either may stay.
        made = self._fact(json.loads(fact))
        self._rows[id_] = made
        return made

    def __contains__(self, id_: object) -> bool:
        return id_ in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _fact(self, row: Row) -> Fact:
        fields = {}
        for name, value in row.items():
            decoder = self._decoders.get(name)
            if decoder is not None:
                fields[name] = decoder(value)
            else:
                fields[name] = tuple(value) if value.__class__ is list else value
        if "names" not in fields:
            fields["names"] = (row["label"],)
        return Fact(**fields)

    def _span(self, number: int | None) -> Span | None:
        return None if number is None else self._known_span(number)

    def _known_span(self, number: int) -> Span:
        span = self._spans[number]
        if isinstance(span, Span):
            return span
        a, b, c, d, unit, about, perhaps, open_end, open_start, form = json.loads(span)
        made = Span(a, b, c, d, _UNITS[unit], bool(about), bool(perhaps), bool(open_end), bool(open_start), form)
        self._spans[number] = made
        return made

    def _aliases(self, rows: list[Any]) -> tuple[Alias, ...]:
        return tuple(
            Alias(name, self._span(since), self._span(until), tuple(context)) for name, since, until, context in rows
        )

    def _readings(self, rows: list[Any]) -> tuple[Reading, ...]:
        return tuple(Reading(self._known_span(when), label, tuple(names), of) for when, label, names, of in rows)

    def _terms(self, rows: list[Any]) -> tuple[Term, ...]:
        return tuple(
            Term(office, self._known_span(start), self._span(end), *rest) for office, start, end, *rest in rows
        )


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


def fact_table(facts: Mapping[str, Fact]) -> tuple[dict[str, Any], list[Any]]:
    """The facts as a table and its rows, facts and spans; fields that say no more than their default are left out."""
    spans = _Spans()
    defaults = {name: field.default for name, field in Fact.__dataclass_fields__.items()}
    rows: list[Any] = []
    for fact in facts.values():
        row: Row = {}
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
    return {"ids": [fact.id for fact in facts.values()]}, [*rows, *spans.rows]
