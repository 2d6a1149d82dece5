"""Recurring events: editions of a series become events, named by the series' patterns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from timelines.canon import vocabulary
from timelines.canon.record import Record
from timelines.canon.schema import Alias, Fact
from timelines.chronology.calendar import civil

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """47 gives XLVII."""
    digits = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits.append(sign * count)
    return "".join(digits)


def ordinal(number: int) -> str:
    """12 gives 12th, 22 gives 22nd."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def edition_facts(series: Fact, record: Record) -> list[Fact]:
    """The events that the ``editions`` of a series stand for (named later, by ``with_edition_names``)."""
    kind = record.choice("edition_kind", vocabulary.KINDS["event"]) or "event"
    found = []
    for entry in record.records("editions", vocabulary.EDITION_KEYS, "an edition"):
        entry.required("n", "an edition")
        entry.required("when", "an edition")
        number, when = entry.number("n"), entry.date("when")
        if number is None or when is None:
            continue
        aliases = entry.aliases("names")
        label = entry.text("label") or ""
        found.append(
            Fact(
                id=f"event/{series.slug}-{number}",
                kind=kind,
                label=label,
                names=tuple(name for name in (label, *(alias.name for alias in aliases)) if name),
                when=when,
                participants=entry.texts("participants"),
                place=entry.text("place"),
                part_of=series.part_of,
                source=series.source,
                as_of=series.as_of,
                wikidata=entry.text("wikidata"),
                note=entry.text("note") or "",
                aliases=tuple(alias for alias in aliases if alias != Alias(alias.name)),
                series=series.id,
                edition=number,
            )
        )
    seen = Counter(fact.edition for fact in found)
    for number, count in seen.items():
        if count > 1:
            record.problem(f"edition {number} of {series.id} stands twice", "number editions once each")
    return found


def _fill(patterns: tuple[str, ...], fact: Fact) -> list[str]:
    number = fact.edition or 0
    day = fact.when.earliest_day if fact.when else None
    values = {
        "{n}": str(number),
        "{roman}": roman(number),
        "{ordinal}": ordinal(number),
        "{year}": str(civil(day)[0]) if day is not None else "",
        "{place}": (fact.place or "").partition(",")[0],
    }
    names = []
    for pattern in patterns:
        if all(values[key] for key in values if key in pattern):
            for key, value in values.items():
                pattern = pattern.replace(key, value)
            names.append(pattern)
    return names


def with_edition_names(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Names editions by the patterns of their series; a name that two editions of a series share is dropped."""
    filled: dict[str, tuple[str, ...]] = {}
    for id_, fact in facts.items():
        if fact.series and fact.edition:
            series = facts.get(fact.series)
            patterns = series.edition_names if series else ()
            patterns = patterns or (f"{{ordinal}} {series.label if series else fact.series}",)
            filled[id_] = tuple(dict.fromkeys((*fact.names, *_fill(patterns, fact))))
    shared = Counter((facts[id_].series, name) for id_, names in filled.items() for name in names)
    named = dict(facts)
    for id_, names in filled.items():
        fact = facts[id_]
        own = tuple(name for name in names if name == fact.label or shared[fact.series, name] == 1)
        series = facts.get(fact.series or "")
        called = series.label if series else (fact.series or "").partition("/")[2].replace("-", " ")
        label = fact.label or (own[0] if own else f"{ordinal(fact.edition or 0)} {called}")
        named[id_] = replace(fact, label=label, names=own or (label,))
    return named
