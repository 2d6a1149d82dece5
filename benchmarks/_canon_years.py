"""What the sentences of the Wikidata years claim: "X dies", "X becomes king of Y", "X begins"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timelines import Span
from timelines.canon.canon import Canon
from timelines.canon.schema import Fact

_BECOMES = re.compile(r"(?P<name>.+?) becomes (?P<office>.+)")
_SIMPLE = re.compile(
    r"(?P<name>.+?) (?P<verb>dies|begins|starts|ends|takes place|is founded|is established|founded|launches|"
    r"is released|is published|premieres|debuts|airs for the first time|is painted|is created|opens)"
)
_MONARCHS = ("king", "queen", "emperor", "empress", "tsar", "shah", "sultan", "pope", "emir", "grand duke")
_FIRST_OUT = ("launches", "is released", "is published", "premieres", "debuts", "airs for the first time")
_MADE = (*_FIRST_OUT, "is painted", "is created")
_BEGINS: Mapping[str, tuple[str, ...]] = {
    "org": ("is founded", "is established", "founded"),
    "work": _MADE,
    "product": _MADE,
    "technology": _MADE,
}
_SORTS: Mapping[str, tuple[str, ...]] = {
    "films": ("film",),
    "books": ("book",),
    "tv": ("series",),
    "albums": ("album",),
    "songs": ("song",),
    "games": ("game",),
    "art": ("painting",),
    "websites": ("website", "social-network", "service", "product"),
}
"""Kinds of the canon by the source's decks, so that a film is not compared with the book of its title."""


@dataclass(frozen=True)
class Claim:
    """A year that a source gives for something that the canon dates; ``dates`` holds what the canon accepts."""

    key: str
    year: int
    end: str
    dates: tuple[Span, ...]


def claims(canon: Canon, rows: Sequence[Mapping[str, str]]) -> Iterator[Claim]:
    """The claims that can be compared, each with the canon's dates for it."""
    by_id = {fact.wikidata: fact for fact in canon.facts.values() if fact.wikidata}
    by_name: dict[str, list[Fact]] = defaultdict(list)
    for known in canon.facts.values():
        if known.prefix not in ("person", "office", "series") and known.derived_from is None:
            conditional = {alias.name for alias in known.aliases if alias.context}
            for name in known.names:
                if name == known.label or name not in conditional:
                    by_name[_folded(name)].append(known)
    entities: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        said = _SIMPLE.fullmatch(row["title"])
        if said is not None:
            entities[_folded(said["name"]), said["verb"]].add(row["qid"])
    for row in rows:
        year = int(row["year"])
        becomes = _BECOMES.fullmatch(row["title"])
        said = _SIMPLE.fullmatch(row["title"])
        fact = by_id.get(row["qid"])
        if becomes is not None and fact is not None:
            starts = _starts(canon, fact, becomes["office"])
            if starts:
                yield Claim(f"{fact.id} becomes {becomes['office']} {year}", year, "start", starts)
        elif said is not None:
            if fact is None and len(entities[_folded(said["name"]), said["verb"]]) == 1:
                fact = _only(by_name[_folded(said["name"])], said["verb"], row["decks"])
            dates = _dates(fact, said["verb"]) if fact is not None else ()
            if fact is not None and dates:
                end = "end" if said["verb"] == "ends" else "within" if said["verb"] == "takes place" else "start"
                yield Claim(f"{fact.id} {said['verb']} {year}", year, end, dates)


def _only(facts: Sequence[Fact], verb: str, decks: str) -> Fact | None:
    kinds = {kind for sort, known in _SORTS.items() if f"-{sort}" in decks for kind in known}
    fitting = [fact for fact in facts if _dates(fact, verb) and (not kinds or fact.kind in kinds)]
    if any(fact.prefix == "work" for fact in fitting) and not kinds:
        return None
    return fitting[0] if len({fact.id for fact in fitting}) == 1 else None


def _dates(fact: Fact, verb: str) -> tuple[Span, ...]:
    """The canon's dates for what the verb says, none if it dates something else."""
    main: Span | None = None
    of = "when"
    if verb == "dies":
        main, of = fact.died, "died"
    elif fact.prefix == "event" and verb in ("begins", "starts", "ends", "takes place"):
        main = fact.when
    elif verb in _BEGINS.get(fact.prefix, ()):
        main, of = fact.since, "since"
    return () if main is None else (main, *(reading.when for reading in fact.readings if reading.of == of))


def _starts(canon: Canon, person: Fact, office: str) -> tuple[Span, ...]:
    """The first start of each office of the person that the words name, as the source keeps only the first year."""
    first: dict[str, Span] = {}
    for term in person.terms:
        held = canon.facts.get(term.office)
        if held is not None and _means(canon, held, office.casefold()) and not term.acting:
            known = first.get(held.id)
            if known is None or (term.start.earliest or 0) < (known.earliest or 0):
                first[held.id] = term.start
    return tuple(first.values())


def _means(canon: Canon, office: Fact, said: str) -> bool:
    titles = [title.casefold() for title in office.titles]
    state = canon.facts.get(office.country or "")
    names = [name.casefold() for name in state.names] if state is not None else []
    crown = next((word for word in _MONARCHS if word in said), None)
    if crown is not None:
        return crown in titles and (crown == "pope" or any(name in said for name in names))
    title = said.partition(" of ")[0]
    return title in titles and any(name in said for name in names)


def _folded(name: str) -> str:
    """Without case, quotation marks and article; "CNN+" is not "CNN"."""
    return name.casefold().translate({ord(mark): None for mark in "‘’“”'\""}).removeprefix("the ")
