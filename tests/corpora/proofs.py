"""The sums behind the corrections, worked out with the standard library alone, so that the engine is not its own judge.

A proof is one line, its last word the result:

    weekday 1937-05-06 Thursday             the weekday of a day
    age 1925-10-13 1979-05-04 53            years completed since a birth
    nth year 2003-03-20 2008-04-10 6        in its sixth year (also: month, week, day; the first day counts)
    elapsed year 1912-04-15 1985-09-01 73   units completed
    anniversary 1912-04-15 2012-04-15 100   calendar years apart
    edition 1896 4 2024 33                  first, interval in years, this one, its number
    easter 2023 49 2023-05-28               days after Easter Sunday
    nthday 2021-11 Thursday 4 2021-11-25    the fourth Thursday of a month (-1: the last)
    century 1722 18                         also negative years for BC

Dates may stop at the month or the year; the result must then be possible.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL: tuple[str, ...] = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_SMALL += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ROUND = {
    10: ("decade", "tenth"),
    12: ("dozen", "twelfth"),
    15: ("decade and a half",),
    20: ("score", "two decades"),
    25: ("quarter of a century", "quarter-century", "silver"),
    30: ("three decades",),
    40: ("four decades",),
    50: ("half a century", "half-century", "golden"),
    60: ("six decades", "diamond"),
    70: ("seven decades", "platinum"),
    100: ("century", "centenary", "centennial"),
    150: ("sesquicentennial",),
    200: ("two centuries", "bicentenary", "bicentennial"),
    300: ("tercentenary", "three centuries"),
    400: ("quatercentenary", "four centuries"),
    500: ("five centuries", "half a millennium", "quincentenary"),
}


def forms(number: int) -> set[str]:
    """The ways in which a text may write a number, lower case."""
    words = cardinal(number)
    tail = words.replace("-", " ").split()[-1]
    stem = words[: len(words) - len(tail)]
    ordinal = _IRREGULAR.get(tail) or (tail[:-1] + "ieth" if tail.endswith("y") else tail + "th")
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    found = {
        str(number),
        f"{number:,}",
        f"{number}{suffix}",
        f"{number:,}{suffix}",
        words,
        stem + ordinal,
        *_ROUND.get(number, ()),
    }
    if words.startswith("one hundred"):
        found |= {words.replace("one", "a", 1), (stem + ordinal).removeprefix("one ")}
    return found


def cardinal(number: int) -> str:
    """A number below 10,000 in words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" and {cardinal(number % size)}" if number % size else ""
    return f"{cardinal(number // size)} {word}{rest}"


def results(proof: str) -> set[str]:
    """What the sum may come to: weekdays, ISO dates or numbers as strings."""
    kind, *words = proof.split()[:-1]
    if kind == "weekday":
        return {WEEKDAYS[date.fromisoformat(words[0]).weekday()]}
    if kind == "easter":
        return {(_easter(int(words[0])) + timedelta(days=int(words[1]))).isoformat()}
    if kind == "nthday":
        return {_nth_weekday(words[0], WEEKDAYS.index(words[1]), int(words[2])).isoformat()}
    if kind == "century":
        return {str((abs(int(words[0])) - 1) // 100 + 1)}
    if kind == "edition":
        first, interval, this = map(int, words)
        return {str((this - first) // interval + 1)}
    if kind == "anniversary":
        return {str(_years_apart(words[0], words[1]))}
    if kind == "age":
        return _range("year", words[0], words[1], 0)
    if kind == "elapsed":
        return _range(words[0], words[1], words[2], 0)
    if kind == "nth":
        return _range(words[0], words[1], words[2], 1)
    raise ValueError(f"unknown proof: {proof}")


def _range(unit: str, begin: str, end: str, extra: int) -> set[str]:
    if begin.startswith("-") or end.startswith("-"):
        apart = _years_apart(begin, end)
        return {str(apart - 1 + extra), str(apart + extra)}
    first, last = _bounds(begin), _bounds(end)
    low, high = _completed(unit, first[1], last[0]), _completed(unit, first[0], last[1])
    return {str(number + extra) for number in range(low, high + 1)}


def _completed(unit: str, begin: date, end: date) -> int:
    days = (end - begin).days
    if unit in ("day", "week"):
        return days if unit == "day" else days // 7
    months = (end.year - begin.year) * 12 + end.month - begin.month - (end.day < begin.day)
    return months if unit == "month" else months // 12


def _bounds(text: str) -> tuple[date, date]:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _years_apart(begin: str, end: str) -> int:
    first, last = (int(text[0] + text[1:].split("-")[0]) for text in (begin, end))
    return last - first - (first < 0 < last)


def _nth_weekday(month: str, weekday: int, number: int) -> date:
    first, last = _bounds(month)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if day.weekday() == weekday][number - 1 if number > 0 else number]


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
