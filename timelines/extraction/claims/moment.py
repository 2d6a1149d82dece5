"""The point in time that a clause tells of: "after the Titanic sank", "since she took office", "after the vote of May".

A moment is known to the canon (by name, or by what happens to a known person or thing), or dated by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.chronology import Precision, Span
from timelines.extraction.claims.beginnings import event_at
from timelines.extraction.claims.described import described_event
from timelines.extraction.claims.subject import named_subject
from timelines.extraction.passage import Passage
from timelines.extraction.predicates import Predicate, deeds, predicates
from timelines.model import Expression

_CLAUSE_END = re.compile(r"[,;:()—–\n]| - |\b(?:but|while|when|whereas|which|who)\b")
_DATE_COMMA = re.compile(
    r", (?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# "of 23 June", "in April 1912": the date that stands with the words of the moment.
_ITS_DATE = re.compile(r"(?:\b(?:of|in|on|during|since)(?: the)?(?: early| late)? | )$")
# "After the company he had founded in 1950 went bankrupt": the date is not of the moment.
_OF_ANOTHER = re.compile(r"\b[a-z]+ (?:he|she|they|it|that|which|who) (?:had |was |were )?[a-z]+ (?:in|on) (?:the )?$")
_NOTHING_MORE = re.compile(r"(?: (?:in|at|near|by|with|under|of|off|from|for) [\w’' -]{1,40})?[.!?]?\s*", re.IGNORECASE)
_OTHER_THING = re.compile(
    r"[’']s\b|-[a-z]| (?:[a-z]+(?:-[a-z]+)? )?(?:memorials?|veterans?|victims?|film|novel|talks|commission|inquiry|era|"
    r"museum|survivors?|generation|reforms?|report)\b",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(
    r"the (?:\w+ )?(?:explosions?|disaster|accident|meltdown|massacre|bombings?|attacks?|crash|shootings?|earthquake|"
    r"tsunami|fire|sinking|eruption|landings?|killings?|siege|battle|protests?|uprising|crackdown|coup|invasion) "
    r"(?:at|in|of|on) (?:the )?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:he|she|they|it|his|her|their|its|being)\b ?(?:had|was|were|first|became|have|has)? ?",
    re.IGNORECASE,
)
_HELPING = re.compile(
    r"(?: (?:was|were|is|had been|has been|had|has|first|finally|officially|himself|herself|itself|suddenly|also))* ?",
    re.IGNORECASE,
)
_OWN_NOUN = re.compile(
    r"(?:his|her|its|their) (?:own |first |formal |sudden )?(?P<noun>death|birth|election|inauguration|coronation|"
    r"resignation|assassination|murder|founding|foundation|launch|creation|independence|accession|release)\b",
    re.IGNORECASE,
)
_KINDS_OF_NOUN = {
    "death": {"death", "assassination", "execution"}, "assassination": {"assassination"}, "murder": {"assassination"},
    "birth": {"birth"}, "election": {"election"}, "inauguration": {"inauguration"},
    "coronation": {"coronation"}, "accession": {"inauguration", "coronation", "accession"},
    "resignation": {"departure", "resignation"},
    "founding": {"founding"}, "foundation": {"founding"}, "creation": {"founding", "launch"},
    "launch": {"launch", "release"}, "release": {"release"}, "independence": {"independence"},
}  # fmt: skip
_KILLING = re.compile(r"(?:Killing|Death|Murder|Shooting|Execution|Lynching) of ")
_NAME = re.compile(r"(?:the )?(?P<name>[A-Z][\w’'-]+(?: (?:of|de|[A-Z][\w’'-]+)){0,4})$")
_OFFICE_WORD = re.compile(
    r"\b(?:president|presidency|prime minister|premier|chancellor|governor|senator|mayor|speaker|leader|pope|king|"
    r"queen|minister|chief executive|secretary|director|chairman|throne)\b",
    re.IGNORECASE,
)
_HIGH_OFFICE = re.compile(r"(?:President|Prime Minister|Chancellor|Monarch|King|Queen|Pope|Emperor|Taoiseach)\b")
_BEGINS = re.compile(
    r"\b(?:began|begins|beginning|started|starting|start|outbreak|broke out|invad\w+|erupted|launched|onset)\b", re.I
)
_THINGS = frozenset({"product", "work", "currency"})
# More events than this of one person or thing say nothing.
_MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """``ids`` are the canon facts that the words may mean, ``date`` is what they say themselves; they end at ``end``.

    ``begins`` where the words speak of the beginning of what lasts.
    """

    ids: tuple[str, ...]
    name: str
    date: Expression | None
    end: int
    begins: bool = False


def clause_end(passage: Passage, offset: int) -> int:
    """Where the clause that starts at ``offset`` ends; the comma inside a date does not end it."""
    _, last = passage.sentence_at(offset)
    for match in _CLAUSE_END.finditer(passage.text, offset, last):
        if match.group() == "," and _DATE_COMMA.match(passage.text, match.start()):
            continue
        return match.start()
    return last


def moment_at(passage: Passage, offset: int, *, owner: Mention | None = None) -> Moment | None:
    """The moment that the words from ``offset`` on tell of; ``owner`` is whom "he" and "her" mean there."""
    end = clause_end(passage, offset)
    found = named_moment(passage, offset)
    if found is None:
        found = _own_noun(passage, offset, owner) or told_moment(passage, offset, end, owner=owner)
    if found is None:
        found = described_event(passage, offset, passage.sentence_at(offset))
    date = _date_in(passage, offset, end)
    if found is None and date is None:
        return None
    ids, name, last = found or ((), passage.text[offset:end].strip(), end)
    if date is not None and date.end > last:
        last = date.end
    begins = bool(_BEGINS.search(passage.text, offset, last))
    return Moment(ids, name, date, max(last, end) if date is not None or not ids else last, begins)


def named_moment(passage: Passage, offset: int) -> tuple[tuple[str, ...], str, int] | None:
    """The event named right at ``offset``: "the fall of the Berlin Wall", "the war", "Beethoven's birth"."""
    named = event_at(passage, offset)
    if named is not None and not _is_only_a_name(passage, offset, named[1]):
        subject, end = named
        return (subject.ids, subject.name, end) if not _OTHER_THING.match(passage.text, end) else None
    disaster = _AT_PLACE.match(passage.text, offset)
    if disaster is not None:
        for mention in passage.mentions_between(disaster.end(), disaster.end() + 60)[:1]:
            events = _events(passage, mention)
            if events and mention.start == disaster.end() and not _OTHER_THING.match(passage.text, mention.end):
                return tuple(event.id for event in events), mention.text, mention.end
    lasting = named_subject(passage, offset)
    if lasting is not None:
        mentions = [m for m in passage.mentions_between(offset, offset + 120) if m.text == lasting.name]
        end = mentions[0].end if mentions else offset + len("the war")
        return (lasting.ids, lasting.name, end) if not _OTHER_THING.match(passage.text, end) else None
    return None


def _is_only_a_name(passage: Passage, offset: int, end: int) -> bool:
    """ "Six years after Facebook was floated" is not six years after its founding."""
    bare = [m for m in passage.mentions_between(offset, end) if m.end == end]
    if bare and bare[0].candidates[0].startswith("event/"):
        return False
    return bool(bare) and passage.text[offset : bare[0].start].lower() in ("", "the ")


def told_moment(
    passage: Passage, start: int, end: int, *, owner: Mention | None = None
) -> tuple[tuple[str, ...], str, int] | None:
    """What ``text[start:end]`` tells in a verb: "Michael Jackson died", "the Titanic sank", "he took office"."""
    text = passage.text
    language = passage.article.language
    for predicate in (*predicates(language), *deeds(language)):
        for match in predicate.words.finditer(text, start, end):
            facts = _of_subject(passage, predicate, start, match, owner) or _of_object(passage, predicate, match, end)
            facts = _highest(passage, _of_office(passage, facts, text[match.start() : end]))
            facts = [fact for fact in facts if predicate.name in fact.label.lower()] or facts
            if facts and len(facts) <= _MOST_READINGS:
                return tuple(fact.id for fact in facts), text[start : match.end()].strip(), match.end()
    return None


def _of_subject(
    passage: Passage, predicate: Predicate, start: int, match: re.Match[str], owner: Mention | None
) -> list[Fact]:
    text = passage.text
    mentions = passage.mentions_between(start, match.start())
    for mention in mentions:
        if text[start : mention.start].lower() in ("", "the ", "that the ", "that ") and _HELPING.fullmatch(
            text[mention.end : match.start()]
        ):
            if predicate.subject == "name" or mention.candidates[0].startswith("event/"):
                return [f for f in _events(passage, mention) if predicate.suits(f.kind) or _is_flight(predicate, f)]
            return _with_object(passage, _events_of(passage, mention.candidates[:1], predicate.kinds), match.end())
    if mentions:
        return []
    subject = text[start : match.start()]
    gerund = not subject and text[match.start() : match.end()].split()[0].lower().endswith("ing")
    if owner is not None and predicate.subject == "participant" and (gerund or _PRONOUN.fullmatch(subject)):
        return _events_of(passage, owner.candidates[:1], predicate.kinds)
    name = _NAME.fullmatch(re.sub(r" (?:was|were|had|had been)$", "", subject.strip()))
    if name is not None:
        return _events_of(passage, (name["name"], f"The {name['name']}"), predicate.kinds)
    return []


def _is_flight(predicate: Predicate, fact: Fact) -> bool:
    """ "Apollo 11 landed", "Challenger was launched": a mission is known by the name of its craft."""
    return fact.kind == "flight" and bool(predicate.kinds & {"landing", "launch"})


def _with_object(passage: Passage, facts: list[Fact], offset: int) -> list[Fact]:
    """Of several events those in which the thing named right after the verb took part: "Russia invaded Ukraine"."""
    for mention in passage.mentions_between(offset, offset + 60)[:1]:
        if len(facts) > 1 and passage.text[offset : mention.start].lower() in (" ", " the "):
            return [fact for fact in facts if mention.candidates[0] in fact.participants]
    return facts


def _of_object(passage: Passage, predicate: Predicate, match: re.Match[str], end: int) -> list[Fact]:
    """ "Zuckerberg launched Facebook": the thing, which things alone can be."""
    for mention in passage.mentions_between(match.end(), end)[:1]:
        if passage.text[match.end() : mention.start].lower() in (" ", " the ") and not mention.candidates[0].startswith(
            ("person/", "state/")
        ):
            if mention.candidates[0].startswith("event/"):
                return []
            found = _events_of(passage, mention.candidates[:1], predicate.kinds)
            actors = {m.candidates[0] for m in passage.mentions_between(max(0, match.start() - 40), match.start())}
            return [fact for fact in found if actors & set(fact.participants)] or found
    return []


def _highest(passage: Passage, facts: list[Fact]) -> list[Fact]:
    """ "Left office" of somebody who was prime minister is not about the party that she led before."""
    ranks = [_rank(passage, fact) for fact in facts]
    return [fact for fact, rank in zip(facts, ranks, strict=True) if rank == min(ranks)]


def _rank(passage: Passage, event: Fact) -> int:
    """Presidents and prime ministers before governors and leaders of parties."""
    offices = [one for one in event.participants if one.startswith("office/")]
    if not offices:
        return 0
    return 0 if _HIGH_OFFICE.match(passage.canon.fact(offices[0]).label) else 1


def _own_noun(passage: Passage, offset: int, owner: Mention | None) -> tuple[tuple[str, ...], str, int] | None:
    """ "His death", "its launch"."""
    match = _OWN_NOUN.match(passage.text, offset)
    if match is None or owner is None:
        return None
    facts = _events_of(passage, owner.candidates[:1], _KINDS_OF_NOUN[match["noun"].lower()])
    facts = _of_office(passage, facts, passage.text[match.end() : clause_end(passage, match.end())])
    return (tuple(f.id for f in facts), match.group(), match.end()) if 0 < len(facts) <= _MOST_READINGS else None


def _events_of(passage: Passage, names: Sequence[str], kinds: Iterable[str]) -> list[Fact]:
    """The dated events of a kind that happened to the thing or person itself."""
    wanted = frozenset(kinds)
    found = [
        event
        for name in names
        for event in passage.canon.events_of(name)
        if (event.kind in wanted or ("death" in wanted and _KILLING.match(event.label)))
        and event.when is not None
        and event.participants[:1] == (name,)
    ]
    things = [passage.canon.fact(name) for name in names if name in passage.canon.facts]
    if not found and wanted & {"founding", "launch", "release"}:
        found = [thing for thing in things if thing.prefix in _THINGS and thing.when is not None]
    return found


def _of_office(passage: Passage, facts: list[Fact], words: str) -> list[Fact]:
    """Only the events of the office that the words name, if they name one."""
    told = {word.lower() for word in _OFFICE_WORD.findall(words)}
    if not told:
        return facts
    told |= {"president"} if "presidency" in told else {"king", "queen"} if "throne" in told else set()
    return [fact for fact in facts if told & _office_words(passage, fact)]


def _office_words(passage: Passage, event: Fact) -> set[str]:
    offices = [event.office] if event.office else []
    offices += [one for one in event.participants if one.startswith("office/")]
    if not offices:
        return {word.lower() for word in _OFFICE_WORD.findall(event.label)}
    facts = [passage.canon.fact(one if "/" in one else f"office/{one}") for one in offices]
    words = " ".join(title for fact in facts for title in (fact.label, *fact.titles))
    return {word.lower() for word in _OFFICE_WORD.findall(words)}


def _events(passage: Passage, mention: Mention) -> list[Fact]:
    facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
    return [fact for fact in facts if fact.prefix == "event" and fact.when is not None]


def _date_in(passage: Passage, offset: int, end: int) -> Expression | None:
    """The one date that stands with the words of the clause."""
    dates = [date for date in passage.dates_between(offset, end) if date.type == "DATE"]
    if not dates and (following := passage.dates_between(offset, end + 24)) and following[0].start < end:
        dates = following[:1]
    if len(dates) != 1 or not re.search(r"\d", dates[0].text):
        return None
    text, date = passage.text, dates[0]
    if _OF_ANOTHER.search(text, offset, date.start) or not _NOTHING_MORE.fullmatch(text[date.end : max(date.end, end)]):
        return None
    return date if _ITS_DATE.search(text, offset - 1, date.start) else None


def is_its_day(passage: Passage, whens: Iterable[Span | None], days: int) -> bool:
    """Whether the article comes out around the day of the year on which something happened years ago."""
    published = passage.published
    if published is None or published.earliest_day is None or published.precision < Precision.DAY:
        return False
    for when in whens:
        if when is None or when.earliest_day is None or when.precision < Precision.DAY:
            continue
        gap = published.earliest_day - when.earliest_day
        off = gap % 365.2425
        if min(off, 365.2425 - off) <= days and gap > 0:
            return True
    return False
