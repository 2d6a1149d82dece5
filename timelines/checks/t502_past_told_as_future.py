"""T502: something is announced for a time that was over when the article appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import day_words
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.verbs import Telling, past_of, telling_verb
from timelines.model import Evidence, Expression, Flag, Modality

# What will be remembered, judged or compared may lie long back.
_LOOKS_BACK = re.compile(
    r"(?:remember|recall|mark|celebrat|commemorat|honou?r|compar|judg|discuss|explain|hear|testif|review|examin|"
    r"investigat|appear|show|reveal|prove|admit|deny|tell|say|report|learn|know|think|believ|have|see|look|face|tried|try|"
    r"charg|blam|accus|seem|include|pay|repay|continu|remain|understand|find|describ|publish|depend|need|want)"
)
_PAST_WORDS = re.compile(r"(?:last (?:\w+day|week|month|year|night)|yesterday(?: \w+)?)", re.IGNORECASE)
_STATED = re.compile(r"\d{4}")
_WITH_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_DUE = re.compile(r"(?:scheduled|due|planned|expected)")
# "Our will", "a last will".
_NOUN = re.compile(r"\b(?:our|his|her|their|my|your|the|a|free|last|of|political) $", re.IGNORECASE)
_FOLLOWS = "at|in|to|with|before|after|and|but|by|despite|as|for|from|is|was|has|on|when|while|between"
_NOT_ITS_DATE = re.compile(
    r"\b(?:of|from|like|following|the|original|first|previous\w*|film|book|song|than|per cent|percent|million|"
    r"billion|hours|"
    r"a\.?m|p\.?m)$",
    re.IGNORECASE,
)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published = case.passage.published
    if published is None or published.earliest_day is None or not is_known(case):
        return
    for date in case.passage.expressions:
        span = date.span
        if span is None or date.type != "DATE" or span.latest_day is None:
            continue
        if span.latest_day >= published.earliest_day - 1 or not _is_sure(date):
            continue
        if case.passage.standing(date.start, date.end) is not Modality.ASSERTED:
            continue
        telling = telling_verb(case, date)
        if telling is None or not _is_announced(case, date, telling):
            continue
        start, end = min(telling.start, date.start), max(telling.end, date.end)
        yield rule.flag(
            case,
            start,
            end,
            message=f"This is announced, but {day_words(span)} was over when the article appeared on "
            f"{day_words(published)}.",
            suggestion=_told_as_past(case, telling, start, end),
            claimed=date.text,
            expected=f"later than {day_words(published)}",
            confidence=0.92,
            evidence=(told_published(case, published), Evidence("calendar", "order", "what is to come comes later")),
            claimed_span=span,
        )


def _is_sure(date: Expression) -> bool:
    """Whether the words fix a past date: a year, a weekday beside a day, "last Friday"."""
    return bool(
        _STATED.search(date.text)
        or (_WITH_WEEKDAY.match(date.text) and re.search(r"\d", date.text))
        or _PAST_WORDS.fullmatch(date.text)
    )


def _is_announced(case: Case, date: Expression, telling: Telling) -> bool:
    text = case.passage.text
    if re.match(rf"[-’'(]| \(| (?!(?:{_FOLLOWS})\b)[a-z]", text[date.end : date.end + 12]):
        return False
    group = telling.group
    if group.perfect or (group.tense == "future" and _NOUN.search(telling.before)):
        return False
    if date.text.isdigit() and not re.search(r"\bin $", text[max(0, date.start - 4) : date.start], re.IGNORECASE):
        return False
    if _LOOKS_BACK.match(telling.head) or _NOT_ITS_DATE.search(telling.between.strip()):
        return False
    if group.tense == "future":
        return True
    if group.tense != "present":
        return False
    if telling.following is not None:
        return bool(
            re.match(r"(?:is|are) (?:to|due to|set to|going to|scheduled to)\b", text[telling.start : telling.end])
        )
    return bool(_DUE.fullmatch(telling.head)) and group.passive


def _told_as_past(case: Case, telling: Telling, start: int, end: int) -> str:
    """The same words in the past tense: "was held in May 2019", "met on 3 June"."""
    words = case.passage.text[start:end]
    match = re.match(
        r"(?:will|is (?:due |set |going |scheduled )?to|are (?:due |set |going |scheduled )?to) (?P<verb>\w+)", words
    )
    if match is None:
        return ""
    plural = bool(re.search(r"(?<!s)s $|\b(?:they|we|and \w+) $", telling.before))
    past = ("were" if plural else "was") if match["verb"] == "be" else past_of(match["verb"])
    return past + words[match.end() :]


RULE = Rule(
    code="T502",
    name="past-told-as-future",
    family="narrative",
    summary="Something is announced for a time that was over at publication.",
    description=(
        "“Will be held in May 2019” in an article of 2021. The date must belong to what is announced: what will be "
        "remembered, marked or judged may lie long back."
    ),
    find=_find,
    examples=(
        Example(
            "The summit will be held in May 2019 in Oslo.",
            "2021-03-01",
            "will be held in May 2019",
            "was held in May 2019",
        ),
        Example(
            "The museum is due to open in March 2012.",
            "2013-03-01",
            "is due to open in March 2012",
            "opened in March 2012",
        ),
        Example("The vote is scheduled for 3 June 2016.", "2016-07-01", "is scheduled for 3 June 2016", ""),
        Example(
            "The band will play in Leeds on 9 August 2018.",
            "2018-09-01",
            "will play in Leeds on 9 August 2018",
            "played in Leeds on 9 August 2018",
        ),
        Example(
            "The ministers are to meet in Rome on 4 April 2011.",
            "2011-05-01",
            "are to meet in Rome on 4 April 2011",
            "met in Rome on 4 April 2011",
        ),
    ),
    counter_examples=(
        Example("He will speak at 2000 on Tuesday.", "2010-06-15"),
        Example("The play is set in 1959.", "2009-08-25"),
        Example("The summit will be held in May 2019 in Oslo.", "2019-03-01"),
        Example("The court will hear evidence about the raid of May 2019.", "2021-03-01"),
        Example("The town will remember those who died in March 2012.", "2013-03-01"),
        Example("The officer will be tried over a killing in May 2019.", "2021-03-01"),
        Example("“It will be held in May 2019,” the mayor said then.", "2021-03-01"),
        Example("The summit will be held in May 2019 in Oslo."),
    ),
)
