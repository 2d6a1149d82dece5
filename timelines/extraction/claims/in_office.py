"""*T lies inside a time in office*: "under President Obama in 2019", "while Thatcher was prime minister, in 1976"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.extraction.claims.containment import contained, date_beside, event_beside
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage
from timelines.model import Claim

_LEAD = re.compile(r"\b(?P<word>during|under|in|throughout|amid)(?: the)? (?=[A-Z])", re.IGNORECASE)
_REIGN = (
    r"(?P<rule>administration|presidency|premiership|government|papacy|pontificate|chancellorship|reign|rule|tenure|"
    r"first term|second term|years in (?:office|power|the White House|Downing Street))"
)
_OWNED = re.compile(rf"(?:['’]s?)? (?:short |long |brief )?{_REIGN}\b", re.IGNORECASE)
_OF = re.compile(
    rf"\b(?P<word>during|under|in|throughout) the (?:short |long |brief )?{_REIGN} of (?:the )?"
    r"(?:King |Queen |Pope |President |Emperor |Tsar )?(?=[A-Z])",
    re.IGNORECASE,
)
_WHILE = re.compile(r"\b(?:while|when) (?=[A-Z]|he was|she was)(?P<pronoun>he|she)?", re.IGNORECASE)
_OFFICE = r"president|prime minister|premier|chancellor|king|queen|pope|emperor|tsar|mayor of London|governor|taoiseach"
_WAS = re.compile(
    r" was (?:still |already |serving as )?(?:the )?(?:(?:US|U\.S\.|British|French|German|American|Russian) )?"
    rf"(?P<office>{_OFFICE})\b"
    r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)
_PRESIDENT = "office/us-president"
_SURNAME = re.compile(
    r"\b(?:during|under|in|throughout) the (?P<name>[A-Z][a-z]+) (?:administration|presidency|White House)\b",
    re.IGNORECASE,
)
_HEADS = frozenset({"president", "prime", "premier", "chancellor", "taoiseach"})
_LEADERS = frozenset({"leader", "pope", "secretary", "director", "mayor", "chairman", "chair", "executive"})
_CROWNS = frozenset({"king", "queen", "monarch", "emperor", "empress", "tsar", "sultan"})
_OFFICES_OF = {
    "presidency": frozenset({"president"}),
    "premiership": frozenset({"prime", "premier", "taoiseach"}),
    "papacy": frozenset({"pope"}),
    "pontificate": frozenset({"pope"}),
    "chancellorship": frozenset({"chancellor"}),
    "reign": _CROWNS | {"pope"},
    "administration": _HEADS,
    "government": _HEADS,
}


def in_office_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``about`` is the person, ``other`` the office, ``at`` what is put into the time."""
    text = passage.text
    for match in _LEAD.finditer(text):
        mention = _person_at(passage, match.end())
        if mention is None:
            continue
        rule = _OWNED.match(text, mention.end)
        word = match["word"].lower()
        opens = not text[passage.sentence_at(match.start())[0] : match.start()].strip() and text[mention.end] == ","
        if rule is None and (word != "under" or (mention.title_office is None and not opens)):
            continue
        wanted = _OFFICES_OF.get(rule["rule"].lower(), frozenset()) if rule else frozenset()
        if rule is None and opens:
            wanted = _HEADS | _CROWNS | _LEADERS
        yield from _claims(passage, match.start(), rule.end() if rule else mention.end, mention, wanted)
    for match in _SURNAME.finditer(text):
        yield from _by_surname(passage, match)
    for match in _OF.finditer(text):
        mention = _person_at(passage, match.end()) or _person_at(passage, match.end(), titled=True)
        if mention is not None:
            yield from _claims(
                passage, match.start(), mention.end, mention, _OFFICES_OF.get(match["rule"].lower(), frozenset())
            )
    for match in _WHILE.finditer(text):
        mention = _person_before(passage, match.start()) if match["pronoun"] else _person_at(passage, match.end())
        was = _WAS.match(text, match.end() if match["pronoun"] or mention is None else mention.end)
        if mention is not None and was is not None:
            wanted = frozenset({was["office"].lower().split()[0]})
            yield from _claims(passage, match.start(), was.end(), mention, wanted)


def _by_surname(passage: Passage, match: re.Match[str]) -> Iterator[Claim]:
    """ "In the Carter administration, in 1985": presidents of that name, where nobody else was named."""
    if passage.mentions_between(match.start("name"), match.end("name")):
        return
    held = [person.id for person, _ in passage.canon.holders(_PRESIDENT) if person.label.endswith(" " + match["name"])]
    sentence = passage.sentence_at(match.start())
    inside = date_beside(passage, sentence, match.start(), match.end()) if held else None
    if inside is not None:
        words = (min(match.start(), inside.start), max(match.end(), inside.end))
        people = Subject(tuple(dict.fromkeys(held)), match["name"])
        yield contained(passage, words, sentence, people, inside, "office", _PRESIDENT)


def _person_at(passage: Passage, offset: int, *, titled: bool = False) -> Mention | None:
    """The person whose name starts here, or, with ``titled``, whose title and name hold this place."""
    low = max(0, offset - 24) if titled else offset
    for mention in passage.mentions_between(low, offset + 60):
        right_place = mention.start <= offset < mention.end if titled else mention.start == offset
        if right_place and mention.candidates[0].startswith("person/"):
            return mention
    return None


def _person_before(passage: Passage, offset: int) -> Mention | None:
    """Whom "he" means: the one person named in the sentence."""
    people = [
        one for one in passage.mentions_between(*passage.sentence_at(offset)) if one.candidates[0].startswith("person/")
    ]
    return people[0] if len({one.candidates[0] for one in people}) == 1 else None


def _claims(passage: Passage, start: int, end: int, mention: Mention, wanted: frozenset[str]) -> Iterator[Claim]:
    person = passage.canon.fact(mention.candidates[0])
    offices = [term.office for term in person.terms if not wanted or wanted & _words_of(passage, term.office)]
    if not offices and wanted >= _HEADS:
        offices = [term.office for term in person.terms if "governor" in _words_of(passage, term.office)]
    if mention.title_office in [term.office for term in person.terms]:
        offices = [str(mention.title_office)]
    if not offices:
        return
    sentence = passage.sentence_at(start)
    inside = date_beside(passage, sentence, start, end) or event_beside(passage, sentence, start, end)
    if inside is None:
        return
    words = (start, end) if inside.event else (min(start, inside.start), max(end, inside.end))
    name = person.label if mention.text.endswith(person.label) else mention.text
    subject = Subject((person.id,), name)
    yield contained(passage, words, sentence, subject, inside, "office", " ".join(dict.fromkeys(offices)))


def _words_of(passage: Passage, office: str) -> frozenset[str]:
    fact: Fact = passage.canon.fact(office)
    return frozenset(re.findall(r"[a-z]+", " ".join((fact.label, *fact.titles)).lower()))
