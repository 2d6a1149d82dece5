"""What dumps and query results of Wikidata have in common: an item's dates, offices and links as a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from timelines.canon.importers.wikidata_time import WikidataTime
from timelines.canon.record import lasting
from timelines.canon.schema import Fact, Reading, Term
from timelines.chronology.span import Span

Times = tuple[WikidataTime, ...]

_SUFFIX: Final = re.compile(r",? (Jr\.?|Sr\.?|[IVX]+)$")
_NO_SURNAME: Final = re.compile(r" (of|the) |[IVX]+$|,")
_OF: Final = re.compile(r"^(.{3,40}?) (?:of|for) ")


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an item, the best statements of each property."""

    point: Times = ()
    start: Times = ()
    end: Times = ()
    born: Times = ()
    died: Times = ()
    inception: Times = ()
    dissolved: Times = ()
    published: Times = ()


def fact_of(
    *,
    item: str,
    label: str,
    names: tuple[str, ...],
    sort: tuple[str, str],
    dates: Dates,
    terms: tuple[Term, ...] = (),
    as_of: str = "",
    gender: str | None = None,
    office: str | None = None,
    country: str | None = None,
    part_of: str | None = None,
    participants: tuple[str, ...] = (),
) -> Fact | None:
    """The fact; None if nothing of it has a date, unless it is an office. References may be Wikidata ids.

    Raises ValueError if it ends before it begins.
    """
    prefix, kind = sort
    fact = Fact(
        id=f"{prefix}/{item.lower()}",
        kind=kind,
        label=label,
        names=names,
        source=f"Wikidata {item}",
        as_of=as_of,
        wikidata=item,
    )
    if prefix == "person":
        return _person(fact, dates, terms, gender)
    if prefix == "event":
        fact = replace(fact, office=office, part_of=part_of, participants=participants)
        return _event(fact, dates)
    if prefix == "office":
        title = _OF.match(label)
        fact = replace(fact, country=country, titles=(title[1],) if title else (), holders=None)
    return _thing(fact, dates)


def surname(label: str) -> tuple[str, ...]:
    """The last word of a person's name, by which an article goes on to call them; none for "Elizabeth II"."""
    if _NO_SURNAME.search(label) and not _SUFFIX.search(label):
        return ()
    words = _SUFFIX.sub("", label).split()
    return (words[-1],) if len(words) > 1 and words[-1][0].isupper() else ()


def closed_by_death(terms: Sequence[Term], died: Span | None) -> tuple[Term, ...]:
    """Terms without an end: of the dead they ended some time before death."""
    if died is None:
        return tuple(terms)
    return tuple(
        replace(term, end=Span.between(term.start.earliest, died.latest))
        if (term.end is None or not term.end.has_bounds) and (term.start.earliest or 0) <= (died.latest or 0)
        else term
        for term in terms
    )


def _person(fact: Fact, dates: Dates, terms: tuple[Term, ...], gender: str | None) -> Fact | None:
    born, other_births = _first(dates.born, "born")
    died, other_deaths = _first(dates.died, "died")
    if born is None and died is None and not terms:
        return None
    _in_order(born, died, fact)
    return replace(
        fact,
        born=born,
        died=died,
        gender=gender,
        short=surname(fact.label),
        terms=closed_by_death(terms, died),
        readings=(*other_births, *other_deaths),
    )


def _event(fact: Fact, dates: Dates) -> Fact | None:
    point, others = _first(dates.point, "when")
    start, other_starts = _first(dates.start or dates.inception, "when")
    end, _ = _first(dates.end or dates.dissolved, "when")
    if start is None and end is None:
        return replace(fact, when=point, readings=others) if point is not None else None
    if start is not None and end is None and point is not None and start.overlaps(point):
        return replace(fact, when=point, readings=others)
    _in_order(start, end, fact)
    when = Span.interval(start or Span.unknown(), end or Span.unknown())
    readings = tuple(
        replace(r, when=Span.interval(r.when, end or Span.unknown()))
        for r in other_starts
        if end is None or end.latest is None or (r.when.earliest or 0) <= end.latest
    )
    return replace(fact, when=when, readings=readings)


def _thing(fact: Fact, dates: Dates) -> Fact | None:
    starts = (dates.published, dates.inception, dates.start)
    if fact.prefix not in ("work", "product"):
        starts = (dates.inception, dates.start, dates.published)
    since, others = _first(next((times for times in starts if times), ()), "since")
    until, _ = _first(dates.dissolved or dates.end, "until")
    if since is None and until is None and fact.prefix != "office":
        return None
    _in_order(since, until, fact)
    return replace(fact, since=since, until=until, when=lasting(since, until), readings=others)


def _first(times: Times, of: str) -> tuple[Span | None, tuple[Reading, ...]]:
    """The most exact date, and the others that it contradicts or that the Julian calendar prints as readings."""
    if not times:
        return None, ()
    best = max(times, key=lambda time: time.span.precision)
    readings = [Reading(best.printed, "in the Julian calendar", (), of)] if best.printed is not None else []
    readings += [
        Reading(time.span, "another dating in Wikidata", (), of) for time in times if not time.span.overlaps(best.span)
    ]
    return best.span, tuple(dict.fromkeys(readings))


def _in_order(start: Span | None, end: Span | None, fact: Fact) -> None:
    if start is None or end is None or start.earliest is None or end.latest is None:
        return
    if start.earliest > end.latest:
        raise ValueError(f"{fact.wikidata or fact.id}: it ends ({end.edtf}) before it begins ({start.edtf})")
