"""The tables of a pack, and the test for whether a file is one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x544C4341
"""Marks an SQLite file as a canon pack (``PRAGMA application_id``); "TLCA"."""

VERSION: Final = 1
"""The version of these tables (``PRAGMA user_version``). A pack of another version is imported anew."""

_MAGIC: Final = b"SQLite format 3\x00"

TABLES: Final = """
create table facts (
    n integer primary key,
    id text not null unique,
    prefix text not null,
    kind text not null,
    label text not null,
    wikidata text,
    first_day integer,
    last_day integer,
    prominence integer,
    lasting integer not null,
    record text not null
);
create index facts_wikidata on facts (wikidata) where wikidata is not null;
create index facts_days on facts (lasting, first_day) where prefix = 'event' and first_day is not null;
create table names (form text, n integer, primary key (form, n)) without rowid;
create table links (
    target text, role text, n integer, first_day integer, last_day integer, primary key (target, role, n)
) without rowid;
create virtual table words using fts5 (forms, content='', detail=none, columnsize=0, tokenize='ascii');
create table spellings (word text primary key, backwards text not null) without rowid;
create index spellings_backwards on spellings (backwards);
create table counts (prefix text, kind text, facts integer, primary key (prefix, kind)) without rowid;
create table totals (name text primary key, value) without rowid;
create table imports (
    source text primary key, format text, size integer, digest text, position integer, line integer,
    records integer, facts integer, gained integer, ignored integer, malformed integer, finished integer, problems text
) without rowid;
"""
"""``facts.record`` is the fact as JSON; days are day numbers; ``prominence`` counts the Wikipedias that have an article
(null: not known); ``lasting`` is 1 for more than a month. ``names.form`` is a name without case, as it stands in text;
``words`` holds the words of all names of fact ``n``, each in its one form (see ``question.reduced``); ``spellings`` the
same words as they are written. ``links`` says who took part in an event (role "part") and who held an office ("held").
``imports`` keeps how far each source was read.
"""


def is_pack(path: Path) -> bool:
    """Whether a path is an SQLite file; which sort of one is told when it is opened."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False
