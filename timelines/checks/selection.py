"""Rules by what people call them: a code (T201), its beginning (T2), a name (ordinal-period), a family (counting)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from timelines.checks.registry import RULES

ALL_CODES = frozenset(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True)
class Selection:
    """The codes of the rules that were meant, and the words that mean none."""

    codes: frozenset[str]
    unknown: tuple[str, ...]


def select_rules(words: Iterable[str]) -> Selection:
    """The rules that the words mean; the case of letters does not matter."""
    codes: set[str] = set()
    unknown = []
    for word in words:
        meant = codes_of(word)
        codes |= meant
        if not meant:
            unknown.append(word)
    return Selection(frozenset(codes), tuple(unknown))


def codes_of(word: str) -> frozenset[str]:
    """The codes that one word means; empty where it means none."""
    code, name = word.strip().upper(), word.strip().lower()
    if not code:
        return frozenset()
    return frozenset(rule.code for rule in RULES if rule.code.startswith(code) or name in (rule.name, rule.family))


def unknown_rule(word: str) -> str:
    """What to say about a word that means no rule, with the nearest name where there is one."""
    names = [*(rule.name for rule in RULES), *sorted({rule.family for rule in RULES})]
    near = difflib.get_close_matches(word.strip().lower(), names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "`timelines rules` lists them."
    return f"there is no rule {word.strip()!r}; {hint}"
