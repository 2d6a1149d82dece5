"""A thing called by its century and the year in which it was made: "a 14th-century jewel consecrated in 1248"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.rule import Case
from timelines.chronology import Span, civil, parse_ordinal
from timelines.model import Expression

_CENTURY = re.compile(r"\b(?P<number>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)-century\b(?!-)", re.IGNORECASE)
_OF_BUILDINGS = (
    "built|erected|constructed|carved|cast|woven|composed|written|created|commissioned|laid out|sculpted|forged"
)
# A foundation is older than what stands there now, and work goes on, or a house is hallowed anew, after the century.
_NEVER_LATER = frozenset({"founded", "begun", "started", "established"})
_NEVER_EARLIER = frozenset({"consecrated", "dedicated", "completed", "finished", "inaugurated"})
_MADE = rf"(?P<verb>{_OF_BUILDINGS}|painted|{'|'.join(sorted(_NEVER_LATER | _NEVER_EARLIER))})"
_WHERE = r"(?: (?:by|in|for|at|near|on|under|as|of|to) (?!\d)[^,;:.()\d]{2,40}?)?"
_YEAR = r" in (?:the year )?(?P<year>\d{3,4})\b(?! (?:years|BC))"
_THING = (
    r"(?P<thing>(?: (?!(?:and|or|a|an|the|his|her|its|their|with|whose|from|where|beside|near|to|is|was|has|holds)\b)"
    r"[\w’'-]+){1,5}?)"
)
_AFTER = re.compile(rf"{_THING},?(?: (?:which|that))?(?: (?:was|were|is))?(?: first)? {_MADE}{_WHERE}{_YEAR}")
_APPOSED = re.compile(
    rf"(?:^|[,;] )[Tt]he (?P<head>[\w’'-]+), {_MADE}{_WHERE}{_YEAR}[^,;.]{{0,30}}, (?:is|was|remains) "
    r"(?:the|a|an)(?: (?!of\b|in\b)[a-z]+){0,3} $"
)
_IMITATED = re.compile(
    r"\b(?:style|replica|copy|copies|imitation|reproduction|fake|forger\w*|inspired|look|manner)\b", re.I
)
_PAINTINGS = re.compile(
    r"(?:altar\w*|painting|portrait|canvas|fresco\w*|icon|panel|triptych|ceiling|mural|picture|work|masterpiece|"
    r"landscape|still life|Madonna)s?$"
)
# So long may the works of a building go on after its century (years).
_LONG_WORKS = 100


def things_of_a_century(case: Case) -> Iterator[tuple[Expression, Expression]]:
    """The century with the year that stands outside it, as expressions; what merely may be so is left out."""
    text = case.passage.text
    if "-century" not in text:
        return
    for century in _CENTURY.finditer(text):
        number = parse_ordinal(century["number"])
        start, end = case.passage.sentence_at(century.start())
        if number is None or _IMITATED.search(text, century.end(), min(end, century.end() + 40)):
            continue
        lead = text[start : century.start()]
        made = _AFTER.match(text, century.end(), end)
        shift = 0
        if made is None:
            made, shift = _APPOSED.search(lead), start
        if made is None or not _is_outside(number, made):
            continue
        year = Span.year(int(made["year"]))
        words = made.start("year") + shift, made.end("year") + shift
        period = Expression(*century.span(), century.group(), "DATE", "", Span.century(number), "as written")
        yield period, Expression(*words, made["year"], "DATE", "", year, "as written")


def _is_outside(number: int, made: re.Match[str]) -> bool:
    verb, year = made["verb"].lower(), int(made["year"])
    whole = Span.century(number)
    low, high = civil(whole.earliest_day or 0)[0], civil(whole.latest_day or 0)[0]
    if verb == "painted" and not _PAINTINGS.search(made.groupdict().get("thing") or made.groupdict().get("head") or ""):
        return False
    if verb in _NEVER_LATER:
        return year > high + 1
    if verb in _NEVER_EARLIER:
        return year < low - 1 or (verb in ("completed", "finished") and year > high + _LONG_WORKS)
    return not low - 1 <= year <= high + 1
