"""*It is the Nth edition at T*: "the 12th edition of the Tour de France", "Super Bowl XX in 1990"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.chronology import Span, parse_ordinal
from timelines.extraction.claims.anchors import near
from timelines.extraction.claims.office_number import office_number_claims
from timelines.extraction.passage import Passage
from timelines.extraction.series import numbered_series, series_pattern
from timelines.model import Claim, Expression

_ORDINAL = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
_THINGS = (
    r"edition|season|festival|running|staging|instalment|installment|series|championship|contest|award|awards|ceremony|"
    r"congress|fair|conference|games|tournament|race|meeting|summit|marathon|show|year|term|biennale|biennial|triennial|"
    r"concert|exhibition|ball|parade|regatta|carnival|convention"
)
_EDITION = re.compile(rf"\b(?P<words>{_ORDINAL} (?:annual )?(?:{_THINGS}))\b", re.IGNORECASE)
_ANCHOR = re.compile(rf"(?<=(?:st|nd|rd|th|al) )(?:{_THINGS})\b", re.IGNORECASE)
_NTH = re.compile(
    r"\b[Tt]h(?:e|is(?: year['’]s)?) "
    r"(?P<words>(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|(?:[a-z]+-)?[a-z]+(?:th|st|nd|rd)|[IVXLC]{2,8})"
    r"(?P<noun> (?:edition|running|staging|session|instalment|meeting|ceremony)(?= of))?) "
    r"(?:(?:of )?the |of )?(?:annual |modern |men['’]s )?"
)
# Behind the name: nothing that makes it part of another noun ("the 20th World Cup match").
_NAME_ENDS = re.compile(
    r"[.,;:)!?—–\n“”\"]|$| (?:in|on|at|from|opens?|opened|beg[aiu]ns?|kick(?:s|ed)?|start(?:s|ed)?|will|is|was|are|"
    r"were|takes?|took|and|which|that|with|to|this|last|next|as|gets?|got|closes?|closed|for|by|conven\w+|ends?|ended|had|has|ceremony|"
    r"hosted|held|after|before|when|where|because|comes?|came|sets?|runs?|returns?|returned|met|meets?|today|"
    r"tonight|went|goes|lasted|ran)\b"
)
_NUMBERED_NAME = re.compile(r"\bCOP[ -]?(?P<n>\d{1,2})\b|\bSuper Bowl (?P<roman>[IVXLC]{2,8})\b")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_FIRST = re.compile(
    r"\b(?:first|founded|began|begun|launched|started|inaugurated)(?: (?:held|broadcast|staged|published|aired|"
    r"run|played|"
    r"shown|organi[sz]ed|contested|performed|screened|awarded|presented|handed out|took place))?"
    r"(?: (?:in|at|by) [A-Z][\w ]{2,30})? (?:in|on) (?:the )?$"
    r"|\b(?:every (?:single )?\w+|yearly|annually|each year|once a year|every \w+ years) since $"
    r"|^\W*[Ee]very (?:year|\w+) since $|^\W*[Ss]ince $",
    re.IGNORECASE,
)
# Without a date only what is told as happening now is asked about.
_CURRENT = re.compile(
    r"\b(?:is|are|opens?|opened|begins?|began|hosts?|host|kick(?:s|ed) off|stages?|starts?|sets out|sets off|"
    r"gets under way|won|wins|closes|takes place|next week|today|tonight|"
    r"this (?:week|month|year|weekend|summer|spring|autumn|winter))\b"
)
_PAST = re.compile(r"\b(?:was|were|had|since|before|after|until)\b")
_AHEAD = re.compile(r"\b(?:next|will|ahead|upcoming|coming|plan\w*|prepar\w+|before|due)\b")
_YEARLY = re.compile(
    r"\b(?:annual\w*|yearly|every year|each year|every (?:single )?(?:spring|summer|autumn|winter|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|"
    r"once a year|a year (?:ever since|since)|one \w+ a year|year after year)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\bevery (?P<years>two|second|other|three|third|four|fourth|five|fifth|ten) years?\b", re.IGNORECASE
)
_PERIODS = {
    "two": 2,
    "second": 2,
    "other": 2,
    "three": 3,
    "third": 3,
    "four": 4,
    "fourth": 4,
    "five": 5,
    "fifth": 5,
    "ten": 10,
}
_UNBROKEN = re.compile(
    r"\b(?:ever since|every year since|each year since|years since|every single|without (?:a break|interruption|fail)|"
    r"never missed|uninterrupted\w*|unbroken)\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[.;:()—–]|\b(?:since|born|who|which|until|founded|while)\b")
_WHICH_OPENED = re.compile(
    r"^, which (?:is |was )?(?:held|staged|opened|opens|began|begins|started|starts|kicked off|takes place|"
    r"took place)\b"
)
_FARTHEST = 70


def edition_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind.

    Of a known series ``other`` names it and ``detail`` begins with "series"; else ``span`` is the first that the text
    dates. ``number`` is the edition that the text says.
    """
    yield from _of_known_series(passage)
    yield from office_number_claims(passage)
    for match in near(_EDITION, _ANCHOR, passage.text, before=44, after=2):
        number = parse_ordinal(match["ordinal"])
        if number is not None and number > 1:
            yield from _counted_from_the_first(passage, match, number)


def _of_known_series(passage: Passage) -> Iterator[Claim]:
    """ "The 62nd Cannes Film Festival", "Super Bowl XX", "COP24"."""
    text, series = passage.text, numbered_series(passage.article.language)
    if not series:
        return
    by_id = {one.canon_id: one.name for one in series if one.canon_id}
    done: set[int] = set()
    names = series_pattern(passage.article.language)
    for match in _NTH.finditer(text):
        name = names.match(text, match.end())
        number = _number(match["ordinal"])
        if name is None or number is None or number < 2 or not _NAME_ENDS.match(text, name.end()):
            continue
        place = int(next(key for key, value in name.groupdict().items() if value is not None)[1:])
        sentence = passage.sentence_at(name.start())
        done.add(name.start())
        yield from _at_its_time(passage, match.span("words"), sentence, number, name.end(), series[place].name)
    for found in _NUMBERED_NAME.finditer(text):
        number = int(found["n"]) if found["n"] else _number(found["roman"])
        named = "UN climate conference" if found["n"] else "Super Bowl"
        if number and _NAME_ENDS.match(text, found.end()):
            done.add(found.start())
            yield from _at_its_time(
                passage, found.span(), passage.sentence_at(found.start()), number, found.end(), named
            )
    for mention in passage.mentions:
        key = _series_of(passage, mention, by_id)
        if key is not None and not any(mention.start <= start < mention.end for start in done):
            number = passage.canon.fact(mention.candidates[0]).edition or 0
            span = (mention.start, mention.end)
            yield from _at_its_time(passage, span, passage.sentence_at(mention.start), number, mention.end, key)


def _number(words: str) -> int | None:
    """An ordinal from the fifth on in words (below, "the third World Cup" is often somebody's third), or a numeral."""
    if words.isupper() and len(words) > 1:
        values = [_ROMAN[sign] for sign in words]
        return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
    number = parse_ordinal(words)
    return number if number is not None and (number > 4 or words[0].isdigit()) else None


def _series_of(passage: Passage, mention: Mention, by_id: dict[str, str]) -> str | None:
    """The series of an edition that is named by its number: "Super Bowl XX", "COP26", "the 92nd Academy Awards"."""
    fact = passage.canon.fact(mention.candidates[0])
    if not fact.series or not fact.edition or fact.series not in by_id or re.search(r"\d{4}", mention.text):
        return None
    numbered = re.search(r"(?: |-)?\d{1,2}$| [IVXL]+$", mention.text)
    return by_id[fact.series] if numbered and _NAME_ENDS.match(passage.text, mention.end) else None


def _at_its_time(
    passage: Passage, words: tuple[int, int], sentence: tuple[int, int], number: int, end: int, key: str
) -> Iterator[Claim]:
    at, at_words = _time_of_edition(passage, words[0], sentence, end)
    if at is None:
        return
    ahead = " ahead" if _AHEAD.search(passage.text, *sentence) else ""
    yield _claim(passage, words, sentence, number, at, at_words, series=key, detail=f"series{ahead}")


def _time_of_edition(
    passage: Passage, start: int, sentence: tuple[int, int], end: int
) -> tuple[Span | None, tuple[int, int] | None]:
    """The one date of the clause; without any, now, if the sentence tells of now."""
    text = passage.text
    dates = [date for date in passage.dates_between(*sentence) if date.end <= start or date.start >= end]
    if not dates:
        current = _CURRENT.search(text, *sentence) and not _PAST.search(text, *sentence)
        return (passage.published, None) if current else (None, None)
    if len(dates) != 1 or dates[0].type == "DURATION":
        return None, None
    date = dates[0]
    between = text[end : date.start] if date.start >= end else text[date.end : start]
    lead = text[max(0, date.start - 12) : date.start]
    between = _WHICH_OPENED.sub("", between)
    if len(between) > _FARTHEST or _BREAKS.search(between) or re.search(r"\b(?:since|until|before|after) $", lead):
        return None, None
    return date.span, (date.start, date.end)


def _counted_from_the_first(passage: Passage, match: re.Match[str], number: int) -> Iterator[Claim]:
    """An edition of something yearly whose first one is dated in the same sentence or the one before."""
    start, end = match.span("words")
    sentence = passage.sentence_at(start)
    before = passage.sentence_at(sentence[0] - 2) if sentence[0] > 2 else sentence
    for place in (sentence, before):
        firsts = [date for date in passage.dates_between(*place) if _FIRST.search(passage.text, place[0], date.start)]
        if len(firsts) != 1 or firsts[0].span is None:
            continue
        low = min(place[0], sentence[0])
        every = _EVERY.search(passage.text, low, sentence[1])
        if every is None and not _YEARLY.search(passage.text, low, sentence[1]):
            return
        at, words = _time_of(passage, sentence, firsts[0])
        if at is not None:
            unbroken = "unbroken" if _UNBROKEN.search(passage.text, low, sentence[1]) else ""
            period = f"every:{_PERIODS[every['years'].lower()]}" if every else ""
            detail = f"{unbroken} {period}".strip()
            yield _claim(passage, (start, end), sentence, number, at, words, first=firsts[0], detail=detail)
        return


def _time_of(
    passage: Passage, sentence: tuple[int, int], first: Expression
) -> tuple[Span | None, tuple[int, int] | None]:
    dates = [date for date in passage.dates_between(*sentence) if date is not first and date.type == "DATE"]
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    return (None, None) if dates else (passage.published, None)


def _claim(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    number: int,
    at: Span,
    at_words: tuple[int, int] | None,
    *,
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
        about=series or passage.text[start:end],
        says=f"edition {number} is at {at.edtf}",
        sentence=sentence,
        span=first.span if first else None,
        at=at,
        at_words=at_words,
        number=number,
        unit="year",
        other=f"{first.start}:{first.end}" if first else series,
        detail=detail,
        modality=passage.standing(start, end),
    )
