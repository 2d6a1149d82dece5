"""What a claim is about: the canon facts that the words before or after it name, by name or as "the war"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.canon.index import Mention
from timelines.extraction.passage import Passage
from timelines.model import Expression

# Nouns that stand for an event named elsewhere in the article, and the kinds of fact that they can stand for.
_NOUNS_OF_KIND = {
    "war": frozenset({"war", "invasion", "conflict", "fighting", "hostilities", "offensive", "campaign", "bloodshed"}),
    "siege": frozenset({"siege", "blockade", "battle"}),
    "pandemic": frozenset({"pandemic", "epidemic", "outbreak"}),
    "crisis": frozenset({"crisis", "recession", "shutdown", "strike", "lockdown"}),
    "revolution": frozenset({"revolution", "uprising", "protests", "revolt"}),
}
_KIND_OF_NOUN = {noun: kind for kind, nouns in _NOUNS_OF_KIND.items() for noun in nouns}
_DEFINITE = re.compile(rf"\b(?:the|this|that) (?:\w+ )?(?P<noun>{'|'.join(sorted(_KIND_OF_NOUN))})\b", re.IGNORECASE)

# Between a subject and its verb: adverbs and auxiliaries, nothing that could be a subject of its own.
_LIGHT_WORDS = frozenset(
    [
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "now",
        "already",
        "still",
        "also",
        "soon",
        "officially",
        "slowly",
        "about",
        "to",
        "just",
        "grinds",
        "drags",
        "rages",
        "on",
        "as",
        "it",
        "this",
        "week",
        "month",
        "today",
        "and",
        "continues",
        "which",
        "that",
    ]
)
# What makes a name part of another noun: "a child of the war", "refugees from the war".
_COMPLEMENT = re.compile(
    r"\b(?:of|from|since|after|before|during|by|about|on|against|to|over)(?: the| this)? $", re.IGNORECASE
)
_PARENTHESIS = re.compile(r",[^,;:.()]{0,160},|\([^()]{0,160}\)|[—–][^—–.]{0,160}[—–]")
_HAS_DURATION = frozenset(
    {
        "war",
        "siege",
        "pandemic",
        "epidemic",
        "crisis",
        "revolution",
        "occupation",
        "mission",
        "battle",
        "strike",
        "invasion",
        "conflict",
        "insurgency",
        "campaign",
        "recession",
        "uprising",
        "protest",
        "outbreak",
        "genocide",
    }
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about: the canon ids that it may mean, best first, and the name that the article gives it."""

    ids: tuple[str, ...]
    name: str


def subject_before(passage: Passage, offset: int) -> Subject | None:
    """The fact that is the subject of a verb at ``offset``: named, or referred to by a noun, right before it."""
    sentence_start, _ = passage.sentence_at(offset)
    end, subject = -1, None
    for mention in passage.mentions_between(sentence_start, offset):
        end, subject = mention.end, _lasting(passage, mention)
        if _COMPLEMENT.search(passage.text, sentence_start, mention.start):
            subject = None
    for match in _DEFINITE.finditer(passage.text, sentence_start, offset):
        if match.end() > end:
            end, subject = match.end(), _referred(passage, match["noun"], match.start())
    return subject if subject is not None and _is_light(passage.text[end:offset]) else None


def named_subject(passage: Passage, offset: int, *, ending: bool = False) -> Subject | None:
    """The fact whose name starts at ``offset`` (after an article), or, with ``ending``, ends there."""
    if ending:
        sentence_start, _ = passage.sentence_at(offset)
        for mention in reversed(passage.mentions_between(sentence_start, offset + 2)):
            if offset <= mention.end <= offset + 2:
                return _lasting(passage, mention)
        for match in _DEFINITE.finditer(passage.text, sentence_start, offset):
            if match.end() == offset:
                return _referred(passage, match["noun"], match.start())
        return None
    for mention in passage.mentions_between(offset, min(offset + 120, len(passage.text))):
        lead = passage.text[offset : mention.start].lower()
        if lead in ("", "the ", "russia's ", "russia’s ") or (lead.startswith("the ") and len(lead.split()) <= 2):
            return _lasting(passage, mention)
    referring = _DEFINITE.match(passage.text, offset)
    return _referred(passage, referring["noun"], offset) if referring else None


def within_words(date: Expression, passage: Passage, start: int) -> bool:
    """Whether a date overlaps the words of the claim itself ("its seventh year")."""
    return date.start <= start < date.end or start <= date.start < start + 1


def _lasting(passage: Passage, mention: Mention) -> Subject | None:
    facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
    ids = tuple(fact.id for fact in facts if fact.kind in _HAS_DURATION)
    return Subject(ids, mention.text) if ids else None


def _referred(passage: Passage, noun: str, offset: int) -> Subject | None:
    """The last fact of the noun's kind that was named before, or the only one named at all."""
    kind = _KIND_OF_NOUN[noun.lower()]
    named = [
        (mention.start, subject)
        for mention in passage.mentions
        if (subject := _lasting(passage, mention)) is not None
        and (passage.canon.fact(subject.ids[0]).kind == kind or noun.lower() == "conflict")
    ]
    before = [subject for start, subject in named if start < offset]
    if before:
        return before[-1]
    distinct = {subject.ids: subject for _, subject in named}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def _is_light(between: str) -> bool:
    words = re.findall(r"[\w’']+", _PARENTHESIS.sub(" ", between))
    return all(word.lower() in _LIGHT_WORDS or word.endswith("ly") for word in words)
