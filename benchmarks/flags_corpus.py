"""Flags on the project's own corpus of mistakes: ``python -m benchmarks.flags_corpus [--errors] [FAMILY or RULE ...]``.

For every rule: pairs, mistakes found (a flag overlaps the quote), found by the right family, correction suggested (of
the pairs that have one), and false alarms on the corrected twins; then the alarms on the texts that only look wrong.
Flags of severity "info" do not count. ``--errors`` lists what was missed and every false alarm.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection
from datetime import date

from tests.corpora.pairs import RULES, Pair, load_pairs, load_traps
from timelines import Flag, Severity, check, parse_edtf

_COLUMNS = ("pairs", "found", "family", "fixable", "fixed", "stray", "twins")


def main(arguments: list[str]) -> int:
    """Print the table; the exit code is 0 whatever the figures are."""
    listing = "--errors" in arguments
    chosen = [word for word in arguments if word in RULES or word in RULES.values()]
    counts: dict[str, Counter[str]] = {rule: Counter() for rule in RULES}
    for pair in load_pairs():
        if not chosen or pair.rule in chosen or pair.family in chosen:
            _count(pair, counts[pair.rule], listing)
    print(f"{'rule':6}" + "".join(f"{name:>9}" for name in _COLUMNS))
    for rule, count in counts.items():
        if count["pairs"]:
            print(f"{rule:6}" + "".join(f"{count[name]:9}" for name in _COLUMNS))
    total = sum(counts.values(), Counter())
    print(f"{'all':6}" + "".join(f"{total[name]:9}" for name in _COLUMNS))
    alarms = 0
    if not chosen:
        alarms = _clean(listing)
    false = total["stray"] + total["twins"] + alarms
    print(
        f"recall {_share(total['found'], total['pairs'])}, precision {_share(total['found'], total['found'] + false)}, "
        f"right family {_share(total['family'], total['found'])} of those found, "
        f"right correction {_share(total['fixed'], total['fixable'])}"
    )
    return 0


def _count(pair: Pair, count: Counter[str], listing: bool) -> None:
    start = pair.wrong.index(pair.quote)
    end = start + len(pair.quote)
    flags = _flags(pair.wrong, pair.published)
    hits = [flag for flag in flags if flag.start < end and flag.end > start]
    stray = [flag for flag in flags if flag not in hits]
    twins = _flags(pair.clean, pair.published)
    fixed = pair.right is not None and _normal(pair.right) in _normal(
        " ".join(f"{flag.suggestion} {flag.message}" for flag in hits)
    )
    count.update(
        pairs=1,
        found=bool(hits),
        family=any(flag.family == pair.family for flag in hits),
        fixable=pair.right is not None,
        fixed=fixed,
        stray=len(stray),
        twins=len(twins),
    )
    if not listing:
        return
    if not hits:
        print(f"missed  {pair.rule} {pair.id} | {pair.quote} | {pair.wrong}")
    elif not fixed and pair.right is not None:
        print(f"unfixed {pair.rule} {pair.id} | {pair.right} | {[(flag.rule, flag.suggestion) for flag in hits]}")
    _list("stray", pair.id, stray)
    _list("twin", pair.id, twins)


def _clean(listing: bool) -> int:
    traps = load_traps()
    alarms = flagged = 0
    for trap in traps:
        flags = _flags(trap.text, trap.published)
        alarms += len(flags)
        flagged += bool(flags)
        if listing:
            _list("trap", trap.id, flags)
    print(f"clean: {len(traps)} texts, {flagged} flagged, {alarms} false alarms")
    return alarms


def _list(kind: str, id_: str, flags: Collection[Flag]) -> None:
    for flag in flags:
        print(f"{kind:7} {flag.rule} {id_} | {flag.quote} | {flag.message}")


def _flags(text: str, published: date | None) -> list[Flag]:
    span = parse_edtf(published.isoformat()) if published else None
    return [flag for flag in check(text, published=span) if flag.severity is not Severity.INFO]


def _normal(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
