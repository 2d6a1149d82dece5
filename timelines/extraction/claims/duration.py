"""*E lasted D*: "lasted six years, from 1950 to 1953", "the six-year Korean War", "eleven years as prime minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from timelines.canon.index import Mention
from timelines.chronology import Precision, Span, civil, parse_number
from timelines.extraction.claims.counts import Count, find_counts
from timelines.extraction.claims.tenure import IN_OFFICE, holder_before, terms_meant
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_FROM = re.compile(r"\b(?:from|between)(?: the)?(?: (?:early|late))? $", re.IGNORECASE)
_ITS_END = (
    r"(?: (?:his|her|its|their) (?:death|fall|abolition|collapse|defeat|resignation|retirement|removal|overthrow|end|"
    r"dissolution|closure|capture|assassination|abdication|release|return)(?: in| on)?)?"
)
_TO = re.compile(rf",? (?:to|until|till|through|and){_ITS_END} (?:the )?|\s?[–—-]\s?", re.IGNORECASE)
_UNTIL = re.compile(rf",? (?:to|until|till|through){_ITS_END} (?:the )?", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:began|begins?|begun|opened|opens|started|starts|broke out|queen|king|president|chancellor|created|elected|"
    r"came (?:into force|to power|to the throne)|took (?:effect|office|power|over)|appointed|founded|introduced|"
    r"crowned|imposed|closed|shut|built|erected|launched|invaded|arrested|jailed|imprisoned|interned|exiled|"
    r"prime minister)[^,;:.()]{0,40}? (?:on|in|at|from) (?:the )?$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r",? (?:and|to|until|before)(?: (?:was|were|is|it|he|she|they|who|which)){0,2} (?:ended|ends|closed|closes|"
    r"finished|finishes|over|died|returned|came back|left|repealed|abolished|lifted|torn down|demolished|dissolved|"
    r"reopened|withdrawn|withdrew|fell|resigned|stepped down|released|freed|killed|deposed|overthrown|"
    r"ousted|retired|scrapped|reunited|collapsed|toppled|removed|pulled down)"
    r"[^,;:.()]{0,30}? (?:on|in) (?:the )?",
    re.IGNORECASE,
)
# Words that make a count the length of the thing whose dates stand beside it.
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|spent|spend|during|in|over|throughout|spann(?:ed|ing)|serv(?:ed|ing)|rul(?:ed|ing)|took|"
    r"reign(?:ed|ing)(?: for)?|held|lived|went on|goes on|stood|stands|stayed|stays|raged|dragged on|endured|continued|"
    r"governed|after|of|over(?= a)|(?:took|takes|cost)(?: (?!from\b|in\b|on\b)[\w’'-]+){1,4}|"
    r"; (?:in |over |for |during )?(?:those|these))"
    r"(?: (?:\w+[’\']s|for|the|those|these|that|his|her|its|their|a|an|next|whole|entire|just|only|all|full|"
    r"long|exactly|almost|no|fewer|less|than|more|over|at|least|nearly|about|around|some|little|under|well|good|"
    r"as|many|much))* ?$",
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
# What may be told of as "the six-year …" by its own dates.
_LASTING_THING = re.compile(
    r" (?:(?:civil|cold|trade|bloody|brutal|guerrilla|world|political|military) )?(?:war|conflict|siege|reign|"
    r"presidency|premiership|chancellorship|papacy|pontificate|rule|tenure|dictatorship|occupation|strike|drought|run|career|stint|"
    r"spell|campaign|exile|imprisonment|mandate|insurgency|rebellion|uprising|marriage|absence|captivity|blockade|famine|"
    r"boycott|expedition|voyage|journey|tour|closure|shutdown|lockdown|existence|history|life)\b",
    re.IGNORECASE,
)
_THING_THEN_DATES = re.compile(
    r" [\w ]{3,40}?,? ?(?:(?:which|that) )?(?:lasted |lasting |ran |raged |was fought |fought |running |stretching )?"
    r"(?:\(|(?:from|between) (?:the )?)"
)
_THOSE = re.compile(r"\b(?:those|these|the|that) (?:whole |entire )?$", re.IGNORECASE)
_BREAK = re.compile(r"[;:]|\b(?:when|while|whereas|who|which|but)\b|\d{3}")
_FARTHEST = 110
_OFFICE_NOUN = re.compile(r" (?P<noun>presidency|premiership|chancellorship|papacy|pontificate|reign)\b", re.IGNORECASE)
# "After nine years as", "his eight years in", "Reagan's eight-year", "served eight years as": the whole of it.
_WHOLE_TIME = re.compile(
    r"(?:\b(?:his|her|after|spent|served|serving)|['’]s?)(?: for)?(?: (?:just|only|full|long))? $", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:(?P<verb>ruled|reigned|governed)|(?:was|served as) (?:the )?(?P<title>president|prime minister|chancellor|"
    r"pope|king|queen))(?: [A-Z]\w+)? for $",
    re.IGNORECASE,
)
# Somebody who leaves is spoken of in the past some weeks before (days).
_LEAVING = 60
# A third date this near (characters) makes a list of dates.
_NEAR_DATE = 24
_LASTED = re.compile(
    r",? (?:(?:which|that) )?(?:had )?(?:last(?:s|ed)|went on|dragged on|raged)(?: for)? $", re.IGNORECASE
)
_FINE = {"day": Precision.DAY, "week": Precision.DAY, "month": Precision.MONTH, "year": Precision.YEAR}


def duration_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is the interval that the sentence itself gives (``other`` its offsets)."""
    counts = [count for count in find_counts(passage.text, 0, len(passage.text)) if not _is_name(passage, count)]
    for count in counts:
        if _SOMETHING_ELSE.match(passage.text, count.end):
            continue
        sentence = passage.sentence_at(count.start)
        yield from _as_holder(passage, count, sentence)
        yield from _of_event(passage, count, sentence)
        if len([other for other in counts if sentence[0] <= other.start < sentence[1]]) == 1:
            told = list(_between_dates(passage, count, sentence)) or list(_before_the_end(passage, count, sentence))
            yield from told or _of_the_sentence_before(passage, count, sentence)
    for match in _TERMS.finditer(passage.text):
        number, size = parse_number(match["number"]), parse_number(match["size"])
        sentence = passage.sentence_at(match.start())
        interval = _only_interval(passage, sentence)
        if number and size and interval is not None:
            start, end = match.span("number")
            count = Count(number * size, match["unit"].lower(), start, end, False, False)
            yield _claim(passage, count, sentence, interval=interval, detail=f"terms:{size}")


def _is_name(passage: Passage, count: Count) -> bool:
    """ "The Hundred Years' War" counts nothing."""
    return any(m.end >= count.end for m in passage.mentions_between(count.start - 20, count.end + 40)
               if m.start <= count.start)  # fmt: skip


def _before_the_end(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "Created Prince of Wales in July 1958, he bore the title for 54 years before he became king in 2022"."""
    text = passage.text
    dates = [date for date in passage.dates_between(*sentence) if date.type == "DATE"]
    if len(dates) != 2 or not dates[0].end <= count.start <= count.end <= dates[1].start:
        return
    first, last = dates
    begun = _BEGAN.search(text, sentence[0], first.start) or _FROM.search(text, sentence[0], first.start)
    ended = re.fullmatch(r",? (?:before|until|till)\b[^;:.()]{2,50} (?:in|on) (?:the )?", text[count.end : last.start])
    lasting = _LASTING.search(text, max(sentence[0], count.start - 40), count.start)
    if begun and ended and lasting and len(text[first.end : count.start]) < _FARTHEST and _is_forward(first, last):
        yield _claim(passage, count, sentence, interval=(first, last))


def _of_the_sentence_before(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "… from 3 March to 31 March 2025. Traders fear for their takings in those eight weeks"."""
    lead = passage.text[max(sentence[0], count.start - 40) : count.start]
    if sentence[0] < 3 or not _THOSE.search(lead) or passage.dates_between(*sentence):
        return
    interval = _only_interval(passage, passage.sentence_at(sentence[0] - 2))
    if interval is not None and _is_forward(*interval):
        yield _claim(passage, count, sentence, interval=interval)


def _is_forward(first: Expression, last: Expression) -> bool:
    """Two dates, one after the other, fine enough to count from."""
    spans = (first.span, last.span)
    if any(span is None or span.precision < Precision.YEAR for span in spans):
        return False
    return first.span is not None and last.span is not None and first.span.overlaps(last.span) is False and (
        (first.span.earliest_day or 0) < (last.span.earliest_day or 0)
    )  # fmt: skip


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
    noun = hyphened and _LASTING_THING.match(passage.text, count.end)
    apposed = hyphened and count.start > last.end and re.search(r", an? $", passage.text[last.end : count.start])
    if not (lasting or fronted or noun or apposed):
        return
    if hyphened and not lasting and not _stands_beside(passage, count, first, last):
        return
    between = (
        passage.text[count.end : first.start] if count.end <= first.start else passage.text[last.end : count.start]
    )
    joined = re.search(r"; (?:over |in |for |during )?(?:those|these) $", between) or re.fullmatch(
        r": (?:it|they) [^,;:]*", between
    )
    between = re.sub(
        r"^ [\w ]{2,30},? (?:which|that) (?=(?:lasted|ran|raged|went on|dragged on|was fought)\b)", " ", between
    )
    if len(between) > _FARTHEST or (_BREAK.search(between) and not joined):
        return
    spans = (first.span, last.span)
    if not _is_forward(first, last):
        return
    if any(span is None or span.precision < min(_FINE[count.unit], Precision.YEAR) for span in spans):
        return
    if count.unit != "year" and any(span is not None and span.precision < Precision.MONTH for span in spans):
        return
    yield _claim(passage, count, sentence, interval=interval)


def _stands_beside(passage: Passage, count: Count, first: Expression, last: Expression) -> bool:
    """ "The five-year conflict between 1950 and 1953", "between 1950 and 1953, a five-year conflict"."""
    text = passage.text
    if count.end <= first.start:
        return bool(_THING_THEN_DATES.fullmatch(text[count.end : first.start]))
    return bool(re.fullmatch(r"\)?,? (?:a|an|the|his|her|its|their)? ?(?:\w+ )?", text[last.end : count.start]))


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
    if len(found) != 1:
        return None
    first, last = found[0]
    others = [date for date in dates if date is not first and date is not last]
    if any(first.end < date.start < last.start or abs(date.start - last.end) < _NEAR_DATE for date in others):
        return None
    return _with_year(first, last), last


def _with_year(first: Expression, last: Expression) -> Expression:
    """ "Began on 2 April and ended on 14 June 1982": the first date is of the last one's year."""
    if (
        first.span is None
        or last.span is None
        or re.search(r"\d{3,4}", first.text)
        or not re.search(r"\d{4}", last.text)
    ):
        return first
    if first.span.earliest_day is None or last.span.earliest_day is None or first.span.precision < Precision.MONTH:
        return first
    _, month, day = civil(first.span.earliest_day)
    year, last_month, _ = civil(last.span.earliest_day)
    year -= month > last_month
    try:
        span = Span.day(year, month, day) if first.span.precision >= Precision.DAY else Span.month(year, month)
    except ValueError:
        return first
    return replace(first, span=span)


def _as_holder(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "Her eleven years as prime minister", "Reagan's eight-year presidency", "Victoria reigned for 63 years"."""
    text = passage.text
    words = IN_OFFICE.match(text, count.end) or _OFFICE_NOUN.match(text, count.end)
    lead = text[max(sentence[0], count.start - 40) : count.start]
    held = _HELD.search(lead)
    if count.unit != "year" or not (words or held) or (words and not _WHOLE_TIME.search(lead)):
        return
    person = holder_before(passage, sentence, count.start)
    if person is None or (held and held["verb"] and not _is_subject(passage, person, count.start - len(held.group()))):
        return
    told = held["title"] if held and held["title"] else held["verb"] if held else ""
    meant = (
        words.group() if words else f" as {told}" if held and held["title"] else " reign" if told == "reigned" else ""
    )
    terms = terms_meant(passage, person.candidates[0], meant)
    end = terms[-1].end if terms else None
    if end is None or end.earliest_day is None:
        return
    times = [passage.published, *(date.span for date in passage.dates_between(*sentence))]
    if any(time is not None and (time.latest_day or end.earliest_day) < end.earliest_day - _LEAVING for time in times):
        return
    yield _claim(passage, count, sentence, mention=person, office=terms[0].office)


def _is_subject(passage: Passage, person: Mention, verb: int) -> bool:
    return bool(re.fullmatch(r",? ?(?:who )?(?:had |has )?", passage.text[person.end : verb]))


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
