"""What each kind of claim demands of the points in time that it speaks of, as constraints in days."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.chronology import Precision, gap_bounds
from timelines.model import Claim
from timelines.reasoning.differences import Point
from timelines.reasoning.network import ORIGIN, Constraint
from timelines.reasoning.verdict import Dating

PUBLISHED = "published"
"""The point at which the article was published, and the statement that says so."""

_UNITS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
}

# A war "enters" its next year or month in the words of a newspaper somewhat before the anniversary, and hours in
# other time zones count as a day. Set by reading news, not fitted to a file.
_LOOKING_AHEAD_DAYS = {"day": 1, "week": 3, "month": 7, "year": 31, "decade": 190}
_TIME_ZONES = 1
# Where a war begins and ends is a matter of a battle or a treaty more or less.
_BEGINNINGS_OF_WARS = 366
# Votes are counted and winners named in the days after an election.
_COUNTING_VOTES = {"election": 4, "referendum": 4}
# Nobody means "three years after" to the day: half a unit short of the count up to the next full one is ordinary.
_SHORT_OF_COUNT = {"day": 0.5, "week": 0.5, "month": 0.5, "year": 0.5}
# Long counts are reckoned by the calendar year: "twelve years after" what is eleven and a third years ago.
_LONG_COUNT, _SHORT_OF_LONG_COUNT = 10, 0.75
# "A decade after", "a quarter of a century ago": a seventh of the count either way.
# Days early and late: an article speaks of an anniversary some months ahead, or looks back at it within the year;
# one that is planned may be a year away; a date beside it is meant. Set by reading news, not fitted to a file.
_AROUND_ANNIVERSARY = (183, 330)
_ON_ANNIVERSARY = (92, 92)
_AHEAD_OF_ANNIVERSARY = 430
# Things are known and tested before they are founded or sold, and wound up after their end.
_FORERUNNERS = 366
_AFTERLIFE = 366
# Nothing is paid in money to come.
_MONEY_AHEAD = 0
# A yearly event moves within its year.
_WITHIN_THE_YEAR = 330
_ROUND_SHARE = 1 / 7
_LOOSE_SHARE = 1 / 5
# "Two decades after" is said of what happened 18 to 25 years before.
_YEARS_SHORT_OF_DECADES, _YEARS_OVER_DECADES, _YEARS_OVER_ONE_DECADE = 2, 4, 2
# "More than" and "nearly" say on which side of the count the truth is, and not how far. Set by reading news.
_HEDGE_SHARE = 1 / 50
_OVER_SHARE = 1 / 2
_UNDER_SHARE = 1 / 6


def at_point(claim: Claim) -> Point:
    """The point in time from which a claim speaks."""
    return PUBLISHED if claim.at_words is None else ("date", claim.at_words)


def edition_period(claim: Claim) -> int:
    """Years from one edition to the next."""
    period = [word for word in claim.detail.split() if word.startswith("every:")]
    return int(period[0].removeprefix("every:")) if period else 1


def claim_constraints(claim: Claim, dating: Dating) -> Iterator[Constraint]:
    """The constraints of one claim under one dating of its subject."""
    start, end = ("start", dating.key), ("end", dating.key)
    at = at_point(claim)
    if claim.kind == "ordinal-period" and claim.number and claim.unit:
        yield _ordinal_period(claim, claim.number, claim.unit, start, at)
    elif claim.kind == "elapsed" and claim.number and claim.unit and claim.at:
        yield from _elapsed(claim, claim.number, claim.unit, start, end, at)
    elif claim.kind == "event-date" and claim.detail == "whole" and claim.span is not None:
        for point, told in ((start, claim.span.start_span), (end, claim.span.end_span)):
            begins, ends = told.earliest_day, told.latest_day
            yield Constraint(
                claim.id,
                ORIGIN,
                point,
                None if begins is None else begins - _BEGINNINGS_OF_WARS,
                None if ends is None else ends + _BEGINNINGS_OF_WARS,
            )
    elif claim.kind in ("elapsed", "event-date") and claim.span is not None:
        slack = max(_TIME_ZONES, _COUNTING_VOTES.get(dating.fact.kind, 0))
        first, last = claim.span.earliest_day, claim.span.latest_day
        low, high = (None if first is None else first - slack), (None if last is None else last + slack)
        point_low, point_high = (start, end) if claim.detail == "any" else (start, start)
        if claim.detail == "end":
            point_low, point_high = end, end
        yield Constraint(claim.id, ORIGIN, point_high, low, None)
        yield Constraint(claim.id, ORIGIN, point_low, None, high)
    elif claim.kind == "age" and claim.number is not None:
        shortest, _ = gap_bounds(claim.number, Precision.YEAR)
        _, longest = gap_bounds(claim.number + 1, Precision.YEAR)
        yield Constraint(claim.id, start, at, shortest - _TIME_ZONES, longest)
    elif claim.kind == "anniversary" and claim.number:
        early, late = _AROUND_ANNIVERSARY if claim.at_words is None and claim.detail != "day" else _ON_ANNIVERSARY
        if claim.detail == "ahead" and claim.at_words is None:
            early = _AHEAD_OF_ANNIVERSARY
        shortest, longest = gap_bounds(claim.number, Precision.YEAR)
        yield Constraint(claim.id, start, at, shortest - early, longest + late)
    elif claim.kind == "during":
        yield Constraint(claim.id, start, at, -_TIME_ZONES, None)
        yield Constraint(claim.id, at, end, -_TIME_ZONES, None)
    elif claim.kind == "lifetime":
        if claim.detail == "late":
            yield Constraint(claim.id, end, at, -_TIME_ZONES, None)
        else:
            yield Constraint(claim.id, start, at, -_TIME_ZONES, None)
            yield Constraint(claim.id, at, end, -_TIME_ZONES, None)
    elif claim.kind == "existence":
        yield Constraint(claim.id, start, at, -_MONEY_AHEAD if claim.detail == "money" else -_FORERUNNERS, None)
        if claim.detail != "beginning":
            yield Constraint(claim.id, at, end, -_AFTERLIFE, None)
    elif claim.kind == "edition" and claim.number:
        yield from _edition(claim, claim.number, start, at)
    elif claim.kind == "duration" and claim.number and claim.unit:
        yield _duration(claim, claim.number, claim.unit, start, end, dating)
    elif claim.kind == "office":
        yield Constraint(claim.id, start, at, -_TIME_ZONES, None)
        yield Constraint(claim.id, at, end, -_TIME_ZONES, None)


def _ordinal_period(claim: Claim, number: int, unit: str, start: Point, at: Point) -> Constraint:
    ahead = _LOOKING_AHEAD_DAYS[unit] if claim.detail == "looking ahead" else 0
    shortest, _ = gap_bounds(number - 1, _UNITS[unit])
    _, longest = gap_bounds(number, _UNITS[unit])
    return Constraint(claim.id, start, at, shortest - ahead - _TIME_ZONES, longest)


def _edition(claim: Claim, number: int, start: Point, at: Point) -> Iterator[Constraint]:
    """The Nth of something yearly needs N - 1 years, give or take the season."""
    shortest, longest = gap_bounds((number - 1) * edition_period(claim), Precision.YEAR)
    high = longest + _WITHIN_THE_YEAR if "unbroken" in claim.detail.split() else None
    yield Constraint(claim.id, start, at, shortest - _WITHIN_THE_YEAR, high)


def _duration(claim: Claim, number: int, unit: str, start: Point, end: Point, dating: Dating) -> Constraint:
    """A length may be rounded up or down to full units, and days count both ends."""
    shortest, _ = gap_bounds(max(number - 1, 0), _UNITS[unit])
    _, longest = gap_bounds(number + 1, _UNITS[unit])
    low, high = float(shortest - _TIME_ZONES), float(longest + _TIME_ZONES)
    share = {"round": _ROUND_SHARE, "loose": _LOOSE_SHARE}.get(claim.detail, 0)
    if share:
        low, high = min(low, shortest * (1 - share)), max(high, longest * (1 + share))
    elif claim.readings == () and unit == "year" and dating.when.precision == Precision.YEAR:
        # "From 1939 to 1943" is four years in print, whatever the days.
        low, high = low + _WITHIN_THE_YEAR, high - _WITHIN_THE_YEAR
    return Constraint(claim.id, start, end, low, high)


def _elapsed(claim: Claim, number: int, unit: str, start: Point, end: Point, at: Point) -> Iterator[Constraint]:
    low, high = _leeway(number, unit, claim.detail.split())
    if "before" in claim.detail.split():
        yield Constraint(claim.id, at, end, low, None)
        yield Constraint(claim.id, at, start, None, high)
    else:
        yield Constraint(claim.id, start, at, low, None)
        yield Constraint(claim.id, start if "begin" in claim.detail.split() else end, at, None, high)


def _leeway(number: int, unit: str, words: list[str]) -> tuple[float, float]:
    """The fewest and the most days that a count of units means in print."""
    shortest, longest = gap_bounds(number, _UNITS[unit])
    _, next_longest = gap_bounds(number + 1, _UNITS[unit])
    short = _SHORT_OF_LONG_COUNT if number >= _LONG_COUNT else _SHORT_OF_COUNT[unit]
    low = shortest - short * (next_longest - longest) - _TIME_ZONES
    high = float(next_longest)
    if "exact" in words:
        low, high = shortest - _TIME_ZONES, longest + _TIME_ZONES
    if "round" in words:
        low, high = min(low, shortest * (1 - _ROUND_SHARE)), max(high, longest * (1 + _ROUND_SHARE))
    if "decades" in words:
        over = _YEARS_OVER_DECADES if number > 10 else _YEARS_OVER_ONE_DECADE
        low, high = min(low, shortest - _YEARS_SHORT_OF_DECADES * 365), high + over * 365
    if "loose" in words:
        low, high = min(low, shortest * (1 - _LOOSE_SHARE)), max(high, longest * (1 + _LOOSE_SHARE))
    if "over" in words:
        low, high = shortest * (1 - _HEDGE_SHARE) - _TIME_ZONES, max(high, longest * (1 + _OVER_SHARE))
    if "under" in words:
        low, high = min(low, shortest * (1 - _UNDER_SHARE)), max(longest * (1 + _HEDGE_SHARE), longest + 31)
    return low, high


def order_constraints(claim: Claim, first: Dating, second: Dating) -> Iterator[Constraint]:
    """One event comes after (or before) another: it may begin while that one lasts, but not end before it begins."""
    earlier, later = (first, second) if claim.detail == "before" else (second, first)
    # "The war ended before …" speaks of its end alone.
    point = "end" if claim.unit == "end" and claim.detail == "before" else "start"
    yield Constraint(claim.id, (point, earlier.key), ("end", later.key), -_TIME_ZONES, None)
    if not later.when.is_instant and claim.detail == "after":
        yield Constraint(claim.id, ("start", earlier.key), ("start", later.key), -_TIME_ZONES, None)
