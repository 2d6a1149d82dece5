"""T101: a date that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import MONTHS
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import days_in_month, ordinal_digits
from timelines.model import Evidence, Flag, Modality

_LEAP_DAY = re.compile(r"\b(?:29\b.*\bFeb|Feb\w*\.? 29|02-29)", re.IGNORECASE)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for expression in case.passage.expressions:
        if expression.problem != "no-such-date":
            continue
        if case.passage.standing(expression.start, expression.end) is not Modality.ASSERTED:
            continue
        month = _month_of(expression.text)
        limit = f"{MONTHS[month - 1]} has {_length(month)} days" if month else "no month has so many days"
        if _LEAP_DAY.search(expression.text):
            limit = "February has 29 days only in leap years"
        yield rule.flag(
            case,
            expression.start,
            expression.end,
            message=f"There is no {expression.text}: {limit}. Check the day against the source.",
            suggestion=_last_day(expression.text, month),
            claimed=expression.text,
            expected=limit,
            confidence=0.98,
            evidence=(Evidence("calendar", "gregorian", limit),),
        )


def _last_day(words: str, month: int | None) -> str:
    """The last day that the month has, for a day just beyond it: "30 April 1987" for the 31st."""
    if month is None:
        return ""
    year = re.search(r"\b\d{4}\b", words)
    last = days_in_month(int(year[0]) if year else 2001, month)
    wrong = [match for match in re.finditer(r"\b(\d{2})(?=(?:st|nd|rd|th)?\b)", words) if last < int(match[1]) <= 32]
    if len(wrong) != 1:
        return ""
    start, end = wrong[0].span()
    rest = words[end:]
    suffix = re.match(r"st|nd|rd|th", rest)
    return words[:start] + (ordinal_digits(last) + rest[2:] if suffix else str(last) + rest)


def _month_of(text: str) -> int | None:
    for number, name in enumerate(MONTHS, 1):
        if re.search(rf"\b{name[:3]}", text, re.IGNORECASE):
            return number
    match = re.search(r"\d{4}-(\d{2})-\d{2}", text)
    number = int(match[1]) if match else 0
    return number if 1 <= number <= 12 else None


def _length(month: int) -> str:
    return "28 or 29" if month == 2 else str(days_in_month(2001, month))


RULE = Rule(
    code="T101",
    name="no-such-date",
    family="calendar",
    summary="The date does not exist in the calendar.",
    description=(
        "A day that its month does not have (31 April, 30 February), or 29 February in a year that is not a leap year."
    ),
    find=_find,
    examples=(
        Example("The treaty was signed on 31 April 1987.", quote="31 April 1987", suggestion="30 April 1987"),
        Example(
            "The office reopened on February 30, 2021, officials said.",
            quote="February 30, 2021",
            suggestion="February 28, 2021",
        ),
        Example("She was born on 29 February 1999 in Leeds.", quote="29 February 1999", suggestion="28 February 1999"),
        Example("Trading resumed on September 31, 2008.", quote="September 31, 2008", suggestion="September 30, 2008"),
        Example("The log ends at 2015-11-31.", quote="2015-11-31", suggestion="2015-11-30"),
    ),
    counter_examples=(
        Example("She was born on 29 February 1996 in Leeds."),
        Example("The treaty was signed on 30 April 1987."),
        Example("He wrongly dated the letter 31 April 1987."),
        Example("Version 2.30.31 was released on 1 February 2021."),
        Example("“We met on 31 June 1999, I am sure of that,” he said."),
    ),
)
