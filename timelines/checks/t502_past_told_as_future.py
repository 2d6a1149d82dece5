"""T502: something is announced for a time that was over when the article appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.neighbours import is_stated
from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import day_words
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.verbs import Telling, past_of, telling_verb
from timelines.chronology import Span
from timelines.model import Evidence, Expression, Flag

# What will be remembered, judged or compared may lie long back.
_LOOKS_BACK = re.compile(
    r"(?:remember|recall|mark|celebrat|commemorat|honou?r|compar|judg|discuss|explain|hear|testif|review|examin|"
    r"investigat|appear|show|reveal|prove|admit|deny|tell|say|report|learn|know|think|believ|have|see|look|face|tried|try|"
    r"charg|blam|accus|seem|include|pay|repay|continu|remain|understand|find|describ|publish|depend|need|want)"
)
_PAST_WORDS = re.compile(r"(?:last (?:\w+day|week|month|year|night)|yesterday(?: \w+)?)", re.IGNORECASE)
_STATED = re.compile(r"\d{4}")
_WITH_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_STILL_DUE = re.compile(
    r"(?:, |\()(?P<words>(?:which is |who is |is |still )?(?:due|set|scheduled|slated|expected)"
    r"(?: to (?P<be>be )?(?P<verb>\w+)| for)(?: \w+){0,3}?) (?:in|on|for) (?:the )?$"
)
_ENDED = re.compile(
    r"\b(?:postponed|cancel\w+|never|delayed|abandoned|scrapped|then|originally|initially|had been)\b", re.I
)
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
        if span is None or span.latest_day is None or (date.type != "DATE" and not _PAST_WORDS.fullmatch(date.text)):
            continue
        zones = 0 if _PAST_WORDS.fullmatch(date.text) else 1
        if span.latest_day >= published.earliest_day - zones or not _is_sure(date):
            continue
        if not is_stated(case, date.start, date.end):
            continue
        telling = telling_verb(case, date)
        if telling is None or not _is_announced(case, date, telling):
            yield from _due(rule, case, date, published)
            continue
        start, end = min(telling.start, date.start), max(telling.end, date.end)
        yield rule.flag(
            case,
            start,
            end,
            message=f"This is announced, but {day_words(span)} was over when the article appeared on "
            f"{day_words(published)}.{_later(date, published)}",
            suggestion=_told_as_past(case, telling, start, end),
            claimed=date.text,
            expected=f"later than {day_words(published)}",
            confidence=0.92,
            evidence=(told_published(case, published), Evidence("calendar", "order", "what is to come comes later")),
            claimed_span=span,
        )


def _due(rule: Rule, case: Case, date: Expression, published: Span) -> Iterator[Flag]:
    """ "Her album, due to be released in October 2016, …" in an article of the year after."""
    text = case.passage.text
    match = _STILL_DUE.search(text, max(0, date.start - 60), date.start)
    if (
        match is None
        or not re.search(r"\d{4}", date.text)
        or _ENDED.search(text, *case.passage.sentence_at(date.start))
    ):
        return
    base = match["verb"]
    done = "" if base is None else base if match["be"] else past_of(base)
    yield rule.flag(
        case,
        match.start("words"),
        date.end,
        message=f"This is announced, but {date.text} was over when the article appeared on {day_words(published)}.",
        suggestion=done + text[match.end("verb") : date.end] if done else "",
        claimed=date.text,
        expected=f"later than {day_words(published)}",
        confidence=0.9,
        evidence=(told_published(case, published), Evidence("calendar", "order", "what is to come comes later")),
        claimed_span=date.span,
    )


def _later(date: Expression, published: Span) -> str:
    """The same date of the next year, if that is still to come."""
    span, year = date.span, re.search(r"\d{4}", date.text)
    if span is None or year is None or span.latest_day is None or published.latest_day is None:
        return ""
    if span.latest_day + 365 < published.latest_day or re.search(r"day\b", date.text):
        return ""
    return f" Is {date.text.replace(year.group(), str(int(year.group()) + 1))} meant?"


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
        Example(
            "Her album, due to be released in October 2016, was made in a barn.",
            "2017-03-01",
            "due to be released in October 2016",
            "released in October 2016",
        ),
        Example(
            "The quartet will play yesterday evening in the chapel.",
            "2017-03-01",
            "will play yesterday evening",
            "played yesterday evening",
        ),
    ),
    counter_examples=(
        Example("Her album, due to be released in October 2016, was postponed.", "2017-03-01"),
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
