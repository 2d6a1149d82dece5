"""T104: a year beside a century, decade, half or quarter that does not contain it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.century_things import things_of_a_century
from timelines.checks.neighbours import is_listed, is_stated, neighbours
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, civil, day_number, in_words, ordinal_digits, ordinal_words
from timelines.model import Evidence, Expression, Flag

_SAME_TIME = re.compile(
    r",\s*(?:(?:in|around|about|on|between|from|precisely in|to be exact in|more exactly in) )?(?:the )?|"
    r"\s*\(\s*(?:in )?|"
    r", when in ",
    re.IGNORECASE,
)
_BEFORE_PERIOD = re.compile(
    r"\b(?:since|until|till|(?<!dates )(?<!date )(?<!dating )from|before|after|by|than|and|or|to|of|beyond|"
    r"between|through)"
    r"(?: the)?(?: (?:early|late|mid|middle|turn|end|start|beginning)(?: of)?)?(?: the)?[ -]*$",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"\b(?P<number>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?P<gap>[ -])centur(?:y|ies)", re.I)
_BARE_YEAR = re.compile(r"(?:,? (?:in|around|about) |\s?\()(?P<year>\d{3,4})\b(?! (?:\w+s|BC|[A-Z]))")
_DECADE_WORDS = (
    "", "tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
)  # fmt: skip
_DECADE = re.compile(
    rf"\b(?:(?P<digits>\d{{3}}0|[’']?\d0)(?P<s>[’']?s)|(?P<word>{'|'.join(_DECADE_WORDS[1:])}))\b", re.I
)
_HALF = re.compile(r"\b(?P<number>first|second) half of (?:19|20)\d\d", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?P<number>first|second|third|fourth) quarter", re.IGNORECASE)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for first, second, between in neighbours(case):
        if not _SAME_TIME.fullmatch(between) or is_listed(case, second):
            continue
        for period, date in ((first, second), (second, first)):
            if not _is_period(period) or not _is_date(date):
                continue
            if _BEFORE_PERIOD.search(case.passage.text[max(0, first.start - 24) : first.start]):
                continue
            if not _contains(period, date) and is_stated(case, first.start, second.end):
                yield from _flag(rule, case, period, date)
    for period, date in (*_years_beside(case), *things_of_a_century(case)):
        if _BEFORE_PERIOD.search(case.passage.text[max(0, period.start - 24) : period.start]):
            continue
        if not _contains(period, date) and is_stated(case, *sorted((period.start, date.start))):
            yield from _flag(rule, case, period, date)


def _years_beside(case: Case) -> Iterator[tuple[Expression, Expression]]:
    """Bare early years, which the tagger leaves alone, right after a century: "the twelfth century, in 1066"."""
    text = case.passage.text
    for period in case.passage.expressions:
        match = _BARE_YEAR.match(text, period.end) if _CENTURY.search(period.text) else None
        if match is None or case.passage.expressions_between(match.start("year"), match.end("year") + 3):
            continue
        span = Span.year(int(match["year"]))
        yield period, Expression(match.start("year"), match.end("year"), match["year"], "DATE", "", span, "as written")


def _is_period(expression: Expression) -> bool:
    span = expression.span
    if span is None or not (_CENTURY.search(expression.text) or _DECADE.search(expression.text)):
        return span is not None and bool(_QUARTER.search(expression.text) or _HALF.search(expression.text))
    return span.precision <= Precision.DECADE or bool(re.match(r"(?:the )?(?:early|late|mid)", expression.text, re.I))


def _is_date(expression: Expression) -> bool:
    span = expression.span
    return (
        span is not None
        and expression.type == "DATE"
        and span.precision >= Precision.YEAR
        and (expression.resolution == "as written" or span.precision == Precision.MONTH)
        and not (_CENTURY.search(expression.text) or _DECADE.search(expression.text))
    )


def _contains(period: Expression, date: Expression) -> bool:
    """Centuries count from 1700 as well as from 1701; early, mid and late overlap."""
    whole, inner = period.span, date.span
    if whole is None or inner is None or None in (whole.earliest_day, whole.latest_day, inner.earliest_day):
        return True
    low, high = civil(whole.earliest_day or 0)[0], civil(whole.latest_day or 0)[0]
    year = civil(inner.earliest_day or 0)[0]
    if _CENTURY.search(period.text):
        return low - 1 <= year <= high + 1
    if _QUARTER.search(period.text) or _HALF.search(period.text):
        first, last = civil(whole.earliest_day or 0)[1], civil(whole.latest_day or 0)[1]
        return inner.precision < Precision.MONTH or first <= civil(inner.earliest_day or 0)[1] <= last
    part = re.match(r"(?:the )?(early|late)", period.text, re.IGNORECASE)
    if part and low <= year <= high:
        return year % 10 < 7 if part[1].lower() == "early" else year % 10 > 2
    return low <= year <= high


def _flag(rule: Rule, case: Case, period: Expression, date: Expression) -> Iterator[Flag]:
    if date.span is None or date.span.earliest_day is None:
        return
    year, month, _ = civil(date.span.earliest_day)
    suggestion, span = _corrected(period.text, year, month)
    if suggestion == period.text:
        suggestion = _other_part(suggestion, year)
    yield rule.flag(
        case,
        period.start,
        period.end,
        message=f"{date.text[:1].upper() + date.text[1:]} is in {_the(suggestion)}, not in {_the(period.text)}."
        if suggestion
        else f"{date.text[:1].upper() + date.text[1:]} does not lie in {_the(period.text)}.",
        suggestion=suggestion,
        claimed=period.text,
        expected=suggestion or date.text,
        confidence=0.93,
        evidence=(
            Evidence("text", f"date@{date.start}", date.text, in_words(date.span), "", date.start, date.end),
            Evidence(
                "calendar", "gregorian", f"{date.text} is in {_the(suggestion)}" if suggestion else "the calendar"
            ),
        ),
        claimed_span=period.span,
        expected_span=span,
    )


def _the(words: str) -> str:
    return words if words.lower().startswith("the ") else f"the {words}"


def _corrected(words: str, year: int, month: int) -> tuple[str, Span | None]:
    """The words of the period with the right century, decade or quarter."""
    century = _CENTURY.search(words)
    if century:
        era = re.search(r"\bBC", words)
        number = (-year // 100 + 1) if year <= 0 else (year - 1) // 100 + 1
        if bool(era) != (year <= 0):
            return "", None
        return _put(words, century.span("number"), _ordinal(century["number"], number)), None
    quarter = _QUARTER.search(words)
    if quarter:
        return _put(words, quarter.span("number"), ordinal_words((month - 1) // 3 + 1)), None
    half = _HALF.search(words)
    if half:
        return _put(words, half.span("number"), ordinal_words((month - 1) // 6 + 1)), None
    decade = _DECADE.search(words)
    if decade is None:
        return "", None
    start = year - year % 10
    span = Span.days(day_number(start, 1, 1), day_number(start + 9, 12, 31))
    if decade["word"]:
        right = _DECADE_WORDS[start % 100 // 10]
        return (_put(words, decade.span("word"), right) if right else f"the {start}s"), span
    digits = str(start) if len(decade["digits"].strip("’'")) == 4 else f"{start % 100:02d}"
    return _put(words, decade.span("digits"), digits), span


def _other_part(words: str, year: int) -> str:
    """ "The early 2000s" for a year early in its decade."""
    right = "early" if year % 10 < 4 else "late" if year % 10 > 6 else "mid"
    return re.sub(r"\b(?:early|late|mid)\b", right, words, count=1, flags=re.IGNORECASE)


def _ordinal(like: str, number: int) -> str:
    return ordinal_digits(number) if like[:1].isdigit() else ordinal_words(number)


def _put(words: str, place: tuple[int, int], right: str) -> str:
    return words[: place[0]] + right + words[place[1] :]


RULE = Rule(
    code="T104",
    name="period-mismatch",
    family="calendar",
    summary="A year stands beside a century or decade that does not contain it.",
    description=(
        "“The seventeenth century, in 1722”: a century, decade or quarter and a date in one phrase must fit. The 18th "
        "century is accepted from 1700 and to 1800; lists and ranges are left alone."
    ),
    find=_find,
    examples=(
        Example(
            "It was built in the seventeenth century, in 1722, by monks.",
            None,
            "the seventeenth century",
            "the eighteenth century",
        ),
        Example("The mill dates from the 19th century (1788).", None, "the 19th century", "the 18th century"),
        Example(
            "The chapel, a 14th-century jewel consecrated in 1248 for a king, is closed.",
            None,
            "14th-century",
            "13th-century",
        ),
        Example("Thieves took a 15th-century altarpiece painted in 1640.", None, "15th-century", "17th-century"),
        Example(
            "The nineteenth-century station, which was built in 1912, is empty.",
            None,
            "nineteenth-century",
            "twentieth-century",
        ),
        Example("Built in 1823, the 18th-century town hall has lost its roof.", None, "18th-century", "19th-century"),
        Example(
            "The bell, cast in 1493, is the only sixteenth-century bell of the region.",
            None,
            "sixteenth-century",
            "fifteenth-century",
        ),
        Example("Back in the 1980s, in 1991, the line was closed.", None, "the 1980s", "the 1990s"),
        Example("In 1650, in the 18th century, the tower fell.", None, "the 18th century", "the 17th century"),
        Example("They met in the 1960s, in May 1974, in Rome.", None, "the 1960s", "the 1970s"),
    ),
    counter_examples=(
        Example("It was built in the eighteenth century, in 1722, by monks."),
        Example("It was built in the 18th century, in 1700, by monks."),
        Example("The chapel, a 13th-century jewel consecrated in 1248 for a king, is closed."),
        Example("The 12th-century church, consecrated anew in 1912, was rebuilt in 1946."),
        Example("A 15th-century abbey founded in 890 is to be let."),
        Example("The 14th-century cathedral, begun in 1290 and finished in 1420, is closed."),
        Example("They live in a 16th-century house painted pink in 1990 by an artist."),
        Example("The 18th-century-style villa built in 1921 is for sale."),
        Example("Beside the 12th-century castle stands a school built in 1962."),
        Example("Built in 1962, the museum holds 12th-century coins."),
        Example("The count covers the 1980s, 1991 and 1995."),
        Example("It stood since the 17th century, in 1722 it fell."),
        Example("He wrongly put it in the seventeenth century, in 1722."),
        Example("“It was in the 1980s, in 1991,” she said, laughing at herself."),
    ),
)
