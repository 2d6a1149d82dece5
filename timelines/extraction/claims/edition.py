"""*It is the Nth edition at T*: "the 12th edition of the Tour de France", "Super Bowl XX in 1990"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.chronology import Span, parse_ordinal
from timelines.extraction.claims.anchors import near
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_ORDINAL = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
_THINGS = (
    r"edition|season|festival|running|staging|instalment|installment|series|championship|contest|award|awards|ceremony|"
    r"congress|fair|conference|games|tournament|race|meeting|summit|marathon|show|year|term"
)
_EDITION = re.compile(rf"\b(?P<words>{_ORDINAL} (?:annual )?(?:{_THINGS}))\b", re.IGNORECASE)
_ANCHOR = re.compile(rf"(?<=(?:st|nd|rd|th|al) )(?:{_THINGS})\b", re.IGNORECASE)
_NTH = re.compile(rf"\b(?P<words>{_ORDINAL}) (?:annual |edition of (?:the )?)?$", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first|founded|began|begun|launched|started|inaugurated)(?: (?:held|broadcast|staged|published|aired|"
    r"run|played|"
    r"shown|organi[sz]ed|contested|performed|screened|awarded|presented|handed out|took place))?"
    r"(?: (?:in|at|by) [A-Z][\w ]{2,30})? (?:in|on) (?:the )?$",
    re.IGNORECASE,
)
# Without a date only what is told as happening now is asked about.
_CURRENT = re.compile(
    r"\b(?:is|are|opens?|opened|begins?|hosts?|host|kick(?:s|ed) off|next week|this (?:week|"
    r"month|year)|today)\b"
)
_YEARLY = re.compile(
    r"\b(?:annual\w*|yearly|every year|each year|every (?:spring|summer|autumn|winter|may|june|july|september|october)|"
    r"once a year|a year (?:ever since|since)|one \w+ a year|year after year)\b",
    re.IGNORECASE,
)
_UNBROKEN = re.compile(
    r"\b(?:ever since|every year since|each year since|without (?:a break|interruption|fail)|never missed)\b", re.I
)
_FARTHEST = 60


def edition_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is the first, if the text dates it, ``readings`` the known editions."""
    for mention in passage.mentions:
        fact = passage.canon.fact(mention.candidates[0])
        sentence = passage.sentence_at(mention.start)
        if fact.prefix == "series":
            match = _NTH.search(passage.text, max(sentence[0], mention.start - 40), mention.start)
            number = parse_ordinal(match["ordinal"]) if match else None
            if match is None or number is None:
                continue
            editions = tuple(one.id for one in passage.canon.editions(fact.id) if one.edition == number)
            at, words = _time_of(passage, sentence, None, mention.end)
            if at is not None and words is None and not _CURRENT.search(passage.text, *sentence):
                continue
            if editions and at is not None:
                yield _claim(
                    passage, match.span("words"), sentence, number, at, words, readings=editions, series=fact.id
                )
        elif fact.series and fact.edition and _names_number(mention.text):
            at, words = _date_after(passage, sentence, mention.end)
            if at is not None:
                yield _claim(
                    passage, (mention.start, mention.end), sentence, fact.edition, at, words,
                    readings=(fact.id,), series=fact.series,
                )  # fmt: skip
    for match in near(_EDITION, _ANCHOR, passage.text, before=44, after=2):
        number = parse_ordinal(match["ordinal"])
        if number is not None and number > 1:
            yield from _counted_from_the_first(passage, match, number)


def _names_number(name: str) -> bool:
    """Whether a name tells which edition it is, and not the year: "Super Bowl XX", "COP26"."""
    return bool(re.search(r"(?: |-)?\d{1,2}$| [IVXL]+$", name)) and not re.search(r"\d{4}", name)


def _counted_from_the_first(passage: Passage, match: re.Match[str], number: int) -> Iterator[Claim]:
    """An edition of something yearly whose first one is dated in the same sentence or the one before."""
    start, end = match.span("words")
    sentence = passage.sentence_at(start)
    before = passage.sentence_at(sentence[0] - 2) if sentence[0] > 2 else sentence
    for place in (sentence, before):
        firsts = [date for date in passage.dates_between(*place) if _FIRST.search(passage.text, place[0], date.start)]
        if len(firsts) != 1 or firsts[0].span is None:
            continue
        if not _YEARLY.search(passage.text, min(place[0], sentence[0]), sentence[1]):
            return
        at, words = _time_of(passage, sentence, firsts[0], None)
        if at is not None:
            unbroken = "unbroken" if _UNBROKEN.search(passage.text, min(place[0], sentence[0]), sentence[1]) else ""
            yield _claim(passage, (start, end), sentence, number, at, words, first=firsts[0], detail=unbroken)
        return


def _date_after(passage: Passage, sentence: tuple[int, int], end: int) -> tuple[Span | None, tuple[int, int] | None]:
    """The date that stands right behind the name."""
    for date in passage.dates_between(end, min(sentence[1], end + _FARTHEST))[:1]:
        if re.fullmatch(r",? (?:(?:was|were) (?:held|played|won|staged) )?(?:(?:in|"
            r"at) [A-Z][\w’' ]{2,24} )?(?:in|on) |\s?\(",
                        passage.text[end : date.start]):  # fmt: skip
            return date.span, (date.start, date.end)
    return None, None


def _time_of(
    passage: Passage, sentence: tuple[int, int], first: Expression | None, after: int | None
) -> tuple[Span | None, tuple[int, int] | None]:
    dates = [date for date in passage.dates_between(*sentence) if date is not first and date.type == "DATE"]
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    if dates or (
        after is not None and re.search(r"\b(?:was|were|had|since|before|after)\b", passage.text[slice(*sentence)])
    ):
        return None, None
    return passage.published, None


def _claim(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    number: int,
    at: Span,
    at_words: tuple[int, int] | None,
    *,
    readings: tuple[str, ...] = (),
    series: str = "",
    first: Expression | None = None,
    detail: str = "",
) -> Claim:
    start, end = words
    return Claim(
        id=f"edition@{start}",
        kind="edition",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=readings[0] if readings else passage.text[start:end],
        says=f"edition {number} is at {at.edtf}",
        sentence=sentence,
        readings=readings,
        span=first.span if first else None,
        at=at,
        at_words=at_words,
        number=number,
        unit="year",
        other=f"{first.start}:{first.end}" if first else series,
        detail=detail,
        modality=passage.standing(start, end),
    )
