"""*Something is in its Nth year at T*: "as the war in Ukraine enters its seventh year", "the 40th day of the siege"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.chronology import Span, parse_number, parse_ordinal
from timelines.extraction.claims.anchors import near
from timelines.extraction.claims.subject import Subject, named_subject, subject_before, within_words
from timelines.extraction.passage import Passage
from timelines.model import Claim

_UNIT = r"(?P<unit>year|month|week|day|decade)"
_ORDINAL = r"(?P<number>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
_FILLER = r"(?:(?:straight|consecutive|full|bloody|brutal|grinding|successive|calendar) )?"

_ANCHOR = re.compile(r"\b(?:year|month|week|day|decade)\b", re.IGNORECASE)
# "enters its seventh year", "now in its third week", "the war's fourth year", "marks its 100th day"
_SUBJECT_FIRST = re.compile(
    r"\b(?P<verb>enter(?:s|ed|ing)?|began|begins?|beginning|start(?:s|ed|ing)?|in|into|reach(?:es|ed|ing)?|"
    r"approach(?:es|ed|ing)?|near(?:s|ed|ing)?|mark(?:s|ed|ing)?|complet(?:es|ed|ing)|is|was|through|throughout)"
    rf" (?:now |already )?(?:in(?:to)? )?(?:its|their|his|her) (?P<words>{_ORDINAL} {_FILLER}{_UNIT})\b",
    re.IGNORECASE,
)
# "the seventh year of the war in Ukraine", "in the third week of the siege"
_NUMBER_FIRST = re.compile(rf"\b(?P<words>{_ORDINAL} {_FILLER}{_UNIT}) (?:of|since) (?=(?P<rest>\S))", re.IGNORECASE)
# "on day 40 of the war", "year four of the war"
_CARDINAL = re.compile(
    r"\b(?P<words>(?P<unit>year|month|week|day) (?P<number>\d{1,4}|[a-z]+(?:-[a-z]+)?)) of (?=(?P<rest>\S))",
    re.IGNORECASE,
)
# "the war's seventh year"
_POSSESSIVE = re.compile(rf"(?:'|’)s (?P<words>{_ORDINAL} {_FILLER}{_UNIT})\b", re.IGNORECASE)

# Verbs that look ahead: a war "enters" or "approaches" a year of its life a little before the anniversary, too.
_LOOKING_AHEAD = re.compile(r"enter|approach|near|begin|start|reach|into", re.IGNORECASE)
_PAST_VERB = re.compile(r"^(?:entered|began|started|reached|approached|neared|marked|completed|was)$", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|now|enters|entering)\b", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:which|who|that|,|it) ?(?:was |were |has been )?(?:began|begun|launched|started|founded|opened|"
    r"took office|introduced|"
    r"moved into|broke out|came (?:down|to|into)|sworn in|elected|appointed|established|took over)\b[^,;.]{0,50}"
    r"\b(?:in|on|of|since) $",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|today|is|are|enter\w*|marks?|continue[sd]?|has|have)\b")
_PERFECT = re.compile(r"\b(?:has|have|['’]s|['’]ve)(?: now| just| already)? $", re.IGNORECASE)


def ordinal_period_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``number`` and ``unit`` say which period, ``at`` when it is said to run."""
    text = passage.text
    for match in near(_SUBJECT_FIRST, _ANCHOR, text, before=80, after=4):
        subject = subject_before(passage, match.start()) or _subject_after(passage, match)
        has_just = _PERFECT.search(passage.text, max(0, match.start() - 16), match.start())
        if subject is None and match["verb"].lower() in ("is", "in", "now", "enters", "entering"):
            yield from _dated_in_the_sentence(passage, match)
            continue
        yield from _claim(passage, match, subject, "enters" if has_just else match["verb"])
    for match in near(_POSSESSIVE, _ANCHOR, text, before=44, after=4):
        yield from _claim(passage, match, named_subject(passage, match.start(), ending=True), "")
    for pattern in (_NUMBER_FIRST, _CARDINAL):
        for match in near(pattern, _ANCHOR, text, before=40, after=40):
            if pattern is _CARDINAL or not _tells_history(passage, match.start()):
                yield from _claim(passage, match, named_subject(passage, match.start("rest")), "")


def _dated_in_the_sentence(passage: Passage, match: re.Match[str]) -> Iterator[Claim]:
    """What has no known name, but a beginning beside it: "the strike, begun on 3 March, is in its eighth week"."""
    sentence = passage.sentence_at(match.start())
    dates = passage.dates_between(*sentence)
    number = parse_ordinal(match["number"])
    if len(dates) != 1 or number is None or passage.published is None or not _PRESENT.search(match.group()):
        return
    date = dates[0]
    if (
        date.end > match.start()
        or not _BEGAN.search(passage.text, sentence[0], date.start)
        or not re.search(r"\d", date.text)
    ):
        return
    if re.search(r"[;:]|\b(?:but|and|while|whose)\b", passage.text[date.end : match.start()]):
        return
    start, end = match.span("words")
    yield Claim(
        id=f"ordinal-period@{start}",
        kind="ordinal-period",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=passage.text[sentence[0] : date.start].split(",")[0].strip(),
        says=f"it is in its {match['number'].lower()} {match['unit'].lower()}",
        sentence=sentence,
        span=date.span,
        at=passage.published,
        number=number,
        unit=match["unit"].lower(),
        other=f"{date.start}:{date.end}",
        detail="looking ahead",
        modality=passage.standing(start, end),
    )


def _tells_history(passage: Passage, start: int) -> bool:
    """ "Thousands died on the first day of the battle": a past period without a date, not the one that runs now."""
    sentence = passage.sentence_at(start)
    lead = passage.text[max(sentence[0], start - 12) : start]
    return bool(re.search(r"\b(?:on|in|during|by|after|from|until) (?:the )?$", lead)) and not (
        _NOW.search(passage.text, *sentence) or passage.dates_between(*sentence)
    )


def _subject_after(passage: Passage, match: re.Match[str]) -> Subject | None:
    """The subject of the main clause that a fronted count belongs to: "Now in its third year, the war …"."""
    fronted = passage.text[passage.sentence_at(match.start())[0] : match.start()].strip().lower()
    if fronted not in ("", "now", "already", "still", "and now") or passage.text[match.end() : match.end() + 2] != ", ":
        return None
    return named_subject(passage, match.end() + 2)


def _claim(passage: Passage, match: re.Match[str], subject: Subject | None, verb: str) -> Iterator[Claim]:
    number = parse_number(match["number"]) if match.re is _CARDINAL else parse_ordinal(match["number"])
    if number is None or number < 1 or subject is None:
        return
    start, end = match.span("words")
    sentence = passage.sentence_at(start)
    at, at_words = _time_of(passage, sentence, start, verb)
    if at is None:
        return
    unit = match["unit"].lower()
    yield Claim(
        id=f"ordinal-period@{start}",
        kind="ordinal-period",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=subject.ids[0],
        says=f"{passage.canon.fact(subject.ids[0]).label} is in its {match['number'].lower()} {unit}",
        sentence=sentence,
        named=subject.name,
        readings=subject.ids,
        at=at,
        at_words=at_words,
        number=number,
        unit=unit,
        detail="looking ahead" if _LOOKING_AHEAD.search(verb) else "",
        modality=passage.standing(start, end),
    )


def _time_of(
    passage: Passage, sentence: tuple[int, int], start: int, verb: str
) -> tuple[Span | None, tuple[int, int] | None]:
    """The date that the sentence gives, else the publication date unless the sentence tells of the past."""
    dates = [date for date in passage.dates_between(*sentence) if not within_words(date, passage, start)]
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    if dates or _PAST_VERB.match(verb):
        return None, None
    return passage.published, None
