"""*E is before, after or during F*: "World War I broke out after the Treaty of Versailles was signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.chronology import Span
from timelines.extraction.claims.beginnings import event_at
from timelines.extraction.claims.event_date import participants_events, predicate_before
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage
from timelines.extraction.predicates import deeds, predicates
from timelines.model import Claim, Expression

_CONNECTOR = re.compile(
    r"\b(?P<word>before|after|during|amid|following|preceded|followed|predated|led to|triggered|at the height of|"
    r"in the middle of|in the midst of|throughout|in(?= the ))\s+(?=\S)",
    re.IGNORECASE,
)
_SAME_TIME = frozenset(
    {"in", "throughout", "during", "amid", "at the height of", "in the middle of", "in the midst of"}
)
_EARLIER = frozenset({"before", "preceded", "predated", "led to", "triggered"})
_CLAUSE_BREAK = re.compile(r"[;:()—–]|\b(?:and|but|because|although|if|than|like|as|not|never|until)\b")
_DATED = re.compile(
    r",? (?:in|on|of) (?:the )?(?:early |late |summer of |spring of |autumn of |winter of )?$|\s?\($", re.IGNORECASE
)
_FRONTED = re.compile(r"^\W*(?:in|on|back in) (?:the )?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|n't|n’t|without|neither|nor|no)\b", re.IGNORECASE)
_OTHER_THING = re.compile(
    r"[’']s|-[a-z]| (?:[a-z]+(?:-[a-z]+)? )?(?:memorial|veteran|victims?|film|novel|talks|commission|inquiry|"
    r"era|museum)",
    re.I,
)
_GOVERNMENT = re.compile(
    r"\b(?:during|under)(?: the)? (?=[A-Z])", re.IGNORECASE,
)  # fmt: skip
_RULE = re.compile(
    r"(?:['’]s)? (?:administration|presidency|premiership|government|papacy|chancellorship|years|reign|"
    r"first term|rule|tenure)\b",
    re.I,
)
_FARTHEST = 70


def order_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``about`` is one event, ``other`` the second, ``detail`` the relation."""
    for match in _CONNECTOR.finditer(passage.text):
        second = event_at(passage, match.end())
        if second is None or _OTHER_THING.match(passage.text, second[1]):
            continue
        sentence = passage.sentence_at(match.start())
        if _NEGATED.search(passage.text, max(sentence[0], match.start() - 30), match.start()):
            continue
        word = match["word"].lower()
        if word in _SAME_TIME:
            yield from _contained(passage, match, sentence, second)
            continue
        first = _first(passage, match, sentence)
        if first is None or set(first[0].ids) & set(second[0].ids):
            continue
        relation = "before" if word in _EARLIER else "after"
        start, end = match.start(), _clause_end(passage, second[1], sentence)
        yield _claim(passage, "order", (start, end), sentence, first[0], second[0], relation)
    for match in _GOVERNMENT.finditer(passage.text):
        yield from _under(passage, match)


def _clause_end(passage: Passage, end: int, sentence: tuple[int, int]) -> int:
    """Takes in the verb of the second event: "after the Treaty of Versailles was signed"."""
    verb = re.compile(
        r" (?:was|were|had been|had|has been)? ?(?:signed|over|begun|began|ended|fell|fallen|fought|held|adopted)\b"
    )
    match = verb.match(passage.text, end, sentence[1])
    return match.end() if match else end


def _first(passage: Passage, match: re.Match[str], sentence: tuple[int, int]) -> tuple[Subject, int] | None:
    """The event told right before the connector: by name with a verb, or as somebody's election, death, birth."""
    text, end = passage.text, len(passage.text[: match.start()].rstrip())
    groups = (*predicates(passage.article.language), *deeds(passage.article.language))
    mentions = passage.mentions_between(sentence[0], end)
    if match["word"].lower() in ("preceded", "predated", "followed", "led to", "triggered"):
        named = [m for m in mentions if m.end == end]
        facts = [passage.canon.fact(one) for m in named for one in m.candidates]
        ids = tuple(fact.id for fact in facts if fact.prefix == "event" and fact.when is not None)
        return (Subject(ids, named[0].text), end) if ids else None
    found = predicate_before(passage, end, sentence, groups)
    if found is None or not mentions:
        return None
    predicate, words = found
    subject = [m for m in mentions if m.end <= words[0]]
    if not subject or _CLAUSE_BREAK.search(text[words[1] : end]) or end - words[1] > 30:
        return None
    mention = subject[-1]
    if not re.fullmatch(r",? (?:was |were |had been |had |has been |itself )?", text[mention.end : words[0]]):
        return None
    if any(m.start >= words[1] for m in mentions) and predicate.subject == "participant":
        return None
    facts = participants_events(passage, mention, predicate, text[words[0] : end])
    ids = tuple(fact.id for fact in facts)
    return (Subject(ids, mention.text), words[0]) if ids else None


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
        yield _claim(passage, "during", (start, last), sentence, subject, None, "during", date)


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
        yield _claim(passage, "during", (start, last), sentence, held, None, "office", date)


def _claim(
    passage: Passage,
    kind: str,
    words: tuple[int, int],
    sentence: tuple[int, int],
    first: Subject,
    second: Subject | None,
    relation: str,
    date: Expression | None = None,
) -> Claim:
    start, end = words
    span: Span | None = date.span if date else None
    other = second.ids[0] if second else ""
    return Claim(
        id=f"{kind}@{start}",
        kind=kind,
        start=start,
        end=end,
        text=passage.text[start:end],
        about=first.ids[0],
        says=f"{first.name} {relation} {second.name if second else (span.edtf if span else '')}",
        sentence=sentence,
        named=first.name,
        readings=first.ids,
        at=span,
        at_words=(date.start, date.end) if date else None,
        other=" ".join(second.ids) if second else other,
        detail=relation,
        modality=passage.standing(start, end),
    )
