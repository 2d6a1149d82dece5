"""*P held office O at T*: "Angela Merkel, the German chancellor, told reporters on 20 February 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.chronology import Span
from timelines.extraction.claims.acting import date_of_clause, date_of_occasion
from timelines.extraction.claims.held_office import apposed_office, heading_office
from timelines.extraction.passage import Passage
from timelines.model import Claim
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

# What office-holders do as such. A title in other company ("President Lincoln was born", "President Clinton, who
# left office") is a courtesy or tells of the man's life.
_OFFICIAL_ACT = re.compile(
    r"\b(?:said|says|told|tells|sign(?:s|ed)|order(?:s|ed)|fir(?:es|ed)|appoint(?:s|ed)|nominat(?:es|ed)|"
    r"announc(?:es|ed)|vow(?:s|ed)|warn(?:s|ed)|visit(?:s|ed)|me(?:t|ets)|host(?:s|ed)|veto(?:es|ed)|approv(?:es|ed)|"
    r"declar(?:es|ed)|pardon(?:s|ed)|urg(?:es|ed)|pledg(?:es|ed)|call(?:s|ed)|spoke|speaks|participat(?:es|ed)|"
    r"arriv(?:es|ed)|attend(?:s|ed)|emphasi[sz](?:es|ed)|resign(?:s|ed)|dismiss(?:es|ed)|authori[sz](?:es|ed)|"
    r"launch(?:es|ed)|unveil(?:s|ed)|address(?:es|ed)|welcom(?:es|ed)|condemn(?:s|ed)|insist(?:s|ed)|g[ai]ve?s?|"
    r"open(?:s|ed)|inaugurat(?:es|ed)|receiv(?:es|ed)|sen(?:ds|t) (?:troops|soldiers|the|in|a)|"
    r"fl(?:ies|ew) to|travel(?:s|led|ed) to|deliver(?:s|ed)|testif(?:ies|ied)|bann?(?:s|ed)|nam(?:es|ed)|greet(?:s|ed)|"
    r"chair(?:s|ed)|propos(?:es|ed)|defend(?:s|ed)|reject(?:s|ed)|accus(?:es|ed)|prais(?:es|ed)|critici[sz](?:es|ed)|"
    r"broker(?:s|ed)|lift(?:s|ed)|impos(?:es|ed)|threaten(?:s|ed)|deploy(?:s|ed)|expel(?:s|led)|recogni[sz](?:es|ed)|"
    r"introduc(?:es|ed)|dissolv(?:es|ed)|sack(?:s|ed)|reshuffl(?:es|ed)|declin(?:es|ed)|presid(?:es|ed)|"
    r"delay(?:s|ed)|cancel(?:s|led|ed)|evacuat(?:es|ed)|shell(?:s|ed)|unleash(?:es|ed)|devalu(?:es|ed)|"
    r"commut(?:es|ed)|enact(?:s|ed)|negotiat(?:es|ed)|fac(?:es|ed) (?:down|questions)|rais(?:es|ed) (?:taxes|rates)|"
    r"cut(?:s)? (?:the|taxes|rates|interest)|led (?:the|a) (?:[a-z-]+ ){0,2}(?:delegation|government|cabinet|"
    r"coalition|talks|country|force)|"
    r"canoni[sz](?:es|ed)|celebrat(?:es|ed)|slipp(?:s|ed) into|brought (?:the|both|in|about|together)|call(?:s|"
    r"ed) for|blam(?:es|ed)|acknowledg(?:es|ed)|admit(?:s|ted)|"
    r"apologi[sz](?:es|ed)|promis(?:es|ed)|agree(?:s|d)|refus(?:es|ed)|demand(?:s|ed)|back(?:s|ed)|confirm(?:s|ed)|"
    r"writes|freed|abolish(?:es|ed)|knight(?:s|ed)|toast(?:s|ed)|address(?:es|ed)|suspend(?:s|ed)|withdrew|withdraws)\b"
)
# Before somebody holds an office, what candidates and holders of other offices do as well.
_CANDIDATE = re.compile(
    r"\b(?:campaign\w*|candida\w+|nomination|primar(?:y|ies)|convention|senators?|governor\w*|congress(?:man|woman)|"
    r"while (?:he|she) was|as (?:a|an|the)? ?(?:young|senator|governor|mayor|minister|mp|lawyer|general|cardinal|"
    r"archbishop|"
    r"opposition|vice|deputy|businessman|actor|director|commissioner|judge|student|secretary|candidate)|election|"
    r"elected|"
    r"opposition|transition|television|show|band|company|casinos?|film|bank|princess?|prince|heir|his book|her book|"
    r"university|career|rally|bid)\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|one-time|onetime|ousted|deposed|retired|"
    r"elect|designate|emeritus|would-be|first|onetime)\b[- ]?",
    re.IGNORECASE,
)
_LIFE_STORY = re.compile(
    r"\b(?:born|grew up|studied|married|enlisted|graduated|childhood|biography|statue|portrait|museum|library|book|"
    r"film|memoir|legacy|airport|avenue|street|school|era|century|anniversary|when he was|when she was|later|became|"
    r"would become|once|years? (?:ago|earlier|later|before|after))\b",
    re.IGNORECASE,
)

# Any verb in the past tense right after the name; these tell of lives, or of what befell somebody.
_DEED = re.compile(r",? (?:also |then |later |himself |herself )?(?P<verb>[a-z]+)\b(?! by\b)")
_NO_DEED = re.compile(
    r"(?:was|were|had|became|died|lost|left|grew|got|did|been|born|lived|wrote|played|fell|felt|turned|remained|"
    r"appeared|used|known|named|called|retired|moved|returned|published|won|received|married|started|began)$"
)
_FORMER = re.compile(r"\b(?:the|a) (?:former|ex-)", re.IGNORECASE)
# What starts another statement than that about the office-holder's act.
_ANOTHER_CLAUSE = re.compile(
    r"[;:()—–]|\b(?:who|whose|which|that|when|while|after|because|since|although|if|but|than|"
    r"before(?! (?:the|a) (?:[A-Z]|committee|court|crowd|cameras|joint|jury|panel|nation)))\b"
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|would|won['’]t|to(?! (?:the|an?|his|her|its|their|zero|[A-Z]|\d|[a-z]+s\b))|next)\b"
)
_CLEFT = re.compile(r"\W*It was (?:the )?$")
_WHO_THEN = re.compile(r" who(?:,? (?:in|on) )?")
_AFTER_PREPOSITION = re.compile(r"\b(?:of|from|under|against|for|by|with|to|at|than|like)(?: the)? $")
# "President Obama also said"; more words than these, and the verb may be somebody else's.
_WORDS_BEFORE_ACT = 2
# Somebody who left office longer ago is not taken for its holder by mistake; the text tells history.
_LATELY_DAYS = 3 * 365
# Just after a handover, an undated act may still be one of the time in office.
_JUST_LEFT_DAYS = 30
_CROWN = re.compile(r"(?:Pope|King|Queen|Tsar|Czar|Emperor|Empress|Monarch|Sultan|Shah|Kaiser)\b", re.IGNORECASE)
# Between a name and the office that is put beside it.
_APPOSED = frozenset({", ", ", the "})


def office_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``other`` is the office, ``at`` when it is said to be held."""
    for before, mention, following in zip_longest(
        (None, *passage.mentions[:-1]), passage.mentions, passage.mentions[1:]
    ):
        if mention is None or not mention.candidates[0].startswith("person/"):
            continue
        office = mention.title_office or _crown(passage, mention)
        if office is not None:
            yield from _claim(passage, mention, office, mention.end)
        elif following is not None and _is_apposed(passage, mention, following):
            yield from _claim(passage, mention, following.candidates[0], following.end, beside=True)
        elif (office := apposed_office(passage, mention)) is not None:
            yield from _claim(passage, mention, office[0], office[1], beside=True)
        elif before is not None and _is_headed(passage, before, mention):
            yield from _claim(passage, mention, before.candidates[0], mention.end + 1, beside=True)
        elif (heading := heading_office(passage, mention)) is not None:
            yield from _claim(passage, mention, heading, mention.end + 1, beside=True)


def _crown(passage: Passage, mention: Mention) -> str | None:
    """The office of a title that belongs to the name: "Pope Benedict XVI", "King Felipe VI"."""
    title = _CROWN.match(mention.text)
    if title is None:
        return None
    for term in passage.canon.fact(mention.candidates[0]).terms:
        office = passage.canon.fact(term.office)
        if any(_CROWN.match(name) for name in (*office.titles, office.label)):
            return term.office
    return None


def _is_apposed(passage: Passage, person: Mention, office: Mention) -> bool:
    """Whether the office stands beside the name, and nothing more: "Angela Merkel, the German chancellor, ..."."""
    text, end = passage.text, office.end
    closed = text[end : end + 1] in (",", ".", ";", "") or text[end : end + 2] == " ("
    return office.candidates[0].startswith("office/") and text[person.end : office.start] in _APPOSED and closed


def _is_headed(passage: Passage, office: Mention, person: Mention) -> bool:
    """The office before the name, between commas: "Zimbabwe's president, Robert Mugabe, said"."""
    text = passage.text
    return (
        office.candidates[0].startswith("office/")
        and text[office.end : person.start] == ", "
        and text[person.end : person.end + 1] == ","
    )


def presupposed_offices(passage: Passage) -> Iterator[tuple[Mention, str]]:
    """Persons whom the text calls holders of an office at the time of writing: no date, nothing that looks back."""
    for mention in passage.mentions:
        if mention.title_office is None or not mention.candidates[0].startswith("person/"):
            continue
        sentence = passage.sentence_at(mention.start)
        if _looks_back(passage, mention, sentence) or passage.dates_between(*sentence):
            continue
        if not passage.is_quoted(mention.start):
            yield mention, mention.title_office


def _looks_back(passage: Passage, mention: Mention, sentence: tuple[int, int]) -> bool:
    before = passage.text[max(sentence[0], mention.start - 24) : mention.start]
    return bool(
        _BACKWARD.search(before) or _BACKWARD.search(mention.text) or _LIFE_STORY.search(passage.text, *sentence)
    )


def _is_called_former(passage: Passage, mention: Mention, sentence: tuple[int, int]) -> bool:
    before = passage.text[max(sentence[0], mention.start - 24) : mention.start]
    return any(
        (_BACKWARD.search(before), _BACKWARD.search(mention.text), _FORMER.search(passage.text, *sentence))
    )  # fmt: skip


def _claim(
    passage: Passage, mention: Mention, office: str, end: int, *, beside: bool = False
) -> Iterator[Claim]:  # fmt: skip
    """``beside``: the office stands beside the name, so that any date of the same occasion is one of holding it."""
    start = mention.start
    sentence = passage.sentence_at(start)
    words = passage.text[start:end]
    if _is_called_former(passage, mention, sentence):
        return
    person = passage.canon.fact(mention.candidates[0])
    at, at_words = None, None
    if not _LIFE_STORY.search(passage.text, *sentence):
        at, at_words = _time_of(passage, person, office, sentence, (start, end))
    if at_words is None and beside and (date := date_of_occasion(passage, start)) is not None:
        at, at_words = date.span, (date.start, date.end)
    if at is None or (_CANDIDATE.search(passage.text, *sentence) and _is_to_come(person, office, at)):
        return
    if beside and _is_about_to_begin(person, office, at):
        return
    yield Claim(
        id=f"office@{start}",
        kind="office",
        start=start,
        end=end,
        text=words,
        about=person.id,
        says=f"{person.label} was {passage.canon.fact(office).label} at {at.edtf}",
        sentence=sentence,
        readings=mention.candidates,
        at=at,
        at_words=at_words,
        other=office,
        modality=passage.standing(start, end),
    )


def _time_of(
    passage: Passage, person: Fact, office: str, sentence: tuple[int, int], words: tuple[int, int]
) -> tuple[Span | None, tuple[int, int] | None]:
    """The date of the act that follows the name; where the sentence has none, the publication date.

    Without a date only the recent past is at stake: of somebody long out of office the text tells history.
    """
    start, end = words
    if _CLEFT.fullmatch(passage.text[sentence[0] : start]) and (who := _WHO_THEN.match(passage.text, end)):
        dates = passage.dates_between(*sentence)
        beside = len(dates) == 1 and (dates[0].start == who.end() or _OFFICIAL_ACT.match(passage.text, who.end()))
        return (dates[0].span, (dates[0].start, dates[0].end)) if beside else (None, None)
    act = _OFFICIAL_ACT.search(passage.text, end, sentence[1])
    deed = _DEED.match(passage.text, end)
    if deed is not None and not _NO_DEED.match(deed["verb"]) and classify(deed["verb"]) in (PAST, PAST_OR_PARTICIPLE):
        official = act is not None and act.start() == deed.start("verb")
        date = date_of_clause(passage, start, deed.end(), stated=False)
        if date is not None and date.span is not None and (not official or date.end <= start):
            if _is_subject(passage, start, end) and (official or _is_out_of_office(person, office, date.span)):
                return date.span, (date.start, date.end)
            return None, None
    dates = passage.dates_between(*sentence)
    if not _is_subject(passage, start, end):
        return None, None
    if act is None or _ANOTHER_CLAUSE.search(passage.text, end, act.start()):
        return None, None
    for date in dates:
        between = passage.text[act.end() : date.start]
        if date.start >= act.end() and not (_ANOTHER_CLAUSE.search(between) or _LOOKS_AHEAD.search(between)):
            return date.span, (date.start, date.end)
    at = passage.published
    if (
        dates
        or at is None
        or _names_an_event(passage, sentence)
        or not _follows_at_once(passage.text[end : act.start()])
    ):
        return None, None
    return (at, None) if _was_lately_in_office(person, office, at) else (None, None)


def _is_out_of_office(person: Fact, office: str, at: Span) -> bool:
    """Whether the last term was over: titles of later years are courtesies in life stories, former ones are slips."""
    ends = [term.end.latest_day for term in person.terms if term.office == office and term.end is not None]
    last = max((day for day in ends if day is not None), default=None)
    held = any(term.end is None for term in person.terms if term.office == office)
    return not held and last is not None and at.earliest_day is not None and at.earliest_day > last


def _is_to_come(person: Fact, office: str, at: Span) -> bool:
    """Whether the first term had not begun."""
    starts = [term.start.earliest_day for term in person.terms if term.office == office]
    first = min((day for day in starts if day is not None), default=None)
    return first is not None and at.latest_day is not None and at.latest_day < first


def _is_about_to_begin(person: Fact, office: str, at: Span) -> bool:
    """Whether a term began within weeks: who forms a government is called by the office before the oath."""
    starts = [term.start.earliest_day for term in person.terms if term.office == office]
    return at.latest_day is not None and any(
        day is not None and 0 < day - at.latest_day <= _JUST_LEFT_DAYS for day in starts
    )  # fmt: skip


def _is_subject(passage: Passage, start: int, end: int) -> bool:
    """Not "the fall of President Mubarak", nor "President Bush's administration"."""
    possessive = passage.text[end : end + 2] in ("'s", "’s")
    return not possessive and not _AFTER_PREPOSITION.search(passage.text, max(0, start - 24), start)


def _names_an_event(passage: Passage, sentence: tuple[int, int]) -> bool:
    return any(mention.candidates[0].startswith("event/") for mention in passage.mentions_between(*sentence))


def _follows_at_once(between: str) -> bool:
    return len(between.split()) <= _WORDS_BEFORE_ACT


def _was_lately_in_office(person: Fact, office: str, at: Span) -> bool:
    if at.earliest_day is None:
        return False
    ends = [term.end.latest_day for term in person.terms if term.office == office and term.end is not None]
    last = max((day for day in ends if day is not None), default=None)
    if last is None:
        return True
    since = at.earliest_day - last
    return since < 0 or _JUST_LEFT_DAYS <= since < _LATELY_DAYS
