"""When was this written? What an article without a date takes for granted, as constraints on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from timelines.canon.schema import Fact, Term
from timelines.chronology import Precision, Span, civil, day_number, days_in_month, in_words
from timelines.extraction.claims.office import presupposed_offices
from timelines.extraction.passage import Passage
from timelines.model import Expression, Published
from timelines.reasoning.bounds import PUBLISHED
from timelines.reasoning.network import ORIGIN, TemporalNetwork

# A full date that stands alone on one of the first lines is the article's own.
_HEAD_LINES = 6
# Code points; a longer line is a paragraph, and what stands beside its dates is not looked through for each.
_LONGEST_DATELINE = 200
_DATELINE_EXTRAS = re.compile(
    r"^(?:published|updated|posted|last updated|date|on|by [\w .]+|[\w .,]+\((?:AP|Reuters|AFP)\))?[\s:|·,–—-]*"
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?[\s:|·,–—.-]*$",
    re.IGNORECASE,
)
# "LONDON, 14 March 2019 (Reuters) — Lawmakers ..."
_PLACE_BEFORE = re.compile(r"[A-Z][A-Z .'’/-]{1,40}(?:, [A-Z][\w. ]{1,30})?(?: \([A-Za-z]+\))?,? ?(?:[—–-] ?)?")
_DASH_AFTER = re.compile(r" ?(?:\([A-Za-z]+\) ?)?[—–-]")
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|would|plan(?:s|ned|ning)?|expected|scheduled|due|upcoming|next|set to|forecast|deadline|target|"
    r"could|may|might|should|aims?|hopes?)\b",
    re.IGNORECASE,
)
_LEADS_AHEAD = re.compile(r"\b(?:by|until|till|from|starting|before|through)(?: the)? $", re.IGNORECASE)
_LONGEST_LEAD = 16
_YEARLESS = re.compile(r"^XXXX-(\d{2})(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class _Presupposition:
    """The publication day lies in ``first``-``last`` (day numbers, None open), for this reason."""

    key: str
    first: int | None
    last: int | None
    reason: str


def infer_publication(passage: Passage) -> Published:
    """The days on which the article can have been written, as an interval with its reasons, or unknown.

    A dateline decides. Otherwise the latest holders of offices, the past dates and the events that the text reports
    are added one by one to a constraint network; what contradicts the rest is history told, and left out.
    """
    dateline = _dateline(passage)
    if dateline is not None and dateline.span is not None:
        return Published(dateline.span, "inferred", (f"the dateline “{dateline.text}”",))
    network, reasons = TemporalNetwork(), []
    for presupposition in (*_offices(passage), *_past_dates(passage)):
        if _narrows(network, presupposition):
            reasons.append(presupposition.reason)
    yearless = _yearless(passage, *network.bounds(PUBLISHED))
    for presupposition in yearless:
        if _narrows(network, presupposition):
            reasons.append(presupposition.reason)
    first, last = network.bounds(PUBLISHED)
    if first is None:
        return Published(None, "unknown")
    return Published(_interval(first, last), "inferred", tuple(reasons))


def _narrows(network: TemporalNetwork, presupposition: _Presupposition) -> bool:
    """Add it if it can hold together with the rest; whether it told anything new."""
    before = network.bounds(PUBLISHED)
    conflict = network.try_add([(presupposition.key, ORIGIN, PUBLISHED, presupposition.first, presupposition.last)])
    return conflict is None and network.bounds(PUBLISHED) != before


def _interval(first: float, last: float | None) -> Span:
    start = Span.day(*civil(int(first)))
    return Span.interval(start, None if last is None else Span.day(*civil(int(last))))


def _dateline(passage: Passage) -> Expression | None:
    offset = 0
    for line in passage.text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        for date in passage.dates_between(offset, offset + min(len(line), _LONGEST_DATELINE)):
            if date.span is None or date.span.precision < Precision.DAY:
                continue
            before, after = passage.text[offset : date.start], passage.text[date.end : offset + len(line)]
            if _PLACE_BEFORE.fullmatch(before) and _DASH_AFTER.match(after):
                return date
            if len(line) <= _LONGEST_DATELINE and _DATELINE_EXTRAS.match((before + after).strip()):
                return date
        offset += len(line) + 1
    return None


def _offices(passage: Passage) -> list[_Presupposition]:
    """Who is said to hold which office, the latest to come into office first."""
    found: dict[str, _Presupposition] = {}
    for mention, office in presupposed_offices(passage):
        person, title = passage.canon.fact(mention.candidates[0]), passage.canon.fact(office)
        terms = [term for term in person.terms if term.office == office]
        if not terms:
            continue
        first, last = terms[0].start, terms[-1].end
        if not _unbroken(terms):
            first = terms[-1].start
        if first.earliest_day is None:
            continue
        key = f"{person.id}@{office}"
        until = f" until {in_words(last)}" if last else ""
        reason = f"{person.label} is {title.label} (from {in_words(first)}{until})"
        found[key] = _Presupposition(key, first.earliest_day, last.latest_day if last else None, reason)
    return sorted(found.values(), key=lambda item: -(item.first or 0))


def _unbroken(terms: Sequence[Term]) -> bool:
    return all(
        earlier.end is not None and later.start.earliest_day == earlier.end.earliest_day
        for earlier, later in pairwise(terms)
    )


def _past_dates(passage: Passage) -> list[_Presupposition]:
    """Full dates told as past: the article is not older than they are."""
    found = []
    for date in passage.dates_between(0, len(passage.text)):
        if date.span is None or date.span.earliest_day is None or date.span.precision < Precision.YEAR:
            continue
        if _looks_ahead(passage, date):
            continue
        first = date.span.earliest_day
        found.append(_Presupposition(f"date@{date.start}", first, None, f"it tells of {in_words(date.span)} as past"))
    found.sort(key=lambda item: -(item.first or 0))
    return found[:3]


def _looks_ahead(passage: Passage, date: Expression) -> bool:
    start, end = passage.sentence_at(date.start)
    leads = _LEADS_AHEAD.search(passage.text, max(start, date.start - _LONGEST_LEAD), date.start)
    return leads is not None or _sentence_looks_ahead(passage.text[start:end])


@lru_cache(maxsize=8)
def _sentence_looks_ahead(sentence: str) -> bool:
    """Kept for the next dates of the same sentence."""
    return _LOOKS_AHEAD.search(re.sub(r"\bMay \d", "", sentence)) is not None


def _yearless(passage: Passage, first: float | None, last: float | None) -> Iterator[_Presupposition]:
    """Days and months named without their year: told as past, their year goes without saying only within it."""
    if first is None:
        return
    named = {mention.candidates[0] for mention in passage.mentions}
    for date in passage.expressions:
        match = _YEARLESS.match(date.value)
        if match is None or _looks_ahead(passage, date):
            continue
        month, day = int(match[1]), int(match[2] or 1)
        reported = _reported_event(passage, named, date, month, int(match[2]) if match[2] else None, first, last)
        if reported is not None and reported.when is not None and reported.when.earliest_day is not None:
            start = reported.when.earliest_day
            year = civil(start)[0]
            reason = f"it reports the {reported.label} ({in_words(reported.when)})"
        else:
            year = civil(int(first))[0]
            start = day_number(year, month, min(day, days_in_month(year, month)))
            reason = f"it names {date.text} without a year, as past"
        yield _Presupposition(f"date@{date.start}", start, day_number(year, 12, 31), reason)


def _reported_event(
    passage: Passage,
    named: Set[str],
    date: Expression,
    month: int,
    day: int | None,
    first: float,
    last: float | None,
) -> Fact | None:
    """The canonical event on that day whose place or participants the sentence names."""
    sentence = passage.text[slice(*passage.sentence_at(date.start))]
    first_year = civil(int(first))[0]
    last_year = civil(int(last))[0] if last is not None else int(passage.canon.as_of[:4])
    best: tuple[int, Fact | None] = (0, None)
    for year in range(first_year, last_year + 1):
        if day is not None and day > days_in_month(year, month):
            continue
        low = day_number(year, month, day or 1)
        high = low if day else day_number(year, month, days_in_month(year, month))
        for event in passage.canon.events_between(low, high):
            if event.when is None or event.when.precision < Precision.DAY:
                continue
            shared = sum(participant in named for participant in event.participants)
            places = [part.strip() for part in (event.place or "").split(",")]
            here = any(place and place in sentence for place in places)
            if here and shared:
                best = max(best, (shared + 1, event), key=lambda item: item[0])
    return best[1]
