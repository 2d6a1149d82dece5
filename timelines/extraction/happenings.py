"""What happens once to whoever or whatever it happens to, by the words that tell it (data, one file a language)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Happenings:
    """The words by class. ``verbs`` and ``nouns`` match any; the mappings give the class of lower-case words.

    ``bases`` are verbs that count only after "will" or "to".
    """

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    occasions: re.Pattern[str]
    bases: frozenset[str]
    of_verb: dict[str, str]
    of_noun: dict[str, str]
    with_object: frozenset[str]


@cache
def happenings(language: str) -> Happenings | None:
    """The classes of a language; None where the language has no file."""
    file = files("timelines.extraction") / "languages" / language / "happenings.yaml"
    if not file.is_file():
        return None
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    of_verb = {word: row["name"] for row in rows for word in (*row["verbs"], *row.get("bases", ()))}
    listed = {word for row in rows for word in row["verbs"]}
    of_noun = {word: row["name"] for row in rows for word in row["nouns"]}
    occasions = [word for row in rows for word in row.get("occasions", ())]
    return Happenings(
        _any(of_verb),
        _any(of_noun),
        _any(occasions),
        frozenset(of_verb) - listed,
        of_verb,
        of_noun,
        frozenset(row["name"] for row in rows if row.get("object")),
    )


def _any(words: dict[str, str] | list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b", re.IGNORECASE)


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists of English words in ``retelling.yaml``."""
    file = files("timelines.extraction") / "languages" / "en" / "retelling.yaml"
    return frozenset(yaml.safe_load(file.read_text(encoding="utf-8"))[name].split())
