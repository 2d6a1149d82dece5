"""*Something is in its Nth year at T*: "as the war in Ukraine enters its seventh year", "the 40th day of the siege"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timelines.canon.canon import held_at
from timelines.canon.schema import Term
from timelines.chronology import Span, parse_number, parse_ordinal
from timelines.extraction.claims.anchors import near
from timelines.extraction.claims.subject import Subject, named_subject, subject_before, within_words
from timelines.extraction.claims.tenure import IN_OFFICE, holder_before, terms_meant
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_UNIT = r"(?P<unit>year|month|week|day|decade)"
_ORDINAL = r"(?P<number>\d{1,3}(?:,\d{3})?(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
_FILLER = r"(?:(?:straight|consecutive|full|bloody|brutal|grinding|successive|calendar) )?"

_ANCHOR = re.compile(r"\b(?:year|month|week|day|decade)\b", re.IGNORECASE)
# "enters its seventh year", "now in its third week", "the war's fourth year", "marks its 100th day"
_SUBJECT_FIRST = re.compile(
    r"\b(?P<verb>enter(?:s|ed|ing)?|began|begins?|beginning|start(?:s|ed|ing)?|in|into|reach(?:es|ed|ing)?|"
    r"approach(?:es|ed|ing)?|near(?:s|ed|ing)?|mark(?:s|ed|ing)?|complet(?:es|ed|ing)|is|was|through|throughout|"
    r"go(?:es|ing)|went|spen(?:ds|t|ding)|drag(?:s|ged)(?: on)?|stretch\w+|pass(?:es|ed|ing))"
    rf" (?:now |already )?(?:in(?:to)? )?(?:its|their|his|her) (?P<words>{_ORDINAL} {_FILLER}{_UNIT})\b",
    re.IGNORECASE,
)
# "the seventh year of the war in Ukraine", "in the third week of the siege"
_NUMBER_FIRST = re.compile(rf"\b(?P<words>{_ORDINAL} {_FILLER}{_UNIT}) (?:of|since) (?=(?P<rest>\S))", re.IGNORECASE)
# "on day 40 of the war", "year four of the war"
_CARDINAL = re.compile(
    r"\b(?P<words>(?P<unit>year|month|week|day) (?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}|[a-z]+(?:-[a-z]+)?)) of "
    r"(?=(?P<rest>\S))",
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
    r"moved in(?:to)?|broke out|came (?:down|to|into)|sworn in|elected|appointed|established|took over|walked out|"
    r"went on strike|closed|landed|set up|erupted|seized|besieged|crowned)\b[^,;.]{0,50}\b(?:in|on|of|since) $",
    re.IGNORECASE,
)
_ANY_BEGAN = re.compile(_BEGAN.pattern.replace("(?:which|who|that|,|it) ?", "", 1), re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|entered|began|started|reached|marked|spent|went)\b", re.IGNORECASE)
# Whose own words the count belongs to: "the 150th day of their strike", "the 36th year of her reign".
_OWN = re.compile(r"(?:his|her|its|their) ", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"\b(?:it|they|(?:the|their|this) (?:\w+ )?(?:(?P<same>company|firm|shop|show|project|station|mission|campaign|"
    r"programme|program|play|fair|club|school|factory|restaurant|bakery|theatre|museum)|strike|siege|dispute|war|"
    r"protest|lockdown|drought|ban|trial|walkout|blockade|shutdown|occupation|lockout))\b",
    re.IGNORECASE,
)
# Somebody is elected or appointed some weeks before the term begins (days).
_TAKING_OFFICE = 3
_NOW = re.compile(r"\b(?:now|today|is|are|enter\w*|marks?|continue[sd]?|has|have)\b")
_PERFECT = re.compile(r"\b(?:has|have|['’]s|['’]ve)(?: now| just| already)? $", re.IGNORECASE)


def ordinal_period_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``number`` and ``unit`` say which period, ``at`` when it is said to run."""
    text = passage.text
    for match in near(_SUBJECT_FIRST, _ANCHOR, text, before=80, after=4):
        subject = subject_before(passage, match.start()) or _subject_after(passage, match)
        has_just = _PERFECT.search(passage.text, max(0, match.start() - 16), match.start())
        if subject is None:
            yield from _in_office(passage, match) or _begun_in_the_text(passage, match)
            continue
        yield from _claim(passage, match, subject, "enters" if has_just else match["verb"])
    for match in near(_POSSESSIVE, _ANCHOR, text, before=44, after=4):
        yield from _claim(passage, match, named_subject(passage, match.start(), ending=True), "")
    for pattern in (_NUMBER_FIRST, _CARDINAL):
        for match in near(pattern, _ANCHOR, text, before=40, after=40):
            if pattern is not _CARDINAL and _tells_history(passage, match.start()):
                continue
            subject = named_subject(passage, match.start("rest"))
            if subject is None and _OWN.match(text, match.start("rest")):
                yield from _in_office(passage, match) or _begun_in_the_text(passage, match)
            yield from _claim(passage, match, subject, "")


def _in_office(passage: Passage, match: re.Match[str]) -> list[Claim]:
    """ "Angela Merkel, in her ninth year as chancellor", "the 36th year of her reign": counted from taking office."""
    text, sentence = passage.text, passage.sentence_at(match.start())
    start, end = match.span("words")
    office = IN_OFFICE.match(text, end)
    person = holder_before(passage, sentence, start) if office is not None else None
    if office is not None and person is None:
        return _of_the_pope(passage, match, office)
    number = parse_ordinal(match["number"])
    if office is None or person is None or number is None:
        return []
    terms = terms_meant(passage, person.candidates[0], office.group())
    if not terms:
        return []
    dates = [d for d in passage.dates_between(*sentence) if not within_words(d, passage, start)]
    others = [date for date in dates if not _ANY_BEGAN.search(text, sentence[0], date.start)]
    at = others[0].span if len(others) == 1 else passage.published if not others else None
    if at is None or not any(held_at(term, at) for term in terms):
        return []
    begun = _beginnings(passage, person.candidates[0], terms)
    if not begun or (not others and _PAST.search(text, sentence[0], start)):
        return []
    at_words = (others[0].start, others[0].end) if others else None
    return [_counted(passage, match, number, at, at_words, readings=tuple(begun), named=person.text)]


def _of_the_pope(passage: Passage, match: re.Match[str], office: re.Match[str]) -> list[Claim]:
    """ "The Pope is in the twelfth year of his pontificate": whoever was pope when it was written."""
    number = parse_ordinal(match["number"])
    sentence = passage.sentence_at(match.start())
    named = re.search(r"\b[Tt]he Pope\b", passage.text[sentence[0] : match.start()])
    held = passage.canon.holders("office/pope", passage.published) if passage.published is not None else []
    if number is None or named is None or len(held) != 1 or office["noun"] not in ("pontificate", "papacy"):
        return []
    person, term = held[0]
    begun = _beginnings(passage, person.id, [term])
    at = passage.published
    return [_counted(passage, match, number, at, None, readings=tuple(begun), named="the Pope")] if at and begun else []


def _beginnings(passage: Passage, person: str, terms: Sequence[Term]) -> list[str]:
    """The events at which a person took office, for each of the terms."""
    kinds = ("inauguration", "appointment", "accession", "coronation", "election")
    events = [e for e in passage.canon.events_of(person) if e.kind in kinds and e.participants[:1] == (person,)]
    return [
        event.id for event in events if event.when is not None and any(_close(event.when, term.start) for term in terms)
    ]


def _close(one: Span, other: Span) -> bool:
    first, second = one.earliest_day, other.earliest_day
    return first is not None and second is not None and abs(first - second) <= _TAKING_OFFICE


def _begun_in_the_text(passage: Passage, match: re.Match[str]) -> list[Claim]:
    """What has no known name, but a beginning told: "the strike, begun on 3 March, is in its eighth week"."""
    text, sentence = passage.text, passage.sentence_at(match.start())
    number = parse_ordinal(match["number"])
    begun = _beginning_told(passage, sentence, match)
    if number is None or begun is None or begun.span is None:
        return []
    dates = [
        date
        for date in passage.dates_between(*sentence)
        if date is not begun and not within_words(date, passage, match.start("words"))
    ]
    if len(dates) > 1 or (dates and dates[0].span is None):
        return []
    at: Span | None = None
    at_words: tuple[int, int] | None = None
    if dates:
        at, at_words = dates[0].span, (dates[0].start, dates[0].end)
    else:
        present = _PRESENT.search(match.group()) or _PRESENT.search(text, sentence[0], match.start())
        at = passage.published if present else None
    if at is None or (begun.span.earliest_day or 0) > (at.latest_day or 0):
        return []
    claim = _counted(passage, match, number, at, at_words, span=begun.span, other=f"{begun.start}:{begun.end}")
    return [replace(claim, about=text[sentence[0] : match.start()].split(",")[0].strip(), detail="looking ahead")]


def _beginning_told(passage: Passage, sentence: tuple[int, int], match: re.Match[str]) -> Expression | None:
    """The one beginning that the sentence dates before the count, or the sentence before, if this one takes it up."""
    text = passage.text
    here = [d for d in passage.dates_between(sentence[0], match.start()) if _BEGAN.search(text, sentence[0], d.start)]
    if here:
        between = text[here[0].end : match.start()]
        stated = re.search(r"\d", here[0].text)
        broken = re.search(r"[;:]|\b(?:but|and|while|whose)\b", between)
        return here[0] if len(here) == 1 and stated and not broken else None
    taken_up = _TAKES_UP.search(text[sentence[0] : match.start()])
    taken_up = taken_up or _TAKES_UP.match(text[match.end("words") + 2 : sentence[1]])
    if sentence[0] < 3 or taken_up is None:
        return None
    before = passage.sentence_at(sentence[0] - 2)
    if taken_up["same"] and taken_up["same"].lower() not in text[slice(*before)].lower():
        return None
    dates = [d for d in passage.dates_between(*before) if d.type == "DATE"]
    begun = [d for d in dates if _ANY_BEGAN.search(text, before[0], d.start) and re.search(r"\d", d.text)]
    return begun[0] if len(dates) == 1 and begun else None


def _counted(
    passage: Passage,
    match: re.Match[str],
    number: int,
    at: Span,
    at_words: tuple[int, int] | None,
    *,
    readings: tuple[str, ...] = (),
    named: str = "",
    span: Span | None = None,
    other: str | None = None,
) -> Claim:
    start, end = match.span("words")
    return Claim(
        id=f"ordinal-period@{start}",
        kind="ordinal-period",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=readings[0] if readings else passage.text[start:end],
        says=f"it is in its {match['number'].lower()} {match['unit'].lower()}",
        sentence=passage.sentence_at(start),
        named=named,
        readings=readings,
        span=span,
        at=at,
        at_words=at_words,
        number=number,
        unit=match["unit"].lower(),
        other=other,
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
