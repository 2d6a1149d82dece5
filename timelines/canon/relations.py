"""What refers to what in a canon: events by date, by who took part and by series, and who held which office."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Any

from timelines.canon.schema import Fact, Term

_NEVER = 10**9
"""The day number of an open or unknown bound."""


class Relations:
    """Reads the table that ``relation_table`` makes of ``facts``."""

    def __init__(self, facts: Mapping[str, Fact], table: Mapping[str, Any]) -> None:
        self._facts = facts
        self.as_of: str = table["as_of"]
        self._events: list[str] = table["events"]
        self._first: list[int] = table["first"]
        self._last: list[int] = table["last"]
        self._written: list[int] = table["written"]
        self._of: dict[str, list[int]] = table["participants"]
        self._series: dict[str, list[int]] = table["series"]
        self._terms: dict[str, list[tuple[str, int]]] = table["terms"]
        self._traits: list[str] = table["traits"]

    def events_of(self, participant: str) -> list[Fact]:
        """The events that a fact took part in, by date."""
        return [self._event(number) for number in self._of.get(participant, ())]

    def ids_of(self, participant: str) -> list[str]:
        """The ids of the events that a fact took part in, by date."""
        return [self._events[number] for number in self._of.get(participant, ())]

    def days_of(self, participant: str) -> list[tuple[int, str]]:
        """First day and id of the events that a fact took part in, by date, none of which has to be read for it."""
        return [(self._first[number], self._events[number]) for number in self._of.get(participant, ())]

    def traits(self) -> dict[str, str]:
        """What written events are like, none of which has to be read for it; see ``traits_of``."""
        return {self._events[number]: traits for number, traits in zip(self._written, self._traits, strict=True)}

    def events_in(self, series: str) -> list[Fact]:
        """The events of a series, by date."""
        return [self._event(number) for number in self._series.get(series, ())]

    def events_between(self, first_day: int, last_day: int) -> list[Fact]:
        """The events that may touch the days, by date."""
        until = bisect_right(self._first, last_day)
        return [self._event(number) for number in range(until) if self._last[number] >= first_day]

    def written_events(self) -> list[tuple[int, str]]:
        """First day and id of the events that are not derived from other facts, by date."""
        return [(self._first[number], self._events[number]) for number in self._written]

    def brief_events(self, first_day: int, last_day: int, longest: int) -> list[Fact]:
        """The events that last at most ``longest`` days beyond their first and may touch the days, by date."""
        low, high = bisect_left(self._first, first_day - longest), bisect_right(self._first, last_day)
        days = ((number, self._first[number], self._last[number]) for number in range(low, high))
        return [self._event(number) for number, first, last in days if last >= first_day and last - first <= longest]

    def holders(self, office: str) -> list[tuple[Fact, Term]]:
        """Who held an office, by start."""
        found = []
        for id_, number in self._terms.get(office, ()):
            person = self._facts[id_]
            found.append((person, person.terms[number]))
        return found

    def _event(self, number: int) -> Fact:
        return self._facts[self._events[number]]


def relation_table(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """The relations between facts; events are numbered by date."""
    events = sorted((fact for fact in facts.values() if fact.prefix == "event" and fact.when is not None), key=start_of)
    participants: dict[str, list[int]] = {}
    series: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        for participant in dict.fromkeys(event.participants):
            participants.setdefault(participant, []).append(number)
        if event.series is not None:
            series.setdefault(event.series, []).append(number)
    terms: dict[str, list[tuple[str, int]]] = {}
    for fact in facts.values():
        for number, term in enumerate(fact.terms):
            terms.setdefault(term.office, []).append((fact.id, number))
    for held in terms.values():
        held.sort(key=lambda pair: facts[pair[0]].terms[pair[1]].start.earliest or 0)
    return {
        "as_of": max((fact.as_of for fact in facts.values()), default=""),
        "events": [event.id for event in events],
        "first": [start_of(event) for event in events],
        "last": [_last_day(event) for event in events],
        "written": [number for number, event in enumerate(events) if event.derived_from is None],
        "traits": [traits_of(event) for event in events if event.derived_from is None],
        "participants": participants,
        "series": series,
        "terms": terms,
    }


def traits_of(fact: Fact) -> str:
    """Kind and country of an event, and a sign if it is well known: "battle|France|+"."""
    country = (fact.place or "").rpartition(",")[2].strip()
    return f"{fact.kind}|{country}|{'+' if fact.wikidata is not None or fact.readings else ''}"


def start_of(fact: Fact) -> int:
    """The day number on which an event may have begun at the earliest."""
    day = fact.when.earliest_day if fact.when else None
    return -_NEVER if day is None else day


def _last_day(fact: Fact) -> int:
    day = fact.when.latest_day if fact.when else None
    return _NEVER if day is None else day
