"""*T lies inside E*: "during the Gulf War in 1995", "in 1995, during the Gulf War", "under President Obama in 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.extraction.claims.beginnings import event_at
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_CONNECTOR = re.compile(
    r"\b(?P<word>during|amid|at the height of|in the middle of|in the midst of|throughout|in(?= the ))\s+(?=\S)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r",? (?:in|on|of) (?:the )?(?:early |late |summer of |spring of |autumn of |winter of )?$|\s?\($", re.IGNORECASE
)
_FRONTED = re.compile(r"^\W*(?:in|on|back in) (?:the )?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|n't|n’t|without|neither|nor|no)\b", re.IGNORECASE)
OTHER_THING = re.compile(
    r"[’']s|-[a-z]| (?:[a-z]+(?:-[a-z]+)? )?(?:memorial|veteran|victims?|film|novel|talks|commission|inquiry|"
    r"era|museum)",
    re.I,
)
_GOVERNMENT = re.compile(r"\b(?:during|under)(?: the)? (?=[A-Z])", re.IGNORECASE)
_RULE = re.compile(
    r"(?:['’]s)? (?:administration|presidency|premiership|government|papacy|chancellorship|years|reign|"
    r"first term|rule|tenure)\b",
    re.I,
)
_FARTHEST = 70


def containment_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``about`` is what lasts, ``at`` the date that is put into it."""
    for match in _CONNECTOR.finditer(passage.text):
        second = event_at(passage, match.end())
        if second is None or OTHER_THING.match(passage.text, second[1]):
            continue
        sentence = passage.sentence_at(match.start())
        if not _NEGATED.search(passage.text, max(sentence[0], match.start() - 30), match.start()):
            yield from _contained(passage, match, sentence, second)
    for match in _GOVERNMENT.finditer(passage.text):
        yield from _under(passage, match)


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
    if match["word"].lower() == "in" and any(fact.kind not in ("war", "conflict") for fact in facts):
        return
    date = _date_beside(passage, sentence, match.start(), end)
    if date is not None and date.span is not None:
        start, last = min(match.start(), date.start), max(end, date.end)
        yield _claim(passage, (start, last), sentence, subject, "during", date)


def _date_beside(passage: Passage, sentence: tuple[int, int], start: int, end: int) -> Expression | None:
    """The one date that the same clause gives, right behind the event or right before the connector."""
    text = passage.text
    for date in passage.dates_between(end, sentence[1])[:1]:
        if date.start - end <= 30 and _DATED.fullmatch(text[end : date.start]):
            return date
    before = passage.dates_between(sentence[0], start)
    if before and start - before[-1].end <= 3 and re.fullmatch(r",? ", text[before[-1].end : start]):
        return before[-1]
    if len(before) == 1 and _FRONTED.match(text[sentence[0] : before[0].start]) and start - before[0].end < _FARTHEST:
        between = text[before[0].end : start]
        return before[0] if not re.search(r"[;:()]|\b(?:who|which|that|when|while|than|as)\b", between) else None
    return None


def _under(passage: Passage, match: re.Match[str]) -> Iterator[Claim]:
    """ "During the Obama administration in 2019", "under President Obama in 2019"."""
    for mention in passage.mentions_between(match.end(), match.end() + 60)[:1]:
        if mention.start != match.end() or not mention.candidates[0].startswith("person/"):
            return
        rule = _RULE.match(passage.text, mention.end)
        if rule is None and (mention.title_office is None or match.group().lower().startswith("during")):
            return
        person = passage.canon.fact(mention.candidates[0])
        sentence = passage.sentence_at(match.start())
        end = rule.end() if rule else mention.end
        date = _date_beside(passage, sentence, match.start(), end)
        office = mention.title_office or next((term.office for term in reversed(person.terms)), None)
        if date is None or office is None or re.search(r"\b(?:first|second|third)\b", rule.group() if rule else ""):
            return
        start, last = min(match.start(), date.start), max(end, date.end)
        held = Subject((person.id,), mention.text)
        yield _claim(passage, (start, last), sentence, held, "office", date)


def _claim(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    first: Subject,
    detail: str,
    date: Expression,
) -> Claim:
    start, end = words
    return Claim(
        id=f"during@{start}",
        kind="during",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=first.ids[0],
        says=f"{date.edtf} during {first.name}",
        sentence=sentence,
        named=first.name,
        readings=first.ids,
        at=date.span,
        at_words=(date.start, date.end),
        other="",
        detail=detail,
        modality=passage.standing(start, end),
    )
