"""*Event E at T*, E unnamed: "The Lusitania was torpedoed in May 1917"; *E from S to T*: "fought from 1964 to 1972"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.schema import Fact
from timelines.chronology import Precision, Span
from timelines.extraction.passage import Passage
from timelines.extraction.predicates import Predicate, deeds
from timelines.model import Claim, Expression

_LEAD = re.compile(r",? (?:early |late |back )?(?:in|on)(?: the)? $", re.IGNORECASE)
_FRONTED = re.compile(r"^\W*(?:(?:back |early |late )?(?:in|on)|it was (?:in|on)) (?:the )?$", re.IGNORECASE)
_AFTER_FRONTED = re.compile(r",? (?:that )?(?:the )?", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[;:()—–]|\b(?:and|but|while|when|after|before|because|although|since|that|who|which|until|for)\b"
)
_PLACE = re.compile(r"\b(?:in|to|at|across|throughout) (?:the )?[A-Z]")
_ABOUT_LATER = re.compile(
    r"\b(?:again|re-?\w+|second|third|new|version|edition|model|first (?:time|class)|paperback|English|DVD|"
    r"anniversary)\b",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|never|nor)\b|n[’']t\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?:the |The )?(?P<name>[A-Z][\w’'-]+(?: (?:of|de|[A-Z][\w’'-]+)){0,4})$")
_YEAR = re.compile(r"\d{3,4}")
_FOUGHT = re.compile(
    r"(?: of independence)?,? (?:which |that )?(?:was )?(?:(?:fought|waged|lasted|lasting|ran|raged|"
    r"running)(?: [a-z]+){0,4} )?"
    r"(?:from|between) (?:the )?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?: of independence)? ?\($|,? of $")
_TO = re.compile(r" (?:to|until|till|and) |\s?[–—-]\s?")
# Facts that are their own beginning where no event tells of it.
_THINGS = frozenset({"currency", "product", "work"})
_NEAR_DAYS = 3 * 366
_FARTHEST = 70
_LASTS = frozenset(
    {"war", "siege", "revolution", "pandemic", "crisis", "battle", "conflict", "occupation", "genocide", "uprising"}
)


def told_date_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; like ``event-date`` ones they have ``span`` and ``readings``."""
    groups = deeds(passage.article.language)
    for date in passage.dates_between(0, len(passage.text)):
        if (
            date.type == "DATE"
            and date.span is not None
            and _YEAR.search(date.text)
            and date.resolution == "as written"
        ):
            yield from _told(passage, date, date.span, groups)
    yield from _fought(passage)


def _told(passage: Passage, date: Expression, span: Span, groups: tuple[Predicate, ...]) -> Iterator[Claim]:
    text, sentence = passage.text, passage.sentence_at(date.start)
    lead = None
    fronted = bool(_FRONTED.match(text[sentence[0] : date.start]))
    if fronted:
        after = _AFTER_FRONTED.match(text, date.end)
        low, high = (after.end() if after else date.end), min(sentence[1], date.end + 2 * _FARTHEST)
    else:
        lead = _LEAD.search(text, sentence[0], date.start)
        if lead is None:
            return
        low, high = max(sentence[0], lead.start() - 2 * _FARTHEST), lead.start()
    for predicate in groups:
        matches = list(predicate.words.finditer(text, low, high))
        if not matches:
            continue
        match = matches[0] if fronted else matches[-1]
        between = text[date.end : match.start()] if fronted else text[match.end() : high]
        if len(between) > _FARTHEST or _CLAUSE_BREAK.search(between) or _ABOUT_LATER.search(text, *sentence):
            continue
        if not fronted and passage.dates_between(match.end(), lead.start() if lead else high):
            continue
        if _NEGATED.search(text, max(sentence[0], match.start() - 20), match.start() + 8):
            continue
        facts = _facts(passage, predicate, match.start(), sentence, span, low if fronted else None)
        if not facts:
            continue
        local = bool(_PLACE.search(text[match.end() : sentence[1]] if fronted else between))
        founded = all(fact.kind == "founding" or (fact.derived_from or "").startswith("org/") for fact in facts)
        if local and predicate.point == "start" and not founded and not _is_before(span, facts):
            continue
        start, end = (date.start, date.end) if fronted else (match.start(), date.end)
        point = "any" if facts[0].prefix == "event" else "start"
        yield _claim(passage, (start, end), sentence, facts, span, (date.start, date.end), point)
        return


def _facts(
    passage: Passage, predicate: Predicate, end: int, sentence: tuple[int, int], span: Span, start: int | None
) -> list[Fact]:
    """The events of whatever stands as the subject right before the words."""
    text = passage.text
    before = text[sentence[0] : end].rstrip()
    mentions = [
        m for m in passage.mentions_between(sentence[0], end) if text[m.end : end].strip() in ("", "itself", ",")
    ]
    names: list[str] = []
    if mentions:
        if start is not None and mentions[-1].start > start:
            return []
        if re.search(
            r"\b(?!The\b)[A-Z][\w’'-]+ $", text[max(sentence[0], mentions[-1].start - 24) : mentions[-1].start]
        ):
            return []
        names = list(mentions[-1].candidates[:1])
    elif match := _NAME.search(before):
        if start is not None and sentence[0] + match.start("name") > start:
            return []
        names = [match["name"]]
    facts = [
        event for name in names for event in passage.canon.events_of(name)
        if predicate.suits(event.kind) and event.when is not None and _is_about(event, name)
    ]  # fmt: skip
    if not facts and predicate.point == "start" and mentions:
        thing = passage.canon.fact(names[0])
        facts = [thing] if thing.prefix in _THINGS and thing.when is not None else []
    if names and names[0].startswith("person/"):
        facts = [event for event in facts if _distance(event, span) <= _NEAR_DAYS]
    return facts if len(facts) <= 3 else []


def _is_about(event: Fact, name: str) -> bool:
    """The thing itself was launched or sunk: it is the first participant, or the event bears its name."""
    return event.participants[:1] == (name,) or (
        not name.startswith(("person/", "org/", "state/")) and name in event.label
    )


def _distance(event: Fact, span: Span) -> int:
    when = event.when
    if (
        when is None
        or when.earliest_day is None
        or when.latest_day is None
        or span.earliest_day is None
        or span.latest_day is None
    ):
        return 10**9
    return max(0, when.earliest_day - span.latest_day, span.earliest_day - when.latest_day)


def _is_before(span: Span, facts: list[Fact]) -> bool:
    first = min(
        (fact.when.earliest_day for fact in facts if fact.when and fact.when.earliest_day is not None), default=None
    )
    return first is not None and span.latest_day is not None and span.latest_day < first


def _fought(passage: Passage) -> Iterator[Claim]:
    """Both ends of a named war or siege."""
    text = passage.text
    for mention in passage.mentions:
        facts = [passage.canon.fact(one) for one in mention.candidates]
        facts = [fact for fact in facts if fact.kind in _LASTS and fact.when is not None]
        if not facts:
            continue
        sentence = passage.sentence_at(mention.start)
        dates = passage.dates_between(mention.end, sentence[1])[:2]
        if len(dates) < 2 or dates[0].span is None or dates[1].span is None:
            continue
        first, last = dates[0].span, dates[1].span
        lead = text[mention.end : dates[0].start]
        if not (_FOUGHT.fullmatch(lead) or _BRACKETED.fullmatch(lead)) or not _TO.fullmatch(
            text[dates[0].end : dates[1].start]
        ):
            continue
        if (
            first.precision > Precision.DAY
            or (first.earliest_day or 0) > (last.earliest_day or 0)
            or not _YEAR.search(dates[0].text)
        ):
            continue
        words = (dates[0].start, dates[1].end)
        yield _claim(passage, words, sentence, facts, Span.interval(first, last), words, "whole")


def _claim(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    facts: list[Fact],
    span: Span,
    at_words: tuple[int, int],
    detail: str,
) -> Claim:
    start, end = words
    return Claim(
        id=f"told-date@{start}",
        kind="event-date",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=facts[0].id,
        says=f"{facts[0].label}: {span.edtf}",
        sentence=sentence,
        readings=tuple(fact.id for fact in facts),
        span=span,
        at_words=at_words,
        detail=detail,
        modality=passage.standing(start, end),
    )
