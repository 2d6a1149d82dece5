"""A date that is called the same as one just told, and is not: "born in 1931 … the same year of birth, 1934"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.contradiction import Contradiction
from timelines.checks.rule import Case
from timelines.chronology import Precision
from timelines.model import Expression, Modality

_THE_SAME = re.compile(
    r"\b(?:the|that|this) (?:very |self)?same (?P<unit>year|month|day|date)(?: of [a-z]+)?(?:, | \(|: | – | — |—)"
    r"(?:namely |that is,? |in |on )?(?:the )?$",
    re.IGNORECASE,
)
_FINE = {"year": Precision.YEAR, "month": Precision.MONTH, "day": Precision.DAY, "date": Precision.DAY}
_LEAD = 48


def same_dates(case: Case) -> Iterator[Contradiction]:
    """Each date that stands in apposition to "the same year", against the only one told before it."""
    passage = case.passage
    if "same " not in passage.text:
        return
    for date in passage.expressions:
        same = _THE_SAME.search(passage.text, max(0, date.start - _LEAD), date.start) if date.type == "DATE" else None
        if same is None or passage.standing(date.start, date.end) is not Modality.ASSERTED:
            continue
        before = _told_before(case, date, _FINE[same["unit"].lower()])
        if before is None or before.span is None or date.span is None or before.span.overlaps(date.span) is not False:
            continue
        message = f"“The same {same['unit'].lower()}” is {before.text} before, {date.text} here."
        yield Contradiction((before.start, before.end), (date.start, date.end), message, _like(before, date))


def _told_before(case: Case, date: Expression, precision: Precision) -> Expression | None:
    """The one date as fine as that in the words before it, or in the sentence before."""
    passage = case.passage
    sentence = passage.sentence_at(date.start)
    dated = _dated(passage.dates_between(sentence[0], date.start))
    if not dated and sentence[0] > 2:
        dated = _dated(passage.dates_between(*passage.sentence_at(sentence[0] - 2)))
    if len(dated) != 1 or dated[0].span is None or dated[0].span.precision < precision:
        return None
    return dated[0] if precision is not Precision.YEAR or re.search(r"\d{4}", dated[0].text) else None


def _dated(found: list[Expression]) -> list[Expression]:
    return [one for one in found if one.type == "DATE" and re.search(r"\d", one.text)]


def _like(before: Expression, date: Expression) -> str:
    year = re.search(r"\d{4}", before.text)
    return year.group() if year and re.fullmatch(r"\d{4}", date.text) else before.text
