"""The YAML of congress-legislators (https://github.com/unitedstates/congress-legislators): legislators and executives.

The files are lists; each entry of a list is parsed by itself, so that memory does not grow with the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from timelines.canon.importers.source import Item, Place, Source, lines
from timelines.canon.importers.us_states import US_STATES
from timelines.canon.packs.writer import Entry
from timelines.canon.record import as_span
from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SOURCE: Final = "congress-legislators"
_SENATOR_TITLES: Final = ("Sen.", "Senator")
_MEMBER_TITLES: Final = ("Rep.", "Representative", "Congressman", "Congresswoman")


def read_congress(source: Source, start: Place) -> Iterator[Item]:
    """One item for each person, with the offices that are met for the first time."""
    seen: set[str] = set()
    for line, text, after in _entries(source, start):
        try:
            person, offices = _person(yaml.load(text, yaml.CSafeLoader), source.as_of)
        except yaml.YAMLError as error:
            yield Item(line, after, problem=f"not YAML: {' '.join(str(error).split())}")
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            yield Item(line, after, problem=f"not an entry of congress-legislators: {error!r}")
        else:
            new = [office for office in offices if office.id not in seen]
            seen.update(office.id for office in new)
            yield Item(line, after, tuple(Entry(fact) for fact in (*new, person)))


def _entries(source: Source, start: Place) -> Iterator[tuple[int, bytes, Place]]:
    """The text of each entry of the list, its first line, and the place after it."""
    text, first, before = b"", 0, start
    for number, line, after in lines(source, start):
        if (line or b"").startswith(b"- ") and text:
            yield first, text, before
            text = b""
        if not text:
            first = number
        if text or (line or b"").startswith(b"- "):
            text += line or b""
        before = after
    if text:
        yield first, text, before


def _person(entries: Any, as_of: str) -> tuple[Fact, list[Fact]]:
    record: Mapping[str, Any] = entries[0]
    name, bio = record["name"], record.get("bio") or {}
    # Executives who never sat in Congress have no Bioguide id.
    known_as = str(record["id"].get("bioguide") or record["id"]["govtrack"])
    first, last = str(name["first"]), str(name["last"])
    nickname = f"{name['nickname']} {last}" if "nickname" in name else ""
    middle = f"{first} {name['middle']} {last}" if "middle" in name else ""
    label = str(name.get("official_full") or f"{first} {last}")
    plain = f"{first} {last}"
    suffixed = f"{plain}, {name['suffix']}" if "suffix" in name else ""
    names = tuple(dict.fromkeys(n for n in (label, plain, middle, nickname, suffixed) if n))
    offices: dict[str, Fact] = {}
    terms = []
    for row in record["terms"]:
        office = _office(row)
        offices[office.id] = office
        terms.append(_term(row, office.id, as_of))
    born = bio.get("birthday")
    return (
        Fact(
            id=f"person/{_slug(plain)}-{known_as.lower()}",
            kind="person",
            label=label,
            names=names,
            born=_day(born) if born else None,
            gender=str(bio.get("gender", "")).lower() or None,
            short=(last,),
            terms=tuple(sorted(terms, key=lambda term: term.start.earliest or 0)),
            wikidata=record["id"].get("wikidata"),
            source=f"{_SOURCE} {known_as}",
            as_of=as_of,
        ),
        list(offices.values()),
    )


def _office(row: Mapping[str, Any]) -> Fact:
    kind = row["type"]
    if kind == "prez":
        return _made("office/us-president", "President of the United States", ("President",), 1)
    if kind == "viceprez":
        return _made("office/us-vice-president", "Vice President of the United States", ("Vice President",), 1)
    state = US_STATES[row["state"]]
    if kind == "sen":
        return _made(f"office/us-senator-{_slug(state)}", f"United States Senator from {state}", _SENATOR_TITLES, 2)
    if kind == "rep":
        label = f"United States Representative from {state}"
        return _made(f"office/us-representative-{_slug(state)}", label, _MEMBER_TITLES, None)
    raise ValueError(f"{kind!r} is no type of term")


def _made(id_: str, label: str, titles: tuple[str, ...], holders: int | None) -> Fact:
    return Fact(
        id=id_,
        kind="office",
        label=label,
        names=(label,),
        titles=titles,
        country="state/united-states",
        holders=holders,
        source=_SOURCE,
    )


def _term(row: Mapping[str, Any], office: str, as_of: str) -> Term:
    start, end = _day(row["start"]), _day(row["end"])
    # The file gives the end for which somebody was elected; what lies after the file was made is not known yet.
    running = not as_of or (end.latest_iso or "") > f"{as_of}-99"[:10]
    return Term(office, start, None if running else end, "", None, row.get("party"), False, str(row.get("how", "")))


def _day(text: Any) -> Span:
    span = as_span(str(text))
    if isinstance(span, str):
        raise ValueError(f'"{text}" is not a date')
    return span


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")
