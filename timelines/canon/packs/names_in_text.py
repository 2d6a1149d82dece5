"""Which facts of packs an article may name: stretches of words that look like names, looked up all at once.

A pack has a million names, and among them are "The Police", "Today" and "John Smith". So a name from a pack counts
less than one that was written by hand: a single word must be well known, and a name that several facts share means
the one that is known far better, or nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from timelines.canon.names import straight
from timelines.canon.packs.forms import name_form
from timelines.canon.packs.pack import Named

_WORD: Final = re.compile(r"\w[\w.'&/-]*")
_LONGEST: Final = 7
"""Words in the longest name that is looked for."""
_SINGLE: Final = frozenset({"state", "org", "product", "currency", "technology"})
_WELL_KNOWN: Final = 20
"""Wikipedias that have an article on what a single word may mean. Set by hand; not tuned."""
_FAR_BETTER: Final = 4
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;\n\"“”‘(\[—–-])\s*$")


def name_candidates(text: str) -> set[str]:
    """The forms of all stretches of up to seven words that begin with a capital or a digit, or just before a capital.

    The latter are names like "battle of Hastings", of which an article may write the first letter small.
    """
    plain = straight(text)
    words = list(_WORD.finditer(plain))
    found: set[str] = set()
    for number, first in enumerate(words):
        shortest = number
        if first[0][0].islower():
            close = range(number + 1, min(number + 4, len(words)))
            shortest = next((at for at in close if words[at][0][0].isupper()), len(words))
        for at in range(number, min(number + _LONGEST, len(words)) if shortest < len(words) else number):
            last = words[at]
            if at >= shortest:
                found.update(name_form(form) for form in _without_trail(plain[first.start() : last.end()]))
            if plain[last.end() : last.end() + 1] not in (" ", ",", "'", "("):
                break
    return found


def _without_trail(stretch: str) -> Iterator[str]:
    """The stretch, and without the possessive or the full stop at its end."""
    yield stretch
    for trail in ("'s", "'", ".", "s"):
        if stretch.endswith(trail):
            yield stretch.removesuffix(trail)


def meant(found: Iterable[Named], text: str) -> dict[str, set[str]]:
    """The facts that names stand for, by id, with the forms that may be used for each."""
    by_form: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        by_form[named.form].append(named)
    facts: dict[str, set[str]] = defaultdict(set)
    for form, candidates in by_form.items():
        best = _best(candidates)
        if best is not None and (" " in form or _stands_alone(best, text)):
            facts[best.id].add(form)
    return dict(facts)


def _best(candidates: list[Named]) -> Named | None:
    if len(candidates) == 1:
        return candidates[0]
    first, second = sorted(candidates, key=lambda named: -(named.prominence or 0))[:2]
    known = first.prominence or 0
    return first if known > _FAR_BETTER * (second.prominence or 0) and known >= _FAR_BETTER else None


def _stands_alone(named: Named, text: str) -> bool:
    """Whether a single word may be this name: known widely, or from a file of one's own, and not only a first word."""
    if named.prefix not in _SINGLE or (named.prominence is not None and named.prominence < _WELL_KNOWN):
        return False
    for match in re.finditer(rf"(?i)(?<!\w){re.escape(named.form)}(?!\w)", straight(text)):
        if match[0][0].isupper() and not _SENTENCE_START.search(text, max(0, match.start() - 8), match.start()):
            return True
    return False
