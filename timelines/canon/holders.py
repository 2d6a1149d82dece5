"""Answers to "who was … in …": the holders of an office at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from timelines.canon.cache import Cache
from timelines.canon.documents import current_names, stretches
from timelines.canon.question import Question, reduced_words
from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span

_RANKS: Final = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
)
_FAR: Final = 10**15
_SAME_TITLE: Final = 3
"""At most so many offices may share the words of a question; more of them make it unanswerable."""
_YEAR: Final = 366 * 86400


class Held(NamedTuple):
    """A person in an office: the unbroken time in it, and why this is an answer."""

    person: Fact
    label: str
    when: Span
    reason: str


class HolderAnswers:
    """Offices by the words of their titles and owners."""

    def __init__(
        self, facts: Mapping[str, Fact], holders: Callable[[str], Sequence[tuple[Fact, Term]]], cache: Cache
    ) -> None:
        self._facts = facts
        self._holders = holders
        self._by_word: Mapping[str, list[str]] = cache.table("offices", self._table)

    def _table(self) -> dict[str, list[str]]:
        """The offices that anybody held, by word."""
        by_word: dict[str, list[str]] = defaultdict(list)
        for id_ in self._facts:
            if id_.startswith("office/") and self._holders(id_):
                office = self._facts[id_]
                for word in self._owners(office).union(*self._titles(office)):
                    by_word[word].append(id_)
        return by_word

    def _titles(self, office: Fact) -> list[frozenset[str]]:
        return [reduced_words(title) for title in (*office.titles, *office.names)]

    def _owners(self, office: Fact) -> frozenset[str]:
        owners = (self._facts.get(office.country or ""), self._facts.get(office.body or ""))
        names = (name for owner in owners if owner for name in (*current_names(owner), *owner.adjectives))
        return frozenset(word for name in names for word in reduced_words(name))

    def answers(self, question: Question, known: Sequence[Sequence[str]]) -> list[Held] | None:
        """The holder for most of the asked time first; None if the question is not about an office alone."""
        asked = [forms for forms in known if not (forms[0] in _RANKS or forms[0][:1].isdigit())]
        ranked = question.ordinal is not None and len(asked) < len(known)
        if not asked or (len(asked) < len(known) and not ranked):
            return None
        offices = [self._facts[id_] for id_ in self._offices(asked, dated=question.date is not None)]
        if not 1 <= len(offices) <= _SAME_TITLE:
            return None
        found: list[Held] = []
        for office in offices:
            held = self._holders(office.id)
            if ranked:
                found += self._by_rank(office, held, question.ordinal or 0)
            elif question.date is not None:
                found += self._at(office, held, question.date)
            else:
                found += self._now(office, held)
        if not found and not question.who and not ranked and question.date is None:
            return None
        return found

    def _now(self, office: Fact, held: Sequence[tuple[Fact, Term]]) -> list[Held]:
        if office.until is not None:
            return []
        found = []
        for person, term in held:
            if term.end is None:
                label, when = _stretch(person, office, term)
                found.append(Held(person, label, when, f"holds the office as of {person.as_of}"))
        return found

    def _offices(self, asked: Sequence[Sequence[str]], *, dated: bool) -> list[str]:
        """The offices that explain all words: a whole title, and its owner or nothing else of that title."""
        sets = [set[str]().union(*(self._by_word.get(form, ()) for form in forms)) for forms in asked]
        said = {form for forms in asked for form in forms}
        found = []
        for id_ in set.intersection(*sets) if sets else ():
            office = self._facts[id_]
            whole = [title for title in self._titles(office) if title and title <= said]
            if whole:
                owners = self._owners(office)
                # Words left over beyond the owner's mean another office: "vice president" is not "president".
                owned = bool(said & owners)
                longest = max(len(title) for title in whole)
                rest = len(said - owners - frozenset().union(*whole))
                existing = dated or office.until is None
                found.append(((rest, not owned, -longest, not existing), id_))
        if not found:
            return []
        found.sort()
        best = found[0][0]
        return [office for rank, office in found if rank == best]

    def _at(self, office: Fact, held: Sequence[tuple[Fact, Term]], date: Span) -> list[Held]:
        low = date.earliest if date.earliest is not None else -_FAR
        high = date.latest if date.latest is not None else _FAR
        found: dict[str, tuple[int, Held]] = {}
        for person, term in held:
            start = term.start.earliest if term.start.earliest is not None else -_FAR
            end = _FAR if term.end is None or term.end.latest is None else term.end.latest
            shared = min(high, end) - max(low, start)
            if shared <= 0 or (term.end is None and not _known_by(person.as_of, date)):
                continue
            label, when = _stretch(person, office, term)
            before = found[person.id][0] if person.id in found else 0
            found[person.id] = (before + shared, Held(person, label, when, f"held the office in {date.edtf}"))
        return [item for _, item in sorted(found.values(), key=lambda pair: -pair[0])]

    def _beginnings(self, office: Fact) -> Iterator[Span]:
        """Since when there is the office; else its state or organisation, older than which it is not."""
        owners = (self._facts.get(office.country or ""), self._facts.get(office.body or ""))
        for since in (office.since,) if office.since else (owner.since for owner in owners if owner):
            if since is not None:
                yield since

    def _by_rank(self, office: Fact, held: Sequence[tuple[Fact, Term]], rank: int) -> list[Held]:
        numbered = [(person, term) for person, term in held if term.ordinal == rank]
        # Without numbers only the first can be told: who took an office when it was made.
        if not numbered and rank == 1 and any(_near(held[0][1].start, made) for made in self._beginnings(office)):
            numbered = [held[0]]
        if not numbered:
            return []
        person, term = numbered[0]
        label, when = _stretch(person, office, term)
        return [Held(person, label, when, f"number {rank} in the office")]


def _stretch(person: Fact, office: Fact, term: Term) -> tuple[str, Span]:
    """The unbroken holding that a term belongs to."""
    for office_id, when, terms in stretches(person):
        if office_id == office.id and term in terms:
            return f"{person.label}, {office.label}", when
    return f"{person.label}, {office.label}", Span.interval(term.start, term.end)


def _near(one: Span, other: Span) -> bool:
    return abs((one.earliest or 0) - (other.earliest or 0)) <= _YEAR


def _known_by(as_of: str, date: Span) -> bool:
    """Whether a date is not after what is known: nobody can say who holds an office years later."""
    start = date.earliest_iso
    return not as_of or start is None or start[: len(as_of)] <= as_of
