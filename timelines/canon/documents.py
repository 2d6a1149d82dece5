"""What a question may be about: each fact, each stretch of office, as the words that name and explain it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from timelines.canon.question import ORDINALS, reduced, reduced_words
from timelines.canon.record import lasting
from timelines.canon.schema import Fact, Reading, Term
from timelines.canon.series import ordinal
from timelines.canon.vocabulary import words
from timelines.chronology.span import Span

_KIND_WORDS: Final[dict[str, tuple[str, ...]]] = {
    kind: tuple(dict.fromkeys(reduced(word) for word in (kind, *explained.split())))
    for kind, explained in {
        "election": "lose campaign general",
        "referendum": "vote",
        "inauguration": "become inaugurate appoint start office",
        "appointment": "become appoint",
        "coronation": "crown king queen",
        "departure": "leave end office",
        "resignation": "leave office",
        "abdication": "leave abdicate throne",
        "birth": "birth",
        "death": "death",
        "assassination": "assassinate kill shoot death",
        "execution": "execute death kill",
        "massacre": "kill",
        "attack": "kill attack bombing",
        "treaty": "sign adopt agree agreement",
        "agreement": "sign adopt agree deal",
        "ceasefire": "sign truce agree",
        "war": "fight fought conflict",
        "battle": "fight fought",
        "founding": "found start",
        "independence": "independent gain become declare leave separate secede",
        "dissolution": "dissolve end collapse",
        "release": "release launch introduce start",
        "invention": "introduce invent start",
        "publication": "publish release",
        "law": "force law enact pass",
        "games": "win host start end",
        "tournament": "win host",
        "summit": "meet",
        "meeting": "meet",
        "accession": "join enter",
        "withdrawal": "leave withdraw exit",
        "annexation": "annex",
        "landing": "land",
        "launch": "launch",
        "disaster": "crash explode accident",
        "accident": "crash",
        "earthquake": "hit strike struck quake",
        "hurricane": "hit strike struck storm landfall",
        "eruption": "erupt explode blew destroy bury",
        "flight": "fly flew orbit",
        "unification": "unite",
        "opening": "open",
        "merger": "merge",
        "bankruptcy": "bankrupt collapse fail",
        "crash": "crash",
        "trial": "try",
        "impeachment": "impeach",
    }.items()
}
_BOUNDARY: Final = frozenset({"start", "end"})
BOUNDARY_WORDS: Final = {
    "flight": {"launch": "start", "land": "end"},
    "expedition": {"leave": "start", "return": "end"},
}
"""Words that mean the start or the end of an event of some kind."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something with a date that may be the answer. ``names`` are alternatives; the reading that a name means, if any,
    stands beside it. ``strong`` are words of participants, office and sort; ``weak`` are of place and context.
    """

    fact: Fact
    label: str
    when: Span
    names: tuple[tuple[frozenset[str], Reading | None], ...]
    strong: frozenset[str]
    weak: frozenset[str]
    sort: str
    """``event``, ``made`` (a derived event), ``term``, ``person`` or ``thing``."""

    @property
    def all_words(self) -> frozenset[str]:
        """Every word that this document explains."""
        return self.strong | self.weak | frozenset(word for name, _ in self.names for word in name)


class Documents:
    """Makes the documents of facts; what their words need of other facts is kept."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._owners = _OwnerWords(facts)

    def of(self, fact: Fact) -> Iterator[Document]:
        """All documents of one fact; none if it has no date."""
        facts, owners = self._facts, self._owners
        if fact.prefix == "event" and fact.when is not None:
            yield _event(fact, fact.when, facts, owners)
            if fact.kind == "election" and fact.participants:
                # Who won several days of voting won on the last.
                yield _victory(fact, _last_of(fact.when), facts, owners)
        elif fact.prefix == "person":
            yield from _person(fact, facts, owners)
        elif fact.when is not None and fact.prefix != "office":
            yield Document(fact, fact.label, fact.when, _names(fact), frozenset(), owners.of(fact.part_of), "thing")


class _OwnerWords:
    """All words that stand for a fact: its names, adjectives, short names."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._known: dict[str, frozenset[str]] = {}

    def of(self, id_: str | None) -> frozenset[str]:
        if id_ is None:
            return frozenset()
        if id_ not in self._known:
            fact = self._facts.get(id_)
            if fact is None:
                self._known[id_] = reduced_words(id_) if "/" not in id_ else frozenset()
            else:
                names = (*current_names(fact), *fact.adjectives, *fact.short)
                found = frozenset(word for name in names for word in reduced_words(name))
                if fact.prefix == "office":
                    titles = frozenset(word for title in fact.titles for word in reduced_words(title))
                    found = found | titles | self.of(fact.country) | self.of(fact.body)
                self._known[id_] = found
        return self._known[id_]


def current_names(fact: Fact) -> list[str]:
    """The names without former ones: "French Sudan" must not make Mali's presidents French."""
    former = {alias.name for alias in fact.former_names}
    return [name for name in fact.names if name not in former or name == fact.label]


def _names(fact: Fact) -> tuple[tuple[frozenset[str], Reading | None], ...]:
    names = [(reduced_words(name), None) for name in fact.names]
    readings = [(reduced_words(name), reading) for reading in fact.readings for name in reading.names]
    return tuple(dict.fromkeys(pair for pair in (*readings, *names) if pair[0]))


def _event(fact: Fact, when: Span, facts: Mapping[str, Fact], owners: _OwnerWords) -> Document:
    strong = set(_KIND_WORDS.get(fact.kind, (reduced(fact.kind),)))
    for participant in fact.participants:
        strong |= owners.of(participant)
    strong |= owners.of(fact.office)
    if fact.derived_from is not None:
        origin = facts[fact.derived_from]
        for maker in (*origin.participants, origin.part_of):
            strong |= owners.of(maker)
        if fact.id.endswith("-1/began"):
            strong.add("first")
        # A death that ended a term is no resignation.
        if fact.kind == "departure" and origin.died is not None and origin.died.overlaps(when):
            strong.discard("leave")
    if fact.series is not None and fact.edition is not None:
        strong.update(_edition_words(fact.edition))
    weak = set(owners.of(fact.part_of) | owners.of(fact.series)) | reduced_words(fact.place or "")
    for reading in fact.readings:
        weak |= reduced_words(reading.label) - _BOUNDARY
    sort = "made" if fact.derived_from is not None else "event"
    return Document(fact, fact.label, when, _names(fact), frozenset(strong), frozenset(weak), sort)


def _victory(fact: Fact, when: Span, facts: Mapping[str, Fact], owners: _OwnerWords) -> Document:
    """The election as what its winner won: the losers were not elected."""
    winner = owners.of(fact.participants[0])
    verbs = {"elect", "win"} | {"reelect" if _is_reelection(fact, facts) else "first"}
    names = (*_names(fact), *((winner | {verb}, None) for verb in sorted(verbs - {"first"})))
    strong = frozenset(winner | verbs | owners.of(fact.office) | {"election"})
    weak = owners.of(fact.part_of) | reduced_words(fact.place or "")
    return Document(fact, fact.label, when, names, strong, weak, "event")


def _last_of(when: Span) -> Span:
    low, high = when.end_earliest, when.end_latest
    return when if when.is_instant or low is None or high is None else Span.between(low, high)


def _edition_words(number: int) -> Iterator[str]:
    """How a question counts editions: "first", "1st"."""
    yield ordinal(number)
    if number <= len(ORDINALS):
        yield ORDINALS[number - 1]


def _is_reelection(election: Fact, facts: Mapping[str, Fact]) -> bool:
    winner = facts.get(election.participants[0]) if election.participants else None
    if winner is None or election.when is None or election.when.earliest is None:
        return False
    return any(
        term.office == election.office and (term.start.latest or 0) < election.when.earliest for term in winner.terms
    )


def _person(fact: Fact, facts: Mapping[str, Fact], owners: _OwnerWords) -> Iterator[Document]:
    names = tuple(dict.fromkeys([*_names(fact), *((reduced_words(short), None) for short in fact.short)]))
    when = lasting(fact.born, fact.died)
    if when is not None:
        yield Document(fact, fact.label, when, names, frozenset(), frozenset(), "person")
    for office_id, held, terms in stretches(fact):
        office = facts.get(office_id)
        label = terms[0].label or (office.label if office else office_id)
        strong = owners.of(office_id) | frozenset(words("office term")) | reduced_words(label)
        titles = [reduced_words(title) for title in (office.titles if office else ())]
        titled = ((name | title, None) for name, _ in names for title in titles)
        every = tuple(dict.fromkeys((*titled, *names)))
        yield Document(fact, f"{fact.label}, {label}", held, every, strong, frozenset(), "term")


def stretches(person: Fact) -> Iterator[tuple[str, Span, list[Term]]]:
    """Each unbroken holding of an office, its consecutive terms joined."""
    by_office: dict[str, list[Term]] = {}
    for term in person.terms:
        by_office.setdefault(term.office, []).append(term)
    for office, terms in by_office.items():
        joined: list[Term] = []
        for term in terms:
            if joined and (last := joined[-1].end) is not None and not _touch(last, term.start):
                yield office, _hull(joined), joined
                joined = []
            joined.append(term)
        yield office, _hull(joined), joined


def _touch(end: Span, start: Span) -> bool:
    return end.latest is None or start.earliest is None or start.earliest - end.latest <= 2 * 86400


def _hull(terms: list[Term]) -> Span:
    return Span.interval(terms[0].start, terms[-1].end)
