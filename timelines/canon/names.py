"""The surface forms of all facts: which words in a text may stand for which fact, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from timelines.canon.schema import Fact
from timelines.canon.vocabulary import words

_SENTENCE_START = frozenset({"currency", "technology", "product", "law", "office", "event"})

# Newspapers write "the Iraq war" and "the Cuban missile crisis" where reference works have capitals.
_COMMON_NOUNS = frozenset(
    words(
        """War Wars Crisis Revolution Uprising Rebellion Massacre Disaster Earthquake Tsunami Bombing Bombings Attack
        Attacks Siege Battle Agreement Agreements Accord Accords Treaty Election Elections Referendum Pandemic Epidemic
        Invasion Occupation Conflict Genocide Famine Recession Depression Missile Financial Summit Conference Coup"""
    )
)

# Letters of a name by which it is looked for in a short text: with fewer too many names are possible, with more
# the table of beginnings grows. 6 leaves 3 % of the names for an article of 5 KB.
_START = 6


@dataclass(slots=True)
class Entry:
    """What one surface form may stand for. All tuples hold fact ids.

    ``names`` at once, ``conditional`` if a word of the context beside them is near, ``shorts`` after the full name or
    a title; ``owners`` are the states and organisations of which it is a name or an adjective; ``title`` is the
    lower-case office title that it is, if any.
    """

    names: list[str] = field(default_factory=list)
    conditional: list[tuple[str, Sequence[str]]] = field(default_factory=list)
    shorts: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    title: str | None = None


class Names:
    """Surface forms by number, and the entry of each, made when it is asked for."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.forms: list[str] = table["forms"]
        self._rows: list[Any] = table["rows"]
        self._hidden: list[int] = table["hidden"]

    def possible(self, text: str) -> list[int]:
        """The numbers of the forms that ``text`` can hold, and of some others: those whose beginning it holds."""
        starts = self._starts
        here = {text[at : at + _START] for at in range(len(text) - _START + 1)}
        numbers = [number for start in here & starts.keys() for number in starts[start]]
        short = {number for start, found in starts.items() if len(start) < _START and start in text for number in found}
        return sorted([*numbers, *short])

    @cached_property
    def _starts(self) -> dict[str, range]:
        """The numbers of the forms by their beginnings: the forms are sorted, so that those alike lie together."""
        starts: dict[str, range] = {}
        first, last = 0, ""
        for number, form in enumerate(self.forms):
            start = form[:_START]
            if start != last:
                starts[last] = range(first, number)
                first, last = number, start
        starts[last] = range(first, len(self.forms))
        del starts[""]
        return starts

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each form."""
        return {form: number for number, form in enumerate(self.forms)}

    def in_capitals(self) -> dict[str, int]:
        """The forms as they stand in headlines, and their numbers."""
        hidden = set(self._hidden)
        return {form.upper(): number for number, form in enumerate(self.forms) if number not in hidden}

    def attributes(self) -> frozenset[str]:
        """The forms that go before a name and are none: titles and adjectives."""
        return frozenset(
            form
            for form, row in zip(self.forms, self._rows, strict=True)
            if not isinstance(row, str)
            and (isinstance(row, Entry) or "names" not in row)
            and (not isinstance(row, Entry) or not row.names)
        )

    def entry(self, number: int) -> Entry:
        """What a form may stand for."""
        row = self._rows[number]
        if isinstance(row, Entry):
            return row
        entry = Entry([row]) if isinstance(row, str) else Entry(**row)
        self._rows[number] = entry
        return entry


def stored_names(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """The table of ``Names``: a row is the one fact of that name, or what an entry has.

    ``hidden`` are the numbers of forms that mean nothing in capitals, or there mean what another form does.
    """
    entries = name_table(facts)
    capitals: dict[str, str] = {}
    for form in entries:
        if len(form) > 3 or not form.isalpha():  # "WHO WON" and "JOIN US" are no organisations
            capitals.setdefault(form.upper(), form)
    forms = sorted(entries)  # of sorted forms an automaton is made in three quarters of the time
    rows: list[Any] = []
    for form in forms:
        row = {field: value for field in Entry.__slots__ if (value := getattr(entries[form], field))}
        rows.append(row["names"][0] if list(row) == ["names"] and len(row["names"]) == 1 else row)
    hidden = [number for number, form in enumerate(forms) if capitals.get(form.upper()) != form]
    return {"forms": forms, "rows": rows, "hidden": hidden}


def name_table(facts: Mapping[str, Fact]) -> dict[str, Entry]:
    """All surface forms; apostrophes are straight and spaces single, as in the text that is searched."""
    table: dict[str, Entry] = {}
    for fact in facts.values():
        if fact.derived_from is not None:
            continue
        conditions = {alias.name: alias.context for alias in fact.aliases if alias.context}
        for name in dict.fromkeys((*fact.names, *(n for reading in fact.readings for n in reading.names))):
            for form in _forms(name, fact.prefix):
                entry = table.setdefault(form, Entry())
                if name in conditions:
                    entry.conditional.append((fact.id, conditions[name]))
                elif len(form) > 1:
                    entry.names.append(fact.id)
                if fact.prefix in ("state", "org"):
                    entry.owners.append(fact.id)
        for name in fact.short:
            table.setdefault(straight(name), Entry()).shorts.append(fact.id)
        for adjective in fact.adjectives:
            entry = table.setdefault(straight(adjective), Entry())
            if fact.id not in entry.owners:
                entry.owners.append(fact.id)
        if fact.prefix == "office":
            for title in fact.titles:
                for form in dict.fromkeys((title, title.lower(), title[0].upper() + title[1:])):
                    table.setdefault(straight(form), Entry()).title = title.lower()
    return table


def straight(text: str) -> str:
    """Typographic apostrophes and unusual spaces replaced one for one, so that offsets stay."""
    for odd, plain in _ODD:
        if odd in text:
            text = text.replace(odd, plain)
    return text


_ODD = (("’", "'"), ("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"))


def _forms(name: str, prefix: str) -> Iterator[str]:
    name = straight(" ".join(name.split()))
    yield name
    if prefix in _SENTENCE_START and name[0].islower():
        yield name[0].upper() + name[1:]
    elif prefix in ("event", "office") and name[0].isupper() and " " in name and not name[:2].isupper():
        yield name[0].lower() + name[1:]
    if prefix == "event" and not name.startswith("World War"):
        first, *rest = name.split(" ")
        lowered = " ".join([first, *(word.lower() if word in _COMMON_NOUNS else word for word in rest)])
        if lowered != name:
            yield lowered
