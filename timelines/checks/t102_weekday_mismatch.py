"""T102: a weekday beside a date that falls on another weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import WEEKDAYS, weekday_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import civil, day_number, days_in_month, in_words, julian_day_number, weekday
from timelines.model import Evidence, Flag, Modality

_YEAR = re.compile(r"\b\d{4}\b|[’']\d\d\b")
# Rome changed on 15 October 1582, Greece as the last of Europe on 1 March 1923; between, both calendars were kept.
_FIRST_GREGORIAN, _LAST_JULIAN = day_number(1582, 10, 15), day_number(1923, 3, 1)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for expression in case.passage.expressions:
        span = expression.span
        if expression.weekday is None or span is None or span.earliest_day is None:
            continue
        day = span.earliest_day
        julian = julian_day_number(*civil(day))
        if day != span.latest_day or expression.weekday in _possible_weekdays(case, expression.text, day):
            continue
        if _FIRST_GREGORIAN <= day < _LAST_JULIAN and expression.weekday == weekday(julian):
            continue
        if day < _FIRST_GREGORIAN:
            if expression.weekday == weekday(julian):
                continue
            day = julian
        if case.passage.standing(expression.start, expression.end) is not Modality.ASSERTED:
            continue
        right = WEEKDAYS[weekday(day)]
        date = in_words(span)
        calendar = "gregorian" if day == span.earliest_day else "julian"
        yield rule.flag(
            case,
            expression.start,
            expression.end,
            message=f"{date} was a {right}, not a {WEEKDAYS[expression.weekday]}; one of the two is wrong.",
            suggestion=weekday_like(expression.text, day),
            claimed=WEEKDAYS[expression.weekday],
            expected=right,
            confidence=0.97,
            evidence=(Evidence("calendar", calendar, f"{date} is a {right}", span.edtf),),
        )


def _possible_weekdays(case: Case, words: str, day: int) -> set[int]:
    """The weekday of the day; where the words leave its year open, also that in the years around publication."""
    possible = {weekday(day)}
    published = case.passage.published
    if _YEAR.search(words) or published is None or published.earliest_day is None:
        return possible
    _, month, day_of_month = civil(day)
    year = civil(published.earliest_day)[0]
    for near in (year - 1, year, year + 1):
        if day_of_month <= days_in_month(near, month):
            possible.add(weekday(day_number(near, month, day_of_month)))
    return possible


RULE = Rule(
    code="T102",
    name="weekday-mismatch",
    family="calendar",
    summary="The weekday does not fit the date.",
    description=(
        "A weekday written beside a full date (or beside a day and month whose year is known) is compared with the "
        "calendar: before 15 October 1582 with the Julian one, until 1923 with both. Which of the two is wrong the "
        "calendar cannot tell; the suggestion keeps the date."
    ),
    find=_find,
    examples=(
        Example(
            "Kennedy was shot on Thursday, 22 November 1963.",
            None,
            "Thursday, 22 November 1963",
            "Friday, 22 November 1963",
        ),
        Example(
            "The march set off on Sunday, January 1, 2024.", None, "Sunday, January 1, 2024", "Monday, January 1, 2024"
        ),
        Example(
            "Voting closed on Monday, November 4, 2020.",
            None,
            "Monday, November 4, 2020",
            "Wednesday, November 4, 2020",
        ),
        Example("The hearing is set for Friday 3 March 2016.", None, "Friday 3 March 2016", "Thursday 3 March 2016"),
        Example("The hall opened on Tuesday, 14 July 1999.", None, "Tuesday, 14 July 1999", "Wednesday, 14 July 1999"),
        Example(
            "The knights were seized on Monday 13 October 1307.",
            None,
            "Monday 13 October 1307",
            "Friday 13 October 1307",
        ),
    ),
    counter_examples=(
        Example("Kennedy was shot on Friday, 22 November 1963."),
        Example("The march set off on Monday, January 1, 2024."),
        Example("The knights were seized on Friday 13 October 1307."),
        Example("The fleet sighted land on Friday, 12 October 1492."),
        Example("In Britain Wednesday 2 September 1752 was followed by Thursday 14 September 1752."),
        Example("Tsarist officials signed the decree on Sunday, 19 February 1861."),
        Example("The office is closed on Mondays in July 2024."),
        Example("The hearing is set for Friday; on 3 March 2016 the court sat in Leeds."),
        Example("“It was Thursday, 22 November 1963, I think,” the witness said."),
    ),
)
