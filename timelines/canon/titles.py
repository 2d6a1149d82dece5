"""Office titles before names: which office "Italian Prime Minister" is, and which one "President Bush" means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span


class Titles:
    """Offices by title and owner, and who held them."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._by_title: dict[str, list[str]] = {}
        self._by_owner: dict[tuple[str, str], list[str]] = {}
        self._facts = facts
        offices = [facts[id_] for id_ in facts if id_.startswith("office/")]
        # An office that was abolished is meant less often than its successor of the same title.
        for fact in sorted(offices, key=lambda office: office.until is not None):
            for title in dict.fromkeys(title.lower() for title in fact.titles):
                self._by_title.setdefault(title, []).append(fact.id)
                for owner in (fact.country, fact.body):
                    if owner is not None:
                        self._by_owner.setdefault((owner, title), []).append(fact.id)

    def over(self, facts: Mapping[str, Fact]) -> Titles:
        """The same titles for persons of a larger set of facts."""
        larger = copy(self)
        larger._facts = facts
        return larger

    def offices(self, title: str, owners: Sequence[str]) -> list[str]:
        """The offices that a lower-case title names; with owners, only theirs."""
        if not owners:
            return self._by_title.get(title, [])
        return [office for owner in owners for office in self._by_owner.get((owner, title), ())]

    def office_of(self, person: str, offices: Iterable[str], at: Span | None) -> str | None:
        """Which of the offices the person held: at a time if that is given, or else last."""
        terms = [term for term in self._facts[person].terms if term.office in set(offices)]
        return min(terms, key=lambda term: distance(term, at)).office if terms else None

    def by_closeness(self, persons: Iterable[str], offices: Iterable[str], at: Span | None) -> list[str]:
        """Those of the persons who held one of the offices, the nearest in time first."""
        wanted = set(offices)
        found = []
        for person in persons:
            terms = [term for term in self._facts[person].terms if term.office in wanted]
            if terms:
                found.append((min(distance(term, at) for term in terms), person))
        return [person for _, person in sorted(found)]


def distance(term: Term, at: Span | None) -> int:
    """Seconds between a term and a time, 0 if they touch; without a time, later terms are nearer."""
    start = term.start.earliest or 0
    if at is None or (at.earliest is None and at.latest is None):
        return -start
    low = at.earliest if at.earliest is not None else at.latest
    high = at.latest if at.latest is not None else at.earliest
    if high is not None and high < start:
        return start - high
    end = term.end.latest if term.end is not None else None
    return low - end if low is not None and end is not None and low > end else 0
