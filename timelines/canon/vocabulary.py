"""The words of the YAML schema: kinds per id prefix and the keys that each sort of record may have.

``schema.json`` says the same to editors; a test keeps the two in step.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> tuple[str, ...]:
    """A list of words, written with spaces between them."""
    return tuple(text.split())


KINDS: Final[dict[str, tuple[str, ...]]] = {
    "event": words(
        """war battle invasion attack assassination massacre coup revolution uprising protest strike crisis scandal
        election referendum vote inauguration appointment resignation impeachment coronation abdication summit
        meeting visit treaty agreement ceasefire declaration speech sanction independence founding dissolution
        unification accession withdrawal annexation law ruling trial verdict execution arrest release accident
        disaster earthquake hurricane eruption fire famine epidemic launch landing flight expedition discovery
        invention publication premiere opening closing merger bankruptcy crash games tournament match race award
        ceremony birth death wedding funeral event"""
    ),
    "person": ("person",),
    "office": ("office",),
    "state": ("state", "territory"),
    "org": words(
        """organisation company party alliance union agency institution media team university bank court movement
        armed-group religion"""
    ),
    "currency": ("currency",),
    "product": words("product service website social-network vehicle aircraft drug game"),
    "technology": ("technology",),
    "law": ("law", "constitution", "regulation"),
    "work": words("work film book song album play painting series building"),
    "place": ("place",),
    "series": ("series",),
}
"""Kinds by id prefix; the first is taken where a record says none (events must say theirs)."""

COMMON_KEYS: Final = frozenset(
    words("id extend kind label names readings part_of participants place source as_of wikidata note")
)
EXISTENCE_KEYS: Final = frozenset(words("since until succeeded_by former_names"))

KEYS: Final[dict[str, frozenset[str]]] = {
    "event": COMMON_KEYS | {"when", "office", "series", "edition"},
    "person": COMMON_KEYS | {"born", "died", "gender", "short", "terms"},
    "office": COMMON_KEYS | EXISTENCE_KEYS | {"titles", "country", "body", "holders"},
    "state": COMMON_KEYS | EXISTENCE_KEYS | {"adjectives"},
    "series": COMMON_KEYS | EXISTENCE_KEYS | {"edition_kind", "edition_names", "editions"},
    **dict.fromkeys(words("org currency product technology law work place"), COMMON_KEYS | EXISTENCE_KEYS),
}

DEFAULT_KEYS: Final = frozenset(words("as_of source kind place part_of series office country body"))
FILE_KEYS: Final = frozenset({"defaults", "facts"})
NAME_KEYS: Final = frozenset(words("name since until context"))
READING_KEYS: Final = frozenset(words("when label names of"))
READING_OF: Final = ("when", "since", "until", "born", "died")
TERM_KEYS: Final = frozenset(words("office start end ordinal party acting label note"))
EDITION_KEYS: Final = frozenset(words("n when place label names participants wikidata note"))
GENDERS: Final = ("m", "f", "x")
