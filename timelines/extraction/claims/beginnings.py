"""The event that words name or imply: "the fall of Saigon", "Beethoven's birth", "the founding of NATO", "the NHS"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage

_BEGINNING = frozenset(
    [
        "founding",
        "independence",
        "launch",
        "release",
        "publication",
        "invention",
        "opening",
        "law",
        "premiere",
        "event",
        "landing",
    ]
)
_DEATH = frozenset({"death", "assassination", "execution"})
_ACCESSION = frozenset({"coronation", "inauguration", "appointment"})
_ENDINGS = frozenset({"dissolution", "closing"})
_LEAVING = frozenset({"departure", "resignation", "abdication", "impeachment"})
_KINDS_OF_NOUN: dict[str, frozenset[str]] = {
    "birth": frozenset({"birth"}),
    **dict.fromkeys(("death", "murder", "assassination", "killing", "execution", "passing"), _DEATH),
    **dict.fromkeys(
        (
            "founding", "foundation", "establishment", "creation", "introduction", "launch", "release", "publication",
            "invention", "opening", "birth", "start", "inception", "debut", "independence", "unveiling",
        ),
        _BEGINNING,
    ),
    **dict.fromkeys(("end", "collapse", "dissolution", "breakup", "break-up", "demise"), _ENDINGS),
    **dict.fromkeys(("coronation", "accession", "inauguration"), _ACCESSION),
    **dict.fromkeys(("resignation", "departure", "abdication", "ousting", "overthrow"), _LEAVING),
}  # fmt: skip
_KINDS_OF_NOUN["birth"] = _BEGINNING | {"birth"}
_NOUN = "|".join(sorted(_KINDS_OF_NOUN, key=len, reverse=True))
_NOUN_OF = re.compile(rf"(?:the )?(?:\w+ )?(?P<noun>{_NOUN}) of (?:the )?", re.IGNORECASE)
_OWNED_NOUN = re.compile(rf"['’]s? (?:\w+ )?(?P<noun>{_NOUN})\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:the|its|his|her|their|that|this)? ?(?:(?:start|beginning|outbreak|end|signing|adoption|conclusion|bloody|"
    r"infamous|devastating|deadly|ill-fated|disastrous|historic|failed|terrorist|\d{4}) )?(?:of )?(?:the )?",
    re.IGNORECASE,
)
_BEGINS = frozenset({"org", "product", "work", "currency", "law"})
# After a name that stands for its own beginning: no further noun ("the space shuttle Challenger accident").
_NAME_ENDS = re.compile(r"\s*(?:$|[.,;:)!?—–\n]|(?:in|on|at|with|by|this|last|next|and|was|is|were|as|for|to)\b)")
_FARTHEST = 60


def event_at(passage: Passage, offset: int) -> tuple[Subject, int] | None:
    """The event facts named right at ``offset``, and where the name ends; None where nothing known stands there."""
    text = passage.text
    noun_of = _NOUN_OF.match(text, offset)
    lead = _LEAD.match(text, offset)
    for mention in passage.mentions_between(offset, min(offset + _FARTHEST + 60, len(text))):
        if noun_of is not None and mention.start == noun_of.end():
            return _subject(mention, implied_events(passage, mention, noun_of["noun"]), mention.end) or _own(
                passage, mention
            )
        if lead is None or mention.start > lead.end() or mention.start < offset:
            return None
        owned = _OWNED_NOUN.match(text, mention.end)
        if owned is not None:
            return _subject(mention, implied_events(passage, mention, owned["noun"]), owned.end())
        if text[mention.end : mention.end + 2] in ("'s", "’s"):
            inner = passage.mentions_between(mention.end + 3, mention.end + 3 + _FARTHEST)
            return _own(passage, inner[0]) if inner and inner[0].start == mention.end + 3 else None
        own = _own(passage, mention)
        if own is None and mention.start == lead.end() and _NAME_ENDS.match(text, mention.end):
            return _subject(mention, implied_events(passage, mention, "founding"), mention.end)
        return own
    return None


def _own(passage: Passage, mention: Mention) -> tuple[Subject, int] | None:
    facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
    events = [fact for fact in facts if fact.prefix == "event" and fact.when is not None]
    return _subject(mention, events, mention.end)


def implied_events(passage: Passage, mention: Mention, noun: str) -> list[Fact]:
    """What a noun such as "birth", "founding" or "end" means of the thing or person named."""
    kinds = _KINDS_OF_NOUN[noun.lower()]
    found = []
    for candidate in dict.fromkeys(mention.candidates[:2]):
        fact = passage.canon.fact(candidate)
        if fact.prefix == "person" and noun.lower() == "birth":
            kinds = frozenset({"birth"})
        if fact.prefix not in _BEGINS and fact.prefix not in ("person", "state"):
            continue
        if fact.prefix == "state" and noun.lower() not in ("independence", "dissolution", "collapse", "end"):
            continue
        found += [
            event
            for event in passage.canon.events_of(candidate)
            if event.kind in kinds and event.participants[:1] == (candidate,) and _is_its_own(event, fact, noun)
        ]
        if not found and kinds is _BEGINNING and fact.prefix in _BEGINS and fact.when is not None:
            found.append(fact)
    return found


def _is_its_own(event: Fact, fact: Fact, noun: str) -> bool:
    """An organisation's own founding, not the launch of one of its products."""
    if fact.prefix in ("person", "state"):
        return True
    return event.derived_from == fact.id or (
        event.when is not None and fact.since is not None and event.when.overlaps(fact.since)
    )


def _subject(mention: Mention, facts: Iterable[Fact], end: int) -> tuple[Subject, int] | None:
    ids = tuple(dict.fromkeys(fact.id for fact in facts))
    return (Subject(ids, mention.text), end) if ids else None
