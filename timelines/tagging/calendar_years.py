"""Choosing the year that a date without one belongs to."""

from __future__ import annotations

from timelines.chronology.calendar import civil, day_number, weekday
from timelines.chronology.span import Span
from timelines.tagging.anchoring import Point
from timelines.tagging.tense import Direction

PART_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
BACK_IN_STORY = 5  # months a story steps back before the next year is meant; tuned on the wars of the development part
AHEAD_IN_NEWS = 2  # months ahead that a date of a report without any cue may lie


def part_span(year: int, part: str) -> Span:
    """The span of a quarter, half or season of a year."""
    return Span.season(year, PART_CODES[part])


def choose_month(month: int, relative: str, now: Point | None, narrative: bool, direction: Direction) -> int | None:
    """The year of a month."""
    if now is None:
        return None
    if now.unit == "I":
        return _within(month, now)
    year, here = now.year, now.month
    if relative in ("last", "previous"):
        return year if month < here else year - 1
    if relative in ("next", "following"):
        return year if month > here else year + 1
    if relative in ("this", "same"):
        return year
    if narrative:
        return _story_year(month, now)
    if direction == "future":
        return year if month >= here else year + 1
    if direction == "none" and 0 < month - here <= AHEAD_IN_NEWS:
        return year
    return year if month <= here else year - 1


def _story_year(month: int, now: Point) -> int:
    if now.unit in ("Y", "E", "C"):
        return now.year
    behind = now.month - month
    if behind > BACK_IN_STORY:
        return now.year + 1
    return now.year


def _within(month: int, now: Point) -> int | None:
    first, last = civil(now.first), civil(now.last)
    fitting = [year for year in range(first[0], last[0] + 1) if (first[0], first[1]) <= (year, month) <= (last[0], last[1])]
    return fitting[0] if len(fitting) == 1 else None


def choose_month_day(
    month: int, day: int, on: int | None, now: Point | None, narrative: bool, direction: Direction
) -> int | None:
    """The year of a day of a month; a weekday beside it must not contradict the year if a near one fits."""
    if now is None:
        return None
    around: list[tuple[int, int]] = []
    for year in range(now.year - 4, now.year + 5):
        try:
            around.append((year, day_number(year, month, day)))
        except ValueError:
            continue
    if now.unit == "I":
        inside = [(year, at) for year, at in around if now.first <= at <= now.last]
        return inside[0][0] if len(inside) == 1 else None
    near = [(year, at) for year, at in around if abs(at - now.first) <= 366] or around
    if on is not None:
        fitting = [(year, at) for year, at in near if weekday(at) == on]
        near = fitting or near
    if narrative:
        if now.unit in ("Y", "E", "C"):
            here = [year for year, _ in near if year == now.year]
            if here:
                return here[0]
        wanted = _story_year(month, now)
        return min(near, key=lambda item: abs(item[0] - wanted))[0]
    today = now.first
    if direction == "future":
        ahead = [year for year, at in near if at >= today]
        return ahead[0] if ahead else near[-1][0]
    if direction == "none":
        return min(near, key=lambda item: (abs(item[1] - today), item[1] > today))[0]
    before = [year for year, at in near if at <= today + (7 if direction == "past" else 45)]
    return before[-1] if before else near[0][0]


def choose_part(part: str, relative: str, now: Point | None, narrative: bool, direction: Direction) -> int | None:
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
        if now.unit in ("Y", "E", "C"):
            return year
        return year + 1 if here - first > BACK_IN_STORY and part != "WI" else year
    if direction == "future" and part[0] not in "QH":
        length = 6 if part[0] == "H" else 3
        return year if first + length > here else year + 1
    if part[0] in "QH" and direction == "future":
        return year
    return year if first <= here else year - 1
