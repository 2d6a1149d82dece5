"""Events that an article describes with its own words beside a place: "Hiroshima marked … of the atomic bombing"."""

from __future__ import annotations

import re

from timelines.canon.schema import Fact
from timelines.extraction.passage import Passage

_PHRASE = re.compile(
    r"(?:the|its|their|his|her) (?P<noun>(?:[a-z-]+ ){0,3}(?:bombing|attacks?|massacre|disaster|earthquake|tsunami|"
    r"fire|"
    r"siege|battle|uprising|revolution|liberation|fall|explosion|shootings?|crash|sinking|invasion|handover|independence|"
    r"landings?|landfall|arrival|discovery|voyage|coup|genocide|war|protests?|crackdown|killings?|famine|eruption))"
    r"(?! (?:of|in|at|on)\b|[\w-])"
)
_OWNED = re.compile(
    r"(?:the )?(?P<owner>[A-Z][\w’'-]*?)(?:['’]s?) (?:[a-z-]+ ){0,2}(?P<noun>bombing|attacks?|landfall|landing|arrival|"
    r"discovery|voyage|invasion|liberation|fall|siege|handover|annexation|surrender|walk|flight|visit|coup|uprising)"
)
_SAME = {"landfall": "landing", "walk": "landing"}
_NAME = re.compile(r"\b[A-Z][\w’-]{2,}(?: [A-Z][\w’-]+)?")


def described_event(
    passage: Passage, offset: int, sentence: tuple[int, int]
) -> tuple[tuple[str, ...], str, int] | None:
    """The one canon event named by the noun at ``offset`` together with a name of the sentence; ids, words and end."""
    text = passage.text
    owned = _OWNED.match(text, offset, sentence[1])
    if owned is not None:
        return _deed_of(passage, owned)
    match = _PHRASE.match(text, offset, sentence[1])
    if match is None:
        return None
    noun = match["noun"].lower()
    names = _NAME.findall(text[sentence[0] : offset]) + _NAME.findall(text[match.end() : sentence[1]])
    found: dict[str, None] = {}
    for name in names:
        for said in (f"{noun} of {name}", f"{name} {noun}"):
            found |= dict.fromkeys(_named(passage, said))
    return (tuple(found), match.group(), match.end()) if len(found) == 1 else None


def _deed_of(passage: Passage, match: re.Match[str]) -> tuple[tuple[str, ...], str, int] | None:
    """ "Columbus's landfall": the one event of the person or place whose label has the noun, or one that means it."""
    owners = [m for m in passage.mentions_between(match.start(), match.end()) if m.start == match.start("owner")]
    noun = match["noun"].lower()
    word = re.compile(rf"\b{_SAME.get(noun, noun).rstrip('s')}", re.IGNORECASE)
    found = [
        event.id
        for owner in owners[:1]
        for event in passage.canon.events_of(owner.candidates[0])
        if _is_dated_event(event) and event.participants[:1] == owner.candidates[:1] and word.search(event.label)
    ]
    return (tuple(found), match.group(), match.end()) if len(found) == 1 else None


def _named(passage: Passage, said: str) -> list[str]:
    """The events whose name a phrase is."""
    whole = [m for m in passage.canon.mentions(said) if m.start == 0 and m.end == len(said)]
    return [one for mention in whole for one in mention.candidates if _is_dated_event(passage.canon.fact(one))]


def _is_dated_event(fact: Fact) -> bool:
    return fact.prefix == "event" and fact.when is not None
