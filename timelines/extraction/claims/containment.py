"""*T lies inside E*: "during the Gulf War in 1995", "the Tet Offensive was the turning point of the Korean War"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.canon.index import Mention
from timelines.chronology import Span, civil
from timelines.extraction.claims.beginnings import event_at
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage
from timelines.model import Claim

_CONNECTOR = re.compile(
    r"\b(?P<word>during|amid|at the height of|in the middle of|in the midst of|in the depths of|throughout|in(?= the )|"
    r"of(?= the ))\s+(?=\S)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r",? (?:in|on|of|around|back in|early in|late in) (?:the )?(?:early |late |(?:summer|spring|autumn|winter) of )?$|"
    r"\s?\($",
    re.IGNORECASE,
)
# "The Cold War year of 1995"
_YEAR_OF = re.compile(r" (?:years?|summer|winter|spring|autumn|days) of $", re.IGNORECASE)
_FRONTED = re.compile(r"^\W*(?:in|on|back in|it was in) (?:the )?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|n't|n’t|without|neither|nor|no)\b", re.IGNORECASE)
OTHER_THING = re.compile(
    r"[’']s|-[a-z]| (?:[a-z]+(?:-[a-z]+)? )?(?:memorial|veteran|victims?|film|novel|talks|commission|inquiry|"
    r"era|museum)",
    re.I,
)
# Between an event and the one that it is put into: its description, nothing that compares or looks back.
_NO_DESCRIPTION = re.compile(
    r"[;:()—–“”]|\b(?:and|but|because|although|if|than|like|unlike|not|never|until|when|while|who|whose|since|after|"
    r"before|remind\w*|remember\w*|compar\w+|echo\w*|studi\w+|books?|films?|about|commemorat\w*|anniversar\w+|veterans?|"
    r"lessons?|"
    r"memor\w+|heroes?|hero|historians?|inspired|novel|legacy|museum|from|to|with|against|between|ended|end|aftermath|"
    r"similar|equivalent|version|another|other|next|previous|first|beginning|start|seeds?|prelude|rehearsal|origins?)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^\W*(?:(?:In|During|At|On) )?(?:[Tt]he )?$|(?:, |\bthat )(?:the )?$")
_APPOSED = re.compile(r", (?:an?|the|one|its|perhaps) ")
_FARTHEST = 70
_PANDEMIC = "event/covid-19-pandemic"
_UNNAMED_PANDEMIC = re.compile(r"the (?:coronavirus |Covid |COVID )?pandemic\b")


@dataclass(frozen=True, slots=True)
class Inside:
    """The time that is put inside something: a date, or an event known to the canon; its words and its span."""

    start: int
    end: int
    span: Span
    event: str = ""


def containment_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``about`` is what lasts, ``at`` what is put into it, ``other`` that event's id."""
    for match in _CONNECTOR.finditer(passage.text):
        second = event_at(passage, match.end()) or _the_pandemic(passage, match.end())
        if second is None or OTHER_THING.match(passage.text, second[1]):
            continue
        sentence = passage.sentence_at(match.start())
        if not _NEGATED.search(passage.text, max(sentence[0], match.start() - 30), match.start()):
            yield from _contained(passage, match, sentence, second)


def _the_pandemic(passage: Passage, offset: int) -> tuple[Subject, int] | None:
    """Since 2020 "the pandemic" needs no name."""
    match = _UNNAMED_PANDEMIC.match(passage.text, offset)
    published = passage.published
    known = published is not None and published.earliest_day is not None and civil(published.earliest_day)[0] >= 2020
    if match is None or not known or _PANDEMIC not in passage.canon.facts:
        return None
    named = {one for mention in passage.mentions for one in mention.candidates if one.startswith("event/")}
    if any(passage.canon.fact(one).kind == "pandemic" for one in named - {_PANDEMIC}):
        return None
    return Subject((_PANDEMIC,), "the pandemic"), match.end()


def _contained(
    passage: Passage, match: re.Match[str], sentence: tuple[int, int], second: tuple[Subject, int]
) -> Iterator[Claim]:
    """ "During the Gulf War in 1995", "in 1995, during the Gulf War"."""
    subject, end = second
    facts = [passage.canon.fact(one) for one in subject.ids]
    if all(fact.when is None or fact.when.is_instant for fact in facts) or re.match(
        r" of ", passage.text[end : end + 4]
    ):
        return
    word, war = match["word"].lower(), all(fact.kind in ("war", "conflict") for fact in facts)
    if word in ("in", "of") and not war:
        return
    inside = date_beside(passage, sentence, match.start(), end) if word != "of" else None
    if inside is not None:
        start, last = min(match.start(), inside.start), max(end, inside.end)
        yield contained(passage, (start, last), sentence, subject, inside, "during")
        return
    event = event_beside(passage, sentence, match.start(), end) if war or word != "in" else None
    if event is not None and event.event not in subject.ids:
        start = end - len(subject.name)
        yield contained(passage, (start, end), sentence, subject, event, "part of")


def date_beside(passage: Passage, sentence: tuple[int, int], start: int, end: int) -> Inside | None:
    """The one date that the same clause gives, right behind the words ``start``-``end`` or right before them."""
    text = passage.text
    for date in passage.dates_between(end, sentence[1])[:1]:
        lead = text[end : date.start]
        if date.start - end <= 30 and (_DATED.fullmatch(lead) or _YEAR_OF.fullmatch(lead)) and date.span is not None:
            return Inside(date.start, date.end, date.span)
    before = passage.dates_between(sentence[0], start)
    if not before or (span := before[-1].span) is None:
        return None
    found = Inside(before[-1].start, before[-1].end, span)
    if re.fullmatch(r",? ", text[found.end : start]):
        return found
    if len(before) == 1 and _FRONTED.match(text[sentence[0] : found.start]) and start - found.end < _FARTHEST:
        between = text[found.end : start]
        return found if not re.search(r"[;:()]|\b(?:who|which|that|when|while|than|as)\b", between) else None
    return None


def event_beside(passage: Passage, sentence: tuple[int, int], start: int, end: int) -> Inside | None:
    """The event of which the sentence says that it lies inside: right before the words, or right behind the comma."""
    text = passage.text
    before = [one for one in passage.mentions_between(sentence[0], start) if one.candidates[0].startswith("event/")]
    if len(before) == 1:
        between = text[before[0].end : start]
        if (
            start - before[0].end <= _FARTHEST
            and not _NO_DESCRIPTION.search(between)
            and (_OPENING.search(text[sentence[0] : before[0].start]) or _APPOSED.match(between))
            and not OTHER_THING.match(text, before[0].end)
        ):
            return _inside(passage, before[0])
        return None
    if before or text[sentence[0] : start].strip():
        return None
    comma = re.compile(r", (?:the )?").match(text, end)
    after = passage.mentions_between(comma.end(), sentence[1]) if comma else []
    if comma and after and after[0].start == comma.end() and not OTHER_THING.match(text, after[0].end):
        return _inside(passage, after[0])
    return None


def _inside(passage: Passage, mention: Mention) -> Inside | None:
    """The event, if its name means one thing only."""
    facts = [passage.canon.fact(one) for one in dict.fromkeys(mention.candidates)]
    if len(facts) != 1 or facts[0].when is None:
        return None
    return Inside(mention.start, mention.end, facts[0].when, facts[0].id)


def contained(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    first: Subject,
    inside: Inside,
    detail: str,
    office: str = "",
) -> Claim:
    """The claim that ``inside`` lies in the time of ``first``, an event or a person's time in an office."""
    start, end = words
    return Claim(
        id=f"during@{start}",
        kind="during",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=first.ids[0],
        says=f"{inside.event or inside.span.edtf} during {first.name}",
        sentence=sentence,
        named=first.name,
        readings=first.ids,
        at=inside.span,
        at_words=(inside.start, inside.end),
        other=office or inside.event,
        detail=detail,
        modality=passage.standing(start, end),
    )
