"""The surface forms of all facts: which words in a text may stand for which fact, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timelines.canon.schema import Alias, Fact
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


@dataclass(slots=True)
class Entry:
    """What one surface form may stand for. All tuples hold fact ids.

    ``names`` at once, ``conditional`` if their context is near, ``shorts`` after the full name or a title;
    ``owners`` are the states and organisations of which it is a name or an adjective; ``title`` is the
    lower-case office title that it is, if any.
    """

    names: list[str] = field(default_factory=list)
    conditional: list[tuple[str, Alias]] = field(default_factory=list)
    shorts: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    title: str | None = None


def name_table(facts: Mapping[str, Fact]) -> dict[str, Entry]:
    """All surface forms; apostrophes are straight and spaces single, as in the text that is searched."""
    table: dict[str, Entry] = {}
    for fact in facts.values():
        if fact.derived_from is not None:
            continue
        conditions = {alias.name: alias for alias in fact.aliases if alias.context}
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
