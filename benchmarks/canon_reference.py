"""The canon against independent sources: ``python -m benchmarks.canon_reference DATA [--all]``.

Compares with DATA/reference: US presidents and vice-presidents, leaders' terms (Archigos), states (Correlates of War),
World Cups, years of Wikidata. Prints overlap, agreement, and the disagreements with the note that explains each;
``--all`` prints also those that are explained.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from timelines import Span, parse_edtf
from timelines.canon.canon import Canon
from timelines.canon.documents import stretches
from timelines.canon.load import load_canon
from timelines.canon.schema import Fact

DAY = 86400
TOLERANCE = 1
"""Days: sources differ by one where a term ends at midnight or an event crosses a date line."""
SAME_TERM = 400
"""Days between two starts that may still mean the same term."""


@dataclass
class Comparison:
    """Agreement with one source."""

    name: str
    rows: int = 0
    compared: int = 0
    agreed: int = 0
    explained: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def note(self, agrees: bool, what: str, fact: Fact, by_definition: bool = False) -> None:
        """Count one comparison; a disagreement is explained by the fact's note or by what the source counts."""
        self.compared += 1
        reason = fact.note or ("the source counts something else" if by_definition else "")
        if agrees:
            self.agreed += 1
        elif reason:
            self.explained.append(f"{what} [{reason}]")
        else:
            self.open.append(what)


def main(arguments: list[str]) -> int:
    """Print one line per source and the disagreements; exit 1 if fewer than 99.5 % agree or are explained."""
    reference = Path(arguments[0] if arguments else "data") / "reference"
    if not reference.is_dir():
        print(f"No reference data at {reference}; nothing compared.")
        return 0
    canon = load_canon()
    compared = settled = 0
    for compare in (executives, leaders, states, world_cups, years):
        result = compare(canon, reference)
        share = result.agreed / result.compared if result.compared else 1.0
        print(
            f"{result.name}: {result.rows} rows, {result.compared} dates compared, {share:.1%} agree, "
            f"{len(result.explained)} explained, {len(result.open)} open"
        )
        for line in [*result.open, *(result.explained if "--all" in arguments else [])]:
            print(f"    {line}")
        compared += result.compared
        settled += result.agreed + len(result.explained)
    print(f"all: {compared} dates compared, {settled / max(1, compared):.2%} agree or are explained")
    return 0 if settled >= 0.995 * compared else 1


def executives(canon: Canon, reference: Path) -> Comparison:
    """Presidents and vice-presidents of the United States; consecutive terms count as one."""
    result = Comparison("congress-legislators")
    offices = {"prez": "office/us-president", "viceprez": "office/us-vice-president"}
    known = [fact for fact in canon.facts.values() if any(term.office in offices.values() for term in fact.terms)]
    for row in yaml.safe_load((reference / "us_executive.yaml").read_text(encoding="utf-8")):
        result.rows += 1
        held: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for term in row["terms"]:
            office = offices.get(term["type"])
            if office and held[office] and held[office][-1][1] == term["start"]:
                held[office][-1] = (held[office][-1][0], term["end"])
            elif office:
                held[office].append((term["start"], term["end"]))
        for office, terms in held.items():
            for start, end in terms:
                person = next((p for p in known if _named(p, row["name"]["last"]) and _starts(p, office, start)), None)
                if person is None:
                    continue
                when = next(when for o, when, _ in stretches(person) if o == office and _near(when, start))
                result.note(_agrees(when, start, "start"), f"{person.id} {office} from {start}: {when.edtf}", person)
                if not when.open_end:
                    result.note(_agrees(when, end, "end"), f"{person.id} {office} until {end}: {when.edtf}", person)
                born = row["bio"].get("birthday")
                if born and person.born is not None:
                    result.note(
                        _agrees(person.born, born, "start"), f"{person.id} born {born}: {person.born.edtf}", person
                    )
    return result


def leaders(canon: Canon, reference: Path) -> Comparison:
    """Effective leaders since 1840: the nearest start and the nearest end of the offices a leader held."""
    result = Comparison("Archigos")
    countries = _countries(canon, reference)
    persons: dict[str, list[Fact]] = defaultdict(list)
    for fact in canon.facts.values():
        for office in {term.office for term in fact.terms}:
            country = canon.facts[office].country if office in canon.facts else None
            if country and fact not in persons[country]:
                persons[country].append(fact)
    for row in _rows(reference / "archigos.csv"):
        result.rows += 1
        for country in countries.get(row["idacr"], ()):
            for person in persons[country]:
                if not _named(person, row["leader"]):
                    continue
                held = [when for _, when, _ in stretches(person)]
                starts = [when for when in held if _near(when, row["startdate"])]
                if not starts:
                    continue
                says = f"{person.id} {row['idacr']} {row['startdate']} to {row['enddate']}"
                terms = ", ".join(when.edtf for when in starts)
                agrees = any(_agrees(when, row["startdate"], "start") for when in held)
                result.note(agrees, f"{says} (start): {terms}", person)
                if row["enddate"] < "2015-12-31":
                    agrees = any(_agrees(when, row["enddate"], "end") for when in held)
                    result.note(agrees, f"{says} (end): {terms}", person)
                for key, span in (("borndate", person.born), ("deathdate", person.died)):
                    if re.match(r"\d{4}-", row[key]) and span is not None:
                        result.note(
                            _agrees(span, row[key], "start"), f"{person.id} {key} {row[key]}: {span.edtf}", person
                        )
    return result


def states(canon: Canon, reference: Path) -> Comparison:
    """States that came into being or ended after 1900.

    The source counts membership of the state system: recognition, seats in the League or the UN, and again after
    an occupation. Where it begins later than the canon, or ends earlier, that is the reason.
    """
    result = Comparison("Correlates of War states")
    countries = _countries(canon, reference)
    for row in _rows(reference / "states.csv"):
        result.rows += 1
        for id_ in countries.get(row["stateabb"], ()):
            fact = canon.facts[id_]
            start = f"{int(row['styear']):04}-{int(row['stmonth']):02}-{int(row['stday']):02}"
            if fact.since is not None and start > "1900":
                what = f"{id_} since {start}: {fact.since.edtf}"
                result.note(_agrees(fact.since, start[:4], "start"), what, fact, _earlier(fact.since, start))
            end = f"{int(row['endyear']):04}-{int(row['endmonth']):02}-{int(row['endday']):02}"
            if fact.until is not None and end < "2016-12-31":
                what = f"{id_} until {end}: {fact.until.edtf}"
                result.note(_agrees(fact.until, end[:4], "start"), what, fact, not _earlier(fact.until, end))
    return result


def world_cups(canon: Canon, reference: Path) -> Comparison:
    """The days of the men's and women's football World Cups."""
    result = Comparison("World Cups")
    named = {name: fact for fact in canon.facts.values() if fact.prefix == "event" for name in fact.names}
    for row in _rows(reference / "worldcup_tournaments.csv"):
        result.rows += 1
        name = row["tournament_name"]
        short = name.replace(" Men's", "")
        fact = named.get(name) or named.get(short)
        if fact is None or fact.when is None:
            continue
        for end, key in (("start", "start_date"), ("end", "end_date")):
            result.note(_agrees(fact.when, row[key], end), f"{name} {key} {row[key]}: {fact.when.edtf}", fact)
    return result


def years(canon: Canon, reference: Path) -> Comparison:
    """Years of Wikidata, for facts that carry the Wikidata id."""
    result = Comparison("Wikidata years")
    known = {fact.wikidata: fact for fact in canon.facts.values() if fact.wikidata}
    for row in _rows(reference / "wikidata_years.csv"):
        result.rows += 1
        fact = known.get(row["qid"])
        if fact is None:
            continue
        verb = row["title"].rpartition(" ")[2]
        dates = {"dies": fact.died, "born": fact.born, "ends": fact.when or fact.until}
        when = dates.get(verb) or fact.when or fact.since or fact.born
        if when is not None:
            end = "end" if verb in ("ends", "dissolved") else "start"
            year = f"{int(row['year']):05}" if row["year"].startswith("-") else f"{int(row['year']):04}"
            choices = [when, *(reading.when for reading in fact.readings), *(term.start for term in fact.terms)]
            agrees = any(_agrees(choice, year, end) for choice in choices)
            result.note(agrees, f"{fact.id} {row['title']} {year}: {when.edtf}", fact)
    return result


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _countries(canon: Canon, reference: Path) -> dict[str, list[str]]:
    """Canon states by the abbreviation of the Correlates of War."""
    named: dict[str, list[str]] = defaultdict(list)
    for fact in canon.facts.values():
        if fact.prefix == "state":
            for name in fact.names:
                if fact.id not in named[_plain(name)]:
                    named[_plain(name)].append(fact.id)
    found = {row["stateabb"]: named.get(_plain(row["statenme"]), []) for row in _rows(reference / "states.csv")}
    found["GFR"] = found["GMY"] = named[_plain("Germany")]
    return found


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if c.isalpha()).lower()


def _named(person: Fact, surname: str) -> bool:
    wanted = _plain(re.sub(r"\(.*?\)", "", surname))
    names: Iterable[str] = (*person.names, *person.short)
    return any(wanted in (_plain(name), *(_plain(word) for word in name.split())) for name in names)


def _starts(person: Fact, office: str, start: str) -> bool:
    return any(held == office and _near(when, start) for held, when, _ in stretches(person))


def _near(when: Span, day: str) -> bool:
    start, wanted = when.earliest_day, parse_edtf(day).earliest_day
    return start is not None and wanted is not None and abs(start - wanted) <= SAME_TERM


def _earlier(when: Span, day: str) -> bool:
    return when.latest is not None and when.latest < (parse_edtf(day).earliest or 0)


def _agrees(when: Span, date: str, end: str) -> bool:
    wanted = parse_edtf(date)
    low, high = (when.start_earliest, when.start_latest) if end == "start" else (when.end_earliest, when.end_latest)
    if low is None or high is None or wanted.earliest is None or wanted.latest is None:
        return False
    slack = TOLERANCE * DAY
    return low - slack <= wanted.latest and wanted.earliest <= high + slack


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
