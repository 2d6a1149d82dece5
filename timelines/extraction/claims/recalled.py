"""*Event E at T*, E told in the text's own words: "The Bastille was stormed on 14 July 1798", "it annexed Crimea".

A clause that has a date of its own is asked of the canon as a question; what answers all its words is what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.answer import Answer
from timelines.canon.schema import Fact
from timelines.chronology import Span
from timelines.extraction.claims.slip import is_slip
from timelines.extraction.passage import Passage
from timelines.model import Claim, Event, Expression, Modality
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

# An answer must explain nearly all: read on the clauses of news, where answers below this are of other events.
_SURE = 0.74
_PREPOSITION = re.compile(
    r"\s+(?:in|on|at|over|near|with|by|from|to|for|into|onto|after|before|during|as|under|against|off|outside|inside|"
    r"above|across|through|along|around|aboard|while|when|amid|despite|within|between|among|without|until|since)\s"
)
_LIGHT_START = re.compile(
    r"^(?:(?:he|she|it|they|we|who|which|that|there|his|her|its|their|our|an?|the|this|these|those|also|then|only|"
    r"first|once|had|has|have|was|were|been|is|being|would|to|after|when|since|before)\s+)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?]\s)\b[A-Z][\w’'.-]+")
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_LOOKS_BACK = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|remember\w*|remembrance|centenar\w+|bicentenar\w+|tercentenar\w+|jubilee|"
    r"re-?enact\w*|re-?open\w*|re-?build\w*|re-?built|re-?published|re-?issued?|re-?launch\w*|re-?released?|re-?united|"
    r"memorial|monument|statue|museum|plaque|museums|exhibition|film|movie|novel|book|play|opera|musical|documentary|"
    r"first (?:\w+ )?to|biography|memoirs?|trial|inquiry|verdict|sentenced|convicted|survivors?|replica|version|"
    r"edition|model|"
    r"second|third|fourth|again|twice|another|latest|new|attempt\w*|plan\w*|propos\w*|almost|nearly|failed|would-be|"
    r"rumou?r\w*|effort\w*|threat\w*|tried|try|hoped|wanted|vowed|promis\w+|until|calendar|[on](?:ld|ew) style|"
    r"local|club|school|church|lodge|(?:is|was|been) (?:ruled|declared|found)|(?:came|rose|swept) (?:in)?to power)\b",
    re.IGNORECASE,
)
# "After becoming friends in 2006 When he died on 25 June 2009": the date ends a line of its own.
_ANOTHER_LINE = re.compile(r"\s+When\b")


def recalled_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; like ``event-date`` ones they have ``span`` and ``readings``."""
    for event in passage.events:
        if event.modality not in (Modality.ASSERTED, Modality.REPORTED) or "in its clause" not in event.anchor:
            continue
        date = _date_of(passage, event)
        if date is None or date.span is None or _LOOKS_BACK.search(passage.text, *event.sentence):
            continue
        if _ANOTHER_LINE.match(passage.text, date.end):
            continue
        facts = _recalled(passage, event, date, date.span)
        if facts:
            yield _claim(passage, event, date, date.span, facts)


def _date_of(passage: Passage, event: Event) -> Expression | None:
    """The date that was attached to the event, if it is written out with its year."""
    for date in passage.dates_between(*event.sentence):
        if f"“{date.text}”" in event.anchor and date.type == "DATE" and date.resolution == "as written":
            return date if _YEAR.search(date.text) and date.modifier is None else None
    return None


def _recalled(passage: Passage, event: Event, date: Expression, span: Span) -> list[Fact]:
    """The events that the clause can mean, if none of them was at that time but one nearly."""
    found: dict[str, Answer] = {}
    for question in dict.fromkeys(_questions(passage, event)):
        answers = [
            answer
            for answer in passage.canon.lookup(question, limit=6)
            if answer.score >= _SURE and '" read as "' not in answer.reason and answer.when is not None
        ]
        if answers:
            if any(answer.when.overlaps(span) for answer in answers):
                return []
            found.update((answer.id, answer) for answer in answers if answer.id.startswith("event/"))
            break
    near = [answer for answer in found.values() if is_slip(passage.canon.fact(answer.id), span)]
    return [passage.canon.fact(answer.id) for answer in found.values()] if near else []


def _questions(passage: Passage, event: Event) -> Iterator[str]:
    """The clause, ever shorter; each has a name in it."""
    label = event.label
    own = passage.text[slice(*event.trigger)]
    at = label.lower().find(own.lower())
    if at == 0 and classify(own.lower()) in (PAST, PAST_OR_PARTICIPLE):
        return  # who did it is not said
    # Whoever is named did it: "Croatia joined the European Union" is not "joined the European Union".
    named = (
        at <= 0
        or re.search(r"[A-Z]", label[1:at]) is not None
        or (
            _NAME.match(label) is not None
            and any(label.startswith(mention.text) for mention in passage.mentions_between(*event.sentence))
        )
    )
    cuts = [match.start() for match in _PREPOSITION.finditer(label) if match.start() >= at + len(own)]
    for end in (len(label), *reversed(cuts)):
        for words in (label[:end], "" if named else label[at:end]):
            question = _LIGHT_START.sub("", words).strip(" ,.")
            if len(question.split()) >= 2 and _has_name(passage, event, question):
                yield question


def _has_name(passage: Passage, event: Event, question: str) -> bool:
    text = passage.text[slice(*event.sentence)]
    return any(f" {name}" in text for name in _NAME.findall(" " + question)) or any(
        mention.text in question for mention in passage.mentions_between(*event.sentence)
    )


def _claim(passage: Passage, event: Event, date: Expression, span: Span, facts: list[Fact]) -> Claim:
    start, end = min(event.trigger[0], date.start), date.end
    if date.start - event.trigger[0] > 90:
        start = date.start
    return Claim(
        id=f"recalled@{start}",
        kind="event-date",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=facts[0].id,
        says=f"{facts[0].label}: {span.edtf}",
        sentence=event.sentence,
        readings=tuple(fact.id for fact in facts),
        span=span,
        at_words=(date.start, date.end),
        detail="any",
        modality=passage.standing(start, end),
    )
