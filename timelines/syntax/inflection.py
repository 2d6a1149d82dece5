"""Forms of English verbs and nouns from their base form (Quirk et al. 1985, sections 3.1-3.20 and 5.73-5.103)."""

from __future__ import annotations

import re
from functools import cache

from timelines.syntax.tokens import irregular_verbs, third_person

_DOUBLING = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
# Stress falls on the last syllable, so its consonant doubles although the word is longer.
_DOUBLING_LONG = frozenset(
    {
        "admit",
        "commit",
        "permit",
        "submit",
        "refer",
        "confer",
        "occur",
        "transfer",
        "compel",
        "expel",
        "propel",
        "rebel",
        "regret",
        "deter",
        "incur",
        "acquit",
        "kidnap",
        "patrol",
        "control",
        "annul",
    }
)
_PLURALS = {"man": "men", "woman": "women", "child": "children", "crisis": "crises", "talks": "talks", "coup": "coups"}


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {base: (past, participle) for base, past, participle in irregular_verbs()}


def verb_forms(base: str) -> tuple[str, ...]:
    """Base, -s form, past, past participle and -ing form."""
    prefix, _, last = base.rpartition("-")
    stem = last if prefix else base
    head = f"{prefix}-" if prefix else ""
    past, participle = _irregular().get(stem, (_ed(stem), _ed(stem)))
    return tuple(head + form for form in (stem, third_person(stem), past, participle, _ing(stem)))


def noun_forms(base: str) -> tuple[str, ...]:
    """Singular and plural."""
    if base in _PLURALS:
        return base, _PLURALS[base]
    return (base, base) if base.endswith("ss") is False and base.endswith("s") else (base, third_person(base))


def _doubles(base: str) -> bool:
    if base in _DOUBLING_LONG:
        return True
    return len(re.findall(r"[aeiouy]+", base)) == 1 and _DOUBLING.search(base) is not None


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"
