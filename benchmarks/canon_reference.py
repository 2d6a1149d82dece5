"""The canon against independent sources: ``python -m benchmarks.canon_reference DATA [--all]``.

Compares with DATA/reference: executives and Congress of the United States (congress-legislators), leaders (Archigos,
REIGN), elections (REIGN), states (Correlates of War), renamed states, World Cups, years of Wikidata. Only rows where
source and canon date the same thing are compared; coarse dates at their precision; a day's difference is a handover.
Prints overlap, agreement and every disagreement that is open; ``--all`` prints also those with a reason
(``canon_reasons.yaml``). Exit 1 if fewer than 99.5 % agree or are explained.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks._canon_matching import (
    Countries,
    agrees,
    alike,
    days_apart,
    overlap,
    plain,
    starts_with_word,
)
from benchmarks._canon_years import Claim, claims
from timelines import Span, parse_edtf
from timelines.canon.canon import Canon
from timelines.canon.documents import stretches
from timelines.canon.load import load_canon
from timelines.canon.schema import Fact

SAME_TERM = 400
"""Days between two starts that may still mean the same term."""
SAME_ELECTION = 45
"""Days between two votes that may still mean the same election."""
Reasons = Mapping[str, Mapping[str, tuple[str, str]]]

_YEAR = re.compile(r"\b\d{4}\b")
ELSE, WRONG = "counts something else", "is wrong"
"""Groups of reasons: the source dates another thing under the same name, or errs."""
REASONS = Path(__file__).with_name("canon_reasons.yaml")


@dataclass
class Comparison:
    """Agreement with one source."""

    name: str
    reasons: Mapping[str, tuple[str, str]]
    """Reason and its group by disagreement."""
    rows: int = 0
    agreed: set[str] = field(default_factory=set)
    explained: dict[str, str] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    in_year: set[str] = field(default_factory=set)
    """Disagreements within one year."""

    def note(self, agreement: bool, key: str, ours: Span) -> None:
        """Count one date; ``key`` says what the source says and finds the reason of a disagreement."""
        if not agreement and any(agrees(ours, _YEAR.findall(key)[-1], end) for end in ("start", "end")):
            self.in_year.add(key)
        if agreement:
            self.agreed.add(key)
        elif key in self.reasons:
            self.explained[key] = f"{key}: canon {ours.edtf} [{self.reasons[key][0]}]"
        else:
            self.open[key] = f"{key}: canon {ours.edtf}"

    @property
    def compared(self) -> int:
        """Dates that both have."""
        return len(self.agreed | self.explained.keys() | self.open.keys())

    def because(self, group: str) -> int:
        """Disagreements whose reason is of that group."""
        return sum(self.reasons[key][1] == group for key in self.explained)

    @property
    def idle(self) -> list[str]:
        """Reasons that explain nothing any more."""
        return sorted(self.reasons.keys() - self.explained.keys())


def main(arguments: list[str]) -> int:
    """Print one line per source and the disagreements."""
    reference = Path(arguments[0] if arguments else "data") / "reference"
    if not reference.is_dir():
        print(f"No reference data at {reference}; nothing compared.")
        return 0
    canon, reasons = load_canon(), _reasons()
    countries = Countries(canon, _rows(reference / "states.csv"))
    results = [
        executives(canon, reference, reasons),
        congress(canon, reference, reasons),
        archigos(canon, reference, reasons, countries),
        reign(canon, reference, reasons, countries),
        elections(canon, reference, reasons, countries),
        states(canon, reference, reasons, countries),
        renamed(canon, reference, reasons, countries),
        world_cups(canon, reference, reasons),
        years(canon, reference, reasons),
    ]
    for result in results:
        print(
            f"{result.name}: {result.rows} rows, {result.compared} dates compared, {len(result.agreed)} agree; "
            f"the source counts something else {result.because(ELSE)}, is wrong {result.because(WRONG)}; "
            f"{len(result.open)} open"
        )
        for line in [*result.open.values(), *(result.explained.values() if "--all" in arguments else ())]:
            print(f"    {line}")
        for key in result.idle:
            print(f"    the reason for {key!r} explains nothing")
    compared = sum(result.compared for result in results)
    same = compared - sum(result.because(ELSE) for result in results)
    settled = same - sum(len(result.open) for result in results)
    agreed = sum(len(result.agreed) for result in results)
    slips = sum(
        key in result.in_year and result.reasons[key][1] == WRONG for result in results for key in result.explained
    )
    print(
        f"all: {compared} dates compared, {same} of the same thing: "
        f"{agreed / same:.2%} agree, {(agreed + slips) / same:.2%} to the year, "
        f"{settled / same:.2%} agree or the source is wrong"
    )
    return 0 if settled >= 0.995 * same else 1


def executives(canon: Canon, reference: Path, reasons: Reasons) -> Comparison:
    """Presidents and vice-presidents of the United States; consecutive terms count as one."""
    result = Comparison("US executives", reasons.get("US executives", {}))
    offices = {"prez": "office/us-president", "viceprez": "office/us-vice-president"}
    for row in yaml.safe_load((reference / "us_executive.yaml").read_text(encoding="utf-8")):
        result.rows += 1
        for office, start, end in _joined(row["terms"], offices):
            for person, when in _holders(canon, office, start):
                if not starts_with_word(person, row["name"]["last"]):
                    continue
                result.note(agrees(when, start, "start"), f"{person.id} {office} from {start}", when)
                if not when.open_end:
                    result.note(agrees(when, end, "end"), f"{person.id} {office} until {end}", when)
                _life(result, person, "born", row["bio"].get("birthday"))
    return result


def _joined(terms: list[dict[str, str]], offices: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term in terms:
        office = offices.get(term["type"])
        if office and held[office] and held[office][-1][1] == term["start"]:
            held[office][-1] = (held[office][-1][0], term["end"])
        elif office:
            held[office].append((term["start"], term["end"]))
    for office, times in held.items():
        for start, end in times:
            yield office, start, end


def _holders(canon: Canon, office: str, start: str) -> Iterator[tuple[Fact, Span]]:
    for person in canon.facts.values():
        for held, when, _ in stretches(person):
            if held == office and days_apart(when, start) <= SAME_TERM:
                yield person, when


def _life(result: Comparison, person: Fact, end: str, day: str | None) -> None:
    span = person.born if end == "born" else person.died
    if day and span is not None:
        result.note(
            agrees(span, day, "start") or any(r.of == end and agrees(r.when, day, "start") for r in person.readings),
            f"{person.id} {end} {day}",
            span,
        )


def congress(canon: Canon, reference: Path, reasons: Reasons) -> Comparison:
    """Members of the present Congress: birthdays, and the first day in the Senate where the canon has the seat."""
    result = Comparison("US Congress", reasons.get("US Congress", {}))
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in canon.facts.values():
        if (
            fact.prefix == "person"
            and fact.died is None
            and any(term.office.startswith("office/us-") for term in fact.terms)
        ):
            for name in fact.names:
                named[plain(name)].append(fact)
    for row in yaml.safe_load((reference / "us_legislators_current.yaml").read_text(encoding="utf-8")):
        result.rows += 1
        names = row["name"]
        full = {names.get("official_full", ""), f"{names['first']} {names['last']}"}
        for person in {fact.id: fact for name in full for fact in named.get(plain(name), ())}.values():
            _life(result, person, "born", row["bio"].get("birthday"))
            senate = [term["start"] for term in row["terms"] if term["type"] == "sen"]
            for office, when, _ in stretches(person):
                if office.startswith("office/us-senator-") and senate:
                    result.note(agrees(when, senate[0], "start"), f"{person.id} senator from {senate[0]}", when)
    return result


def archigos(canon: Canon, reference: Path, reasons: Reasons, countries: Countries) -> Comparison:
    """Effective leaders since 1840: the leading office whose term overlaps, starts and ends within `SAME_TERM`."""
    result = Comparison("Archigos", reasons.get("Archigos", {}))
    for row in _rows(reference / "archigos.csv"):
        result.rows += 1
        start, end = row["startdate"], min(row["enddate"], "2015-12-31")
        person = _leader(countries, row["idacr"], row["leader"], start, end, row["yrborn"])
        if person is None:
            continue
        said = f"{person.id} {row['idacr']}"
        _term(result, countries.led(row["idacr"], person), said, start, end, end < "2015-12-31")
        _life(result, person, "born", _day(row["borndate"]))
        _life(result, person, "died", _day(row["deathdate"]))
    return result


def reign(canon: Canon, reference: Path, reasons: Reasons, countries: Countries) -> Comparison:
    """Leaders that REIGN adds to Archigos: the day of the start, the month of the end."""
    result = Comparison("REIGN leaders", reasons.get("REIGN leaders", {}))
    for row in _rows(reference / "reign_leaders.csv", "latin-1"):
        result.rows += 1
        start = _day(f"{row['syear']:0>4}-{row['smonth']:0>2}-{row['sdate']:0>2}")
        if start is None or start < "2004":
            continue
        known = row["eyear"].strip().isdigit() and row["emonth"].strip().isdigit()
        end = f"{row['eyear']:0>4}-{row['emonth']:0>2}" if known else "2021-03"
        person = _leader(countries, row["stateabb"], row["leader"], start, end, row["birthyear"])
        if person is not None:
            said = f"{person.id} {row['stateabb']}"
            _term(result, countries.led(row["stateabb"], person), said, start, end, known and end < "2021-03")
    return result


def _leader(countries: Countries, state: str, name: str, start: str, end: str, born: str) -> Fact | None:
    """The one whose name is alike and whose time in a leading office overlaps most."""
    best, most = None, 0
    for person in countries.leaders(state):
        if not alike(person, name, born):
            continue
        shared = sum(overlap(when, start, end) for when in countries.led(state, person))
        if shared > most:
            best, most = person, shared
    return best


def _term(result: Comparison, held: list[Span], said: str, start: str, end: str, ended: bool) -> None:
    held = [when for when in held if overlap(when, start, end) > 0]
    nearest = min(held, key=lambda when: days_apart(when, start), default=None)
    if nearest is not None and days_apart(nearest, start) <= SAME_TERM:
        result.note(any(agrees(when, start, "start") for when in held), f"{said} from {start}", nearest)
    nearest = min(held, key=lambda when: days_apart(when, end, "end"), default=None)
    if ended and nearest is not None and days_apart(nearest, end, "end") <= SAME_TERM:
        result.note(any(agrees(when, end, "end") for when in held), f"{said} until {end}", nearest)


def elections(canon: Canon, reference: Path, reasons: Reasons, countries: Countries) -> Comparison:
    """Days of votes for leaders; the source's nearest vote in the same country within `SAME_ELECTION`."""
    result = Comparison("REIGN elections", reasons.get("REIGN elections", {}))
    votes: dict[str, list[str]] = defaultdict(list)
    for row in _rows(reference / "reign_elections.csv", "latin-1"):
        result.rows += 1
        day = _day(f"{row['elec_year']:0>4}-{row['elec_month']:0>2}-{row['elec_day']:0>2}")
        if row["event"].startswith("Vote") and day is not None:
            votes[row["ccode"]].append(day)
    for fact in canon.facts.values():
        office = canon.facts.get(fact.office or "")
        if fact.kind != "election" or fact.when is None:
            continue
        for code in countries.codes(office.country if office is not None else None, fact.place):
            near = [day for day in votes[code] if days_apart(fact.when, day) <= SAME_ELECTION]
            if near:
                when = fact.when
                day = min(near, key=lambda day: days_apart(when, day))
                dates = (when, *(reading.when for reading in fact.readings))
                agreed = any(agrees(date, day, end) for date in dates for end in ("start", "end", "within"))
                result.note(agreed, f"{fact.id} {day}", when)
    return result


def states(canon: Canon, reference: Path, reasons: Reasons, countries: Countries) -> Comparison:
    """First and last year of states since 1900.

    The source dates membership of the state system (recognition, embassies, seats in the League or the UN, and again
    after an occupation), so only those are compared that began or ended with that: its first entry since 1945, when
    new states were recognised at once, and its last.
    """
    result = Comparison("Correlates of War states", reasons.get("Correlates of War states", {}))
    seen: set[str] = set()
    for row in _rows(reference / "states.csv"):
        result.rows += 1
        start = f"{int(row['styear']):04}-{int(row['stmonth']):02}-{int(row['stday']):02}"
        end = f"{int(row['endyear']):04}-{int(row['endmonth']):02}-{int(row['endday']):02}"
        again = row["stateabb"] in seen
        seen.add(row["stateabb"])
        for id_ in countries.states(row["stateabb"]):
            fact = canon.facts[id_]
            if fact.since is not None and start > "1945" and not again:
                readings = [reading.when for reading in fact.readings if reading.of == "since"]
                agreed = any(agrees(when, start, "start") for when in (fact.since, *readings))
                result.note(agreed, f"{id_} since {start}", fact.since)
            if fact.until is not None and "1945" < end < "2016-12-31":
                result.note(agrees(fact.until, end, "start"), f"{id_} until {end}", fact.until)
    return result


def renamed(canon: Canon, reference: Path, reasons: Reasons, countries: Countries) -> Comparison:
    """The year in which a state gave up its former name."""
    result = Comparison("Renamed states", reasons.get("Renamed states", {}))
    named = {plain(name): fact for fact in canon.facts.values() if fact.prefix == "state" for name in fact.names}
    for row in _rows(reference / "country_former_names.csv"):
        result.rows += 1
        fact = named.get(plain(row["current"]))
        for alias in fact.former_names if fact is not None else ():
            if fact is not None and plain(alias.name) == plain(row["former"]) and alias.until is not None:
                agreed = agrees(alias.until, row["end_date"][:4], "start")
                result.note(agreed, f"{fact.id} {alias.name} until {row['end_date']}", alias.until)
    return result


def world_cups(canon: Canon, reference: Path, reasons: Reasons) -> Comparison:
    """The days of the men's and women's football World Cups."""
    result = Comparison("World Cups", reasons.get("World Cups", {}))
    named = {name: fact for fact in canon.facts.values() if fact.prefix == "event" for name in fact.names}
    for row in _rows(reference / "worldcup_tournaments.csv"):
        result.rows += 1
        name = row["tournament_name"]
        fact = named.get(name) or named.get(name.replace(" Men's", ""))
        if fact is not None and fact.when is not None:
            result.note(agrees(fact.when, row["start_date"], "start"), f"{fact.id} from {row['start_date']}", fact.when)
            result.note(agrees(fact.when, row["end_date"], "end"), f"{fact.id} until {row['end_date']}", fact.when)
    return result


def years(canon: Canon, reference: Path, reasons: Reasons) -> Comparison:
    """Years of Wikidata: by id, else by a name that only one fact and one row of the right sort have."""
    result = Comparison("Wikidata years", reasons.get("Wikidata years", {}))
    rows = list(_rows(reference / "wikidata_years.csv"))
    result.rows = len(rows)
    for claim in claims(canon, rows):
        result.note(_holds(claim), claim.key, claim.dates[0])
    return result


def _holds(claim: Claim) -> bool:
    # The source counts years before our era in two ways.
    choices = [claim.year, claim.year + 1] if claim.year <= 0 else [claim.year]
    said = [f"-{-year:04}" if year < 0 else f"{year:04}" for year in choices]
    return any(agrees(date, year, claim.end) for date in claim.dates for year in said)


def _reasons() -> dict[str, dict[str, tuple[str, str]]]:
    """Reason and group by source and disagreement; in the file the reason comes first, as one covers many."""
    written = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return {
        source: {
            key: (reason, group)
            for group, reasons in groups.items()
            for reason, keys in reasons.items()
            for key in keys
        }
        for source, groups in written.items()
    }


def _rows(path: Path, encoding: str = "utf-8") -> Iterator[dict[str, Any]]:
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> str | None:
    """A day that exists; the sources have some that do not."""
    try:
        return text if len(text) == 10 and parse_edtf(text) else None
    except ValueError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
