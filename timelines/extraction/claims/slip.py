"""Dates that are wrong the way dates go wrong in print: another year, month or day, and the rest as it should be."""

from __future__ import annotations

from timelines.canon.schema import Fact
from timelines.chronology import Precision, Span, civil

# What happens to the same people or places again and again: only a month or a day in common shows which one is meant.
RECURRING = frozenset(
    [
        "battle",
        "attack",
        "invasion",
        "earthquake",
        "election",
        "summit",
        "meeting",
        "visit",
        "speech",
        "agreement",
        "ceasefire",
        "protest",
        "strike",
        "riot",
        "hurricane",
        "eruption",
        "fire",
        "flood",
        "coup",
        "referendum",
        "award",
        "ceremony",
        "games",
        "tournament",
        "match",
        "race",
        "event",
        "crisis",
        "massacre",
        "sanction",
        "arrest",
        "trial",
        "verdict",
        "vote",
        "announcement",
        "crash",
        "accident",
        "withdrawal",
        "departure",
        "release",
        "opening",
        "resignation",
        "appointment",
        "declaration",
        "law",
        "ruling",
        "treaty",
        "launch",
        "flight",
        "founding",
        "declaration",
        "war",
    ]
)
_NEAR_YEARS = 12
_DAYS_OF_A_MOMENT = 62
# From when on a name such as "the summit" may mean another one nearby.
_NEXT_YEAR = frozenset(["election", "summit", "meeting", "protest", "games", "tournament", "award"])


def is_slip(fact: Fact, told: Span, *, beginning: bool = False, named: bool = False) -> bool:
    """Whether ``told`` is a mistaken date of the fact and not the date of something else.

    ``beginning``: the words speak of its start only; ``named``: they name it, so that nothing else can be meant.
    """
    when = fact.when
    if when is None or when.earliest_day is None or told.earliest_day is None or told.latest_day is None:
        return False
    first, said = civil(when.earliest_day), civil(told.earliest_day)
    last = civil(when.latest_day) if when.latest_day is not None else first
    if when.latest_day is None or when.latest_day - when.earliest_day > _DAYS_OF_A_MOMENT:
        if not beginning and fact.kind != "annexation":
            return False
        last = first if beginning else last
    years = min(abs(said[0] - first[0]), abs(said[0] - last[0]))
    near = years <= _NEAR_YEARS or one_digit_off(said[0], first[0])
    if told.precision >= Precision.MONTH:
        if said[1] not in (first[1], last[1]):
            return years == 0 and (named or fact.kind not in RECURRING)
        if told.precision >= Precision.DAY and when.precision >= Precision.DAY and fact.kind in RECURRING:
            return near and (named or first[2] - 1 <= said[2] <= last[2] + 1 or years == 0)
        return near and (named or fact.kind not in _NEXT_YEAR)
    return years <= _NEAR_YEARS and (named or fact.kind not in RECURRING)


def one_digit_off(one: int, other: int) -> bool:
    """One digit wrong, or two changed places."""
    pairs = [(a, b) for a, b in zip(str(one), str(other), strict=False) if a != b]
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])
