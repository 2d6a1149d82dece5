"""Two dates of one sentence in an order that its words or the nature of things forbid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timelines.checks.rule import Case
from timelines.chronology import Precision, civil, number_words
from timelines.model import Expression, Modality

_LINK = re.compile(
    r",? (?:(?:some|about|almost|nearly|exactly|just|only|more than) )?"
    r"(?P<count>(?:(?P<number>\w+(?:-\w+)?) )?(?P<unit>years?|months?|weeks?|days?) |"
    r"(?:shortly|just|soon|long|immediately) )?"
    r"(?P<word>before|after) "
    r"(?P<clause>(?:(?!(?:and|but|until|before|after|since|which|who|that|while|when)\b)[^\s,;:.()\d]+ ){1,10}?)"
    r"(?:back )?(?:in|on) (?:the )?$",
    re.IGNORECASE,
)
_SAME_YEAR = re.compile(
    r"(?P<word>later|earlier) (?:that|the same|in the same|in that) (?P<unit>year|month),? (?:in |on )?(?:the )?$",
    re.IGNORECASE,
)
# "After suffering an arrest Jackson's mother filed the suit": a full stop is missing.
_RUN_ON = re.compile(r"\w+ing\b.*\b\w+ed\b|.*[a-z] [A-Z][\w’'-]+ \w+ \w+ed\b")
_REFERRING = re.compile(
    r"(?:later|earlier) (?:that|the same) (?:year|month)|(?:that|the same) (?:year|month)", re.IGNORECASE
)
_BACK_REFERENCE = re.compile(
    r"\b(?:fiction|novel|before Christ|BC|anniversar\w+|instead of|scheduled|planned|postponed)\b", re.I
)
_UNIT_DAYS = {"year": 365.2425, "month": 30.44, "week": 7.0, "day": 1.0}


def reversed_dates(case: Case) -> Iterator[tuple[int, int, str, str, Expression]]:
    """Start, end, message, correction, and the date that contradicts the words."""
    dates = [date for date in case.passage.expressions if date.type == "DATE" and date.span is not None]
    for first, second in pairwise(date for date in dates if not _REFERRING.fullmatch(date.text)):
        yield from _linked(case, first, second)
        yield from _same_year(case, first, second)


def _sentence(case: Case, first: Expression, second: Expression) -> tuple[int, int] | None:
    sentence = case.passage.sentence_at(first.start)
    if sentence != case.passage.sentence_at(second.start) or first.type != "DATE" or second.type != "DATE":
        return None
    if case.passage.standing(first.start, second.end) is not Modality.ASSERTED:
        return None
    return None if _BACK_REFERENCE.search(case.passage.text, *sentence) else sentence


def _linked(case: Case, first: Expression, second: Expression) -> Iterator[tuple[int, int, str, str, Expression]]:
    """ "Broke out in June 1987, two years before the museum moved in in 1985"."""
    text = case.passage.text
    match = _LINK.match(text, first.end, second.start) if second.start - first.end <= 130 else None
    if match is None or match.end() != second.start or _sentence(case, first, second) is None:
        return
    if _RUN_ON.match(match["clause"]):
        return
    if not all(re.search(r"\d{4}", date.text) for date in (first, second)) or not re.search(
        r"\b(?:in|on) (?:the )?$", text[max(0, first.start - 8) : first.start], re.IGNORECASE
    ):
        return
    one, other = first.span, second.span
    if one is None or other is None or None in (one.earliest_day, one.latest_day, other.earliest_day, other.latest_day):
        return
    after = match["word"].lower() == "after"
    earlier, later = (other, one) if after else (one, other)
    if (earlier.earliest_day or 0) <= (later.latest_day or 0):
        return
    start = match.start("count") if match["count"] else match.start("word")
    right = "before" if after else "after"
    count = match["count"] or ""
    if match["unit"]:
        unit = match["unit"].rstrip("s")
        number = _count_between(unit, (one.earliest_day or 0, other.earliest_day or 0))
        count = f"{number_words(number)} {unit}{'' if number == 1 else 's'} "
    message = f"{first.text} is {right} {second.text}, not {match['word'].lower()} it."
    yield start, match.end("word"), message, f"{count}{right}", second


def _count_between(unit: str, days: tuple[int, int]) -> int:
    if unit == "year":
        return max(1, abs(civil(days[0])[0] - civil(days[1])[0]))
    return max(1, round(abs(days[0] - days[1]) / _UNIT_DAYS[unit]))


def _same_year(case: Case, first: Expression, second: Expression) -> Iterator[tuple[int, int, str, str, Expression]]:
    """ "In May 2010 and, later that year, in March"."""
    text = case.passage.text
    match = _SAME_YEAR.search(text, max(first.end, second.start - 40), second.start)
    if match is None or match.end() != second.start or _sentence(case, first, second) is None:
        return
    one, other = first.span, second.span
    if one is None or other is None or one.earliest_day is None or other.earliest_day is None:
        return
    if re.search(r"\d{4}", second.text):
        return
    if not {one.precision, other.precision} <= {Precision.MONTH, Precision.DAY}:
        return
    finest = 3 if one.precision is other.precision is Precision.DAY else 2
    month, other_month = civil(one.earliest_day)[1:finest], civil(other.earliest_day)[1:finest]
    later = match["word"].lower() == "later"
    if (other_month >= month) if later else (other_month <= month):
        return
    right = "earlier" if later else "later"
    message = f"{second.text} comes {right} in the year than {first.text}."
    yield match.start(), second.end, message, right + text[match.end("word") : second.end], first
