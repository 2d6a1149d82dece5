"""*P held office O at T*, told by the office's name: "then foreign minister", "as chancellor in 2001", "since 2013".

Only offices that the person held at some time are read: which one a bare "president" means is then plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.extraction.claims.acting import date_of_clause, date_of_occasion
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_PHRASE = r"(?P<office>[A-Za-z][\w’'. -]{3,60}?)"
_THEN_AFTER = re.compile(rf", (?:who was )?(?:then|at the time)(?: the| a|,)? {_PHRASE}(?=,| and\b|\))")
_THEN_BEFORE = re.compile(rf"\b(?:the )?then[ -]{_PHRASE},? $", re.IGNORECASE)
_AS = re.compile(
    rf"\bas (?:the |a )?{_PHRASE},? in (?:early |late |mid-)?(?:the (?:spring|summer|autumn|winter) of )?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r", (?:the )?(?P<office>(?!then\b|former|who|which|whose|once\b|ex-|an? |not\b|no\b|until\b|as\b|later\b|"
    r"now\b|and\b|"
    r"said\b)[A-Za-z][\w’'. -]{3,50}?),"
)
_HEADING = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) |[\w.]+[’']s? )(?P<office>(?:[A-Za-z][\w’'.-]* ){0,4}?"
    r"[A-Za-z][\w’'.-]+), $"
)
_OF_SOMETHING_ELSE = re.compile(r"\b(?:of|at|for) (?:the |a |his |her |its )?[a-z]")
_AS_FRONTED = re.compile(rf"\b[Aa]s (?:the |a )?{_PHRASE}, $")
_SINCE = re.compile(
    rf",? (?:who )?(?:has been|had been|has served as|is|serving as) (?:the )?{_PHRASE},? since (?:early |late )?$"
)
_FROM = re.compile(
    rf",? (?:who )?(?:was|served as|had been|has been) (?:the )?{_PHRASE},? (?:from|between) (?:early |late )?$"
)
_UNTIL = re.compile(
    rf",? (?:who )?(?:was|served as|remained|stayed(?: on as)?) (?:the )?{_PHRASE},? (?:until|till|to) "
    r"(?:early |late )?$"
)
_TO = re.compile(r" (?:to|until|till|and) |\s?[–—-]\s?")
_NOT_HELD = re.compile(
    r"\b(?:deputy|vice|shadow|former|acting|interim|future|assistant|candidate|nominee|under|ex|state senator|"
    r"outgoing|incoming|ousted|deposed|designate|elect|caretaker|then)\b",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n[’']t\b")
# Beginning and end of an office, where the day itself may be either side.
_CHANGES = re.compile(
    r"\b(?:step\w* down|stood down|resign\w*|retir\w+|quit|elected|appointed|sworn|succeed\w*|replac\w+|"
    r"took over|named|"
    r"nominated|chosen|ousted|left|return\w*|installed|crowned|confirmed|began|started|ended|term|career|years?)\b"
)
_YEAR = re.compile(r"\d{4}")
_FARTHEST = 60


def held_office_claims(passage: Passage) -> Iterator[Claim]:
    """Find claims of the kinds ``office`` (``at`` is the time) and ``event-date`` (the beginning or end of a term)."""
    for mention in passage.mentions:
        if mention.candidates[0].startswith("person/"):
            person = passage.canon.fact(mention.candidates[0])
            if person.terms:
                yield from _then(passage, mention, person)
                yield from _bounds(passage, mention, person)
    for date in passage.dates_between(0, len(passage.text)):
        if date.span is not None and date.type == "DATE" and _YEAR.search(date.text):
            yield from _as(passage, date)


def heading_office(passage: Passage, mention: Mention) -> str | None:
    """The office before a name between commas: "the prime minister, Margaret Thatcher, was chairing"."""
    text = passage.text
    if text[mention.end : mention.end + 1] != ",":
        return None
    sentence = passage.sentence_at(mention.start)
    found = _HEADING.search(text, max(sentence[0], mention.start - _FARTHEST), mention.start)
    if found is None or _OF_SOMETHING_ELSE.search(found["office"]):
        return None
    return _office(passage, passage.canon.fact(mention.candidates[0]), found["office"])


def apposed_office(passage: Passage, mention: Mention) -> tuple[str, int] | None:
    """The office beside a name, and where its words end: "Liz Truss, the prime minister, said"."""
    found = _APPOSED.match(passage.text, mention.end)
    if found is None:
        return None
    office = _office(passage, passage.canon.fact(mention.candidates[0]), found["office"])
    return (office, found.end("office")) if office is not None else None


def _then(passage: Passage, mention: Mention, person: Fact) -> Iterator[Claim]:
    text, sentence = passage.text, passage.sentence_at(mention.start)
    after = _THEN_AFTER.match(text, mention.end, sentence[1])
    before = _THEN_BEFORE.search(text, max(sentence[0], mention.start - _FARTHEST), mention.start)
    if after is not None:
        office, words = _office(passage, person, after["office"]), (mention.start, after.end("office"))
        date = date_of_clause(passage, mention.start, after.end() + 1)
    elif mention.title_office is not None and re.search(r"\bthen[ -]$", text[: mention.start], re.IGNORECASE):
        office, words = mention.title_office, (mention.start, mention.end)
        date = date_of_clause(passage, mention.start, mention.end)
    elif before is not None:
        office, words = _office(passage, person, before["office"]), (before.start(), mention.end)
        end = mention.end + (text[mention.end : mention.end + 1] == ",")
        date = date_of_clause(passage, before.start(), end)
    elif (fronted := _AS_FRONTED.search(text, max(sentence[0], mention.start - _FARTHEST), mention.start)) is not None:
        if re.search(r"\d", fronted["office"]):
            return
        office, words = _office(passage, person, fronted["office"]), (fronted.start(), mention.end)
        date = date_of_occasion(passage, mention.start)
    else:
        return
    if office is not None and date is not None and date.span is not None:
        yield _claim(passage, mention, person, office, words, date)


def _as(passage: Passage, date: Expression) -> Iterator[Claim]:
    text, sentence = passage.text, passage.sentence_at(date.start)
    found = _AS.search(text, sentence[0], date.start)
    if found is None or len(passage.dates_between(*sentence)) > 1:
        return
    if _CHANGES.search(text, max(sentence[0], found.start() - _FARTHEST), found.start()):
        return
    persons = [m for m in passage.mentions_between(*sentence) if m.candidates[0].startswith("person/")]
    fronted = not text[sentence[0] : found.start()].strip()
    wanted = [
        m
        for m in persons
        if (m.start >= date.end and m.start - date.end <= 3) or (not fronted and m.end <= found.start())
    ]
    if not wanted:
        return
    mention = wanted[-1]
    person = passage.canon.fact(mention.candidates[0])
    office = _office(passage, person, found["office"])
    if office is not None:
        yield _claim(passage, mention, person, office, (found.start(), date.end), date)


def _bounds(passage: Passage, mention: Mention, person: Fact) -> Iterator[Claim]:
    """ "Who has been prime minister since 2013", "was chancellor from 1980 to 1998", "served as … until 1996"."""
    sentence = passage.sentence_at(mention.start)
    dates = [date for date in passage.dates_between(mention.end, sentence[1]) if _YEAR.search(date.text)][:2]
    if not dates or _NEGATED.search(passage.text, mention.end, dates[0].start):
        return
    lead = passage.text[mention.end : dates[0].start]
    for pattern, ends in ((_SINCE, ("began",)), (_UNTIL, ("ended",)), (_FROM, ("began", "ended"))):
        found = pattern.fullmatch(lead)
        office = _office(passage, person, found["office"]) if found is not None else None
        if office is None:
            continue
        if len(ends) > 1 and (
            len(dates) < 2 or not _TO.fullmatch(passage.text[dates[0].end : dates[1].start])
        ):  # fmt: skip
            return
        for date, end in zip(dates, ends, strict=False):
            yield from _bound(passage, person, office, date, end)
        return


def _bound(passage: Passage, person: Fact, office: str, date: Expression, end: str) -> Iterator[Claim]:
    prefix = f"event/{person.id.replace('/', '-')}/{office.partition('/')[2]}-"
    events = [
        event for event in passage.canon.events_of(person.id)
        if event.id.startswith(prefix) and event.id.endswith(f"/{end}")
    ]  # fmt: skip
    if events and date.span is not None:
        yield Claim(
            id=f"held-office@{date.start}",
            kind="event-date",
            start=date.start,
            end=date.end,
            text=passage.text[date.start : date.end],
            about=events[0].id,
            says=f"{events[0].label}: {date.span.edtf}",
            sentence=passage.sentence_at(date.start),
            readings=tuple(event.id for event in events),
            span=date.span,
            at_words=(date.start, date.end),
            detail="any",
            modality=passage.standing(date.start, date.end),
        )


def _office(passage: Passage, person: Fact, words: str) -> str | None:
    """The office among those that the person ever held whose title stands in the words; the longest title decides."""
    said = words.lower()
    if _NOT_HELD.search(said):
        return None
    best: tuple[int, str] | None = None
    for id_ in dict.fromkeys(term.office for term in person.terms):
        office = passage.canon.fact(id_)
        for title in (office.label, *office.titles):
            if re.search(rf"\b{re.escape(title.lower())}\b", said) and (best is None or len(title) > best[0]):
                best = (len(title), id_)
    return best[1] if best else None


def _claim(
    passage: Passage, mention: Mention, person: Fact, office: str, words: tuple[int, int], date: Expression
) -> Claim:
    start, end = words
    return Claim(
        id=f"held-office@{start}",
        kind="office",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=person.id,
        says=f"{person.label} was {passage.canon.fact(office).label} at {date.edtf}",
        sentence=passage.sentence_at(start),
        readings=mention.candidates,
        at=date.span,
        at_words=(date.start, date.end),
        other=office,
        modality=passage.standing(start, end),
    )
