"""T503: a relative and a full date in one phrase that are not the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.neighbours import is_listed, is_stated, neighbours
from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import WEEKDAYS, date_like, day_words
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, civil, in_words, weekday
from timelines.model import Evidence, Expression, Flag

_RELATIVE = re.compile(
    r"(?:(?:early|late|later|earlier) )?(?:today|yesterday|tomorrow|tonight|the day (?:after tomorrow|"
    r"before yesterday)|the (?:year|month|week) before last|the (?:year|month|week) after next|"
    r"(?:exactly )?(?:a|one|two|three) (?:weeks?|months?|years?|days?) ago (?:today|yesterday)|"
    r"(?:last|next|this|this coming) (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:later |earlier )?(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter|fall|weekend)|"
    r"(?:\w+(?:-\w+)?) (?:days?|weeks?|months?|years?|decades?) ago)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_A_DAY = re.compile(r"today|yesterday|tomorrow|tonight", re.IGNORECASE)
_SAME = re.compile(r",? (?:on |in )?|, ?|\s?\((?:on |in )?|, that is,? (?:on |in )?", re.IGNORECASE)
# "Fifty years ago this week, on 20 July 1969": the week is counted back from, not meant.
# "Could be done tomorrow February 3, 2011 at 6:29 pm": the next reader's comment begins.
_STAMP = re.compile(r",? (?:at )?\d{1,2}:\d\d")
# "The calendar that most of the world uses today", "as it is known today": nowadays, not this day.
_HABIT = re.compile(
    r"\b(?:uses?|used|knows?|known|calls?|called|exists?|spoken|speaks?|lives?|familiar)(?: [a-z]+){0,2} today$",
    re.IGNORECASE,
)
_COUNTED_BACK = re.compile(r"\bago,? $", re.IGNORECASE)
_REISSUED_DAYS = 7
_UNIT_SLACK = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published = case.passage.published
    if published is None or not is_known(case):
        return
    for first, second, between in neighbours(case):
        if not _SAME.fullmatch(between):
            continue
        for relative, date in ((first, second), (second, first)):
            beside = between.strip() in (",", "(") and second is date and not is_listed(case, second)
            if _HABIT.search(case.passage.text, *_clause_before(case, relative)):
                continue
            if beside and _is_weekday(relative, date) and is_stated(case, first.start, second.end):
                yield _flag(rule, case, relative, date, published)
                continue
            if not _is_relative(relative) or not _is_full(date, relative) or is_listed(case, second):
                continue
            if relative is second and (between.strip() not in (",", "(") or relative.text[0].isupper()):
                continue
            meant = _widened(relative, published.earliest_day or 0)
            if meant is None or date.span is None or meant.overlaps(date.span) is not False:
                continue
            if between == " " and _STAMP.match(case.passage.text, second.end):
                continue
            if _COUNTED_BACK.search(case.passage.text, max(0, relative.start - 8), relative.start):
                continue
            if "(" in between and _is_reissued(date.span, published):
                continue
            if is_stated(case, first.start, second.end):
                yield _flag(rule, case, relative, date, published)


def _clause_before(case: Case, relative: Expression) -> tuple[int, int]:
    return max(case.passage.sentence_at(relative.start)[0], relative.start - 40), relative.end


def _is_reissued(date: Span, published: Span) -> bool:
    """ "Today (12 April)" on a page dated some days later: the page was updated, the text was not."""
    return 0 < (published.earliest_day or 0) - (date.latest_day or 0) <= _REISSUED_DAYS


def _is_weekday(relative: Expression, date: Expression) -> bool:
    """ "Yesterday (Monday)" in an article of a Wednesday."""
    span = relative.span
    named = _WEEKDAY.fullmatch(date.text)
    if named is None or not _A_DAY.fullmatch(relative.text) or span is None or span.earliest_day is None:
        return False
    return WEEKDAYS[weekday(span.earliest_day)].lower() != named.group().lower()


def _is_relative(expression: Expression) -> bool:
    return bool(_RELATIVE.fullmatch(expression.text)) and expression.resolution == "against the publication date"


def _is_full(date: Expression, relative: Expression) -> bool:
    """A date with its year, or, beside a day, with its month and day."""
    span = date.span
    whole = relative.span
    if span is None:
        return False
    if re.search(r"month$", relative.text, re.IGNORECASE) and span.precision == Precision.MONTH:
        return True
    if whole is not None and whole.precision < Precision.WEEK and not re.search(r"\d{4}", date.text):
        return False
    if span is None or date.type != "DATE" or span.precision < Precision.YEAR or _RELATIVE.fullmatch(date.text):
        return False
    return bool(re.search(r"\d{4}|\d.*[A-Z][a-z]{2}|[A-Z][a-z]{2}.*\d", date.text))


def _widened(relative: Expression, today: int) -> Span | None:
    span = relative.span
    if span is None or span.earliest_day is None or span.latest_day is None:
        return None
    unit = re.search(r"(day|week|month|year|decade)s? ago", relative.text, re.IGNORECASE)
    slack = _UNIT_SLACK[unit[1].lower()] if unit else 0
    words = relative.text.lower()
    before = after = slack
    if re.search(r"ago (?:today|yesterday)$", words):
        before = after = 1
    if match := re.match(r"(last|next|this) (\w+day)$", words):
        return _weekday_range(span.earliest_day, match[1], today)
    if re.search(r"week\b|weekend", words) and not unit:
        before = after = 7
    elif re.search(r"month\b", words) and not unit:
        before = after = 0
    elif re.search(r"year\b|spring|summer|autumn|winter|fall", words) and not unit:
        before, after = (0, 0) if "year" in words else (45, 45)
    elif re.match(r"(?:last|next|this)", words) and not unit:
        before = after = 7
    return Span.days(span.earliest_day - before, span.latest_day + after)


def _weekday_range(day: int, word: str, today: int) -> Span:
    """ "Last Sunday" is the one before, or, of a day of this week, that of the week before; "next" likewise."""
    if word == "this":
        return Span.days(day - 7, day + 7)
    sought, now = weekday(day), weekday(today)
    if word == "last":
        nearest = today - ((now - sought) % 7 or 7)
        return Span.days(nearest - (7 if sought < now else 0), nearest)
    nearest = today + ((sought - now) % 7 or 7)
    return Span.days(nearest, nearest + (7 if sought > now else 0))


def _flag(rule: Rule, case: Case, relative: Expression, date: Expression, published: Span) -> Flag:
    first, second = sorted((relative, date), key=lambda one: one.start)
    text, right = case.passage.text, _right(relative, date)
    phrase = text[first.start : date.start] + right + text[date.end : second.end]
    meant = day_words(relative.span) if relative.span else ""
    return rule.flag(
        case,
        first.start,
        second.end,
        message=f"Seen from {day_words(published)}, “{relative.text}” is {meant}, not {date.text}.",
        suggestion=phrase,
        claimed=date.text,
        expected=meant,
        confidence=0.92,
        evidence=(
            told_published(case, published),
            Evidence("text", f"date@{relative.start}", relative.text, meant, "", relative.start, relative.end),
        ),
        claimed_span=date.span,
        expected_span=relative.span,
    )


def _right(relative: Expression, date: Expression) -> str:
    span = relative.span
    if span is None or span.earliest_day is None:
        return ""
    if _WEEKDAY.fullmatch(date.text):
        return WEEKDAYS[weekday(span.earliest_day)]
    if span.precision < Precision.DAY and date.span is not None and date.span.precision > span.precision:
        return re.sub(r"\d{4}", str(civil(span.earliest_day)[0]), date.text)
    return date_like(date.text, span) or in_words(span)


RULE = Rule(
    code="T503",
    name="relative-mismatch",
    family="narrative",
    summary="“Tomorrow”, “last year” or “two years ago” is not the date that stands beside it.",
    description=(
        "A relative date and a full date in one phrase are compared, seen from the article's own date and with "
        "leeway for texts written the day before they appear."
    ),
    find=_find,
    examples=(
        Example("The hearing is tomorrow, 19 May, in Leeds.", "2017-05-11", "tomorrow, 19 May", "tomorrow, 12 May"),
        Example(
            "The office closed yesterday, 3 June, without notice.",
            "2019-06-12",
            "yesterday, 3 June",
            "yesterday, 11 June",
        ),
        Example(
            "The law was passed last year, in 2014, against advice.",
            "2019-06-12",
            "last year, in 2014",
            "last year, in 2018",
        ),
        Example(
            "Two years ago, in 2012, the line was shut.",
            "2019-06-12",
            "Two years ago, in 2012",
            "Two years ago, in 2017",
        ),
        Example("The fair opens today, 2 March 2016.", "2016-03-12", "today, 2 March 2016", "today, 12 March 2016"),
        Example(
            "They were found yesterday, Monday, on a ledge.", "2010-04-14", "yesterday, Monday", "yesterday, Tuesday"
        ),
        Example(
            "Prices peaked the year before last, in 2005.",
            "2009-06-24",
            "the year before last, in 2005",
            "the year before last, in 2007",
        ),
        Example(
            "A week ago today, on 4 May, the boat was seen.",
            "2024-05-09",
            "A week ago today, on 4 May",
            "A week ago today, on 2 May",
        ),
    ),
    counter_examples=(
        Example(
            "They rose on 25 October, or, by the calendar that most of the world uses today, on 7 November 1917.",
            "2017-11-05",
        ),
        Example("They were found yesterday (Tuesday) on a ledge.", "2010-04-14"),
        Example("They will march today, on Wednesday, on Friday.", "2011-02-06"),
        Example("It could be done tomorrow February 3, 2011 at 6:29 pm it is a bogus question.", "2011-02-03"),
        Example("Last Tuesday, 6 June, the road was blocked.", "2023-06-15"),
        Example("Next year, in 2026, if the money holds, the tram will run.", "2025-08-28"),
        Example("The record is released today (12 April) on vinyl.", "2010-04-16"),
        Example("Two years ago on the 23rd of April it was my birthday.", "2009-05-06"),
        Example("The hearing is tomorrow, 12 May, in Leeds.", "2017-05-11"),
        Example("The office closed yesterday, 11 June, without notice.", "2019-06-12"),
        Example("The law was passed last year, in 2018, against advice.", "2019-06-12"),
        Example("Two years ago, in 2016, the line was shut.", "2019-06-12"),
        Example("Fifty years ago this week, on 20 July 1969, two men walked on the Moon.", "2019-07-18"),
        Example("The fair is open today, 2 April and 5 May 2016.", "2016-03-12"),
        Example("“The hearing is tomorrow, 19 May, they say,” he said.", "2017-05-11"),
    ),
)
