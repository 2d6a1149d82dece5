"""*P was alive, or dead, at T*: who acts at a dated time, and who is called "the late"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.extraction.claims.acting import date_of_clause, verb_after
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

_LATE = re.compile(
    r"\b(?P<words>the late(?: great)?|the widow(?:er)? of(?: the)?) (?:[A-Z][\w.]+ ){0,3}$", re.IGNORECASE
)
# Where the dead may appear in what the living make: before the name, or anywhere after it.
_IN_A_WORK = re.compile(
    r"\b(?:posthumous\w*|hologram|archive|footage|recordings? of|re-?releas\w+|re-?issue\w*|auction\w*|statue|museum|"
    r"biopic|documentary|musical|stamp|tribute|in the role|as played|character|Broadway|starring|production|"
    r"impersonat\w+|"
    r"look-?alike|waxwork|ghost|dream\w*|legend|namesake|descend\w+|estate|foundation|trust|will be|painted by|"
    r"(?:film|movie|novel|play|show|biography|book) (?:about|of|on|in which))\b",
    re.IGNORECASE,
)
_DID_RECEIVE = re.compile(
    r" received (?:the|an?|his|her) (?:\w+ )?(?:ambassador|prime minister|president|delegat\w+|visitors?|guests?|"
    r"king|queen|"
    r"envoy|emissary|chancellor|leaders?|minister|pope)\b"
)
_WAS_SEEN = re.compile(
    r"(?:,? who)? was (?:also |then |last )?(?:photographed|seen|interviewed|spotted|filmed|arrested|elected|"
    r"re-elected|"
    r"appointed|released|freed|greeted|welcomed|treated|sworn|driven|flown|among|in the (?:audience|crowd)|at the)\b"
)
_WHO = re.compile(r", who (?:also |had |then |once )?(?P<verb>[a-z]+)\b")
_AMONG = re.compile(r"\W*Among (?:the|those|his|her|their)\b[^,;:]{0,80} (?:was|were) (?:the )?$")
# What the dead go on doing, and what others do with their names.
_POSTHUMOUS = re.compile(
    r"^(?:inspired|remained|influenced|won|received|appeared|featured|published|released|sold|fetched|topped|"
    r"returned|made|"
    r"came|went|meant|proved|loomed|graced|left|had|died|became|ranked|entered|joined|rose|fell|earned|got|continued|"
    r"starred|debuted|showed|lay|lain|stood|followed|would|did|was|were|been|used|named|changed|loved|known|"
    r"described|born|based|set|led|held|brought|gave|gained|dominated|shaped|"
    r"predicted|argued|said|noted|observed|warned|lost|remembered|honou?red|buried)$"
)
_OBJECT = re.compile(
    r"\b(?:met|hit|interviewed|kissed|visited|hosted|greeted|married|arrested|photographed|telephoned|saw|told|"
    r"asked|invited|"
    r"hired|shot|attacked|welcomed|wrote to|spoke to|spoke with|dined with|danced with|shook hands with|talked to|"
    r"travelled with|sang with|worked with|met with|posed with|lived with|argued with|studied under|worked for|"
    r"married to|telephoned|served under|confided in|(?:had|took|drank|shared) (?:tea|lunch|dinner|supper|breakfast|"
    r"coffee|a drink) with|(?:interview|meeting|lunch|dinner|audience|conversation) with|(?:lessons?|instruction|"
    r"a letter|"
    r"a call|a telegram|advice)(?: [a-zA-Z]+){0,3} from) (?:the )?$"
)
_THINGS = re.compile(
    r"\b(?:statue|portrait|film|movie|play|musical|biopic|museum|exhibition|estate|stamp|hologram|song|book|novel|"
    r"biography|documentary|airport|school|street|award|prize|foundation|trust|impersonator|lookalike|ghost|grave|tomb|"
    r"posthumous\w*|memorial|auction|painting|poem|opera|in the role|as played|starring|Broadway|production|character|"
    r"descend\w+|namesake|waxwork|dream\w*|legend)\b",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r"\b(?:USS|HMS|RMS|SS|MV|carrier|ship|ferry|trawler|submarine|station|the)(?: the)? $")
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
        plain = mention.text in fact.names and not any(
            alias.name == mention.text and alias.context for alias in fact.aliases
        )
        if not plain or len(mention.candidates) > 1:
            return None
    sentence = passage.sentence_at(mention.start)
    if _NAMED_AFTER.search(passage.text, max(sentence[0], mention.start - 24), mention.start):
        return None
    if _THINGS.search(passage.text, sentence[0], mention.start) or _IN_A_WORK.search(passage.text, *sentence):
        return None
    if passage.text[mention.end : mention.end + 2] in ("'s", "’s"):
        return None
    text = passage.text
    verb = verb_after(passage, mention)
    if verb is not None and (not _POSTHUMOUS.match(verb["verb"]) or _DID_RECEIVE.match(text, mention.end)):
        return date_of_clause(passage, mention.start, verb.end())
    seen = _WAS_SEEN.match(text, mention.end)
    if seen is not None:
        return date_of_clause(passage, mention.start, seen.end())
    who = _WHO.match(text, mention.end)
    if who is not None and classify(who["verb"]) in (PAST, PAST_OR_PARTICIPLE) and not _POSTHUMOUS.match(who["verb"]):
        return date_of_clause(passage, mention.start, who.end())
    if _AMONG.fullmatch(text[sentence[0] : mention.start]):
        dates = passage.dates_between(*sentence)
        return dates[0] if len(dates) == 1 and dates[0].type == "DATE" else None
    if _THINGS.search(text, *sentence):
        return None
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
