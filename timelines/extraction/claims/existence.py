"""*X existed at T*: organisations, currencies, products and states that act or are used at a dated time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.extraction.claims.acting import date_of_clause, verb_after
from timelines.extraction.passage import Passage
from timelines.model import Claim

# Firms live on in courts and shops after their end; states, money and leagues of states do not.
_ENDS_FOR_GOOD = frozenset({"state", "currency"})
_BODIES = frozenset({"organisation", "alliance", "agency", "union", "institution"})
_USED = re.compile(
    r"\b(?:on|via|through|using|by|with|joined|join|used|bought|owned|(?P<money>in|million|billion|thousand|"
    r"hundred|\d+)|to the|"
    r"appealed to|won|paid|an?|his|her|their|first|member of|beat|against|given|gave|give)"
    r"(?: (?:the|a|an|his|her|their|own|first|new|old))* (?:#)?$|#$",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:former|ex|old|one-time|defunct|now|today|future|later|then|predecessor|precursor|forerunner|successor|become|became|"
    r"renamed|known as|called|until|prototype|idea|collapse\w*|break-?up|dissol\w*|fall of|end of|"
    r"history|era|legacy|nostalgia|what is|what was|museum|archive\w*|relics?|remains|born|grew up|worth|equivalent|"
    r"converted|exchange\w*|stamps?|collectors?|anniversary|would)\b",
    re.IGNORECASE,
)


_MADE = re.compile(
    r"\b(?:plan\w*|propos\w*|develop\w*|invent\w*|design\w*|found\w*|establish\w*|creat\w*|launch\w*|introduc\w*|"
    r"form(?:ed|ation)|announc\w* (?:the|its|a)|unveil\w*|call\w* for)\b",
    re.IGNORECASE,
)
# How far around the name what is said of its making stands.
_NEAR = 40


def existence_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is empty, ``at`` the time at which the thing acts or is used."""
    for mention in passage.mentions:
        facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
        if not all(_may_be_asked(fact) for fact in facts):
            continue
        sentence = passage.sentence_at(mention.start)
        if passage.text[mention.end : mention.end + 1] in ("-", "‑"):
            continue
        verb = verb_after(passage, mention)
        used = _USED.search(passage.text, max(sentence[0], mention.start - 30), mention.start)
        if verb is None and (used is None or (used["money"] and facts[0].prefix != "currency")):
            continue
        date = date_of_clause(passage, mention.start, verb.end() if verb is not None else mention.end)
        if date is None or date.span is None or _NOT_THEN.search(passage.text, *sentence):
            continue
        if _MADE.search(passage.text, max(sentence[0], mention.start - _NEAR), min(sentence[1], mention.end + _NEAR)):
            continue
        start, end = min(mention.start, date.start), max(mention.end, date.end)
        yield Claim(
            id=f"existence@{mention.start}",
            kind="existence",
            start=start,
            end=end,
            text=passage.text[start:end],
            about=facts[0].id,
            says=f"{facts[0].label} existed at {date.span.edtf}",
            sentence=sentence,
            named=mention.text,
            readings=mention.candidates,
            at=date.span,
            at_words=(date.start, date.end),
            detail="" if facts[0].prefix in _ENDS_FOR_GOOD or facts[0].kind in _BODIES else "beginning",
            other=_label(mention),
            modality=passage.standing(start, end),
        )


def _label(mention: Mention) -> str:
    return f"{mention.start}:{mention.end}"


def _may_be_asked(fact: Fact) -> bool:
    """Whether the beginning or end is known and means that nobody could act under the name at other times."""
    if fact.prefix == "state":
        return fact.until is not None
    if fact.prefix not in ("org", "product", "currency"):
        return False
    return fact.since is not None or fact.until is not None
