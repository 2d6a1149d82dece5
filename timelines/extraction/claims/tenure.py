"""Time in office: what "as chancellor", "of her reign" or "in Downing Street" mean, and of whom."""

from __future__ import annotations

import re

from timelines.canon.index import Mention
from timelines.canon.schema import Term
from timelines.extraction.passage import Passage

IN_OFFICE = re.compile(
    r" (?:in (?:office|power|charge|the job|the post|the White House|Downing Street|Number 10|No\.? ?10|"
    r"the [ÉE]lys[ée]e)|at (?:Number 10|No\.? ?10|the helm)|on the throne|"
    r"as (?:the |France['’]s |Britain['’]s |the country['’]s )?"
    r"(?P<title>[a-z]+(?: minister| general)?)|of (?:his|her) (?P<noun>reign|pontificate|papacy|presidency|premiership|"
    r"chancellorship|rule|administration))\b",
    re.IGNORECASE,
)
_TITLES = {
    "reign": ("king", "queen", "monarch", "emperor", "tsar"), "pontificate": ("pope",), "papacy": ("pope",),
    "presidency": ("president",), "administration": ("president",), "premiership": ("prime minister", "premier"),
    "chancellorship": ("chancellor",), "throne": ("king", "queen", "monarch", "emperor", "tsar"),
    "premier": ("prime minister", "premier"), "monarch": ("king", "queen", "monarch"),
    "white house": ("president",), "downing street": ("prime minister",), "number 10": ("prime minister",),
    "no 10": ("prime minister",), "élysée": ("president",),
}  # fmt: skip
_HIGH = re.compile(
    r"(?:president|prime minister|premier|chancellor|monarch|king|queen|pope|emperor|tsar|supreme leader|sultan)\b"
    r"(?! of the (?:european|senate|bundestag|chamber|assembly|council))",
    re.IGNORECASE,
)


def holder_before(passage: Passage, sentence: tuple[int, int], offset: int) -> Mention | None:
    """The one person that the sentence names before (or, if fronted, anywhere)."""
    persons = [m for m in passage.mentions_between(*sentence) if m.candidates[0].startswith("person/")]
    before = [m for m in persons if m.end <= offset]
    chosen = before or persons
    return chosen[0] if len({m.candidates[0] for m in chosen}) == 1 else None


def terms_meant(passage: Passage, person: str, words: str) -> list[Term]:
    """The terms of the office that the words name; of none in particular, those of the highest office, if only one."""
    terms = list(passage.canon.terms_of(person))
    lower = words.lower()
    titles = next((found for key, found in _TITLES.items() if key in lower), None)
    if titles is None and (match := re.search(r"\bas (?:the |\w+['’]s )?(?P<title>[a-z][a-z ]+)", lower)):
        titles = (match["title"].strip(),)
    offices = {term.office: passage.canon.fact(term.office) for term in terms}
    if titles is not None:
        kept = {
            office
            for office, fact in offices.items()
            if any(title == name.lower() for name in fact.titles for title in titles)
            or any(fact.label.lower().startswith(title) for title in titles)
        }
    else:
        kept = {office for office, fact in offices.items() if _HIGH.match(fact.label)}
    return [term for term in terms if term.office in kept] if len(kept) == 1 else []
