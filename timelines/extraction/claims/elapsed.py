"""*T is N units after E*: "a decade after the fall of the Berlin Wall, in 1995", "it is six years since he left".

E is known to the canon or dated by the sentence; T is dated by the sentence, or the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timelines.canon.index import Mention
from timelines.chronology import Precision, Span, civil
from timelines.extraction.claims.counts import Count, find_counts
from timelines.extraction.claims.moment import Moment, clause_end, is_its_day, moment_at, told_moment
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_DIRECTION = re.compile(
    r"(?P<exact> to the (?:very )?(?:day|hour|minute|week|month))?,?\s+"
    r"(?P<direction>(?:on )?from|after|before|since|following|prior to|into)\s+(?=\S)",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"-(?:year|month|week|day|decade)s?$", re.IGNORECASE)
# "Thirteen years later, in 2006", "on 9 May 2016, two years later": both dates are given.
_LATER = re.compile(r" (?P<direction>later|earlier|before|previously|on|after)(?=(?P<date>,? (?:in|on) )|[,.;:)])")
_BEFORE_LATER = re.compile(r"(?:,| and| -| –| —) (?:[a-z]+ ){0,3}$|\($")
_AGO = re.compile(
    r" ago(?P<day>,? (?:to the day|today|tonight|tomorrow|this (?:week|month|year|weekend|spring|summer|autumn|winter)|"
    r"(?:on |last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?",
    re.IGNORECASE,
)
# "Ten years after the referendum, the country is divided": a count that opens a sentence about the present.
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|remains?|still|continues?|says?|faces?|now|today|tonight|"
    r"(?:earn|want|need|keep|live|look|come|go|lead|rule|run)s?)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|wa|could|would)\b")
# "since" counts up to now only where the sentence says so.
_UP_TO_NOW = re.compile(
    r"\b(?:it(?:'s|’s| is| has been| will be| will have been)|mark(?:s|ing)|celebrat(?:es?|ing)|"
    r"commemorat(?:es?|ing)|today|now|has|have|have passed|are)\b",
    re.IGNORECASE,
)
_NOT_A_POINT = re.compile(r"^(?:that|this|then|which|all|they|it|we|I)\b[ ,.;]?$|^(?:another|one|each other)\b")
_FRONTED = re.compile(
    r"^\W*(?:(?:but|and|now|more than|nearly|almost|about|some|over|around|just|exactly|only|barely|roughly|less than|"
    r"at least|well over|the|it (?:is|has been|was)|it['’]s)\s+)*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"[,;]?(?: (?:that|since|when))? ?(?:the )?", re.IGNORECASE)
_SAME_YEAR = re.compile(r"\b(?:same|that|following|next|previous) year\b", re.IGNORECASE)
_ANOTHER_CLAUSE = re.compile(r"\b(?:since|until|by|before|after|from) (?:the )?$")
_HAPPENED = re.compile(r" (?:came|happened|took place|occurred|followed|struck|broke out|began|was signed|fell) $")
# Between what happened and "40 years ago": a place, a hedge.
_COMPLEMENT = re.compile(r"(?: [\w’'-]+){0,5} $")
# Around the day of the year itself an article speaks of the present whatever its tense.
_AROUND_THE_DAY = 8


def elapsed_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``at`` is the time that the count leads to, ``span`` what the text says of E."""
    for count in find_counts(passage.text, 0, len(passage.text)):
        if _HYPHENED.search(passage.text, count.start, count.end):
            continue
        match = _DIRECTION.match(passage.text, count.end)
        if match is not None:
            yield from _counted_from(passage, count, match)
        elif (later := _LATER.match(passage.text, count.end)) is not None:
            yield from _later(passage, count, later)
        elif (ago := _AGO.match(passage.text, count.end)) is not None:
            yield from _ago(passage, count, ago)


def _counted_from(passage: Passage, count: Count, match: re.Match[str]) -> Iterator[Claim]:
    sentence = passage.sentence_at(count.start)
    end = clause_end(passage, match.end())
    if _NOT_A_POINT.match(passage.text[match.end() : end]):
        return
    moment = moment_at(passage, match.end(), owner=_owner(passage, sentence, count, end))
    if moment is None:
        return
    direction = match["direction"].lower()
    at, at_words = _time_of(passage, sentence, count, direction, moment)
    if at is None or (moment.date is not None and not _comparable(passage, moment.date, at_words)):
        return
    relation = "before" if direction in ("before", "prior to") else "after"
    if direction == "into" or (direction in ("since", "on from") and _runs_on(passage, moment)):
        moment = replace(moment, begins=True)
    yield _claim(passage, count, moment, at, at_words, relation, exact=bool(match["exact"]))


def _runs_on(passage: Passage, moment: Moment) -> bool:
    whens = [passage.canon.fact(one).when for one in moment.ids]
    return bool(whens) and all(when is not None and when.open_end for when in whens)


def _later(passage: Passage, count: Count, match: re.Match[str]) -> Iterator[Claim]:
    """ "The mill closed in 1983; thirteen years later, in 2006, its chimney came down"."""
    sentence = passage.sentence_at(count.start)
    dates = [date for date in passage.dates_between(*sentence) if date.type == "DATE" and not _overlaps(date, count)]
    before = [date for date in dates if date.end <= count.start]
    second = next((date for date in dates if match["date"] and date.start <= match.end("date") < date.end + 1), None)
    second = second or next((d for d in dates if match["date"] and 0 <= d.start - match.end("date") <= 4), None)
    if second is None and before and _BEFORE_LATER.fullmatch(passage.text[before[-1].end : count.start]):
        second = before.pop()
    if second is None or second.span is None or len(before) > 1 or len(dates) != len(before) + 1:
        return
    if not before and sentence[0] > 2:
        before = [d for d in passage.dates_between(*passage.sentence_at(sentence[0] - 2)) if d.type == "DATE"]
    if len(before) != 1 or before[0].span is None or not _comparable(passage, before[0], (second.start, second.end)):
        return
    first, earlier = before[0], match["direction"] in ("earlier", "before", "previously")
    if not all(re.search(r"\d{3,4}", date.text) for date in (first, second)):
        return
    forward = (first.span.latest_day or 0) < (second.span.earliest_day or 0) if first.span else False
    if forward == earlier:
        return
    moment = Moment((), first.text, first, first.end)
    relation = "before" if earlier else "after"
    yield _claim(passage, count, moment, second.span, (second.start, second.end), relation, exact=False)


def _overlaps(date: Expression, count: Count) -> bool:
    return date.start < count.end and count.start < date.end


def _ago(passage: Passage, count: Count, ago: re.Match[str]) -> Iterator[Claim]:
    """ "The Beatles broke up 30 years ago today", "Thirty years ago on Saturday, Challenger broke up"."""
    sentence = passage.sentence_at(count.start)
    if passage.published is None or passage.published.precision < Precision.MONTH:
        return
    dated = [d for d in passage.dates_between(*sentence) if not (d.start < ago.end() and count.start < d.end)]
    if dated:
        return
    moment = None
    lead = passage.text[sentence[0] : count.start]
    if _FRONTED.match(lead):
        after = _THAT.match(passage.text, ago.end())
        start = after.end() if after else ago.end()
        moment = told_moment(passage, start, _till_break(passage, start))
    elif not re.search(r"[,;:()—–]", lead):
        begins = sentence[0] + (3 if lead.lower().startswith("the ") else -1) + 1
        moment = told_moment(passage, begins, count.start)
        if moment is not None and not _COMPLEMENT.fullmatch(passage.text[moment[2] : count.start]):
            return
    if moment is not None:
        ids, name, end = moment
        exact = bool(ago["day"]) and bool(re.search(r"today|tonight|to the day", ago["day"]))
        at = _around(passage.published, ago["day"] or "")
        yield _claim(passage, count, Moment(ids, name, None, end), at, None, "after", exact=exact)


def _around(published: Span, day: str) -> Span:
    """ "Thirty years ago this month", "on Saturday": the day that is meant lies around the article's own."""
    first, last = published.earliest_day, published.latest_day
    margin = 31 if "month" in day else 366 if "year" in day else 7 if "day" in day or "week" in day else 0
    if first is None or last is None or "today" in day or not margin:
        return published
    return Span.days(first - margin, last + margin)


def _till_break(passage: Passage, start: int) -> int:
    return min(clause_end(passage, start), passage.sentence_at(start)[1])


def _owner(passage: Passage, sentence: tuple[int, int], count: Count, end: int) -> Mention | None:
    """Whom "he" or "her" means in the clause: the one person of the main clause."""
    persons = [
        mention
        for mention in passage.mentions_between(*sentence)
        if mention.candidates[0].startswith("person/") and not count.end <= mention.start < end
    ]
    return persons[0] if len({mention.candidates[0] for mention in persons}) == 1 else None


def _comparable(passage: Passage, date: Expression, at_words: tuple[int, int] | None) -> bool:
    """Two dates of which one lacks its year can be counted from if the other is of the article's year."""
    if at_words is None:
        return bool(re.search(r"\d{3,4}", date.text))
    sentence = passage.sentence_at(date.start)
    if _SAME_YEAR.search(passage.text, *sentence):
        return False
    first, second = date.text, passage.text[slice(*at_words)]
    stated = [re.search(r"\d{3,4}|\bBC\b", words) is not None for words in (first, second)]
    if all(stated) or not any(stated):
        return True
    known = re.search(r"\d{4}", first if stated[0] else second)
    published = passage.published
    this_year = civil(published.earliest_day)[0] if published and published.earliest_day is not None else None
    return known is not None and int(known.group()) == this_year


def _claim(
    passage: Passage,
    count: Count,
    moment: Moment,
    at: Span,
    at_words: tuple[int, int] | None,
    relation: str,
    *,
    exact: bool,
) -> Claim:
    label = passage.canon.fact(moment.ids[0]).label if moment.ids else moment.name
    unit = count.unit if count.number == 1 else f"{count.unit}s"
    begins = "begin" if moment.begins and relation == "after" else ""
    leeway = [begins, count.hedge or ("exact" if exact else ""), "round" if count.round and not exact else ""]
    leeway += ["decades"] if "decade" in passage.text[count.start : count.end].lower() and not exact else []
    return Claim(
        id=f"elapsed@{count.start}",
        kind="elapsed",
        start=count.start,
        end=count.end,
        text=passage.text[count.start : count.end],
        about=moment.ids[0] if moment.ids else moment.name,
        says=f"{at.edtf} is {count.number} {unit} {relation} {label}",
        sentence=passage.sentence_at(count.start),
        named=moment.name,
        readings=moment.ids,
        span=moment.date.span if moment.date else None,
        at=at,
        at_words=at_words,
        number=count.number,
        unit=count.unit,
        other=f"{moment.date.start}:{moment.date.end}" if moment.date else None,
        detail=" ".join([relation, *filter(None, leeway)]),
        modality=passage.standing(count.start, count.end),
    )


def _time_of(
    passage: Passage, sentence: tuple[int, int], count: Count, direction: str, moment: Moment
) -> tuple[Span | None, tuple[int, int] | None]:
    text = passage.text
    dates = [
        date
        for date in passage.dates_between(*sentence)
        if (date.end <= count.start or date.start >= moment.end) and date is not moment.date
    ]
    if len(dates) == 1 and not _ANOTHER_CLAUSE.search(text, max(0, dates[0].start - 16), dates[0].start):
        return dates[0].span, (dates[0].start, dates[0].end)
    if dates:
        return None, None
    if direction == "before":
        return None, None
    lead = text[sentence[0] : count.start]
    opens = bool(_FRONTED.match(lead))
    if direction == "since" and (opens or _UP_TO_NOW.search(lead)) and not re.search(r"\b(?:was|had)\b", lead):
        return passage.published, None
    if not opens:
        event = _event_of_main_clause(passage, sentence, count)
        if event is not None:
            return passage.canon.fact(event.candidates[0]).when, (event.start, event.end)
        return (passage.published, None) if _UP_TO_NOW.search(lead) and direction != "since" else (None, None)
    rest = text[moment.end : sentence[1]]
    if direction in ("on from", "into") and not _PAST.search(rest):
        return passage.published, None
    verb = re.search(r"\b(?:was|were|had|did|could|would|is|are|has|have|remains?|still|\w+s)\b", rest)
    present = _PRESENT.search(rest)
    if present and not (_PAST.search(rest) and verb and _PAST.match(verb.group())):
        return passage.published, None
    whens = [moment.date.span] if moment.date else [passage.canon.fact(one).when for one in moment.ids]
    today = count.unit == "year" and is_its_day(passage, whens, _AROUND_THE_DAY)
    return (passage.published, None) if today else (None, None)


def _event_of_main_clause(passage: Passage, sentence: tuple[int, int], count: Count) -> Mention | None:
    """ "Fukushima came 25 years after Chernobyl": what is counted up to is known as well."""
    mentions = passage.mentions_between(sentence[0], count.start)
    if len(mentions) != 1 or not mentions[0].candidates[0].startswith("event/"):
        return None
    when = passage.canon.fact(mentions[0].candidates[0]).when
    if when is None or not when.is_instant or not _HAPPENED.fullmatch(passage.text[mentions[0].end : count.start]):
        return None
    return mentions[0]
