"""T501: something is told as past that lies after the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import day_words
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.verbs import telling_verb
from timelines.model import Evidence, Expression, Flag, Modality

# What one decides, plans, wins, sells or signs may be for a later time.
_LOOKS_AHEAD = re.compile(
    r"(?:plan|schedul|expect|project|forecast|predict|postpon|delay|reschedul|mov|push|set|propos|promis|target|agree|decid|"
    r"announc|said|say|vow|hop|want|aim|book|sign|extend|commit|pledg|need|seem|look|appear|mean|includ|requir|call|call|"
    r"ask|urg|offer|order|award|grant|choos|chose|select|pick|nam|invit|slat|intend|wait|prepar|warn|told|tell|approv|fix|"
    r"was$|were$|is$|be$|been$|had$|has$|have$|did$|does$|made$|make$|came$|come$|went$|go$|set$|left$|due$|ran$|run$|led$|"
    r"estimat|believ|think|thought|suggest|file|contract|cost|sold|put$|lay|laid|bid|insist|claim|argu|rul|advis|consider)"
)
_PLANS = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|plan\w*|schedul\w+|due|expect\w+|set|until|till|by|deadline|"
    r"postpon\w+|delay\w+|reschedul\w+|moved|pushed|for|to|if|unless|propos\w+|promis\w+|target\w*|"
    r"forecast\w*|predict\w*|project\w*|upcoming|next|imagin\w+|fiscal|financial year|season|contracts?|"
    r"tickets?|ahead|bid|right|budget|terms?|once|agreed|decided|vowed|hop\w+|from|starting|effective)\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"\d{4}")
_WITH_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_AHEAD = re.compile(r"(?:next (?:week|month|year|spring|summer|autumn|winter)|tomorrow)", re.IGNORECASE)
# An article may be dated the day before it is read elsewhere.
_TIME_ZONES = 1


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published = case.passage.published
    if published is None or published.latest_day is None or not is_known(case):
        return
    for date in case.passage.expressions:
        span = date.span
        if span is None or date.type != "DATE" or span.earliest_day is None:
            continue
        if span.earliest_day <= published.latest_day + _TIME_ZONES or not _is_sure(date):
            continue
        if case.passage.standing(date.start, date.end) is not Modality.ASSERTED or not _is_told(case, date):
            continue
        yield rule.flag(
            case,
            date.start,
            date.end,
            message=f"This is told as past, but {day_words(span)} lies after the article's own date, "
            f"{day_words(published)}.",
            suggestion="",
            claimed=date.text,
            expected=f"no later than {day_words(published)}",
            confidence=0.93,
            evidence=(told_published(case, published), Evidence("calendar", "order", "what is past comes first")),
            claimed_span=span,
        )


def _is_sure(date: Expression) -> bool:
    """Whether the words themselves fix the date: a year, a weekday beside a day, or "next month"."""
    return bool(
        _STATED.search(date.text)
        or (_WITH_WEEKDAY.match(date.text) and re.search(r"\d", date.text))
        or _AHEAD.fullmatch(date.text)
    )


def _is_told(case: Case, date: Expression) -> bool:
    """Whether a verb in the past tense puts its event on the date, and nothing around speaks of plans."""
    telling = telling_verb(case, date)
    if telling is None or telling.following is not None:
        return False
    group = telling.group
    if group.tense != "past" or group.perfect or group.progressive or group.modal or group.negated:
        return False
    if _LOOKS_AHEAD.match(telling.head):
        return False
    low, high = min(telling.verb_end, date.end), max(telling.start, date.start)
    if telling.before.endswith(", ") and len(case.passage.text[telling.verb_end : date.start].split()) < 2:
        return False
    return not (_PLANS.search(case.passage.text, low, high) or _PLANS.search(telling.before))


RULE = Rule(
    code="T501",
    name="future-told-as-past",
    family="narrative",
    summary="Something is told as past that lies after the publication date.",
    description=(
        "A verb in the past tense with a full date after the article's own date. Plans, deadlines, contracts, "
        "postponements and forecasts look ahead rightly; an article without a date of its own is not checked."
    ),
    find=_find,
    examples=(
        Example("The summit was held on 20 May 2020 in Oslo.", "2020-03-01", "20 May 2020", ""),
        Example("The director died on 12 February 2000 at his home.", "2000-02-07", "12 February 2000", ""),
        Example("On 3 June 2019 thousands marched through Leeds.", "2019-05-01", "3 June 2019", ""),
        Example("The bridge collapsed in March 2013.", "2012-11-30", "March 2013", ""),
        Example("Two climbers were killed on 9 August 2018.", "2018-08-01", "9 August 2018", ""),
    ),
    counter_examples=(
        Example("The book, published next month, has provoked the minister.", "2005-09-15"),
        Example("The summit was held on 20 May 2020 in Oslo.", "2020-06-01"),
        Example("The summit was postponed to 20 May 2020.", "2020-03-01"),
        Example("The summit was due to be held on 20 May 2020.", "2020-03-01"),
        Example("She won the right to stage the games in May 2024.", "2018-03-01"),
        Example("In the novel the bridge collapsed in March 2013.", "2012-11-30"),
        Example("The summit was held on 20 May 2020 in Oslo."),
    ),
)
