"""*E lasted D*: "lasted six years, from 1950 to 1953", "the six-year Korean War", "eleven years as prime minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timelines.canon.index import Mention
from timelines.chronology import Precision, Span, parse_number
from timelines.extraction.claims.counts import Count, find_counts
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_FROM = re.compile(r"\b(?:from|between)(?: the)?(?: (?:early|late))? $", re.IGNORECASE)
_TO = re.compile(r",? (?:to|until|till|through|and) (?:the )?|\s?[–—-]\s?", re.IGNORECASE)
_UNTIL = re.compile(r",? (?:to|until|till|through) (?:the )?", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:began|begins?|begun|opened|opens|started|starts|broke out|queen|king|president|chancellor)"
    r" (?:on|in|at|from) (?:the )?$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r",? (?:and|to|until) (?:ended|ends|closed|closes|finished|finishes|was over|died|returned|came back|left)"
    r" (?:on|in) (?:the )?",
    re.IGNORECASE,
)
# Words that make a count the length of the thing whose dates stand beside it.
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|spent|spend|during|in|over|throughout|spann(?:ed|ing)|serv(?:ed|ing)|rul(?:ed|ing)|took|"
    r"reign(?:ed|ing)(?: for)?|held|lived|went on|goes on)"
    r"(?: (?:\w+[’\']s|for|the|those|these|that|his|her|its|their|a|an|next|whole|entire|just|only|all|full|"
    r"long|exactly|almost))* ?$",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"[- ](?:old\b|ago\b|later\b|earlier\b|before\b|after\b|since\b|sentence|contracts?\b|prison\b|jail\b|in prison\b|"
    r"low\b|high\b|deal\b|ban\b|plan\b|period\b|record\b|apart\b|per\b|a (?:year|week|month|day)\b|from now\b)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?P<number>\d{1,2}|[a-z]+) (?:consecutive |straight |successive |full )?(?P<size>\w+)-(?P<unit>year|"
    r"month|week|day) "
    r"(?:presidential )?terms\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]|\b(?:when|while|whereas|who|which|but)\b|\d{3}")
_FARTHEST = 110
_AS = re.compile(r" (?:in (?:office|power) )?as (?:the )?(?:country['’]s )?", re.IGNORECASE)
_LASTED = re.compile(
    r",? (?:(?:which|that) )?(?:had )?(?:last(?:s|ed)|went on|dragged on|raged)(?: for)? $", re.IGNORECASE
)
_FINE = {"day": Precision.DAY, "week": Precision.DAY, "month": Precision.MONTH, "year": Precision.YEAR}


def duration_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is the interval that the sentence itself gives (``other`` its offsets)."""
    counts = find_counts(passage.text, 0, len(passage.text))
    for count in counts:
        if _SOMETHING_ELSE.match(passage.text, count.end):
            continue
        sentence = passage.sentence_at(count.start)
        yield from _as_holder(passage, count, sentence)
        yield from _of_event(passage, count, sentence)
        if len([other for other in counts if sentence[0] <= other.start < sentence[1]]) == 1:
            yield from _between_dates(passage, count, sentence)
    for match in _TERMS.finditer(passage.text):
        number, size = parse_number(match["number"]), parse_number(match["size"])
        sentence = passage.sentence_at(match.start())
        interval = _only_interval(passage, sentence)
        if number and size and interval is not None:
            start, end = match.span("number")
            count = Count(number * size, match["unit"].lower(), start, end, False, False)
            yield _claim(passage, count, sentence, interval=interval, detail=f"terms:{size}")


def _between_dates(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    interval = _only_interval(passage, sentence)
    if interval is None:
        return
    first, last = interval
    hyphened = "-" in passage.text[count.start : count.end] and count.unit in ("year", "month", "week", "day")
    lasting = _LASTING.search(passage.text, max(sentence[0], count.start - 40), count.start)
    fronted = count.start > last.end and re.search(
        r", a (?:span|period|reign|stretch|total) of $", passage.text[: count.start]
    )
    if not (lasting or fronted) or (hyphened and not lasting):
        return
    between = (
        passage.text[count.end : first.start] if count.end <= first.start else passage.text[last.end : count.start]
    )
    if len(between) > _FARTHEST or (_BREAK.search(between) and not re.search(r"; over (?:those|these) $", between)):
        return
    spans = (first.span, last.span)
    if first.span is None or last.span is None or first.span.overlaps(last.span) is not False:
        return
    if (first.span.earliest_day or 0) > (last.span.earliest_day or 0):
        return
    if any(span is None or span.precision < min(_FINE[count.unit], Precision.YEAR) for span in spans):
        return
    if count.unit != "year" and any(span is not None and span.precision < Precision.MONTH for span in spans):
        return
    yield _claim(passage, count, sentence, interval=interval)


def _only_interval(passage: Passage, sentence: tuple[int, int]) -> tuple[Expression, Expression] | None:
    """The one interval that a sentence gives by two dates."""
    text, found = passage.text, []
    dates = [date for date in passage.dates_between(*sentence) if date.type == "DATE"]
    for first, last in pairwise(dates):
        between = text[first.end : last.start]
        begins = _FROM.search(text, sentence[0], first.start) and _TO.fullmatch(between)
        runs = _BEGAN.search(text, sentence[0], first.start) and (
            _ENDED.fullmatch(between) or _UNTIL.fullmatch(between)
        )
        bracket = text[first.start - 1 : first.start] == "(" and text[last.end : last.end + 1] == ")"
        if begins or runs or (bracket and _TO.fullmatch(between)):
            found.append((first, last))
    return found[0] if len(found) == 1 and len(dates) == 2 else None


def _as_holder(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "Her eleven years as prime minister": the terms of the person last named in an office of that title."""
    if count.unit != "year" or not (match := _AS.match(passage.text, count.end)):
        return
    persons = [m for m in passage.mentions_between(*sentence) if m.candidates[0].startswith("person/")]
    if len({mention.candidates[0] for mention in persons}) != 1:
        return
    person = passage.canon.fact(persons[0].candidates[0])
    words = passage.text[match.end() : match.end() + 40].lower()
    offices = {
        term.office
        for term in person.terms
        for title in passage.canon.fact(term.office).titles
        if words.startswith(title.lower())
    }
    if len(offices) == 1:
        yield _claim(passage, count, sentence, mention=persons[0], office=offices.pop())


def _of_event(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "The Korean War lasted six years", "the six-year Korean War"."""
    text = passage.text
    for mention in passage.mentions_between(*sentence):
        fact = passage.canon.fact(mention.candidates[0])
        if fact.prefix != "event" or fact.when is None or fact.when.is_instant:
            continue
        before = _LASTED.fullmatch(text[mention.end : count.start]) if mention.end <= count.start else None
        hyphened = "-" in text[count.start : count.end] and text[count.end : mention.start] == " "
        definite = re.search(r"\b(?:the|its|their|'s|’s) $", text[max(0, count.start - 8) : count.start], re.IGNORECASE)
        if before or (hyphened and definite):
            yield _claim(passage, count, sentence, mention=mention)
            return


def _claim(
    passage: Passage,
    count: Count,
    sentence: tuple[int, int],
    *,
    interval: tuple[Expression, Expression] | None = None,
    mention: Mention | None = None,
    office: str | None = None,
    detail: str = "",
) -> Claim:
    span, other = None, office
    if interval is not None:
        first, last = interval
        span = Span.interval(first.span, last.span)
        other = f"{first.start}:{last.end}"
    about = mention.candidates[0] if mention else passage.text[sentence[0] : count.start].split(",")[0].strip()
    return Claim(
        id=f"duration@{count.start}",
        kind="duration",
        start=count.start,
        end=count.end,
        text=passage.text[count.start : count.end],
        about=about,
        says=f"it lasted {count.number} {count.unit}s",
        sentence=sentence,
        named=mention.text if mention else "",
        readings=mention.candidates if mention else (),
        span=span,
        number=count.number,
        unit=count.unit,
        other=other,
        detail=detail or ("loose" if count.loose else "round" if count.round else ""),
        modality=passage.standing(count.start, count.end),
    )
