"""The canon in memory: facts by id, and what follows from them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from timelines.canon.cache import Cache
from timelines.canon.facts import Facts
from timelines.canon.index import Mention, NameIndex
from timelines.canon.relations import Relations, relation_table, start_of
from timelines.canon.rows import StoredFacts
from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span
from timelines.errors import InputError

if TYPE_CHECKING:
    from timelines.canon.lookup import Answer, Finder
    from timelines.canon.packs.pack import Pack
    from timelines.canon.packs.shelf import Shelf


@dataclass(frozen=True, slots=True)
class PackStats:
    """What one pack holds; ``counts`` are the facts by sort and kind."""

    path: str
    facts: int
    terms: int
    counts: Mapping[tuple[str, str], int]
    as_of: str


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a canon knows, and until when. ``written`` leaves out events derived from other facts.

    ``counts`` are all facts by sort and kind, those of packs and derived ones included; of the rest only ``facts`` and
    ``as_of`` speak of more than the facts in memory.
    """

    facts: int
    written: int
    kinds: Mapping[str, int]
    prefixes: Mapping[str, int]
    terms: int
    names: int
    as_of: str
    oldest_as_of: str
    counts: Mapping[tuple[str, str], int]
    packs: tuple[PackStats, ...] = ()


class Canon:
    """Reference facts. Made by ``load_canon``; never changes, and may be shared between threads.

    ``loaded`` are the facts in memory, those that follow from them included. ``facts`` are these and the facts of all
    packs: look things up in it, but walk through it only if a million facts may pass by.
    """

    def __init__(self, facts: Mapping[str, Fact], packs: Sequence[Pack] = (), cache: Cache | None = None) -> None:
        """``cache`` keeps what is made from ``facts`` alone."""
        held = facts if isinstance(facts, StoredFacts) else dict(facts)
        self._cache = cache or Cache()
        self._packs = tuple(packs)
        self._shelf = _shelf(packs, held) if packs else None
        self.facts: Mapping[str, Fact] = Facts(held, self._shelf)
        self.loaded: Mapping[str, Fact] = Facts(held)

    @cached_property
    def as_of(self) -> str:
        """The latest date up to which any fact is known: "2025-10", or "" for an empty canon."""
        known = self._relations.as_of
        return max(known, self._shelf.as_of) if self._shelf else known

    def fact(self, id_: str) -> Fact:
        """The fact with this id; raises InputError if there is none."""
        try:
            return self.facts[id_]
        except KeyError:
            from timelines.canon.record import did_you_mean

            hint = did_you_mean(id_, self.loaded) if len(self.loaded) < 5000 else ""
            raise InputError(f'the canon has no "{id_}"{"; " + hint if hint else ""}', field="id") from None

    def terms_of(self, person_id: str) -> tuple[Term, ...]:
        """The terms of office of a person, by start."""
        return self.fact(person_id).terms

    def holders(self, office_id: str, at: Span | None = None) -> list[tuple[Fact, Term]]:
        """Who held an office, by start; with ``at``, those who may have held it then (both, on a handover day)."""
        held = self._relations.holders(office_id)
        if self._shelf and (more := self._shelf.holders(office_id, at)):
            held = sorted([*held, *more], key=lambda pair: pair[1].start.earliest or 0)
        return held if at is None else [(person, term) for person, term in held if held_at(term, at)]

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.loaded, self._cache.table("relations", lambda: relation_table(self.loaded)))

    def events_of(self, participant_id: str) -> list[Fact]:
        """The events that a fact took part in, derived ones included, by date."""
        events = self._relations.events_of(participant_id)
        if self._shelf and (more := self._shelf.events_of(participant_id)):
            events = sorted([*events, *more], key=start_of)
        return events

    def editions(self, series_id: str) -> list[Fact]:
        """The events of a series, by date."""
        return self._relations.events_in(series_id)

    def events_between(self, first_day: int, last_day: int) -> list[Fact]:
        """The events that may touch the days from ``first_day`` to ``last_day`` (day numbers), by date."""
        events = self._relations.events_between(first_day, last_day)
        more = self.imported_between(first_day, last_day, long=True)
        return sorted([*events, *more], key=start_of) if more else events

    def brief_events(self, first_day: int, last_day: int, longest: int) -> list[Fact]:
        """The events in memory of at most ``longest`` days beyond their first that may touch the days, by date."""
        return self._relations.brief_events(first_day, last_day, longest)

    def imported_between(self, first_day: int, last_day: int, *, long: bool = False) -> list[Fact]:
        """The events of packs alone that may touch the days; without ``long`` none that lasts over a month."""
        return self._shelf.events_between(first_day, last_day, long=long) if self._shelf else []

    @cached_property
    def index(self) -> NameIndex:
        """All names in memory, ready to be found in text."""
        return NameIndex(self.loaded, self._cache, self._relations.ids_of)

    def mentions(self, text: str, at: Span | None = None) -> list[Mention]:
        """All names in a text, leftmost and longest, with what each may stand for; ``at`` is the article's time."""
        imported = self._shelf.named_in(text) if self._shelf else {}
        return self.index.mentions(text, at, imported, self.facts)

    @cached_property
    def _finder(self) -> Finder:
        from timelines.canon.lookup import Finder
        from timelines.canon.neighbours import Neighbours

        relations = self._relations
        around = Neighbours(self.loaded, relations.written_events(), relations.days_of, relations.traits())
        return Finder(self.loaded, relations.holders, around, self._cache)

    def lookup(self, query: str, *, limit: int = 5) -> list[Answer]:
        """What the canon knows in answer to a question or a name, best first; empty if nothing fits."""
        answers = self._finder.lookup(query, limit=limit)
        if self._shelf:
            known = {(answer.id, answer.label) for answer in answers}
            from timelines.canon.packs.answers import pack_answers

            more = pack_answers(self._shelf, self._finder, query, limit)
            answers += [answer for answer in more if (answer.id, answer.label) not in known]
            answers.sort(key=lambda answer: -round(answer.score, 2))
        return answers[:limit]

    def events_with(self, words: Iterable[str], *, most: int, also: Iterable[str] = ()) -> list[Fact]:
        """The events in memory that one of the words (see ``question.reduced``) leads to: by name, part or place.

        Words of over ``most`` facts count only together with one of the words ``also``.
        """
        return self._finder.events_with(words, most=most, also=also)

    def prepare(self) -> Canon:
        """Build the name index and the lookup now, so that no first question has to wait for them."""
        self.index.prepare()
        self.lookup("")
        return self

    def stats(self) -> Stats:
        """Counts by kind and by sort of fact, terms of office, names, and the time up to which all is known."""
        written = [fact for fact in self.loaded.values() if fact.derived_from is None]
        packs = tuple(PackStats(str(p.path), len(p), p.terms, p.counts(), p.as_of) for p in self._packs)
        counts = Counter((fact.prefix, fact.kind) for fact in self.loaded.values())
        for pack in packs:
            counts.update(pack.counts)
        return Stats(
            facts=len(self.facts),
            written=len(written),
            kinds=dict(Counter(fact.kind for fact in written).most_common()),
            prefixes=dict(Counter(fact.prefix for fact in written).most_common()),
            counts=counts,
            packs=packs,
            terms=sum(len(fact.terms) for fact in written),
            names=len({name for fact in written for name in fact.names}),
            as_of=self.as_of,
            oldest_as_of=min((fact.as_of for fact in written if fact.as_of), default=""),
        )


def _shelf(packs: Sequence[Pack], held: Mapping[str, Fact]) -> Shelf:
    # Imported here and not above, as the lookup is: most checks need neither, and both take a while to load.
    from timelines.canon.packs.shelf import Shelf

    return Shelf(packs, held)


def held_at(term: Term, at: Span) -> bool:
    """Whether a term may touch a time. A term that is still held has no end."""
    start, end = term.start.earliest, term.end.latest if term.end is not None else None
    begins = at.latest is None or start is None or start <= at.latest
    return begins and (end is None or at.earliest is None or end >= at.earliest)
