"""Who is who between the canon and other sources, and whether two dates agree."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from timelines import Span, parse_edtf
from timelines.canon.canon import Canon
from timelines.canon.documents import stretches
from timelines.canon.schema import Fact

DAY = 86400
TOLERANCE = 1
"""Days: sources differ by one where a term ends at midnight or an event crosses a date line."""
SIMILAR = 0.75
"""Likeness of two spellings of a name that may be the same, if the year of birth agrees."""

_NOT_LEADING = re.compile(
    r"(foreign|finance|defen[cs]e|interior|home|economy|vice|deputy|speaker|governor(?!-general)|mayor|senator|justice|"
    r"attorney|treasury|opposition|ambassador|commander|secretary-of|joint|adviser|first-minister|catalan|crown|"
    r"army|health|security|intelligence|bank|party-chairman$|turkish-cypriot|bosnian-serb|scaf|chechen|premier-of|"
    r"(labor|energy|education|commerce|transportation|oil)-)"
)
_OF_PARTIES = re.compile(r"(conservative|labour|ukip|reform-uk|liberal|cdu|spd|front|socialist|hamas|hezbollah)")


class Countries:
    """The canon's states and leaders by the abbreviations and numbers of the Correlates of War."""

    def __init__(self, canon: Canon, rows: Iterable[Mapping[str, Any]]) -> None:
        named: dict[str, list[str]] = defaultdict(list)
        for fact in canon.facts.values():
            if fact.prefix == "state":
                for name in (*fact.names, *(alias.name for alias in fact.former_names)):
                    if fact.id not in named[plain(name)]:
                        named[plain(name)].append(fact.id)
        self._named = named
        self._states: dict[str, list[str]] = {}
        self._codes: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            names = (row["statenme"], row["statenme"].replace("&", "and"), row["statenme"].replace("St.", "Saint"))
            found = next((named[plain(name)] for name in names if plain(name) in named), [])
            if row["stateabb"] in ("GFR", "GMY"):
                found = named["germany"]
            elif row["stateabb"] == "RUS":
                found = [*named["russia"], *(id_ for id_ in named["sovietunion"] if id_ not in named["russia"])]
            self._states[row["stateabb"]] = found
            for id_ in found:
                if row["ccode"] not in self._codes[id_]:
                    self._codes[id_].append(row["ccode"])
        self._leaders: dict[str, list[Fact]] = defaultdict(list)
        self._held: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for fact in canon.facts.values():
            for office_id, when, _ in stretches(fact):
                office = canon.facts.get(office_id)
                if office is None or office.country is None or not _leading(office):
                    continue
                if fact not in self._leaders[office.country]:
                    self._leaders[office.country].append(fact)
                self._held[office.country, fact.id].append(when)

    def states(self, abbreviation: str) -> list[str]:
        return self._states.get(abbreviation, [])

    def codes(self, state: str | None, place: str | None = None) -> list[str]:
        """Numbers of a state, by its id or by its name as the place of an event."""
        states = [state] if state is not None else self._named.get(plain(place or ""), [])
        return [code for id_ in states for code in self._codes.get(id_, [])]

    def leaders(self, abbreviation: str) -> list[Fact]:
        return list({fact.id: fact for id_ in self.states(abbreviation) for fact in self._leaders[id_]}.values())

    def led(self, abbreviation: str, person: Fact) -> list[Span]:
        """The person's times as head of that state or its government."""
        return [when for id_ in self.states(abbreviation) for when in self._held[id_, person.id]]


def _leading(office: Fact) -> bool:
    return not _NOT_LEADING.search(office.slug) and not _OF_PARTIES.search(office.slug)


def plain(text: str) -> str:
    """Letters only, lower case, without accents."""
    text = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return "".join(c for c in text if c.isalpha() and c.isascii()).lower()


def starts_with_word(person: Fact, surname: str) -> bool:
    """Whether a name of the person has that word or is it."""
    wanted = plain(re.sub(r"\(.*?\)", "", surname))
    names: Iterable[str] = (*person.names, *person.short)
    return any(wanted in (plain(name), *(plain(word) for word in name.split())) for name in names)


def alike(person: Fact, name: str, born: str) -> bool:
    """Whether the surname is one of the person's, or spelt alike if the year of birth is the same."""
    if starts_with_word(person, name):
        return True
    same_year = person.born is not None and re.fullmatch(r"\d{4}", born) and agrees(person.born, born, "start")
    if not same_year:
        return False
    wanted = {plain(name), *(plain(word) for word in name.split() if len(word) > 3)}
    words = {plain(word) for known in person.names for word in (known, *known.split()) if len(word) > 3}
    return any(SequenceMatcher(None, one, other).ratio() >= SIMILAR for one in wanted for other in words)


def days_apart(when: Span, date: str, end: str = "start") -> int:
    """Days from the nearest possible start (or end) to the date; 0 if it may be that day."""
    low, high = (when.start_earliest, when.start_latest) if end == "start" else (when.end_earliest, when.end_latest)
    wanted = parse_edtf(date)
    if low is None or high is None or wanted.earliest is None or wanted.latest is None:
        return 10**9
    return max(0, low - wanted.latest, wanted.earliest - high) // DAY


def overlap(when: Span, start: str, end: str) -> int:
    """Days that a term shares with the time from start to end; a day's slack makes touching terms share."""
    first, last = parse_edtf(start).earliest, parse_edtf(end).latest
    low, high = when.earliest, when.latest
    if first is None or last is None or low is None:
        return 0
    return max(0, min(last, high if high is not None else last) - max(first, low)) // DAY


def agrees(when: Span, date: str, end: str) -> bool:
    """Whether start, end or any day (``within``) of ``when`` may be ``date``, each at its precision."""
    if end == "within":
        wanted = parse_edtf(date)
        return bool(when.overlaps(wanted))
    return days_apart(when, date, end) <= TOLERANCE
