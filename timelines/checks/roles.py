"""Words for offices ("the pontiff", "head of the IMF", "governs") and the offices of a person that they can mean."""

from __future__ import annotations

import re

from timelines.canon.schema import Fact
from timelines.checks.rule import Case

_CROWN = r"\b(?:king|queen|monarch|sovereign|emperor|empress|sultan|emir|tsar)\b"
_HEAD_OF_GOVERNMENT = r"\b(?:prime minister|premier|chancellor|taoiseach)\b"
# What the article may say, and what the canon's label or titles of the office must hold.
_ROLES = (
    (r"\bvice[- ]president\b", r"\bvice president\b"),
    (r"\bpresident\b", r"(?<!vice )\bpresident\b"),
    (r"\b(?:prime minister|premier|pm|taoiseach)\b", r"\b(?:prime minister|premier|taoiseach)\b"),
    (r"\bchancellor of the exchequer\b", r"exchequer"),
    (r"\bchancellor\b", r"\bchancellor\b(?! of the exchequer)"),
    (r"\bfirst minister\b", r"\bfirst minister\b"),
    (_CROWN, _CROWN),
    (r"\b(?:pope|pontiff|head of the (?:roman )?catholic church)\b", r"\bpope\b"),
    (r"\bmayor\b", r"\bmayor\b"),
    (r"\bgovernor\b", r"\bgovernor\b"),
    (r"\bsenator\b", r"\bsenator\b"),
    (r"\bsecretary[- ]general\b", r"\bsecretary[- ]general\b"),
    (r"\b(?:foreign secretary|foreign minister|secretary of state)\b", r"\bforeign|\bsecretary of state\b"),
    (r"\b(?:finance minister|treasury secretary)\b", r"\bfinance|treasury"),
    (r"\bhome secretary\b", r"\bhome secretary\b"),
    (r"\b(?:defen[cs]e secretary|defen[cs]e minister)\b", r"\bdefen[cs]e\b"),
    (r"\battorney general\b", r"\battorney general\b"),
    (r"\bspeaker\b", r"\bspeaker\b"),
    (r"\bchief justice\b", r"\bchief justice\b"),
    (r"\b(?:chief executive|ceo|boss)\b", r"\b(?:chief executive|ceo)\b"),
    (r"\bparty leader\b|\bleader of the \w+ party\b", r"\bleader of the\b|\bparty leader\b"),
    (
        r"\b(?:head|chief|boss|director|managing director|chairman|chair|chairwoman)\b",
        r"\b(?:chief|director|chair\w*|managing director|president of the (?:european|world))\b",
    ),
    (r"\bgovern(?:s|ed)|\bin power\b|\bled\b|\brun\b|\bruled\b", rf"{_HEAD_OF_GOVERNMENT}|(?<!vice )\bpresident\b"),
)
_COMPILED = tuple((re.compile(words, re.IGNORECASE), re.compile(office)) for words, office in _ROLES)
# "President of a foundation", "adviser to the president"
_OF_SOME = re.compile(
    r"\bof an? |\bto the |\b(?:deputy|former|ex|shadow|honorary|acting|no longer|not|never|likely|next|future|running|"
    r"candidate|tipped|favou?rite|expected|wife|widow|son|daughter|aide|adviser|spokes\w+|lawyer|brother|sister|would-be)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\b([A-Z][a-z]{3,})(?:['’]s)?\b")


def offices_meant(case: Case, person: Fact, words: str, start: int) -> list[str]:
    """The offices among the person's that the words (at ``start`` in the text) can mean, best first."""
    if _OF_SOME.search(words):
        return []
    mentions = case.passage.mentions_between(start, start + len(words))
    named = [one for mention in mentions for one in mention.candidates if one.startswith("office/")]
    held = list(dict.fromkeys(term.office for term in person.terms))
    if exact := [office for office in held if office in named]:
        return exact
    places = {one for mention in mentions for one in mention.candidates if one.startswith(("state/", "org/"))}
    for pattern, office_words in _COMPILED:
        if pattern.search(words):
            found = [office for office in held if office_words.search(_words_of(case, office))]
            return [office for office in found if _is_of(case, office, places, words)]
    return []


def _words_of(case: Case, office: str) -> str:
    fact = case.canon.fact(office)
    return " | ".join((fact.label, *fact.titles)).lower()


def _is_of(case: Case, office: str, places: set[str], words: str) -> bool:
    """The office belongs to the country or body that the words name, if they name one."""
    fact = case.canon.fact(office)
    if places:
        return fact.country in places or fact.body in places or not (fact.country or fact.body)
    adjectives = {word for word in _ADJECTIVE.findall(words) if word not in _NOT_PLACES}
    if not adjectives or fact.country is None:
        return True
    country = case.canon.fact(fact.country)
    known = {word for name in (*country.names, *country.adjectives, fact.label) for word in name.split()}
    return bool(adjectives & known)


_NOT_PLACES = frozenset(
    ["President", "Prime", "Minister", "Queen", "King", "Pope", "Chancellor", "Mayor", "Governor", "Premier", "First"]
)
