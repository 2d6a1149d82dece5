"""Are two mentions of different articles the same event? A score and a reason a human can read.

Every comparison explains itself, after the example of nomenklatura. Weights were set by hand so that neither a day
alone nor participants without a day suffice, and tried on the articles of Timeline17 (Tran et al. 2013).
"""

from __future__ import annotations

from dataclasses import dataclass

from timelines.extraction.triggers import UNKNOWN_KIND
from timelines.placing.kinds import RELATED, kind_likeness
from timelines.placing.sighting import Sighting

_TIME, _KIND, _PARTICIPANTS, _PLACE, _WORDS = 0.25, 0.15, 0.25, 0.1, 0.25
# From this score on, two mentions are one event.
ENOUGH = 0.66
_MANY_PARTICIPANTS = 2
# Share of words in common (Dice coefficient) that counts as full agreement; clauses on one event seldom share more.
_MANY_WORDS = 0.5
# Kinds that one person does many times a day: nearly the same words must say that it is the same one.
_FREQUENT = frozenset({"statement", "decision", "movement", "change", "economy", UNKNOWN_KIND})
_NEARLY_THE_SAME = 0.6
_SOMETHING_IN_COMMON = 0.2
_FEW = 3
# Both dates were only taken over from their surroundings.
_UNSURE_TIME = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two mentions are, 0 to 1, and why in words."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether they are one event."""
        return self.score >= ENOUGH


_UNLIKE = Likeness(0.0, "")


def likeness(one: Sighting, other: Sighting) -> Likeness:
    """Compare two mentions by time, kind, participants, place and words; 0 where a needed agreement is missing."""
    if one.canonical is not None and other.canonical is not None:
        same = one.canonical == other.canonical
        return Likeness(0.95, "the same canonical event") if same else _UNLIKE
    time, time_reason = _time(one, other)
    kind, kind_reason = _kind(one, other)
    if time == 0 or kind == 0:
        return _UNLIKE
    shared = _shared_names(one, other)
    common = one.words & other.words
    # What the words add is counted without the names that were counted as participants.
    named = {word for name in one.participants | other.participants for word in name.split()}
    plain = common - named
    dice = _dice(one.words - named, other.words - named)
    known = min(len(one.participants), len(other.participants), _MANY_PARTICIPANTS)
    participants = min(1.0, len(shared) / known) if known else 0.0
    place = 1.0 if one.place and one.place == other.place else 0.0
    frequent = one.kind in _FREQUENT or other.kind in _FREQUENT
    needed = _NEARLY_THE_SAME if frequent or not (shared or place) else _SOMETHING_IN_COMMON
    if frequent and len(plain) < _FEW:
        return _UNLIKE
    if (plain and dice < needed) or not (plain or (shared and place)) or (known and not shared):
        return _UNLIKE
    words = min(1.0, dice / _MANY_WORDS)
    if not (one.stated or other.stated):
        time *= _UNSURE_TIME
    score = _TIME * time + _KIND * kind + _PARTICIPANTS * participants + _PLACE * place + _WORDS * words
    # What neither mention speaks of can neither agree nor disagree.
    spoken = _TIME + _KIND + _WORDS + (_PARTICIPANTS if known else 0) + (_PLACE if one.place and other.place else 0)
    reasons = [time_reason, kind_reason]
    if shared:
        reasons.append("same participants: " + ", ".join(sorted(shared)[:3]))
    if place:
        reasons.append(f"same place: {one.place}")
    if plain:
        reasons.append("same words: " + ", ".join(sorted(plain)[:3]))
    return Likeness(round(score / spoken, 3), ", ".join(reasons))


def _time(one: Sighting, other: Sighting) -> tuple[float, str]:
    if one.days is None or other.days is None:
        return 0.0, ""
    gap = max(one.days[0] - other.days[1], other.days[0] - one.days[1])
    if gap > 1:
        return 0.0, ""
    if gap == 1:
        # Reports of the night and of other time zones; two stated days are two days.
        return (0.0, "") if one.stated and other.stated else (0.4, "a day apart")
    if one.days == other.days and one.days[0] == one.days[1]:
        return 1.0, "same day"
    return 0.7, "at the same time"


def _kind(one: Sighting, other: Sighting) -> tuple[float, str]:
    if one.stem == other.stem:
        return 1.0, f"both “{one.stem}”"
    if UNKNOWN_KIND in (one.kind, other.kind):
        return 0.0, ""
    alike = kind_likeness(one.kind, other.kind)
    if alike < RELATED:
        return 0.0, ""
    return alike, "same kind" if one.kind == other.kind else "kinds that go together"


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _shared_names(one: Sighting, other: Sighting) -> set[str]:
    """Names of the one that the other has too, also by surname alone."""
    return {
        name
        for name in one.participants
        if any(
            name == known or name.endswith(f" {known}") or known.endswith(f" {name}") for known in other.participants
        )
    }
