"""T402: a range of dates that ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.neighbours import is_own, neighbours
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.stages import reversed_stages
from timelines.chronology import Precision, civil, ordinal_digits, ordinal_words
from timelines.model import Evidence, Expression, Flag

_FROM = re.compile(r"\b(?P<word>from|between)(?: the)?(?: \w+day,?)? $", re.IGNORECASE)
_TO = re.compile(r",? (?:to|until|till|through|and|up to) (?:the )?", re.IGNORECASE)
_BARE_TO = re.compile(r" to | ?[–—] ?")
_MONTH_DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]{2,8}\b")
_ORDINALS = {ordinal_words(number): number for number in range(1, 22)} | {
    ordinal_digits(number): number for number in range(1, 22)
}
_CENTURIES = re.compile(
    r"\b(?P<word>from|between) the (?P<first>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) (?P<link>to|and|until) the "
    r"(?P<last>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th))(?= centur(?:y|ies)\b(?! (?:BC|B\.C)))"
)
_DASH = re.compile(r"\s?[–—-]\s?")
# "opens on 12 May 2018 and runs until 3 April 2018", "founded in 1925, the works closed in 1911"
_BEGUN = re.compile(
    r"(?:(?P<on>\b(?:open(?:s|ed)?|beg[iau]ns?|start(?:s|ed)?|launched))|\b(?:founded|established|set up|opened|"
    r"born|built))"
    r" (?:on|in|at) (?:the )?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r",? (?:and|which|but|to) (?:then )?(?:runs?|ran|lasts?|lasted|end(?:s|ed)?|clos(?:es|ed)|finish(?:es|ed)|"
    r"stay(?:s|ed)|"
    r"will (?:run|last|end|close))(?: open)?(?: until| on| in| to| till)? (?:the )?(?:\w+day,? )?",
    re.IGNORECASE,
)
_WOUND_UP = re.compile(
    r",[^.;,]{1,40}\b(?:was|were)? ?(?:wound up|closed(?: down)?|dissolved|abolished|disbanded|folded|"
    r"demolished|shut(?: down)?|"
    r"pulled down|torn down|died) (?:on|in) ",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_NUMBERS = re.compile(
    r"\b(?:fell|rose|dropped|declin\w+|grew|increas\w+|decreas\w+|reduc\w+|cut|slid|slipped|climb\w+|index|ranking|points|"
    r"back|gap|difference|compar\w+|chang\w+|backwards?|moved|postponed|brought forward|rescheduled|switched|"
    r"BCE?|B\.C)\b",
    re.IGNORECASE,
)
_BC = re.compile(r"\s?(?:BCE?\b|B\.C)")
_DAYS = re.compile(
    r"\b(?P<word>from|between) (?P<first>\d{1,2})(?:st|nd|rd|th)? (?P<link>and|to|until) (?P<last>\d{1,2})(?:st|"
    r"nd|rd|th)? "
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# Years that the tagger takes for numbers: those before 1500.
_YEARS = re.compile(
    r"\b(?P<word>from|between) (?P<first>1\d{3}) (?P<link>and|to|until) (?P<last>1\d{3})\b(?! ?(?:BC|[a-z]+s\b|"
    r"%|[A-Z]))"
)
_BEFORE_CHRIST = re.compile(
    r"\b(?P<word>from|between) (?P<first>\d{1,4}) (?P<link>and|to|until) (?P<last>\d{1,4})(?= (?:BCE?\b|B\.C\.))"
)
_DAYS_AFTER = re.compile(
    r"\b(?P<word>from|between) (?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (?P<first>\d{1,2}) (?P<link>and|to|until) (?:(?P=month) )?(?P<last>\d{1,2})\b(?! (?:January|"
    r"February|March|April|May|June|"
    r"July|August|September|October|November|December))"
)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    text = case.passage.text
    known: set[int] = set()
    for first, second, between in neighbours(case):
        lead = _FROM.search(text, max(0, first.start - 24), first.start)
        linked = bool(lead and _TO.fullmatch(between)) or _is_bracketed(text, first, second, between)
        linked = linked or bool(_BARE_TO.fullmatch(between) and _MONTH_DAY.search(first.text))
        sentence = case.passage.sentence_at(first.start)
        if not linked or not _is_reversed(first, second) or _BC.match(text, second.end):
            continue
        if _NUMBERS.search(text, max(sentence[0], first.start - 60), min(sentence[1], second.end + 30)):
            continue
        if is_own(case, first.start, second.end):
            known.add(first.start)
            yield _flag(
                rule, case, lead.start() if lead else first.start, (first.start, first.end), (second.start, second.end)
            )
    for pattern in (_DAYS, _DAYS_AFTER, _BEFORE_CHRIST, _YEARS):
        for match in pattern.finditer(text):
            low, high = int(match["first"]), int(match["last"])
            if known & {match.start("first"), match.start()} or any(
                match.start() <= place < match.end() for place in known
            ):
                continue
            reversed_ = low < high if pattern is _BEFORE_CHRIST else high < low and (low <= 31 or pattern is _YEARS)
            if pattern is _YEARS and _NUMBERS.search(text, max(0, match.start() - 60), match.end() + 30):
                continue
            if reversed_ and is_own(case, *match.span()):
                first_words, last_words = match.span("first"), match.span("last")
                if pattern is _DAYS_AFTER:
                    first_words = (match.start("month"), match.end("first"))
                    last_words = (match.end("link") + 1, match.end("last"))
                yield _flag(rule, case, match.start("word"), first_words, last_words)
    for match in _CENTURIES.finditer(text):
        first_number, last_number = _ORDINALS.get(match["first"], 0), _ORDINALS.get(match["last"], 0)
        if 0 < last_number < first_number and is_own(case, *match.span()):
            yield _flag(rule, case, match.start("word"), match.span("first"), match.span("last"))
    yield from _stages(rule, case, known)


def _stages(rule: Rule, case: Case, known: set[int]) -> Iterator[Flag]:
    """ "Born in 1950 and died there in 1932": the course of a life, a building, a trial."""
    for first, last, together in reversed_stages(case):
        if not together or {first.date.start, last.date.start} & known:
            continue
        start, end = min(first.date.start, last.date.start), max(first.date.end, last.date.end)
        one, other = sorted((first.date, last.date), key=lambda date: date.start)
        text = case.passage.text
        swapped = other.text + text[one.end : other.start] + one.text
        yield rule.flag(
            case,
            start,
            end,
            message=f"The {last.happening} ({last.date.text}) cannot come before the {first.happening} "
            f"({first.date.text}); the two may be swapped, or one of them is wrong.",
            suggestion=swapped,
            claimed=text[start:end],
            expected=f"{first.happening} before {last.happening}",
            confidence=0.9,
            evidence=(
                Evidence("text", f"date@{one.start}", one.text, "", "", one.start, one.end),
                Evidence("text", f"date@{other.start}", other.text, "", "", other.start, other.end),
            ),
        )


def _is_bracketed(text: str, first: Expression, second: Expression, between: str) -> bool:
    """Years of a life or a reign: "(1972–1964)"."""
    begun = _BEGUN.search(text, max(0, first.start - 40), first.start)
    if begun and (_ENDED if begun["on"] else _WOUND_UP).fullmatch(between):
        return True
    closed = text[max(0, first.start - 1) : first.start] == "(" and text[second.end : second.end + 1] in (")", ",", ";")
    return closed and bool(_DASH.fullmatch(between))


def _is_reversed(first: Expression, second: Expression) -> bool:
    """Whether the second date lies before the first whatever unstated years are meant."""
    start, end = first.span, second.span
    if start is None or end is None or first.type != "DATE" or second.type != "DATE":
        return False
    if start.earliest_day is None or end.latest_day is None or start.earliest_day <= end.latest_day:
        return False
    if civil(end.latest_day)[0] < 1000:
        return False
    stated = bool(_YEAR.search(first.text)), bool(_YEAR.search(second.text))
    if all(stated):
        return start.precision is end.precision
    fine = min(start.precision, end.precision) >= Precision.DAY
    same_month = civil(start.earliest_day)[:2] == civil(end.latest_day)[:2]
    return (
        fine
        and same_month
        and not re.search(r"day\b", f"{first.text} {second.text}")
        and bool(re.search(r"\d", first.text) and re.search(r"\d", second.text))
    )


def _flag(rule: Rule, case: Case, start: int, first: tuple[int, int], second: tuple[int, int]) -> Flag:
    text = case.passage.text
    end = second[1]
    begin, finish = text[slice(*first)], text[slice(*second)]
    return rule.flag(
        case,
        start,
        end,
        message=f"This ends ({finish}) before it begins ({begin}); the two may be swapped, or one of them is wrong.",
        suggestion=text[start : first[0]] + _swapped(begin, finish, text[first[1] : second[0]]),
        claimed=text[start:end],
        expected=f"{finish} before {begin}",
        confidence=0.93,
        evidence=(
            Evidence("text", f"date@{first[0]}", begin, "", "", *first),
            Evidence("text", f"date@{second[0]}", finish, "", "", *second),
        ),
    )


def _swapped(begin: str, finish: str, between: str) -> str:
    """The two in order; what only the second says (a month, a year) stays behind."""
    if begin.isdigit() and finish.isdigit():
        return f"{finish}{between}{begin}"
    tail = re.search(r",? \d{4}$", finish)
    if tail and not re.search(r"\d{4}$", begin):
        return f"{finish[: tail.start()]}{between}{begin}{tail.group()}"
    return f"{finish}{between}{begin}"


RULE = Rule(
    code="T402",
    name="ends-before-it-begins",
    family="order",
    summary="A range of dates ends before it begins.",
    description=(
        "“From 1972 to 1964”, “between 12 and 3 May”. Years before Christ run backwards, winters and nights run into "
        "the next year or day, and numbers that only look like years fall as well as rise; all that is left alone."
    ),
    find=_find,
    examples=(
        Example("He taught in Leeds from 1972 to 1964.", None, "from 1972 to 1964", "from 1964 to 1972"),
        Example("The hall is closed between 12 and 3 May.", None, "between 12 and 3", "between 3 and 12"),
        Example("The fair ran from May 15 to May 2.", "2019-06-01", "from May 15 to May 2", "from May 2 to May 15"),
        Example("Jan Maler (1962–1894) painted it.", None, "1962–1894", "1894–1962"),
        Example(
            "The road was shut between 3 March 2016 and 1 March 2016.",
            None,
            "between 3 March 2016 and 1 March 2016",
            "between 1 March 2016 and 3 March 2016",
        ),
        Example(
            "The poet was born in Leeds in 1950 and died there in 1932.",
            None,
            "1950 and died there in 1932",
            "1932 and died there in 1950",
        ),
        Example(
            "The rule, adopted in April 2016, came into force in March 2014.",
            None,
            "April 2016, came into force in March 2014",
            "March 2014, came into force in April 2016",
        ),
    ),
    counter_examples=(
        Example("The poet was born in Leeds in 1932 and died there in 1950."),
        Example("The club was founded in 1950. Its hall was closed in 1932."),
        Example("He taught in Leeds from 1964 to 1972."),
        Example("The temple stood from 480 to 240 BC."),
        Example("The hall is closed from 20 December to 4 January."),
        Example("The index fell from 1972 to 1964 in an hour."),
        Example("Turnout changed between 2016 and 2012."),
        Example("“I was there from 1972 to 1964,” he joked."),
    ),
)
