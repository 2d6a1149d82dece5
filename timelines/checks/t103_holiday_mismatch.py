"""T103: a holiday beside a date on which it does not fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateutil.easter import EASTER_ORTHODOX, easter

from timelines.checks.neighbours import is_listed
from timelines.checks.restyle import date_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, civil, in_words, weekday
from timelines.model import Evidence, Expression, Flag, Modality
from timelines.tagging.holidays import holiday_day

# Days that mean the same date, or the same rule for it, wherever they are kept, by the keys of `tagging.holidays`.
# "Mother's Day", "Independence Day" and the like depend on the country.
_KEYS = {
    r"christmas eve": "12-24",
    r"christmas(?: day)?": "12-25",
    r"boxing day": "12-26",
    r"new year['’]s day": "01-01",
    r"new year['’]s eve": "12-31",
    r"(?:(?:st|saint)\.? )?valentine['’]s day": "02-14",
    r"(?:st|saint)\.? patrick['’]s day": "03-17",
    r"(?:st|saint)\.? george['’]s day": "04-23",
    r"(?:st|saint)\.? andrew['’]s day": "11-30",
    r"hallowe['’]?en": "10-31",
    r"all saints['’] day": "11-01",
    r"all souls['’] day": "11-02",
    r"thanksgiving(?: day)?": "11/4/3",
    r"black friday": "thanksgiving+1",
    r"cyber monday": "thanksgiving+4",
    r"easter(?: sunday)?": "easter+0",
    r"easter monday": "easter+1",
    r"good friday": "easter-2",
    r"maundy thursday": "easter-3",
    r"palm sunday": "easter-7",
    r"ash wednesday": "easter-46",
    r"shrove tuesday|mardi gras": "easter-47",
    r"ascension day": "easter+39",
    r"pentecost|whit sunday": "easter+49",
    r"whit monday": "easter+50",
    r"corpus christi": "easter+60",
    r"veterans day|armistice day": "11-11",
    r"martin luther king(?:,? jr\.?)?(?: day|['’]s day)|mlk day": "1/3/0",
    r"presidents['’] day": "2/3/0",
    r"memorial day": "5/-1/0",
    r"labor day": "9/1/0",
    r"columbus day": "10/2/0",
    r"juneteenth": "06-19",
    r"bastille day": "07-14",
    r"anzac day": "04-25",
    r"australia day": "01-26",
    r"april fools?['’]? day": "04-01",
    r"groundhog day": "02-02",
    r"guy fawkes (?:night|day)|bonfire night": "11-05",
    r"burns night": "01-25",
}
_HOLIDAY = re.compile(
    r"\b(?P<name>" + "|".join(f"(?P<h{number}>{name})" for number, name in enumerate(_KEYS)) + r")\b",
    re.IGNORECASE,
)
_KEY_LIST = tuple(_KEYS.values())
_WEEKDAY_DATE = r"(?:the |\w+day,? )?"
_EQUATED = re.compile(
    r"(?:,|,? on| \(|, on| [–—-]| (?:is|was|falls?|fell|will be|will fall|which falls|which fell)(?: this year)? on|:)?"
    rf"\s*{_WEEKDAY_DATE}",
    re.IGNORECASE,
)
_OF_DATE = re.compile(r",\s*(?:which (?:is|was) )?", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:observed|before|after|until|between|from|lieu|since|following|and|or)\b|\beve\b|\bweekend\b", re.IGNORECASE
)
_EASTERN = re.compile(
    r"\b(?:orthodox|eastern|coptic|greek|greece|russia\w*|serb\w*|romania\w*|bulgaria\w*|ukrain\w*|ethiop\w*|cypr\w*|"
    r"georgian?|julian|belarus\w*|armenia\w*)\b",
    re.IGNORECASE,
)
_CANADIAN = re.compile(r"\b(?:canad\w+|ontario|toronto|ottawa|montreal|vancouver|quebec|alberta)\b", re.IGNORECASE)
_FARTHEST = 48


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    text, done = case.passage.text, -1
    for near in case.passage.expressions:
        if near.type != "DATE" or not re.search(r"\d", near.text):
            continue
        low, high = max(done, near.start - _FARTHEST, 0), min(len(text), near.end + _FARTHEST)
        match = _HOLIDAY.search(text, low, high)
        date = _date_beside(case, match) if match is not None else None
        if match is None or date is None:
            continue
        done = max(match.end(), date.end)
        day = _one_day(date)
        if day is None or _BESIDE.search(text, max(0, match.start() - 10), match.start()):
            continue
        if is_listed(case, date) or case.passage.standing(date.start, date.end) is not Modality.ASSERTED:
            continue
        key = next(_KEY_LIST[number] for number in range(len(_KEY_LIST)) if match[f"h{number}"])
        expected = _days_of(key, civil(day)[0])
        if not expected or day in expected or _is_elsewhere(text, key, day, expected[0]):
            continue
        yield _flag(rule, case, match, date, Span.days(expected[0], expected[0]))


def _flag(rule: Rule, case: Case, match: re.Match[str], date: Expression, right: Span) -> Flag:
    name = match.group()
    year = civil(right.earliest_day or 0)[0]
    return rule.flag(
        case,
        date.start,
        date.end,
        message=f"{name} in {year} falls on {in_words(right)}, not on {date.text}.",
        suggestion=date_like(date.text, right) or in_words(right),
        claimed=date.text,
        expected=in_words(right),
        confidence=0.95,
        evidence=(
            Evidence("calendar", "holidays", f"{name} in {year} is on {in_words(right)}", right.edtf),
            Evidence("text", f"name@{match.start()}", name, "", "", *match.span()),
        ),
        claimed_span=date.span,
        expected_span=right,
    )


def _date_beside(case: Case, match: re.Match[str]) -> Expression | None:
    """The date that the same phrase gives the holiday, after it or before it."""
    text, (start, end) = case.passage.text, match.span()
    for date in case.passage.expressions_between(end, end + _FARTHEST + 20):
        if _EQUATED.fullmatch(text[end : date.start]):
            return date
        break
    before = case.passage.expressions_between(max(0, start - _FARTHEST), start)
    if before and _OF_DATE.fullmatch(text[before[-1].end : start]) and text[end : end + 2] != "'s":
        return before[-1] if text[end : end + 1] in (",", ".", ")", ";") else None
    return None


def _one_day(date: Expression) -> int | None:
    """The day that a written date names: it must have a month in words or digits of its own."""
    span = date.span
    if span is None or span.precision < Precision.DAY or span.earliest_day != span.latest_day:
        return None
    return span.earliest_day if re.search(r"\d", date.text) else None


def _days_of(key: str, year: int) -> list[int]:
    """The day of the holiday in a year, and the weekday on which it is kept if it falls on a weekend."""
    main = holiday_day(key, year)
    if main is None:
        return []
    if key in ("11-11", "01-01", "06-19", "01-26", "04-25", "12-25", "12-26") and weekday(main) >= 5:
        return [main, main + 7 - weekday(main), main + (4 - weekday(main))]
    return [main]


def _is_elsewhere(text: str, key: str, day: int, main: int) -> bool:
    """Whether other churches or countries keep it on that day, and the text speaks of such."""
    year, month, number = civil(day)
    if key.startswith("easter") and 1583 <= year <= 4099:
        eastern = (easter(year, EASTER_ORTHODOX) - easter(year)).days
        return day == main + eastern and bool(_EASTERN.search(text))
    if key in ("12-24", "12-25"):
        return month == 1 and number in (6, 7)
    return key == "11/4/3" and month == 10 and bool(_CANADIAN.search(text))


RULE = Rule(
    code="T103",
    name="holiday-mismatch",
    family="calendar",
    summary="A holiday is put on a date on which it does not fall.",
    description=(
        "A holiday beside a date in one phrase (“Christmas Day, 26 December”, “Thanksgiving on 20 November 2024”) is "
        "compared with the calendar of that year. Days of the Eastern churches, Canada's Thanksgiving and days "
        "observed on a weekday are accepted; holidays that depend on the country are left alone."
    ),
    find=_find,
    examples=(
        Example("The shops reopen on Christmas Day, 26 December 2019.", None, "26 December 2019", "25 December 2019"),
        Example("Thanksgiving on 20 November 2024 was cold.", None, "20 November 2024", "28 November 2024"),
        Example("On Easter Sunday, April 3, 2016, the bells rang.", None, "April 3, 2016", "March 27, 2016"),
        Example("The fair opens on Good Friday, 30 March 2012.", None, "30 March 2012", "6 April 2012"),
        Example("Roses cost more on Valentine's Day, February 15.", "2018-02-01", "February 15", "February 14"),
    ),
    counter_examples=(
        Example("The shops close on Christmas Day, 25 December 2019."),
        Example("The shops close on Christmas Day, 26 December and New Year's Day.", "2019-12-01"),
        Example("Canadians kept Thanksgiving on 14 October 2024."),
        Example("Greek churches celebrated Easter Sunday on 1 May 2016."),
        Example("Two days after Christmas, 27 December 2019, the lake froze."),
        Example("“It was Christmas Day, 26 December 2019, I believe,” the nurse said."),
    ),
)
