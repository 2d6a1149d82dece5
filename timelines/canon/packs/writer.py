"""Writes a pack in batches: what is committed is complete and stays, whatever happens to the process."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from timelines.canon.packs.forms import all_names, name_form, search_words, spelled_words
from timelines.canon.packs.record import fact_from_json, fact_to_json
from timelines.canon.packs.tables import APPLICATION_ID, TABLES, VERSION
from timelines.canon.record import lasting
from timelines.canon.schema import Fact
from timelines.chronology.span import Span
from timelines.errors import CanonError

_MONTH: Final = 31
_PAGES_KIB: Final = 200_000
"""Memory for pages of the file: the names of a million facts are written in any order."""
_FARTHEST: Final = 2**62


class Entry(NamedTuple):
    """A fact to be written. ``prominence``: how many Wikipedias have an article; None where that is not known."""

    fact: Fact
    prominence: int | None = None


class PackWriter:
    """The only way to write a pack. Use as a context manager; raises CanonError for files that are no packs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise
        except sqlite3.OperationalError as error:
            raise CanonError(f"the pack cannot be written: {error}", file=str(path)) from error
        except sqlite3.DatabaseError as error:
            raise CanonError("this file is no canon pack; name a new file", file=str(path)) from error

    def _prepare(self) -> None:
        self._db.execute("pragma busy_timeout = 2000")
        (objects,) = self._db.execute("select count(*) from sqlite_master").fetchone()
        if not objects:
            self._db.executescript(
                f"begin; pragma application_id = {APPLICATION_ID}; pragma user_version = {VERSION}; {TABLES} commit;"
            )
        check_version(self._db, self.path)
        self._db.execute(f"pragma cache_size = -{_PAGES_KIB}")
        self._db.execute("pragma synchronous = normal")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was not written as a batch is lost."""
        self._db.close()

    def source_state(self, source: str) -> Mapping[str, Any] | None:
        """How far a source was read: the row of ``imports``, or None if it was never begun."""
        cursor = self._db.execute("select * from imports where source = ?", (source,))
        row = cursor.fetchone()
        if row is None:
            return None
        return dict(zip((column[0] for column in cursor.description), row, strict=True))

    def write(self, entries: Sequence[Entry], state: Mapping[str, Any]) -> int:
        """Write facts and how far their source was read, both or neither; a fact replaces one of the same id.

        ``state`` has the columns of ``imports``. Returns how many facts the pack has gained from the source by now.
        """
        latest = {entry.fact.id: entry for entry in entries}
        try:
            self._db.execute("begin immediate")
            before = self._total("facts")
            self._remove([*latest])
            self._insert([*latest.values()])
            gained = int(state["gained"]) + self._total("facts") - before
            columns = ", ".join(state)
            marks = ", ".join(f":{name}" for name in state)
            self._db.execute(
                f"insert or replace into imports ({columns}) values ({marks})", {**state, "gained": gained}
            )
            self._db.execute("commit")
        except sqlite3.OperationalError as error:
            with suppress(sqlite3.Error):
                self._db.execute("rollback")
            raise CanonError(f"the pack cannot be written: {error}", file=str(self.path)) from error
        return gained

    def finish(self) -> None:
        """Put the word index in order after the last batch, so that it is read fast."""
        with suppress(sqlite3.OperationalError):  # a full disk: slower reading, nothing lost
            self._db.execute("insert into words (words) values ('optimize')")

    def _total(self, name: str) -> int:
        row = self._db.execute("select value from totals where name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def _remove(self, ids: Sequence[str]) -> None:
        asked = json.dumps(ids)
        query = "select n, record from facts where id in (select value from json_each(?))"
        gone: Counter[tuple[str, str]] = Counter()
        terms = 0
        for n, record in self._db.execute(query, (asked,)).fetchall():
            fact = fact_from_json(record)
            gone[fact.prefix, fact.kind] += 1
            terms += len(fact.terms)
            self._db.executemany("delete from names where form = ? and n = ?", [(form, n) for form in _forms(fact)])
            self._db.executemany(
                "delete from links where target = ? and role = ? and n = ?",
                [(target, role, n) for target, role, _, _ in _links(fact)],
            )
            # The words of n stay in their index, which cannot forget; without the fact they lead nowhere.
            self._db.execute("delete from facts where n = ?", (n,))
        self._count(gone, terms, -1)

    def _insert(self, entries: Sequence[Entry]) -> None:
        n = self._total("last")
        facts, names, links, words = [], [], [], []
        spellings: set[str] = set()
        made: Counter[tuple[str, str]] = Counter()
        terms, as_of = 0, ""
        for fact, prominence in entries:
            n += 1
            first, last = _days(fact)
            long = int(first is None or last is None or last - first > _MONTH)
            record = fact_to_json(fact)
            facts.append(
                (n, fact.id, fact.prefix, fact.kind, fact.label, fact.wikidata, first, last, prominence, long, record)
            )
            names += [(form, n) for form in _forms(fact)]
            links += [(target, role, n, start, end) for target, role, start, end in _links(fact)]
            spelled = spelled_words(fact)
            spellings |= spelled
            words.append((n, " ".join(search_words(sorted(spelled)))))
            made[fact.prefix, fact.kind] += 1
            terms += len(fact.terms)
            as_of = max(as_of, fact.as_of)
        self._db.executemany("insert into facts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", facts)
        self._db.executemany("insert or ignore into names values (?, ?)", sorted(names))
        self._db.executemany("insert or ignore into links values (?, ?, ?, ?, ?)", links)
        self._db.executemany("insert into words (rowid, forms) values (?, ?)", words)
        self._db.executemany(
            "insert or ignore into spellings values (?, ?)",
            [(word, word[::-1]) for word in sorted(spellings) if len(word) >= 4 and word.isalpha()],
        )
        self._set("last", n)
        row = self._db.execute("select value from totals where name = 'as_of'").fetchone()
        self._set("as_of", max(as_of, str(row[0]) if row else ""))
        self._count(made, terms, 1)

    def _count(self, facts: Counter[tuple[str, str]], terms: int, sign: int) -> None:
        self._db.executemany(
            "insert into counts values (?, ?, ?) on conflict do update set facts = facts + excluded.facts",
            [(prefix, kind, sign * number) for (prefix, kind), number in facts.items()],
        )
        self._set("facts", self._total("facts") + sign * facts.total())
        self._set("terms", self._total("terms") + sign * terms)

    def _set(self, name: str, value: int | str) -> None:
        self._db.execute("insert or replace into totals values (?, ?)", (name, value))


def check_version(db: sqlite3.Connection, path: Path) -> None:
    """Raise CanonError unless this is a pack of the present version."""
    (application,) = db.execute("pragma application_id").fetchone()
    (version,) = db.execute("pragma user_version").fetchone()
    if application != APPLICATION_ID:
        raise CanonError("this SQLite file is no canon pack", file=str(path))
    if version != VERSION:
        raise CanonError(f"this pack has version {version}, not {VERSION}: import its sources anew", file=str(path))


def _forms(fact: Fact) -> set[str]:
    return {form for name in all_names(fact) if (form := name_form(name))}


def _days(fact: Fact) -> tuple[int | None, int | None]:
    when = lasting(fact.born, fact.died) if fact.prefix == "person" else fact.when
    return _bounds(when)


def _bounds(when: Span | None) -> tuple[int | None, int | None]:
    if when is None:
        return None, None
    # SQLite's integers end where no year that matters lies.
    return _storable(when.earliest_day), _storable(when.latest_day)


def _storable(day: int | None) -> int | None:
    return max(-_FARTHEST, min(_FARTHEST, day)) if day is not None else None


def _links(fact: Fact) -> list[tuple[str, str, int | None, int | None]]:
    """What a fact is found by besides its names: target, role, and the days of it."""
    links = [(participant, "part", *_days(fact)) for participant in dict.fromkeys(fact.participants)]
    held: dict[str, tuple[int | None, int | None]] = {}
    for term in fact.terms:
        first, last = term.start.earliest_day, term.end.latest_day if term.end is not None else None
        if term.office in held:
            before = held[term.office]
            first = None if first is None or before[0] is None else min(first, before[0])
            last = None if last is None or before[1] is None else max(last, before[1])
        held[term.office] = (first, last)
    return links + [(office, "held", first, last) for office, (first, last) in held.items()]
