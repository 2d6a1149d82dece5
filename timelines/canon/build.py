"""From YAML files to facts: reads records, completes them (``extend``, ``defaults``), and collects every problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timelines.canon import vocabulary
from timelines.canon.derive import derived_events
from timelines.canon.record import Record, did_you_mean, lasting
from timelines.canon.schema import Alias, Fact, Problem, Term
from timelines.canon.series import edition_facts, with_edition_names
from timelines.canon.source import Items, Node, Table, Text, Where, read_yaml, yaml_files

_ID = re.compile(rf"({'|'.join(vocabulary.KINDS)})/[a-z0-9]+(-[a-z0-9]+)*")
_NAME_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|[IVX]+)$")
_APPENDED = frozenset({"note", "source"})


@dataclass(slots=True)
class Compilation:
    """All facts of some files by id, where each stands, and what is wrong."""

    facts: dict[str, Fact] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Raw:
    table: Table
    defaults: Mapping[str, Node]
    rank: int


def compile_files(roots: Sequence[Path]) -> Compilation:
    """Read all YAML below ``roots``. A fact of a later root replaces one of the same id of an earlier root."""
    result = Compilation()
    raws: dict[str, _Raw] = {}
    extensions: list[_Raw] = []
    for rank, root in enumerate(roots):
        for path in yaml_files([root]):
            try:
                content = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                result.problems.append(Problem(str(path), None, "not UTF-8 text", "save it as UTF-8"))
                continue
            for raw in _file_records(str(path), content, rank, result.problems):
                if "extend" in raw.table.entries:
                    extensions.append(raw)
                else:
                    _register(raw, raws, result.problems)
    for raw in extensions:
        _extend(raw, raws, result.problems)
    for id_, raw in raws.items():
        fact, editions = _build(id_, raw, result.problems)
        for made in (fact, *editions):
            if made.id in result.facts:
                message = f'"{made.id}" is also made by a series'
                result.problems.append(Problem(*raw.table.where, message, "leave one of the two out"))
            result.facts[made.id] = made
        result.tables[id_] = raw.table
    result.facts = with_edition_names(result.facts)
    for event in list(derived_events(result.facts)):
        result.facts.setdefault(event.id, event)
    return result


def _file_records(name: str, content: str, rank: int, problems: list[Problem]) -> list[_Raw]:
    root, broken = read_yaml(name, content)
    problems += broken
    if root is None:
        return []
    if not isinstance(root, Table) or "facts" not in root.entries:
        problems.append(Problem(name, root.where.line, 'a canon file needs a list "facts"', 'start with "facts:"'))
        return []
    file = Record(root, problems)
    file.check_keys(vocabulary.FILE_KEYS, "a canon file")
    defaults = root.entries.get("defaults")
    if isinstance(defaults, Table):
        Record(defaults, problems).check_keys(vocabulary.DEFAULT_KEYS, "defaults")
    known = defaults.entries if isinstance(defaults, Table) else {}
    facts = root.entries["facts"]
    if isinstance(facts, Text) and not facts.text:
        return []
    found = []
    for item in facts.items if isinstance(facts, Items) else (facts,):
        if isinstance(item, Table):
            found.append(_Raw(item, known, rank))
        else:
            problems.append(Problem(*item.where, "every fact is a mapping", 'write "- id: …" and its keys below'))
    return found


def _register(raw: _Raw, raws: dict[str, _Raw], problems: list[Problem]) -> None:
    record = Record(raw.table, problems)
    id_ = record.text("id")
    where = raw.table.keys.get("id", raw.table.where)
    if not id_:
        record.problem('the fact has no "id"', 'add "id: event/…"')
    elif not _ID.fullmatch(id_):
        prefix = id_.partition("/")[0]
        hint = did_you_mean(prefix, vocabulary.KINDS) if prefix not in vocabulary.KINDS else ""
        record.problem(f'"{id_}" is not an id', hint or "lower-case ASCII words with hyphens after the slash", where)
    elif id_ in raws and raws[id_].rank == raw.rank:
        other = raws[id_].table.where
        record.problem(f'"{id_}" is also at {other.file}:{other.line}', "use extend: to complete a fact", where)
    else:
        raws[id_] = raw


def _extend(raw: _Raw, raws: dict[str, _Raw], problems: list[Problem]) -> None:
    record = Record(raw.table, problems)
    id_ = record.text("extend") or ""
    where = raw.table.keys["extend"]
    if id_ not in raws:
        record.problem(f'there is no "{id_}" to extend', did_you_mean(id_, raws), where)
        return
    base = raws[id_]
    entries, keys = dict(base.table.entries), dict(base.table.keys)
    for key, node in raw.table.entries.items():
        old = entries.get(key)
        if key == "extend":
            continue
        if isinstance(old, Items) and isinstance(node, Items):
            entries[key] = Items(old.items + node.items, old.where)
        elif key in _APPENDED and isinstance(old, Text) and isinstance(node, Text):
            entries[key] = Text(f"{old.text}; {node.text}", old.where)
        elif old is None or raw.rank > base.rank:
            entries[key] = node
            keys[key] = raw.table.keys[key]
        elif key != "as_of":
            at = keys[key]
            hint = f"correct it at {at.file}:{at.line}"
            record.problem(f'"{key}" of "{id_}" is already said', hint, raw.table.keys[key])
    raws[id_] = _Raw(Table(entries, keys, base.table.where), base.defaults, base.rank)


def _build(id_: str, raw: _Raw, problems: list[Problem]) -> tuple[Fact, list[Fact]]:
    prefix = id_.partition("/")[0]
    keys = vocabulary.KEYS[prefix]
    record = Record(raw.table, problems, {k: v for k, v in raw.defaults.items() if k in keys and k != "kind"})
    record.check_keys(keys, f"a record {prefix}/…")
    label = record.required("label", f'"{id_}"')
    wikidata = record.text("wikidata")
    if wikidata is not None and not re.fullmatch(r"Q[1-9]\d*", wikidata):
        record.problem(f'"{wikidata}" is no Wikidata id', "Q and digits", raw.table.keys["wikidata"])
    aliases = record.aliases("names")
    former = record.aliases("former_names")
    readings = record.readings()
    since, until = record.date("since"), record.date("until")
    fact = Fact(
        id=id_,
        kind=_kind(record, raw, prefix),
        label=label,
        names=_unique([label, *(alias.name for alias in (*aliases, *former))]),
        when=record.date("when") or lasting(since, until),
        readings=readings,
        participants=record.texts("participants"),
        place=record.text("place"),
        part_of=record.text("part_of"),
        source=_source(record.text("source") or "", label, id_, wikidata),
        as_of=record.as_of(),
        wikidata=wikidata,
        note=record.text("note") or "",
        aliases=tuple(alias for alias in (*aliases, *former) if alias != Alias(alias.name)),
        born=record.date("born"),
        died=record.date("died"),
        gender=record.choice("gender", vocabulary.GENDERS),
        short=_short(record, label) if prefix == "person" else (),
        terms=_terms(record),
        office=_reference("office", record.text("office")),
        titles=record.texts("titles"),
        country=record.text("country"),
        body=record.text("body"),
        holders=None if record.text("holders") == "many" else record.number("holders") or 1,
        adjectives=record.texts("adjectives"),
        since=since,
        until=until,
        succeeded_by=record.texts("succeeded_by"),
        former_names=former,
        series=_reference("series", record.text("series")),
        edition=record.number("edition"),
        edition_names=record.texts("edition_names"),
    )
    if prefix == "event" and fact.when is None and "when" not in raw.table.entries:
        record.problem(f'"{id_}" has no "when"', "add when: and an EDTF date; a year is enough")
    return fact, edition_facts(fact, record) if prefix == "series" else []


def _kind(record: Record, raw: _Raw, prefix: str) -> str:
    known = vocabulary.KINDS[prefix]
    said = record.choice("kind", known)
    default = raw.defaults.get("kind")
    if said is None and isinstance(default, Text) and default.text in known:
        return default.text
    if said is None and prefix == "event" and record.node("kind") is None:
        record.problem('the event has no "kind"', "add kind: war, election, summit, …; event if none fits")
    return said or ("event" if prefix == "event" else known[0])


def _terms(record: Record) -> tuple[Term, ...]:
    terms = []
    for entry in record.records("terms", vocabulary.TERM_KEYS, "a term"):
        office = _reference("office", entry.required("office", "a term"))
        entry.required("start", "a term")
        start = entry.date("start")
        if start is None or not office:
            continue
        terms.append(
            Term(
                office=office,
                start=start,
                end=entry.date("end"),
                label=entry.text("label") or "",
                ordinal=entry.number("ordinal"),
                party=entry.text("party"),
                acting=entry.flag("acting"),
                note=entry.text("note") or "",
            )
        )
    return tuple(sorted(terms, key=lambda term: (term.start.start_earliest or 0, term.office)))


def _reference(prefix: str, text: str | None) -> str | None:
    return None if not text else text if "/" in text else f"{prefix}/{text}"


def _source(pattern: str, label: str, id_: str, wikidata: str | None) -> str:
    return pattern.replace("{label}", label).replace("{id}", id_).replace("{wikidata}", wikidata or "")


def _short(record: Record, label: str) -> tuple[str, ...]:
    if "short" in record.table.entries:
        return record.texts("short")
    words = _NAME_SUFFIX.sub("", label).split()
    return (words[-1],) if len(words) > 1 and not _NAME_SUFFIX.search(f" {label}") else ()


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


__all__ = ["Compilation", "Where", "compile_files"]
