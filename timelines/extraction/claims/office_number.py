"""*P is the Nth holder of an office*: "Joe Biden, the 46th president", "sworn in as the 47th president"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.chronology import parse_ordinal
from timelines.extraction.passage import Passage
from timelines.model import Claim

_NTH_HOLDER = re.compile(
    r"\b(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) (?:(?:US|U\.S\.|American|UN|U\.N\.) )?"
    r"(?P<title>[Vv]ice[ -][Pp]resident|[Pp]resident|[Pp]ope|[Ss]ecretary[ -][Gg]eneral|[Cc]hief [Jj]ustice)\b"
    r"(?! (?:to|who|since|ever)\b)(?! (?:of|from) (?!(?:the )?(?:United States|United Nations|US\b|U\.S\.|UN\b|U\.N\.|"
    r"(?:Roman )?Catholic Church)))"
)
# "Biden was sworn in as the 46th president", "Biden, the 46th president", "Biden became America's 46th president".
_BETWEEN = re.compile(
    r"(?:,| is| was| will be| would be| became| becomes| has become| will become|,? (?:who )?(?:is |was |has been |"
    r"will be )?(?:sworn in|inaugurated|elected|chosen|installed|took office|takes office|took the oath)| as)"
    r"(?: on [A-Z]\w+)?(?: as)?(?: the| America['’]s| its| the (?:country|nation)['’]s)? "
)
# "The first president to …" counts presidents of another kind.
_FEWEST = 13
_OFFICES = {
    "vice president": "office/us-vice-president", "vice-president": "office/us-vice-president",
    "president": "office/us-president", "pope": "office/pope",
    "secretary-general": "office/un-secretary-general", "secretary general": "office/un-secretary-general",
    "chief justice": "office/us-chief-justice",
}  # fmt: skip


def office_number_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``other`` is the office, ``number`` what the text says of ``about``."""
    for match in _NTH_HOLDER.finditer(passage.text):
        number = parse_ordinal(match["ordinal"])
        office = _OFFICES[match["title"].lower()]
        person = _holder(passage, match) if number is not None else None
        if person is None or number is None or (number < _FEWEST and not match["ordinal"][0].isdigit()):
            continue
        if not any(term.ordinal and term.office == office for term in passage.canon.terms_of(person.candidates[0])):
            continue
        start, end = match.span("ordinal")
        yield Claim(
            id=f"office-number@{start}",
            kind="office-number",
            start=start,
            end=end,
            text=match["ordinal"],
            about=person.candidates[0],
            says=f"{person.text} is number {number} as {match['title'].lower()}",
            sentence=passage.sentence_at(start),
            named=person.text,
            number=number,
            other=office,
            modality=passage.standing(start, end),
        )


def _holder(passage: Passage, match: re.Match[str]) -> Mention | None:
    """The person right before ("Biden, the 46th president") or right after ("the 46th president, Joe Biden")."""
    text, sentence = passage.text, passage.sentence_at(match.start())
    persons = [m for m in passage.mentions_between(*sentence) if m.candidates[0].startswith("person/")]
    for person in persons:
        if re.fullmatch(r"(?: of the [A-Z]\w+ [A-Z]\w+)?,? ", text[match.end() : person.start]):
            return person
        if person.end < match.start() and _BETWEEN.fullmatch(text[person.end : match.start()]):
            return person
    return None
