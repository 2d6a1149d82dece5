"""Events that other facts imply: births, deaths, taking and leaving office, founding and end.

A hand-written event of the same sort, participant and day takes the place of the made one; so does one of the
same name and day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from timelines.canon.schema import Fact, Term
from timelines.chronology.span import Span

_TAKING = ("inauguration", "coronation", "appointment")
_LEAVING = ("resignation", "abdication", "impeachment")
_DEATH = ("death", "assassination", "execution")
_STARTING = ("founding", "independence", "release", "invention", "publication", "premiere", "launch", "law")
_ENDING = ("dissolution", "closing", "merger", "unification")
_BEGINNING = {
    "org": ("founding", "Founding of {}"),
    "state": ("founding", "Founding of {}"),
    "currency": ("founding", "Introduction of the {}"),
    "product": ("release", "Release of {}"),
    "technology": ("invention", "Introduction of {}"),
    "law": ("law", "{} enters into force"),
    "work": ("publication", "Publication of {}"),
}
_END = {
    "org": ("dissolution", "End of {}"),
    "state": ("dissolution", "Dissolution of {}"),
    "currency": ("dissolution", "End of the {}"),
    "product": ("closing", "End of {}"),
    "law": ("law", "End of {}"),
}

Written = Mapping[tuple[str, str], list[Fact]]


def derived_events(facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """The events implied by ``facts``, without those that are written by hand."""
    written: dict[tuple[str, str], list[Fact]] = {}
    named: dict[str, list[Fact]] = {}
    for fact in facts.values():
        if fact.prefix == "event":
            for participant in fact.participants:
                written.setdefault((participant, fact.kind), []).append(fact)
            for name in fact.names:
                named.setdefault(name.casefold(), []).append(fact)
    for made in _derived(facts, written):
        if not any(
            other.when is not None and made.when is not None and other.when.overlaps(made.when)
            for other in named.get(made.label.casefold(), ())
        ):
            yield made


def _derived(facts: Mapping[str, Fact], written: Written) -> Iterator[Fact]:
    for fact in facts.values():
        if fact.prefix == "person":
            yield from _life(fact, written)
            yield from _offices(fact, facts, written)
        elif fact.prefix in _BEGINNING:
            yield from _existence(fact, written)


_DATE_OF = {"born": "born", "died": "died", "began": "since", "ended": "until"}


def _made(of: Fact, end: str, kind: str, label: str, when: Span, office: str | None = None) -> Fact:
    return Fact(
        id=f"event/{of.prefix}-{of.slug}/{end}",
        kind=kind,
        label=label,
        names=(label,),
        when=when,
        readings=tuple(replace(reading, of="when") for reading in of.readings if reading.of == _DATE_OF.get(end)),
        participants=(of.id,) if office is None else (of.id, office),
        source=of.source,
        as_of=of.as_of,
        derived_from=of.id,
        office=office,
    )


def _is_written(
    written: Written, participant: str, kinds: tuple[str, ...], when: Span, office: str | None = None
) -> bool:
    return any(
        fact.participants[0] == participant
        and (office is None or fact.office in (None, office))
        and fact.when is not None
        and fact.when.overlaps(when)
        for kind in kinds
        for fact in written.get((participant, kind), ())
    )


def _life(person: Fact, written: Written) -> Iterator[Fact]:
    if person.born is not None and not _is_written(written, person.id, ("birth",), person.born):
        yield _made(person, "born", "birth", f"Birth of {person.label}", person.born)
    if person.died is not None and not _is_written(written, person.id, _DEATH, person.died):
        yield _made(person, "died", "death", f"Death of {person.label}", person.died)


def _offices(person: Fact, facts: Mapping[str, Fact], written: Written) -> Iterator[Fact]:
    for term in person.terms:
        office = facts.get(term.office)
        label = term.label or (office.label if office else term.office.partition("/")[2])
        acting = "acting " if term.acting else ""
        begun = sum(other.office == term.office and _before(other, term) for other in person.terms)
        slug = f"{term.office.partition('/')[2]}-{begun + 1}"
        again = f", {_NTH[begun]} term" if 0 < begun < len(_NTH) else ""
        if not _is_written(written, person.id, _TAKING, term.start, term.office):
            text = f"{person.label} becomes {acting}{label}{again}"
            yield _made(person, f"{slug}/began", "inauguration", text, term.start, term.office)
        if term.end is None or _continues(person, term):
            continue
        if not _is_written(written, person.id, _LEAVING, term.end, term.office):
            text = f"{person.label} ceases to be {acting}{label}"
            yield _made(person, f"{slug}/ended", "departure", text, term.end, term.office)


_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _before(one: Term, other: Term) -> bool:
    return (one.start.start_earliest or 0) < (other.start.start_earliest or 0)


def _continues(person: Fact, term: Term) -> bool:
    return any(
        other.office == term.office and other is not term and term.end is not None and other.start.overlaps(term.end)
        for other in person.terms
        if _before(term, other)
    )


def _existence(fact: Fact, written: Written) -> Iterator[Fact]:
    kind, label = _BEGINNING[fact.prefix]
    if fact.since is not None and not _is_written(written, fact.id, _STARTING, fact.since):
        yield _made(fact, "began", kind, label.format(fact.label), fact.since)
    if fact.until is not None and fact.prefix in _END:
        kind, label = _END[fact.prefix]
        if not _is_written(written, fact.id, _ENDING, fact.until):
            yield _made(fact, "ended", kind, label.format(fact.label), fact.until)
