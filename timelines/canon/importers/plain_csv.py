"""Plain CSV (UTF-8, comma, first line a header). Columns, in any order; only ``id``, ``label`` and a date are needed:

id            event/…, person/…, office/…, org/… as in the YAML files; unique, never changes
kind          war, election, person, company …; may be left out where the sort of id has only one
label, names  what it is called; further names with | between them
when          EDTF: the date of an event, or the time of existence of anything else
start, end    EDTF instead of ``when``: a person's birth and death; an empty end of anything else means it goes on
participants  ids or words with | between them, the main one first
place, source in words
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from timelines.canon.importers.entity import surname
from timelines.canon.importers.source import Item, Place, Source, lines
from timelines.canon.packs.writer import Entry
from timelines.canon.record import as_span, lasting
from timelines.canon.schema import Fact
from timelines.canon.vocabulary import KINDS
from timelines.chronology.span import Span
from timelines.errors import CanonError

HEADER: Final = ("id", "kind", "label", "names", "when", "start", "end", "participants", "place", "source")
_ID: Final = re.compile(rf"({'|'.join(KINDS)})/[a-z0-9]+(-[a-z0-9]+)*")


def read_csv(source: Source, start: Place) -> Iterator[Item]:
    """One item for each row. Raises CanonError if the first line is no such header."""
    for item, row in rows(source, start, required=("id", "label")):
        if row is None:
            yield item
            continue
        try:
            yield item._replace(entries=(Entry(_fact(row, source)),))
        except ValueError as error:
            yield item._replace(problem=str(error))


def rows(source: Source, start: Place, *, required: tuple[str, ...]) -> Iterator[tuple[Item, Mapping[str, str] | None]]:
    """The rows of a CSV file with their items; None for a row that cannot be read. Places count rows."""
    known: tuple[str, ...] | None = None
    pending, first, count = b"", 0, 0
    for number, line, after in lines(source, Place()):
        if line is None:
            continue
        pending, first = pending + line, first or number
        if pending.count(b'"') % 2 and len(pending) < 1_000_000:  # a quoted value goes on in the next line
            continue
        text, begun, pending, first = pending, first, b"", 0
        if not text.strip():
            continue
        try:
            values = next(csv.reader([text.decode("utf-8-sig").replace("\x00", "")], strict=True))
        except (UnicodeDecodeError, csv.Error, StopIteration) as error:
            values, problem = [], f"not CSV in UTF-8: {error}"
        else:
            problem = ""
        if known is None:
            known = tuple(value.strip() for value in values)
            missing = [name for name in required if name not in known]
            if missing:
                raise CanonError(
                    f"the first line must name the columns {', '.join(required)}", file=str(source.path), line=1
                )
            continue
        count += 1
        if count <= start.offset:
            continue
        item = Item(begun, Place(count, after.line), (), problem)
        if not problem and len(values) != len(known):
            item = item._replace(problem=f"{len(values)} values, but the header has {len(known)}")
        if item.problem:
            yield item, None
        else:
            yield item, {name: value.strip() for name, value in zip(known, values, strict=True)}


def _fact(row: Mapping[str, str], source: Source) -> Fact:
    id_ = row["id"]
    match = _ID.fullmatch(id_)
    if match is None:
        raise ValueError(f'"{id_}" is no id; write one like event/battle-of-hastings')
    prefix, label = match[1], " ".join(row["label"].split())
    if not label:
        raise ValueError(f"{id_} has no label")
    kinds = KINDS[prefix]
    kind = row.get("kind") or ("event" if prefix == "event" else kinds[0])
    if kind not in kinds:
        raise ValueError(f'"{kind}" is no kind of {prefix}: {", ".join(kinds)}')
    names = tuple(dict.fromkeys([label, *_list(row.get("names", ""))]))
    when, start, end = (_span(row.get(name, ""), name) for name in ("when", "start", "end"))
    fact = Fact(
        id=id_,
        kind=kind,
        label=label,
        names=names,
        participants=_list(row.get("participants", "")),
        place=row.get("place") or None,
        source=row.get("source") or source.path.name,
        as_of=source.as_of,
    )
    if start is not None and end is not None and (start.earliest or 0) > (end.latest or 0):
        raise ValueError(f"{id_} ends before it begins")
    if prefix == "person":
        return replace(fact, born=start, died=end, short=surname(label))
    when = when if when is not None else lasting(start, end)
    if when is None and prefix != "office":
        raise ValueError(f"{id_} has no date")
    if prefix == "event":
        return replace(fact, when=when)
    since, until = (start, end) if start or end else _ends(when)
    return replace(fact, when=when, since=since, until=until)


def _ends(when: Span | None) -> tuple[Span | None, Span | None]:
    """The start and the end of a time of existence; a single date is a start."""
    if when is None or when.is_instant:
        return when, None
    start, end = when.start_span, when.end_span
    return (start if start.has_bounds else None), (end if end.has_bounds else None)


def _span(text: str, column: str) -> Span | None:
    if not text:
        return None
    span = as_span(text)
    if isinstance(span, str):
        raise ValueError(f'{column}: "{text}" is not a date: {span}')
    return span


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("|") if part.strip())
