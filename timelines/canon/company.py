"""Whom a bare surname means: the namesake who has to do with those that are named beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from timelines.canon.schema import Fact, Term

_YEAR: Final = 366 * 86400
_LONG: Final = 8
"""Years in office side by side beyond which more of them say no more."""
_EVENTS: Final = 3
"""Events that two took part in beyond which more of them say no more."""
ENOUGH: Final = 1.0
MARGIN: Final = 0.3
"""Least score of the one who is meant, and least lead over the next: set on tests/canon/test_company.py."""
_LOCAL: Final = re.compile(r"governor(?!-general)|mayor|senator")
_SPEAKING: Final = ("person/", "event/")
"""States and organisations stand beside everybody."""
_STILL: Final = 10**15


class Company:
    """Scores namesakes by the other facts of a text. ``involving`` gives the ids of the events of a fact."""

    def __init__(self, facts: Mapping[str, Fact], involving: Callable[[str], Iterable[str]]) -> None:
        self._facts = facts
        self._involving = involving
        self.tie = lru_cache(maxsize=20_000)(self._tie)

    def best(self, namesakes: Sequence[str], beside: Iterable[str]) -> str | None:
        """The one namesake whom the facts ``beside`` speak for clearly; None if they speak for nobody or several."""
        others = {id_ for id_ in beside if id_.startswith(_SPEAKING)}
        if not others:
            return None
        scores = sorted(((sum(self.tie(one, other) for other in others), one) for one in namesakes), reverse=True)
        if not scores or scores[0][0] < ENOUGH:
            return None
        if len(scores) > 1 and scores[0][0] - scores[1][0] < MARGIN:
            return None
        return scores[0][1]

    def _tie(self, person: str, other: str) -> float:
        """How much two have to do with each other: years in office in one country at once, events of both."""
        if person == other:
            return 0.0
        own = set(self._involving(person))
        if other.startswith("event/"):
            return 1.5 if other in own else 0.0
        shared = min(_EVENTS, len(own.intersection(self._involving(other)))) / _EVENTS
        years = self._years_together(self._facts[person], self._facts[other])
        return shared + min(_LONG, years) / _LONG

    def _years_together(self, one: Fact, other: Fact) -> float:
        together = 0
        for term in one.terms:
            for second in other.terms:
                if term.office != second.office and self._owner(term) == self._owner(second) != "":
                    together += _shared(term, second)
        return together / _YEAR

    def _owner(self, term: Term) -> str:
        office = self._facts.get(term.office)
        if office is None or _LOCAL.search(office.slug):
            return ""
        return office.country or office.body or ""


def _shared(one: Term, other: Term) -> int:
    ends = [
        term.end.latest if term.end is not None and term.end.latest is not None else _STILL for term in (one, other)
    ]
    return max(0, min(ends) - max(one.start.earliest or 0, other.start.earliest or 0))
