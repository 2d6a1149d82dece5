"""The records of the canon. All are frozen; dates are ``Span``; references are fact ids."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.chronology.span import Span


@dataclass(frozen=True, slots=True)
class Alias:
    """A name with conditions: the time in which it was in use, and words or ids that must stand near it."""

    name: str
    since: Span | None = None
    until: Span | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An alternative accepted dating. ``names`` mean this dating only; ``of`` is the date that it stands for."""

    when: Span
    label: str
    names: tuple[str, ...] = ()
    of: str = "when"


@dataclass(frozen=True, slots=True)
class Term:
    """One unbroken holding of an office. ``end`` None: still held as of the fact's ``as_of``."""

    office: str
    start: Span
    end: Span | None
    label: str
    ordinal: int | None = None
    party: str | None = None
    acting: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. Which fields are filled depends on the sort of fact (``prefix``).

    ``names`` holds every name that may stand for it, the label first; those with conditions are in ``aliases`` as
    well. ``when`` is the date of an event, or the time of existence of everything else but persons and series.
    ``short`` are names of persons that count only after a full name or a title. ``holders`` is how many may
    hold an office at once, None for many. ``derived_from`` is the fact that a made event was read from.
    """

    id: str
    kind: str
    label: str
    names: tuple[str, ...]
    when: Span | None = None
    readings: tuple[Reading, ...] = ()
    participants: tuple[str, ...] = ()
    place: str | None = None
    part_of: str | None = None
    source: str = ""
    as_of: str = ""
    wikidata: str | None = None
    note: str = ""
    aliases: tuple[Alias, ...] = ()
    derived_from: str | None = None
    born: Span | None = None
    died: Span | None = None
    gender: str | None = None
    short: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    office: str | None = None
    titles: tuple[str, ...] = ()
    country: str | None = None
    body: str | None = None
    holders: int | None = 1
    adjectives: tuple[str, ...] = ()
    since: Span | None = None
    until: Span | None = None
    succeeded_by: tuple[str, ...] = ()
    former_names: tuple[Alias, ...] = ()
    series: str | None = None
    edition: int | None = None
    edition_names: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """The sort of fact: ``event``, ``person``, ``office``, ``state``, ``org`` …"""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The id without its prefix."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a canon file: where, what, and what to do about it."""

    file: str
    line: int | None
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")
