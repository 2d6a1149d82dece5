"""A fact as JSON and back. Dates are EDTF; what is empty is left out.

A record may refer to other facts by Wikidata id ("Q11696") where the import could not know theirs.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, Final

from timelines.canon.schema import Alias, Fact, Reading, Term
from timelines.chronology.edtf import parse_edtf
from timelines.chronology.span import Span

_SPANS: Final = frozenset({"when", "born", "died", "since", "until"})
_DEFAULTS: Final = {field.name: field.default for field in fields(Fact)}


def fact_to_json(fact: Fact) -> str:
    """One line of JSON."""
    row: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(fact, name)
        if value == default or (name == "names" and value == (fact.label,)):
            continue
        if name in _SPANS:
            value = value.edtf
        elif name == "readings":
            value = [[r.when.edtf, r.label, r.names, r.of] for r in value]
        elif name in ("aliases", "former_names"):
            value = [[a.name, _edtf(a.since), _edtf(a.until), a.context] for a in value]
        elif name == "terms":
            value = [
                [t.office, t.start.edtf, _edtf(t.end), t.label, t.ordinal, t.party, t.acting, t.note] for t in value
            ]
        row[name] = value
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def fact_from_json(text: str) -> Fact:
    """The fact; what ``fact_to_json`` wrote comes back the same."""
    row: dict[str, Any] = json.loads(text)
    for name, value in row.items():
        if name in _SPANS:
            row[name] = parse_edtf(value)
        elif name == "readings":
            row[name] = tuple(Reading(parse_edtf(when), label, tuple(names), of) for when, label, names, of in value)
        elif name in ("aliases", "former_names"):
            row[name] = tuple(
                Alias(word, _span(since), _span(until), tuple(context)) for word, since, until, context in value
            )
        elif name == "terms":
            row[name] = tuple(Term(office, parse_edtf(start), _span(end), *rest) for office, start, end, *rest in value)
        elif isinstance(value, list):
            row[name] = tuple(value)
    row.setdefault("names", (row["label"],))
    return Fact(**row)


def _edtf(span: Span | None) -> str | None:
    return span.edtf if span is not None else None


def _span(text: str | None) -> Span | None:
    return parse_edtf(text) if text is not None else None
