"""*X existed at T*: organisations, currencies, products and states that act or are used at a dated time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.extraction.claims.acting import date_of_clause, verb_after
from timelines.extraction.passage import Passage
from timelines.model import Claim
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

# Firms live on in courts and shops after their end; states, money and leagues of states do not.
_ENDS_FOR_GOOD = frozenset({"state", "place"})
_BODIES = frozenset({"organisation", "alliance", "agency", "union", "institution"})
_USED = re.compile(
    r"\b(?:on|via|through|using|by|with|joined|join|used|bought|owned|(?P<money>in|million|billion|thousand|"
    r"hundred|\d+)|to the|"
    r"appealed to|won|paid|an?|his|her|their|first|member of|beat|against|given|gave|give)"
    r"(?: (?:the|a|an|his|her|their|own|first|new|old))* (?:#)?$|#$",
    re.IGNORECASE,
)
# Where something is or comes from that exists: of services and of states that are gone, any of these.
_THERE = re.compile(
    r"\b(?:in|into|to|from|on|at|of|by|with|for|via|through|across|over|against|under|between|and|using|used|his|her|"
    r"their|my|our|an?|its|another|first|own)(?: (?:the|an?|first|new|own))?(?: State of)?(?: #)? $",
    re.IGNORECASE,
)
# Countries whose names nobody used before they were founded.
_NEW_NAMES = frozenset(
    f"state/{name}"
    for name in (
        "pakistan", "bangladesh", "south-sudan", "zimbabwe", "czechia", "zambia", "malawi", "tanzania", "burkina-faso",
        "eswatini", "north-macedonia", "sri-lanka", "namibia", "botswana", "lesotho", "djibouti",
    )
)  # fmt: skip
# Former names that go on being used.
_STILL_USED = frozenset(
    {"Burma", "Persia", "Holland", "Turkey", "Ivory Coast", "Macedonia", "Cape Verde", "East Timor"}
)
# Cities whose present names would look odd in the time of the former ones.
_RENAMED = frozenset({"place/saint-petersburg", "place/volgograd", "place/chemnitz"})
_OF_THE_NAME = re.compile(
    r"\b(?:renam\w+|independen\w+|partition\w*|then called|then known|at the time|secession|annex\w+)\b", re.I
)
_BARE = re.compile(r" (?:also )?(?P<verb>was|were|beat|cut|put|set|hit|let|shut|bid|had)\b(?! by\b)")
_NOT_THEN = re.compile(
    r"\b(?:former|ex|old|one-time|defunct|now|today|future|later|then|predecessor|precursor|forerunner|successor|become|became|"
    r"renamed|known as|called(?! for| on| off| in)|until|prototype|idea|collapse\w*|break-?up|dissol\w*|fall of|end of|"
    r"history|era|legacy|nostalgia|what is|what was|museum|archive\w*|relics?|remains|born|grew up|worth|equivalent|"
    r"converted|exchange\w*|stamps?|collectors?|anniversary|would|still|not yet|yet to|away|forerunners?)\b",
    re.IGNORECASE,
)


_MADE = re.compile(
    r"\b(?:plan\w*|propos\w*|develop\w*|invent\w*|design\w*|found\w*|establish\w*|creat\w*|launch\w*|introduc\w*|"
    r"form(?:ed|ation)|announc\w* (?:the|its|a)|unveil\w*)\b",
    re.IGNORECASE,
)
# How far around the name what is said of its making stands.
_NEAR = 40


def existence_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is empty, ``at`` the time at which the thing acts or is used."""
    for mention in passage.mentions:
        facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
        named = mention.text
        if passage.text[max(0, mention.start - 9) : mention.start] == "State of ":
            named = f"State of {named}"
        if not all(_may_be_asked(fact, named) for fact in facts):
            continue
        sentence = passage.sentence_at(mention.start)
        if passage.text[mention.end : mention.end + 1] in ("-", "‑"):
            continue
        verb = verb_after(passage, mention) or _bare_verb(passage, mention, sentence)
        used = _USED.search(passage.text, max(sentence[0], mention.start - 30), mention.start)
        is_there = _is_anywhere(facts[0], named) and (
            _THERE.search(passage.text, max(sentence[0], mention.start - 20), mention.start)
            or _is_object(passage, mention, sentence)
        )
        if (
            verb is None
            and not is_there
            and (used is None or (used["money"] and facts[0].prefix != "currency"))
        ):  # fmt: skip
            continue
        if facts[0].prefix == "place" and re.match(r", [A-Z]", passage.text[mention.end : mention.end + 3]):
            continue  # St. Petersburg, Florida
        if facts[0].prefix in ("state", "place") and _OF_THE_NAME.search(passage.text, *sentence):
            continue
        date = date_of_clause(passage, mention.start, verb.end() if verb is not None else mention.end, when=True)
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
            detail=_ends(facts[0]),
            other=_label(mention),
            modality=passage.standing(start, end),
        )


def _ends(fact: Fact) -> str:
    """Which ends count: firms live on in courts and shops, and money is not used before it is there."""
    if fact.prefix == "currency":
        return "money"
    return "" if fact.prefix in _ENDS_FOR_GOOD or fact.kind in _BODIES else "beginning"


def _label(mention: Mention) -> str:
    return f"{mention.start}:{mention.end}"


def _may_be_asked(fact: Fact, named: str) -> bool:
    """Whether the beginning or end is known and means that nobody could act under the name at other times."""
    if fact.prefix in ("state", "place"):
        if named in _STILL_USED:
            return False
        if any(alias.name == named for alias in fact.former_names):
            return any(alias.name == named and alias.until is not None for alias in fact.former_names)
        new = fact.id in _NEW_NAMES or fact.id in _RENAMED or named.startswith("State of ")
        return (fact.prefix == "state" and fact.until is not None) or new
    if fact.prefix not in ("org", "product", "currency"):
        return False
    return fact.since is not None or fact.until is not None


def _bare_verb(passage: Passage, mention: Mention, sentence: tuple[int, int]) -> re.Match[str] | None:
    """ "Was" and verbs whose past looks like their present, and any verb after "when"."""
    before = passage.text[max(sentence[0], mention.start - 12) : mention.start]
    if re.search(r"\b(?:of|from|with|in|to|by|for|and|or|as|called|named|at|on|about|than|like)(?: the)? $", before):
        return None
    verb = _BARE.match(passage.text, mention.end)
    if verb is None and re.search(r"\b[Ww]hen(?: the)? $", before):
        verb = re.compile(r" (?P<verb>[a-z]+(?:ed|on|ew|ook))\b(?! by\b)").match(passage.text, mention.end)
    return verb


def _is_object(passage: Passage, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Whether something was done to it: "he asked ChatGPT for advice"."""
    before = re.search(r"\b([a-z]+)(?: the)? $", passage.text[max(sentence[0], mention.start - 24) : mention.start])
    return before is not None and classify(before[1]) in (PAST, PAST_OR_PARTICIPLE)


def _is_anywhere(fact: Fact, named: str) -> bool:
    """Whether it is enough to be in, on or with the thing: no history books speak of it by that name."""
    if fact.prefix == "state":
        former = any(alias.name == named for alias in fact.former_names)
        return former or fact.until is not None or named.startswith("State of ")
    return fact.prefix in ("product", "place") or fact.kind in _BODIES
