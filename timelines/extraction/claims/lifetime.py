"""*P was alive, or dead, at T*: who acts at a dated time, and who is called "the late"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.extraction.claims.acting import date_of_clause, verb_after
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_LATE = re.compile(r"\b(?P<words>the late)(?: great)? (?:[A-Z][\w.]+ ){0,3}$", re.IGNORECASE)
# What the dead go on doing, and what others do with their names.
_POSTHUMOUS = re.compile(
    r"^(?:inspired|remained|influenced|won|received|appeared|featured|published|released|sold|fetched|topped|returned|made|"
    r"came|went|meant|proved|loomed|graced|left|had|died|became|ranked|entered|joined|rose|fell|earned|got|continued|"
    r"starred|debuted|showed|lay|lain|stood|followed|would|did|was|were|been|used|named|changed|loved|known|"
    r"described|born|based|set|led|held|brought|gave|gained|dominated|shaped|"
    r"predicted|argued|said|noted|observed|warned|lost|remembered|honou?red|buried)$"
)
_OBJECT = re.compile(
    r"\b(?:met|hit|interviewed|kissed|visited|hosted|greeted|married|arrested|photographed|telephoned|saw|told|asked|invited|"
    r"hired|shot|attacked|welcomed|wrote to|spoke to|spoke with|dined with|danced with|shook hands with|talked to|"
    r"travelled with|sang with|worked with|met with) (?:the )?$"
)
_THINGS = re.compile(
    r"\b(?:statue|portrait|film|movie|play|musical|biopic|museum|exhibition|estate|stamp|hologram|song|book|novel|"
    r"biography|documentary|airport|school|street|award|prize|foundation|trust|impersonator|lookalike|ghost|grave|tomb|"
    r"posthumous\w*|memorial|auction|painting|poem|opera|in the role|as played|starring|Broadway|production|character|"
    r"descend\w+|namesake|waxwork|dream\w*|legend)\b",
    re.IGNORECASE,
)
_LIFE_WORDS = 2


def lifetime_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``detail`` is "late" where the person is said to be dead at the time."""
    for mention in passage.mentions:
        if not mention.candidates[0].startswith("person/"):
            continue
        late = _LATE.search(passage.text, max(0, mention.start - 40), mention.start)
        if late is not None:
            if passage.published is not None and passage.text[mention.end : mention.end + 2] not in ("'s", "’s"):
                yield _claim(passage, mention, (late.start("words"), mention.end), None)
            continue
        date = _dated_act(passage, mention)
        if date is not None and date.span is not None:
            words = (min(mention.start, date.start), max(mention.end, date.end))
            yield _claim(passage, mention, words, date)


def _dated_act(passage: Passage, mention: Mention) -> Expression | None:
    """The date on which the person does something, or is met, seen, interviewed."""
    if len(mention.text.split()) < _LIFE_WORDS and mention.title_office is None:
        fact = passage.canon.fact(mention.candidates[0])
        if mention.text not in fact.names or mention.text != fact.label:
            return None
    sentence = passage.sentence_at(mention.start)
    if _THINGS.search(passage.text, *sentence):
        return None
    if passage.text[mention.end : mention.end + 2] in ("'s", "’s"):
        return None
    verb = verb_after(passage, mention)
    if verb is not None and not _POSTHUMOUS.match(verb["verb"]):
        return date_of_clause(passage, mention.start, verb.end())
    if _OBJECT.search(passage.text, max(sentence[0], mention.start - 30), mention.start):
        return date_of_clause(passage, mention.start, mention.end)
    return None


def _claim(passage: Passage, mention: Mention, words: tuple[int, int], date: Expression | None) -> Claim:
    start, end = words
    person = passage.canon.fact(mention.candidates[0])
    at = date.span if date is not None else passage.published
    return Claim(
        id=f"lifetime@{start}",
        kind="lifetime",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=person.id,
        says=f"{person.label} was {'alive' if date else 'dead'} at {at.edtf if at else ''}",
        sentence=passage.sentence_at(start),
        named=mention.text,
        readings=mention.candidates,
        at=at,
        at_words=(date.start, date.end) if date else None,
        detail="" if date else "late",
        modality=passage.standing(start, end),
    )
