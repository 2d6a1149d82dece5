"""Choosing the year that a date without one belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.chronology.calendar import civil, day_number, weekday
from timelines.chronology.span import Span
from timelines.tagging.anchoring import Point
from timelines.tagging.tense import Direction

PART_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
# How the dates around one in a story weigh, the nearest first, and the months beyond which farther is no worse.
# Tuned on the wars of the development part.
BEFORE_WEIGHTS = (1.0, 0.8, 0.5)
AFTER_WEIGHTS = (0.4, 0.2)
FAR = 24.0

Near = tuple[Point, float]
# How much farther a date of the past (first) or future (second) counts, by the way the verbs point. News names the
# year of a date that is far away, so the nearest is meant unless the tense says otherwise. Tuned on development news.
WEIGHTS = {"certain": (1.0, 40.0), "past": (1.0, 5.0), "none": (1.0, 1.5), "future": (4.0, 1.0)}


def nearest(distances: list[tuple[int, int]], direction: Direction) -> int:
    """The year whose signed distance from the anchor is the smallest by the weights."""
    back, ahead = WEIGHTS[direction]
    return min(distances, key=lambda item: -item[1] * back if item[1] < 0 else item[1] * ahead)[0]


def part_span(year: int, part: str) -> Span:
    """The span of a quarter, half or season of a year."""
    return Span.season(year, PART_CODES[part])


def choose_month(
    month: int, relative: str, now: Point | None, narrative: bool, direction: Direction, around: Sequence[Near] = ()
) -> int | None:
    """The year of a month."""
    if now is None:
        return None
    if now.unit == "I":
        return _within(month, now)
    year, here = now.year, now.month
    if relative == "last":
        return year if month < here - 1 else year - 1  # the month before this one is called last month
    if relative == "previous":
        return year if month < here else year - 1
    if relative in ("next", "following"):
        return year if month > here else year + 1
    if relative in ("this", "same"):
        return year
    if narrative:
        return story_year(month, now, around)
    return nearest([(y, (y - year) * 12 + month - here) for y in (year - 1, year, year + 1)], direction)


def story_year(month: int, now: Point, around: Sequence[Near]) -> int:
    """The year of a month in a story: the one that lies nearest to the dates around it in the text.

    Distances are in months and capped, so that an aside to another time cannot pull the story away.
    """

    def cost(candidate: int) -> float:
        at = candidate * 12 + month
        total = 0.0
        for point, weight in around:
            total += weight * min(_months_apart(at, point), FAR)
        return total

    return min(range(now.year - 1, now.year + 2), key=lambda year: (cost(year), abs(year - now.year)))


def _months_apart(at: int, point: Point) -> float:
    low = point.year * 12 + point.month
    last_year, last_month, _ = civil(point.last)
    return float(low - at if at < low else max(0, at - last_year * 12 - last_month))


def _within(month: int, now: Point) -> int | None:
    first, last = civil(now.first), civil(now.last)
    fitting = [
        year for year in range(first[0], last[0] + 1) if (first[0], first[1]) <= (year, month) <= (last[0], last[1])
    ]
    return fitting[0] if len(fitting) == 1 else None


def choose_month_day(
    month: int,
    day: int,
    on: int | None,
    now: Point | None,
    narrative: bool,
    direction: Direction,
    around: Sequence[Near] = (),
) -> int | None:
    """The year of a day of a month; a weekday beside it must not contradict the year if a near one fits."""
    if now is None:
        return None
    days: list[tuple[int, int]] = []
    for year in range(now.year - 4, now.year + 5):
        try:
            days.append((year, day_number(year, month, day)))
        except ValueError:
            continue
    if now.unit == "I":
        inside = [(year, at) for year, at in days if now.first <= at <= now.last]
        return inside[0][0] if len(inside) == 1 else None
    near = [(year, at) for year, at in days if abs(at - now.first) <= 366] or days
    if on is not None:
        fitting = [(year, at) for year, at in near if weekday(at) == on]
        near = fitting or near
    if narrative:
        wanted = story_year(month, now, around)
        return min(near, key=lambda item: abs(item[0] - wanted))[0]
    return nearest([(year, at - now.first) for year, at in near], direction)


def choose_part(
    part: str, relative: str, now: Point | None, narrative: bool, direction: Direction, around: Sequence[Near] = ()
) -> int | None:
    """The year of a quarter, half or season."""
    if now is None or now.unit == "I":
        return None
    year, here, first = now.year, now.month, _FIRST_MONTH[part]
    if relative in ("this", "same"):
        return year - 1 if part == "WI" and here <= 2 and relative == "this" else year
    if relative in ("next", "following"):
        return year if first > here else year + 1
    if relative in ("last", "previous"):
        length = 6 if part[0] == "H" else 3
        return year if first + length <= here else year - 1
    if narrative:
        return story_year(first, now, around)
    if direction == "future" and part[0] not in "QH":
        length = 6 if part[0] == "H" else 3
        return year if first + length > here else year + 1
    if part[0] in "QH" and direction == "future":
        return year
    if part[0] not in "QH" and direction == "none":  # one that is over is called last spring
        return year - 1 if part == "WI" and here <= 2 else (year if first + 3 > here else year + 1)
    return year if first <= here else year - 1
