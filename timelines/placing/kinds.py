"""Which kinds of events may be one and the same: the canon's "summit" is an article's "meeting"."""

from __future__ import annotations

from typing import Final

# Groups of kinds that reports use for each other. A kind may stand in several.
_GROUPS: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(group.split())
    for group in (
        "meeting summit visit treaty agreement declaration speech",
        "attack battle massacre assassination death injury war invasion damage",
        "war invasion annexation battle deployment independence crisis",
        "death assassination execution massacre funeral accident",
        "election vote referendum appointment inauguration",
        "appointment inauguration coronation founding",
        "resignation departure abdication impeachment dismissal coup",
        "treaty agreement ceasefire accession unification withdrawal",
        "disaster earthquake hurricane eruption fire famine accident crash explosion death damage",
        "epidemic disaster crisis",
        "trial verdict ruling arrest execution sanction",
        "protest uprising revolution strike coup riot attack",
        "launch landing flight expedition movement crash accident",
        "law ruling treaty referendum decision statement declaration",
        "founding opening independence launch publication premiere release",
        "merger bankruptcy crash crisis economy",
        "match tournament race games award",
        "wedding ceremony funeral award",
        "publication premiere release discovery invention",
        "dissolution closing independence withdrawal end",
        "summit meeting statement",
    )
)
_SAME, RELATED, _VAGUE = 1.0, 0.7, 0.35
# Kinds that say little about what happened.
_OPEN: Final = frozenset({"event", "change", "decision"})


def kind_likeness(mentioned: str, canonical: str) -> float:
    """How well the kind of a mention goes with the kind of a canonical event, 0 to 1."""
    if mentioned == canonical:
        return _SAME
    if any(mentioned in group and canonical in group for group in _GROUPS):
        return RELATED
    return _VAGUE if mentioned in _OPEN or canonical == "event" else 0.0
