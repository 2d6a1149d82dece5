"""One pack, opened for reading: every question to it is one indexed query."""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from timelines.canon.packs.record import fact_from_json
from timelines.canon.packs.writer import check_version
from timelines.canon.schema import Fact
from timelines.errors import CanonError

_KEPT: Final = 20_000
"""Facts that stay in memory after they were read."""
_HITS: Final = 400
"""At most so many facts with the words of a question are compared with each other."""
_AT_ONCE: Final = 5_000
_MAPPED: Final = 1 << 30
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_UNCHANGED: Final = 4
"""Of a long word with two slips, so many letters must be right at its start or at its end."""


class Named(NamedTuple):
    """A fact that has a name: the name's form, and what tells whether the name means this fact."""

    form: str
    id: str
    wikidata: str | None
    prefix: str
    prominence: int | None


class Pack:
    """The facts of one pack as they were written; references may be Wikidata ids. Safe to share between threads.

    Raises CanonError if the file is no pack, or holds a batch that was broken off while it was written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro"
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._close = weakref.finalize(self, self._db.close)
            check_version(self._db, path)
            self._db.execute(f"pragma mmap_size = {_MAPPED}")
            self._totals = dict(self._db.execute("select name, value from totals"))
        except sqlite3.OperationalError as error:
            hint = "if an import was broken off, take it up again with --resume"
            raise CanonError(f"the pack cannot be read: {error}; {hint}", file=str(path)) from error
        except sqlite3.DatabaseError as error:
            raise CanonError("this file is no canon pack", file=str(path)) from error
        self._fact = lru_cache(_KEPT)(fact_from_json)

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        self._close()

    @property
    def as_of(self) -> str:
        """The latest date up to which any fact is known, or ""."""
        return str(self._totals.get("as_of", ""))

    @property
    def terms(self) -> int:
        """How many terms of office the facts have."""
        return int(self._totals.get("terms", 0))

    def __len__(self) -> int:
        return int(self._totals.get("facts", 0))

    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many facts there are of each sort and kind."""
        return {(row[0], row[1]): row[2] for row in self._rows("select prefix, kind, facts from counts") if row[2]}

    def get(self, id_: str) -> Fact | None:
        """The fact with this id."""
        return next(self._facts("select record from facts where id = ?", id_), None)

    def id_of(self, wikidata: str) -> str | None:
        """The id of the fact that is this Wikidata item."""
        rows = self._rows("select id from facts where wikidata = ? limit 1", wikidata)
        return rows[0][0] if rows else None

    def held_ids(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that the pack has."""
        asked = list(ids)
        query = "select id from facts where id in (select value from json_each(?))"
        parts = [asked[at : at + _AT_ONCE] for at in range(0, len(asked), _AT_ONCE)]
        return {row[0] for part in parts for row in self._rows(query, json.dumps(part))}

    def ids(self) -> Iterator[str]:
        """All ids, in the order of import; read in pieces."""
        last = 0
        while rows := self._rows("select n, id from facts where n > ? order by n limit ?", last, _AT_ONCE):
            yield from (row[1] for row in rows)
            last = rows[-1][0]

    def named(self, forms: Iterable[str]) -> list[Named]:
        """The facts that have one of the names (in the form of ``name_form``)."""
        asked = sorted(set(forms))
        query = (
            "select names.form, facts.id, wikidata, prefix, prominence from json_each(?) "
            "cross join names on form = value join facts using (n)"
        )
        parts = [asked[at : at + _AT_ONCE] for at in range(0, len(asked), _AT_ONCE)]
        return [Named(*row) for part in parts for row in self._rows(query, json.dumps(part))]

    def with_words(
        self, words: Sequence[Sequence[str]], first_day: int | None, last_day: int | None, limit: int
    ) -> list[Fact]:
        """Facts whose names have one of each group of words; those that touch the days and are well known first."""
        match = " AND ".join("(" + " OR ".join(f'"{form}"' for form in group) + ")" for group in words)
        query = (
            "select record from (select rowid as n from words where words match ? limit ?) join facts using (n) "
            "order by (coalesce(first_day <= ?, 1) and coalesce(last_day >= ?, 1)) desc, prominence desc, "
            "length(label) limit ?"
        )
        return list(self._facts(query, match, _HITS, last_day, first_day, limit))

    def has_word(self, form: str) -> bool:
        """Whether any name has this word (in the form of ``search_words``)."""
        return bool(self._rows("select 1 from words where words match ? limit 1", f'"{form}"'))

    def spellings(self, word: str) -> list[str]:
        """The nearest words to a misspelt one: one slip, or two in words of eight letters and more.

        The first letter is right, and of two slips at least one leaves the first or the last four letters alone.
        """
        if len(word) < 4 or not word.isalpha():
            return []
        query = "select word from spellings where word in (select value from json_each(?))"
        found = [row[0] for row in self._rows(query, json.dumps(sorted(_one_slip(word))))]
        if found or len(word) < 8:
            return found[:4]
        start, end = word[:_UNCHANGED], word[: -_UNCHANGED - 1 : -1]
        query = (
            "select word from spellings where word >= ? and word < ? and length(word) between ? and ? union "
            "select word from spellings where backwards >= ? and backwards < ? and length(word) between ? and ?"
        )
        sizes = (len(word) - 2, len(word) + 2)
        rows = self._rows(query, start, f"{start}\U0010ffff", *sizes, end, f"{end}\U0010ffff", *sizes)
        known = [row[0] for row in rows if row[0][0] == word[0]]
        return [near for near, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=4)]

    def linked(
        self, targets: Sequence[str], role: str, limit: int, days: tuple[int | None, int | None] = (None, None)
    ) -> list[Fact]:
        """Facts that took part ("part") or held an office ("held"), only those that touch the days."""
        query = (
            "select record from links join facts using (n) where target in (select value from json_each(?)) "
            "and role = ? and coalesce(links.first_day <= ?, 1) and coalesce(links.last_day >= ?, 1) limit ?"
        )
        return list(self._facts(query, json.dumps(targets), role, days[1], days[0], limit))

    def events_between(self, first_day: int, last_day: int, limit: int, *, lasting: bool = True) -> list[Fact]:
        """The events that may touch the days, by their start; without ``lasting`` none that lasts over a month."""
        query = (
            "select record from facts where prefix = 'event' and lasting = ? and first_day between ? and ? "
            "and coalesce(last_day >= ?, 1) order by first_day limit ?"
        )
        found = list(self._facts(query, 0, first_day - 31, last_day, first_day, limit))
        return found + list(self._facts(query, 1, -(2**62), last_day, first_day, limit)) if lasting else found

    def _facts(self, query: str, *values: Any) -> Iterator[Fact]:
        return (self._fact(row[0]) for row in self._rows(query, *values))

    def _rows(self, query: str, *values: Any) -> list[Any]:
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise CanonError(f"the pack cannot be read: {error}", file=str(self.path)) from error


def _one_slip(word: str) -> set[str]:
    """All words that one slip of the keyboard after the first letter may have made this one from."""
    places = range(1, len(word) + 1)
    left = {word[:at] + word[at + 1 :] for at in places}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places if at + 1 < len(word)}
    other = {word[:at] + letter + word[at + 1 :] for at in places for letter in _LETTERS}
    more = {word[:at] + letter + word[at:] for at in places for letter in _LETTERS}
    return (left | swapped | other | more) - {word}
