"""T501: something is told as past that lies after the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import date_like, day_words
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.verbs import Telling, base_of, present_of, telling_verb
from timelines.chronology import Precision, Span, civil, day_number, days_in_month
from timelines.model import Evidence, Expression, Flag, Modality

# What one decides, plans, wins, sells or signs may be for a later time.
_LOOKS_AHEAD = re.compile(
    r"(?:plan|schedul|expect|project|forecast|predict|postpon|delay|reschedul|mov|push|set|propos|promis|target|agree|decid|"
    r"announc|said|say|vow|hop|want|aim|book|sign|extend|commit|pledg|need|seem|look|appear|mean|includ|requir|call|call|"
    r"ask|urg|offer|order|award|grant|choos|chose|select|nam|invit|slat|intend|wait|prepar|warn|told|tell|approv|fix|"
    r"was$|were$|is$|be$|been$|had$|has$|have$|did$|does$|made$|make$|come$|go$|set$|due$|run$|led$|"
    r"estimat|believ|think|thought|suggest|file|contract|cost|sold|put$|lay|laid|bid|insist|claim|argu|rul|advis|consider)"
)
_PLANS = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|plan\w*|schedul\w+|due|expect\w+|set|until|till|deadline|"
    r"postpon\w+|delay\w+|reschedul\w+|moved|pushed|for|to|if|unless|propos\w+|promis\w+|target\w*|"
    r"forecast\w*|predict\w*|project\w*|upcoming|next|imagin\w+|fiscal|financial year|season|contracts?|"
    r"tickets?|ahead|bid|right|budget|terms?|once|agreed|decided|vowed|hop\w+|from|starting|effective)\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"\d{4}")
_WITH_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_AHEAD = re.compile(
    r"(?:next (?:week|month|year|spring|summer|autumn|winter|weekend|\w+day)|"
    r"tomorrow(?: (?:morning|afternoon|evening|night))?)",
    re.IGNORECASE,
)
# "The book, published by Kowal tomorrow", "his left foot"
_NO_VERB = re.compile(
    r"\w+ by\b|left (?!the |an? |for |in |on |at |his |her |their |its |[A-Z0-9]|with |after |early )", re.I
)
_BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
# What nobody can plan: here the date is wrong, not the tense.
_UNPLANNED = re.compile(
    r"(?:die|kill|collaps|injur|crash|sank|sink|drown|murder|shot|stab|burn|flood|struck|hit|explod|erupt|derail|found|lost|"
    r"fell|fallen|suffer|surviv|discover|arrest|attack|broke|disappear|vanish|escap|steal|stole|robb|won|beat|defeat)"
)
# An article may be dated the day before it is read elsewhere.
_TIME_ZONES = 1
_WEEK = 7


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published = case.passage.published
    if published is None or published.latest_day is None or not is_known(case):
        return
    for date in case.passage.expressions:
        span = date.span
        ahead = bool(_AHEAD.fullmatch(date.text))
        if span is None or (date.type != "DATE" and not ahead) or span.earliest_day is None:
            continue
        if span.earliest_day <= published.latest_day + (0 if ahead else _TIME_ZONES) or not _is_sure(date):
            continue
        if case.passage.standing(date.start, date.end) is not Modality.ASSERTED:
            continue
        telling = telling_verb(case, date)
        if telling is None or not _is_told(case, date, telling):
            continue
        start, end, suggestion, more = _correction(case, date, telling, published)
        yield rule.flag(
            case,
            start,
            end,
            message=f"This is told as past, but {day_words(span)} lies after the article's own date, "
            f"{day_words(published)}.{more}",
            suggestion=suggestion,
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
        or (_WITH_WEEKDAY.match(date.text) and re.search(r"\d+ [A-Z]|[A-Z][a-z]{2,8}\.? \d", date.text))
        or _AHEAD.fullmatch(date.text)
    )


def _correction(case: Case, date: Expression, telling: Telling, published: Span) -> tuple[int, int, str, str]:
    """Place and words of the correction, and what else might be meant: the future tense, or an earlier date."""
    text, span = case.passage.text, date.span
    earlier = _earlier(date.text, span, published) if span is not None else ""
    head = telling.head
    if _UNPLANNED.match(head):
        return date.start, date.end, earlier, f" Is {earlier} meant?" if earlier else ""
    start, end = min(telling.start, date.start), max(telling.verb_end, date.end)
    verb = text[telling.start : telling.verb_end]
    auxiliary = re.match(r"(?:was|were)\b", verb)
    base = "be" if auxiliary else base_of(head)
    if base is None:
        return date.start, date.end, earlier, ""
    rest = verb[auxiliary.end() :] if auxiliary else verb[len(head) :]
    words = text[start : telling.start] + f"will {base}{rest}" + text[telling.verb_end : end]
    present = "" if auxiliary else f", or “{present_of(head)}{rest}{text[telling.verb_end : end]}”"
    return (
        start,
        end,
        words,
        f" If it is still to come: “{words}”{present}." + (f" Or is {earlier} meant?" if earlier else ""),
    )


def _earlier(words: str, span: Span, published: Span) -> str:
    """The same date a year earlier, or, if it lies less than a week ahead, the same weekday of the week before."""
    day, last = span.earliest_day, published.latest_day
    if day is None or last is None or not re.search(r"\d{4}", words):
        return ""
    if span.precision >= Precision.DAY and day - _WEEK <= last:
        return date_like(words, Span.days(day - _WEEK, day - _WEEK)) or ""
    year, month, of_month = civil(day)
    if span.precision is Precision.YEAR:
        return words.replace(str(year), str(civil(last)[0]))
    moved = day_number(year - 1, month, min(of_month, days_in_month(year - 1, month)))
    return re.sub(r"\d{4}", str(year - 1), words) if moved <= last and not _WITH_WEEKDAY.search(words) else ""


def _is_told(case: Case, date: Expression, telling: Telling) -> bool:
    """Whether a verb in the past tense puts its event on the date, and nothing around speaks of plans."""
    if telling.following is not None or _BY.search(case.passage.text, max(0, date.start - 8), date.start):
        return False
    group = telling.group
    if group.tense != "past" or group.perfect or group.progressive or group.modal or group.negated:
        return False
    if _LOOKS_AHEAD.match(telling.head) or (not group.passive and base_of(telling.head) == telling.head):
        return False
    if not group.passive and _NO_VERB.match(case.passage.text[telling.start : telling.verb_end + 24]):
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
        Example(
            "The summit was held on 20 May 2020 in Oslo.",
            "2020-03-01",
            "was held on 20 May 2020",
            "will be held on 20 May 2020",
        ),
        Example(
            "The director died on 12 February 2000 at his home.", "2000-02-07", "12 February 2000", "5 February 2000"
        ),
        Example(
            "On 3 June 2019 thousands marched through Leeds.",
            "2019-05-01",
            "3 June 2019 thousands marched",
            "3 June 2019 thousands will march",
        ),
        Example("The bridge collapsed in March 2013.", "2012-11-30", "March 2013", "March 2012"),
        Example("Two climbers were killed on 9 August 2018.", "2018-08-01", "9 August 2018", "9 August 2017"),
        Example("The new hall opened next Friday.", "2022-06-07", "opened next Friday", "will open next Friday"),
        Example("The jury found her guilty tomorrow.", "2017-10-05", "tomorrow", ""),
    ),
    counter_examples=(
        Example("Let me be serious, let's start tomorrow.", "2009-05-06"),
        Example("The book about her, published by Kowal tomorrow, tells it all.", "2005-10-11"),
        Example("A kick with the left foot, seen online on March 26, 2011.", "2011-03-21"),
        Example("The town lowered its flags on Friday, the 25th, and stood still.", "2011-01-28"),
        Example("The book, published next month, has provoked the minister.", "2005-09-15"),
        Example("The summit was held on 20 May 2020 in Oslo.", "2020-06-01"),
        Example("The summit was postponed to 20 May 2020.", "2020-03-01"),
        Example("The summit was due to be held on 20 May 2020.", "2020-03-01"),
        Example("She won the right to stage the games in May 2024.", "2018-03-01"),
        Example("In the novel the bridge collapsed in March 2013.", "2012-11-30"),
        Example("The summit was held on 20 May 2020 in Oslo."),
    ),
)
