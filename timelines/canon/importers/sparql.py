"""Results of Wikidata's SPARQL service in JSON (https://www.w3.org/TR/sparql11-results-json/), read as a stream.

Variables: ``item`` and ``itemLabel``; ``class`` (an item, as of P31) or ``kind`` ("event/war"); dates ``point``,
``start``, ``end``, ``born``, ``died``, ``inception``, ``dissolved``, ``published``, each with its precision in
``pointPrecision`` and so on (a day if not given); ``itemAltLabel`` (names with commas between them); an office held in
``position`` with ``positionStart``, ``positionEnd``, ``positionOrdinal``; ``participant``, ``partOf``, ``office``,
``country``. All but ``item`` and ``itemLabel`` may be absent. Rows of one item must follow each other
(``ORDER BY ?item``): they are put together. Dates of the service are proleptic Gregorian whatever calendar the item
gives.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, BinaryIO, Final, NamedTuple

from timelines.canon.importers.entity import Dates, fact_of
from timelines.canon.importers.source import LONGEST_LINE, Item, Place, Source
from timelines.canon.importers.wikidata_classes import CLASSES
from timelines.canon.importers.wikidata_time import WikidataTime, read_xsd
from timelines.canon.packs.writer import Entry
from timelines.canon.schema import Term
from timelines.canon.vocabulary import KINDS

_BINDINGS: Final = re.compile(r'"bindings"\s*:\s*\[')
_ITEM: Final = re.compile(r"(?:.*/)?(Q[1-9]\d*)")
_DATES: Final = ("point", "start", "end", "born", "died", "inception", "dissolved", "published")
_PIECE: Final = 1 << 18


class _Row(NamedTuple):
    line: int
    values: Mapping[str, Any]


def read_sparql(source: Source, start: Place) -> Iterator[Item]:
    """One item for the rows of each Wikidata item. Places count rows, not bytes."""
    done = 0
    for key, group in groupby(_rows(source.open()), key=lambda row: _value(row.values, "item")):
        rows = list(group)
        first = rows[0].line
        done += len(rows)
        if done <= start.offset:
            continue
        after = Place(done, rows[-1].line)
        try:
            entry = _entry(key, rows, source.as_of)
            yield Item(first, after, () if entry is None else (entry,))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield Item(first, after, problem=str(error))


def _rows(stream: BinaryIO) -> Iterator[_Row]:
    """The rows with their lines. Holds one piece of the file at a time; raises OSError for what is no such result."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    parser = json.JSONDecoder()
    text, line, inside, ended = "", 1, False, False
    while not ended:
        piece = stream.read(_PIECE)
        ended = not piece
        text += decode(piece, final=ended)
        if not inside:
            match = _BINDINGS.search(text)
            if match is None:
                if ended or len(text) > LONGEST_LINE:
                    raise OSError('no "bindings": this is no SPARQL result in JSON')
                continue
            line += text.count("\n", 0, match.end())
            text, inside = text[match.end() :], True
        at = 0
        while True:
            begin = re.compile(r"[\s,]*").match(text, at)
            here = begin.end() if begin else at
            if text[here : here + 1] == "]":
                return
            try:
                value, end = parser.raw_decode(text, here)
            except ValueError:
                break  # more of the file is needed
            line += text.count("\n", at, here)
            yield _Row(line, value if isinstance(value, dict) else {})
            line += text.count("\n", here, end)
            at = end
        text = text[at:]
    raise OSError("the result ends in the middle, or a row is not JSON")


def _entry(item: str, rows: list[_Row], as_of: str) -> Entry | None:
    match = _ITEM.fullmatch(item)
    if match is None:
        raise ValueError(f"{item!r} is no Wikidata item" if item else 'a row without "item"')
    values = [row.values for row in rows]
    label = " ".join(_one(values, "itemLabel").split())
    if not label or label == match[1]:  # the service gives the id where there is no label
        return None
    sort = _sort(values)
    if sort is None:
        return None
    names = [name.strip() for name in _one(values, "itemAltLabel").split(",")]
    dates = {name: times for name in _DATES if (times := _times(values, name))}
    fact = fact_of(
        item=match[1],
        label=label,
        names=tuple(dict.fromkeys([label, *(name for name in names if len(name) > 1)])),
        sort=sort,
        dates=Dates(**dates),
        terms=_terms(values),
        as_of=as_of,
        office=_linked(values, "office")[0],
        country=_linked(values, "country")[0],
        part_of=_linked(values, "partOf")[0],
        participants=tuple(p for p in _linked(values, "participant") if p is not None),
    )
    return Entry(fact) if fact is not None else None


def _sort(values: list[Mapping[str, Any]]) -> tuple[str, str] | None:
    for row in values:
        prefix, _, kind = _value(row, "kind").partition("/")
        if kind in KINDS.get(prefix, ()):
            return prefix, kind
        if prefix:
            raise ValueError(f'"{prefix}/{kind}" is no kind; write it like "event/war"')
        match = _ITEM.fullmatch(_value(row, "class"))
        if match is not None and match[1] in CLASSES:
            return CLASSES[match[1]]
    if any("born" in row or "position" in row for row in values):
        return "person", "person"
    return ("event", "event") if any("point" in row or "start" in row for row in values) else None


def _times(values: list[Mapping[str, Any]], name: str) -> tuple[WikidataTime, ...]:
    found = (_time(row, name) for row in values)
    return tuple(dict.fromkeys(time for time in found if time is not None))


def _time(row: Mapping[str, Any], name: str) -> WikidataTime | None:
    text, precision = _value(row, name), _value(row, f"{name}Precision")
    if not text or row[name].get("type") in ("bnode", "uri"):  # a value that nobody knows
        return None
    return read_xsd(text, int(precision) if precision else 11)


def _terms(values: list[Mapping[str, Any]]) -> tuple[Term, ...]:
    terms: dict[Term, None] = {}
    for row in values:
        office, start, end = _item_of(row, "position"), _time(row, "positionStart"), _time(row, "positionEnd")
        if office is None or start is None:
            continue
        ordinal = _value(row, "positionOrdinal")
        terms[Term(office, start.span, end.span if end else None, "", int(ordinal) if ordinal.isdigit() else None)] = (
            None
        )
    return tuple(sorted(terms, key=lambda term: term.start.earliest or 0))


def _linked(values: list[Mapping[str, Any]], name: str) -> list[str | None]:
    return list(dict.fromkeys(item for row in values if (item := _item_of(row, name)) is not None)) or [None]


def _item_of(row: Mapping[str, Any], name: str) -> str | None:
    match = _ITEM.fullmatch(_value(row, name))
    return match[1] if match else None


def _one(values: list[Mapping[str, Any]], name: str) -> str:
    return next((text for row in values if (text := _value(row, name))), "")


def _value(row: Mapping[str, Any], name: str) -> str:
    cell = row.get(name)
    return str(cell.get("value", "")) if isinstance(cell, dict) else ""
