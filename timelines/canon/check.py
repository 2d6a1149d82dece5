"""Validates canon files: what the loader already sees, and what only shows between facts.

Run as ``python -m timelines.canon.check [FILE …]``: exit 0 if all is well, 1 if there are problems.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from timelines.canon import vocabulary
from timelines.canon.build import Compilation, compile_files
from timelines.canon.record import did_you_mean
from timelines.canon.schema import Fact, Problem, Term
from timelines.canon.source import Items, Table, Where
from timelines.chronology.calendar import day_number
from timelines.chronology.span import Span

LONGEST_LIFE = 123
"""Years. The longest confirmed life is Jeanne Calment's 122 years."""
LONGEST_TERM = 73
"""Years. The longest reign with known days is Louis XIV's 72 years."""
_YEAR = 366 * 86400
_HANDOVER = 86400
"""Seconds by which two terms may overlap: the day of the handover belongs to both."""

_OWNERS = {"country": ("state", "org"), "body": ("org", "state"), "series": ("series",), "office": ("office",)}


def check_canon(paths: Sequence[Path], *, builtin: Path | None = None) -> list[Problem]:
    """All problems of the canon files at ``paths``, in the order of files and lines.

    ``builtin`` is a folder of facts that ``paths`` may refer to; its own problems are not reported.
    Raises FileNotFoundError.
    """
    compiled = compile_files([*([builtin] if builtin is not None else []), *paths])
    problems = [*compiled.problems, *_checks(compiled)]
    if builtin is not None:
        problems = [problem for problem in problems if not Path(problem.file).is_relative_to(builtin)]
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line or 0))


def _checks(compiled: Compilation) -> Iterator[Problem]:
    for fact in compiled.facts.values():
        table = compiled.tables.get(fact.id)
        if table is not None:
            yield from _references(fact, table, compiled.facts)
            yield from _order(fact, table)
            yield from _life(fact, table)
    yield from _namesakes(compiled)
    yield from _overlaps(compiled)
    yield from _editions(compiled)


def _at(table: Table, key: str) -> Where:
    return table.keys.get(key, table.where)


def _term_at(table: Table, term: Term) -> Where:
    terms = table.entries.get("terms")
    for item in terms.items if isinstance(terms, Items) else ():
        if isinstance(item, Table):
            office, start = item.entries.get("office"), item.entries.get("start")
            said = getattr(office, "text", ""), getattr(start, "text", "")
            if term.office.endswith(said[0]) and said[1] == term.start.edtf:
                return item.where
    return _at(table, "terms")


def _references(fact: Fact, table: Table, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    for key, wanted in _OWNERS.items():
        id_ = getattr(fact, key)
        if id_ is None:
            continue
        if id_ not in facts:
            yield _dangling(id_, _at(table, key), facts)
        elif id_.partition("/")[0] not in wanted:
            yield Problem(*_at(table, key), f'"{key}" cannot be "{id_}"', f"an id {wanted[0]}/…")
    if fact.part_of is not None and fact.part_of not in facts:
        yield _dangling(fact.part_of, _at(table, "part_of"), facts)
    for key in ("participants", "succeeded_by"):
        for id_ in getattr(fact, key):
            if id_.partition("/")[0] in vocabulary.KINDS and "/" in id_ and id_ not in facts:
                yield _dangling(id_, _at(table, key), facts)
    for term in fact.terms:
        if term.office not in facts:
            yield _dangling(term.office, _term_at(table, term), facts)
    if fact.part_of == fact.id:
        yield Problem(*_at(table, "part_of"), "a fact cannot be part of itself", "remove part_of")


def _dangling(id_: str, where: Where, facts: Mapping[str, Fact]) -> Problem:
    prefix = id_.partition("/")[0]
    known = [other for other in facts if other.partition("/")[0] == prefix]
    hint = did_you_mean(id_, known) if len(known) < 5000 else ""
    return Problem(*where, f'there is no "{id_}"', hint if hint.startswith("did") else "add it, or correct the id")


def _order(fact: Fact, table: Table) -> Iterator[Problem]:
    for first, second in (("since", "until"), ("born", "died")):
        one, other = getattr(fact, first), getattr(fact, second)
        if one is not None and other is not None and _surely_before(other, one):
            message = f'"{second}: {other.edtf}" is before "{first}: {one.edtf}"'
            yield Problem(*_at(table, second), message, "exchange or correct them")
    for alias in fact.aliases:
        for word in alias.context:
            if word.count(" ") > 3:
                message = f'"{word}" is no context of the name "{alias.name}"'
                yield Problem(*_at(table, "names"), message, "context lists words or ids, one of which must stand near")
        if alias.since is not None and alias.until is not None and _surely_before(alias.until, alias.since):
            message = f'the name "{alias.name}" ends before it begins'
            yield Problem(*_at(table, "names"), message, "correct since or until")
    for term in fact.terms:
        where = _term_at(table, term)
        if term.end is not None and _surely_before(term.end, term.start):
            yield Problem(*where, f"the term ends ({term.end.edtf}) before it starts ({term.start.edtf})", "correct it")
        elif _years(term.start, term.end) > LONGEST_TERM:
            yield Problem(*where, f"a term of over {LONGEST_TERM} years", "correct its start or end")
        if term.end is None and fact.died is not None:
            yield Problem(*where, f"the term has no end, but {fact.label} died {fact.died.edtf}", "add end:")
        outside = (fact.born is not None and _surely_before(term.start, fact.born)) or (
            fact.died is not None and _surely_before(fact.died, term.start)
        )
        if outside or (fact.died is not None and term.end is not None and _surely_before(fact.died, term.end)):
            yield Problem(*where, f"the term lies outside the life of {fact.label}", "correct the term or the life")


def _life(fact: Fact, table: Table) -> Iterator[Problem]:
    if fact.prefix != "person":
        return
    if _years(fact.born, fact.died) > LONGEST_LIFE:
        yield Problem(*_at(table, "died"), f"a life of over {LONGEST_LIFE} years", "correct born or died")
    if fact.died is None and fact.born is not None and fact.born.latest is not None and fact.as_of:
        age = (_ticks(fact.as_of) - fact.born.latest) / _YEAR
        if age > LONGEST_LIFE:
            yield Problem(*_at(table, "born"), f"{fact.label} would be over {int(age)} years old", "add died:")
        elif age < 0:
            yield Problem(*_at(table, "born"), f"{fact.label} is born after as_of", "correct born or as_of")


def _namesakes(compiled: Compilation) -> Iterator[Problem]:
    claimed: dict[str, list[Fact]] = defaultdict(list)
    for fact in compiled.facts.values():
        if fact.derived_from is None:
            needy = {alias.name for alias in fact.aliases if alias.context}
            for name in set(fact.names) | {name for reading in fact.readings for name in reading.names}:
                if name not in needy:
                    claimed[name].append(fact)
    for name, facts in claimed.items():
        for first, second in pairwise(sorted(facts, key=lambda fact: fact.id)):
            table = compiled.tables.get(second.id) or compiled.tables.get(second.series or "")
            where = _at(table, "names") if table is not None else Where("", 1)
            hint = "give each a context: {name: …, context: […]}, or leave one out; if they are one fact, keep one"
            yield Problem(*where, f'the name "{name}" of "{second.id}" also means "{first.id}"', hint)


def _overlaps(compiled: Compilation) -> Iterator[Problem]:
    held: dict[str, list[tuple[Term, Fact]]] = defaultdict(list)
    for fact in compiled.facts.values():
        for term in fact.terms:
            held[term.office].append((term, fact))
    for office_id, terms in held.items():
        office = compiled.facts.get(office_id)
        if office is None or office.holders is None:
            continue
        terms.sort(key=lambda pair: pair[0].start.earliest or 0)
        running: list[tuple[Term, Fact]] = []
        for term, fact in terms:
            running = [pair for pair in running if _overlap(pair[0], term)]
            running.append((term, fact))
            if len(running) > office.holders:
                other = running[-2]
                where = _term_at(compiled.tables[fact.id], term)
                message = (
                    f"{fact.label} ({term.start.edtf} to {term.end.edtf if term.end else 'now'}) and {other[1].label}"
                    f" ({other[0].start.edtf} to {other[0].end.edtf if other[0].end else 'now'}) hold"
                    f' "{office_id}" at the same time'
                )
                hint = 'correct the dates, or write "holders: many" at the office'
                yield Problem(*where, message, hint)


def _overlap(one: Term, other: Term) -> bool:
    """Whether two terms share more than the day of the handover, for sure."""
    if one.end is None:
        return True
    end, start = one.end.start_earliest, other.start.end_latest
    return end is not None and start is not None and end - start > _HANDOVER


def _editions(compiled: Compilation) -> Iterator[Problem]:
    numbered: dict[tuple[str, int], Fact] = {}
    for fact in compiled.facts.values():
        if fact.series is None or fact.edition is None:
            continue
        other = numbered.setdefault((fact.series, fact.edition), fact)
        if other is not fact:
            table = compiled.tables.get(fact.id) or compiled.tables.get(fact.series)
            where = table.where if table is not None else Where("", 1)
            message = f'edition {fact.edition} of "{fact.series}" is also "{other.id}"'
            yield Problem(*where, message, "number editions once each")


def _surely_before(one: Span, other: Span) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _years(start: Span | None, end: Span | None) -> float:
    """The least number of years between two times; 0 if that cannot be told."""
    if start is None or end is None or start.latest is None or end.earliest is None:
        return 0
    return (end.earliest - start.latest) / _YEAR


def _ticks(as_of: str) -> int:
    year, month, day = (*map(int, as_of.split("-")), 12 if as_of.count("-") == 0 else 1, 1)[:3]
    return day_number(year, month, day) * 86400


def main(arguments: Sequence[str]) -> int:
    """Print the problems of the given files, or of the package's own facts."""
    data = Path(__file__).parent / "data"
    paths = [Path(argument).resolve() for argument in arguments]
    own = [path for path in paths if not path.is_relative_to(data)]
    problems = check_canon(own, builtin=data) if own else []
    if len(own) < len(paths) or not paths:
        within = [path for path in paths if path not in own] or [data]
        problems += [p for p in check_canon([data]) if any(Path(p.file).is_relative_to(path) for path in within)]
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
