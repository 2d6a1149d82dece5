"""Several packs beside the facts in memory, read as one: what is in memory comes first, then the later pack.

The same thing may be known several times: by the same id, by the same Wikidata item, or by the same name and dates.
Then the best known way of telling it counts, and the others are passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from timelines.canon.derive import derived_events
from timelines.canon.packs.forms import name_form
from timelines.canon.packs.names_in_text import meant, name_candidates
from timelines.canon.packs.pack import Named, Pack
from timelines.canon.record import lasting
from timelines.canon.schema import Fact, Reading, Term
from timelines.chronology.span import Span

_DERIVED: Final = re.compile(r"event/([a-z]+)-(.+?)/(?:born|died|began|ended|[a-z0-9-]+/(?:began|ended))")
_ITEM: Final = re.compile(r"Q\d+")
_KEPT: Final = 20_000
_AT_ONCE: Final = 5_000
MOST_LINKED: Final = 500
"""At most so many events of a participant, holders of an office, or events of a day are taken from one pack."""
_SLACK: Final = 31
"""Days by which two accounts of the same date may differ: calendars, time zones, vague sources."""


class Shelf:
    """Packs in order of priority (the last one first) beside the facts in memory."""

    def __init__(self, packs: Sequence[Pack], loaded: Mapping[str, Fact]) -> None:
        self.packs = tuple(reversed(packs))
        self._loaded = loaded
        self.get = lru_cache(_KEPT)(self._get)
        self._resolve = lru_cache(_KEPT)(self._find)

    @cached_property
    def as_of(self) -> str:
        """The latest date up to which any fact of the packs is known, or ""."""
        return max((pack.as_of for pack in self.packs), default="")

    @cached_property
    def others(self) -> int:
        """How many facts the packs have beyond those in memory; one id counts once."""
        return sum(1 for _ in self.other_ids()) if len(self.packs) > 1 else self._beyond_memory()

    def _beyond_memory(self) -> int:
        return sum(len(pack) - len(pack.held_ids(self._loaded)) for pack in self.packs)

    def other_ids(self) -> Iterator[str]:
        """The ids of all facts of the packs that memory does not have, each once."""
        for number, pack in enumerate(self.packs):
            better = self.packs[:number]
            for ids in _batched(pack.ids(), _AT_ONCE):
                known = {id_ for other in better for id_ in other.held_ids(ids)}
                yield from (id_ for id_ in ids if id_ not in known and id_ not in self._loaded)

    def _get(self, id_: str) -> Fact | None:
        """The fact with this id, its references resolved; events that follow from it are known by their ids."""
        for pack in self.packs:
            fact = pack.get(id_)
            if fact is not None:
                return self._linked_up(fact)
        match = _DERIVED.fullmatch(id_)
        owner = self.get(f"{match[1]}/{match[2]}") if match else None
        return next((event for event in self.derived(owner) if event.id == id_), None) if owner else None

    def canonical(self, fact: Fact) -> Fact | None:
        """The fact with its references resolved; None if memory or a better pack tells of the same thing."""
        if self._known(fact) is not None:
            return None
        best = self.get(fact.id)
        if fact.wikidata is not None:
            chosen = self._resolve(fact.wikidata)
            if chosen is not None and chosen != fact.id:
                return None
        return best

    def completed(self, fact: Fact) -> Fact | None:
        """Like ``canonical``; but a person in memory who held offices that only the pack knows comes with these."""
        known = self._loaded[id_] if (id_ := self._known(fact)) is not None else None
        if known is None:
            return self.canonical(fact)
        offices = {term.office for term in known.terms}
        more = [term for term in self._linked_up(fact).terms if term.office not in offices]
        if not more or known.prefix != "person":
            return None
        return replace(known, terms=tuple(sorted([*known.terms, *more], key=lambda term: term.start.earliest or 0)))

    def derived(self, fact: Fact) -> list[Fact]:
        """The events that follow from a fact: birth, death, taking and leaving office, founding and end."""
        offices = {term.office: office for term in fact.terms if (office := self._any(term.office)) is not None}
        return [event for event in derived_events({**offices, fact.id: fact}) if event.derived_from == fact.id]

    def events_of(self, participant: str) -> list[Fact]:
        """The events of a fact, whether it is in memory or in a pack."""
        found = self._canonical_of(
            fact for pack in self.packs for fact in pack.linked(self._targets(participant), "part", MOST_LINKED)
        )
        own = self.get(participant) if participant not in self._loaded else None
        return found + (self.derived(own) if own is not None else [])

    def holders(self, office: str, at: Span | None = None, limit: int = MOST_LINKED) -> list[tuple[Fact, Term]]:
        """Who held an office by what packs alone know; with ``at``, those whose time in it may touch that time."""
        days = (at.earliest_day, at.latest_day) if at is not None else (None, None)
        persons: dict[str, Fact] = {}
        for pack in self.packs:
            for fact in pack.linked(self._targets(office), "held", limit, days):
                person = self.completed(fact)
                if person is not None:
                    persons.setdefault(person.id, person)
        known = self._loaded
        return [
            (person, term)
            for id_, person in persons.items()
            for term in person.terms
            if term.office == office and (id_ not in known or term not in known[id_].terms)
        ]

    def events_between(self, first_day: int, last_day: int, *, long: bool = True) -> list[Fact]:
        """The events that may touch the days; without ``long`` none that lasts over a month."""
        return self._canonical_of(
            fact for pack in self.packs for fact in pack.events_between(first_day, last_day, MOST_LINKED, lasting=long)
        )

    def named_in(self, text: str) -> dict[str, Fact]:
        """The facts that the text may name, each with the names alone that may stand for it there."""
        forms = name_candidates(text)
        named: dict[tuple[str, str], Named] = {}
        for pack in self.packs:
            for one in pack.named(forms):
                named.setdefault((one.form, one.wikidata or one.id), one)
        found: dict[str, Fact] = {}
        for id_, usable in meant(named.values(), text).items():
            fact = self.get(id_)
            if fact is not None and self.canonical(fact) is not None:
                names = tuple(name for name in fact.names if name_form(name) in usable)
                found[id_] = replace(fact, names=names, readings=_with_names(fact, usable))
        return found

    def referred(self, facts: Iterable[Fact]) -> dict[str, Fact]:
        """The facts that these refer to by office, country, body, larger event or participant."""
        ids = {
            id_
            for fact in facts
            for id_ in (
                *(term.office for term in fact.terms),
                fact.office,
                fact.country,
                fact.body,
                fact.part_of,
                *fact.participants[:4],
            )
            if id_ is not None and "/" in id_
        }
        first = {id_: fact for id_ in sorted(ids) if (fact := self._any(id_)) is not None}
        owners = {id_ for fact in first.values() for id_ in (fact.country, fact.body) if id_ and id_ not in first}
        return {**first, **{id_: fact for id_ in sorted(owners) if (fact := self._any(id_)) is not None}}

    def _any(self, id_: str) -> Fact | None:
        return self._loaded.get(id_) or self.get(id_)

    def _canonical_of(self, facts: Iterable[Fact]) -> list[Fact]:
        found: dict[str, Fact] = {}
        for fact in facts:
            best = self.canonical(fact)
            if best is not None:
                found.setdefault(best.id, best)
        return list(found.values())

    def _targets(self, id_: str) -> list[str]:
        """All that may stand for a fact in the records of packs."""
        fact = self._any(id_)
        if fact is None:
            return [id_]
        names = {name_form(name) for name in fact.names} if fact.prefix == "office" else set()
        same = [
            other
            for pack in self.packs
            for named in (pack.named(names) if names else ())
            if named.prefix == "office" and self._resolve(named.id) == id_
            for other in (named.id, named.wikidata)
        ]
        return [each for each in dict.fromkeys((id_, fact.wikidata, *same)) if each is not None]

    def _find(self, reference: str) -> str | None:
        """The id that a reference means: an id, a Wikidata item, or plain words, which mean themselves."""
        if reference in self._loaded or reference in self._items:
            return self._items.get(reference, reference)
        item = _ITEM.fullmatch(reference) is not None
        if not item and "/" not in reference:
            return reference
        for pack in self.packs:
            id_ = pack.id_of(reference) if item else reference
            fact = pack.get(id_) if id_ is not None else None
            if fact is not None:
                return self._known(fact) or fact.id
        return None

    @cached_property
    def _items(self) -> dict[str, str]:
        return {fact.wikidata: fact.id for fact in self._loaded.values() if fact.wikidata}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for fact in self._loaded.values():
            if fact.derived_from is None:
                for name in fact.names:
                    names[name_form(name)].append(fact.id)
        return dict(names)

    def _known(self, fact: Fact) -> str | None:
        """The id by which memory tells of the same thing."""
        if fact.id in self._loaded:
            return fact.id
        if fact.wikidata is not None and fact.wikidata in self._items:
            return self._items[fact.wikidata]
        namesakes = (id_ for name in fact.names for id_ in self._names.get(name_form(name), ()))
        return next((id_ for id_ in namesakes if _same(fact, self._loaded[id_])), None)

    def _linked_up(self, fact: Fact) -> Fact:
        """References become ids that are known; those to what nobody knows are left out, terms of office as well."""

        def known(reference: str | None) -> str | None:
            return self._resolve(reference) if reference is not None else None

        return replace(
            fact,
            office=known(fact.office),
            country=known(fact.country),
            body=known(fact.body),
            part_of=known(fact.part_of),
            participants=tuple(id_ for participant in fact.participants if (id_ := known(participant)) is not None),
            terms=tuple(
                replace(term, office=office) for term in fact.terms if (office := known(term.office)) is not None
            ),
        )


def _batched(items: Iterable[str], size: int) -> Iterator[list[str]]:
    """Lists of ``size`` items, the last one shorter."""
    walk = iter(items)
    while part := list(islice(walk, size)):
        yield part


def _same(one: Fact, other: Fact) -> bool:
    """Whether two facts with a name in common are the same thing: same sort, and dates that agree."""
    if one.prefix != other.prefix or (one.wikidata and other.wikidata and one.wikidata != other.wikidata):
        return False
    pairs = [(one.born, other.born), (one.died, other.died)] if one.prefix == "person" else [(one.when, other.when)]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    if not known:
        return one.prefix != "person" or _served_together(one, other)
    return all(_near(a, b) for a, b in known)


def _served_together(one: Fact, other: Fact) -> bool:
    mine, theirs = (lasting(fact.born, fact.died) for fact in (one, other))
    return mine is None or theirs is None or mine.overlaps(theirs)


def _near(one: Span, other: Span) -> bool:
    if one.earliest_day is None or other.earliest_day is None:
        return one.overlaps(other)
    return one.overlaps(other) or abs(one.earliest_day - other.earliest_day) <= _SLACK


def _with_names(fact: Fact, usable: set[str]) -> tuple[Reading, ...]:
    return tuple(
        replace(reading, names=tuple(name for name in reading.names if name_form(name) in usable))
        for reading in fact.readings
    )
