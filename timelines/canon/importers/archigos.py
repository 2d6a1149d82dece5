"""Archigos (Goemans, Gleditsch, Chiozza 2009): the effective leaders of states, as CSV.

Columns: idacr, leader, startdate, enddate, borndate, deathdate, yrborn, yrdied, entry, exit. NA and numbers below
zero mean that something is not known; whoever is "Still in Office" was so when the data end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from timelines.canon.importers.archigos_states import STATES
from timelines.canon.importers.entity import closed_by_death, surname
from timelines.canon.importers.plain_csv import rows
from timelines.canon.importers.source import Item, Place, Source
from timelines.canon.packs.writer import Entry
from timelines.canon.record import as_span
from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_COLUMNS: Final = ("idacr", "leader", "startdate", "enddate")
_SOURCE: Final = "Archigos"
Rows = list[tuple[Item, Mapping[str, str]]]


def read_archigos(source: Source, start: Place) -> Iterator[Item]:
    """One item for the terms of all leaders of a state, whose rows follow each other. Places count rows."""
    for state, group in groupby(rows(source, start, required=_COLUMNS), key=lambda pair: (pair[1] or {}).get("idacr")):
        members = list(group)
        good = [(item, row) for item, row in members if row is not None]
        if not good:
            yield from (item for item, _ in members)
            continue
        entries: list[Entry] = [Entry(_office(state or "", source))]
        leaders: dict[tuple[str, str], Rows] = {}
        for item, row in good:
            leaders.setdefault((row["leader"], row.get("yrborn", "")), []).append((item, row))
        broken = []
        for terms in leaders.values():
            try:
                entries.append(Entry(_person(state or "", [row for _, row in terms], source)))
            except ValueError as error:
                broken.append(terms[0][0]._replace(problem=str(error)))
        last = members[-1][0].after
        yield from (item._replace(after=Place(max(0, members[0][0].after.offset - 1), item.line)) for item in broken)
        yield Item(members[0][0].line, last, tuple(entries))


def _office(state: str, source: Source) -> Fact:
    name = STATES.get(state, state)
    bare = name.removeprefix("the ")
    label = f"Leader of {name}"
    return Fact(
        id=f"office/archigos-{state.lower()}",
        kind="office",
        label=label,
        names=(label, f"Leader of {bare}") if bare != name else (label,),
        titles=("Leader",),
        holders=1,
        source=_SOURCE,
        as_of=source.as_of,
    )


def _person(state: str, records: list[Mapping[str, str]], source: Source) -> Fact:
    first = records[0]
    last, _, given = first["leader"].partition(", ")
    label = f"{given} {last}".strip()
    born = _date(first, "borndate", "yrborn")
    died = _date(first, "deathdate", "yrdied")
    if born is not None and died is not None and (born.earliest or 0) > (died.latest or 0):
        raise ValueError(f"{label} died before birth")
    terms = []
    for record in records:
        start, end = _date(record, "startdate"), _date(record, "enddate")
        if start is None:
            raise ValueError(f"{label}: {record['startdate']!r} is no date")
        running = record.get("exit") == "Still in Office"
        if end is not None and (start.earliest or 0) > (end.latest or 0):
            raise ValueError(f"{label}: the term ends before it begins")
        ended = None if running else (end or Span.unknown())
        terms.append(Term(f"office/archigos-{state.lower()}", start, ended, "", note=record.get("entry", "")))
    terms.sort(key=lambda term: term.start.earliest or 0)
    begun = (terms[0].start.earliest_iso or "")[:4]
    ends = max((record["enddate"] for record in records), default="")
    return Fact(
        id=f"person/archigos-{state.lower()}-{_slug(first['leader'])}-{begun}",
        kind="person",
        label=label,
        names=(label,),
        born=born,
        died=died,
        short=surname(label) if given else (),
        terms=closed_by_death(terms, died),
        source=f"{_SOURCE} {state}",
        as_of=ends[:7] if any(term.end is None for term in terms) else source.as_of,
    )


def _date(record: Mapping[str, str], *columns: str) -> Span | None:
    """The first of the columns that has a date; "Still alive" and "not known" are codes below zero."""
    for column in columns:
        text = record.get(column, "")
        if text and text != "NA" and not text.startswith("-"):
            span = as_span(text.zfill(4))
            if isinstance(span, Span):
                return span
    return None


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _SLUG.sub("-", plain.lower()).strip("-")
