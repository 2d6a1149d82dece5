"""*Event E at T*, E told in any words: "A drunk chauffeur drove Princess Diana to her death in Paris in August 1998".

Whatever the verb, the persons, places and rare words around a date single out one event of the canon, or none. They
are weighed (``_weight_of``) against the way in which the date is wrong: the same day of another year needs little more
than a name, another year alone needs all but the whole name of the event. Another event of the same names at the date
given means that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timelines.canon.question import reduced, reduced_words
from timelines.canon.schema import Fact
from timelines.chronology import Precision, Span, civil
from timelines.extraction.claims.slip import RECURRING, is_slip, one_digit_off
from timelines.extraction.passage import Passage
from timelines.extraction.tellings import Telling, noun_words, tellings
from timelines.model import Claim, Expression, Modality

_GIVEN = re.compile(
    r"(?:\b(?:in|on|of|at|during)(?: the)?(?: early| late| mid)?(?: (?:spring|summer|autumn|fall|winter|night|morning|"
    r"evening|afternoon) of)?|,|\() $",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"\b(?:until|till|by|before|after|from|between|than|through|to|and|or|as of|for)(?: the| early| late)? $", re.I
)
_OTHER_TIME = re.compile(
    r"\b(?:later|earlier|ago|before|previous(?:ly)?|afterwards?|(?:the )?following|next|anniversar\w+|"
    r"(?:years?|months?|weeks?|days?|decades?) (?:after|before|since|on|to the day)|"
    r"aftermath|wake|legacy|centenar\w+|bicentenar\w+|jubilee|commemorat\w+|remember\w*|memor\w+|mourn\w*|"
    r"re-?(?:open|buil|publish|issue|launch|release|enact|marri|unit|elect|visit|turn|write|wrote)\w*|statue|plaque|"
    r"monument|museum|exhibition|film|movie|novel|book|play|opera|musical|documentary|biograph\w+|memoirs?|song|"
    r"inquiry|inquest|trial|verdict|investigat\w+|hearings?|survivors?|victims|widow|replicas?|rumou?r\w*|myths?|"
    r"again|another|second|third|fourth|twice|almost|nearly|failed to|attempt\w*|plan(?:s|ned|ning)?|propos\w*|"
    r"would|will|could|might|may|should|not|never|no|neither|without|tried|hoped|wanted|promis\w+|vowed|threat\w*|"
    r"rehears\w+|prepar\w+|calendar|style|festival|edition|version|model|local|poll|study|report|interview\w*|wrote|writes|argued|described|said|told|recall\w*|auction\w*|"
    r"warn\w*|predict\w*|fear\w*|charged|sued|lawsuit|criticis\w+|compar\w+|like|unlike|anti|pro|ex|former|then)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_NO_NAME = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "His",
        "Her",
        "Its",
        "Their",
        "This",
        "That",
        "These",
        "Those",
        "When",
        "While",
        "As",
        "After",
        "Before",
        "Since",
        "But",
        "And",
        "Or",
        "If",
        "For",
        "From",
        "Two",
        "Three",
        "Four",
        "Five",
        "First",
        "Only",
        "One",
        "Mr",
        "Mrs",
        "Ms",
        "Day",
        "Eve",
    ]
)
_IN_PLACE = re.compile(r"\b(?:in|at|near|outside|to|into|from|against) (?:the )?(?P<name>[A-Z][\w’-]+)")
_DEFINITE = re.compile(r"\b[Tt]he (?:[\w’'-]+ ){1,6}of $")
_UNIT = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_PREFIXES = {"person": 2.0, "org": 1.4, "product": 1.8, "work": 1.8, "place": 1.2, "state": 0.6}
# Words of more documents than these lead nowhere, or tell little where they lead.
_MOST, _RARE, _FEW = 500, 40, 15
# What names, deeds and places weigh, and what they must weigh together by how the date is wrong: set on forty sentences
# of our own and on the false alarms of news.
_PLACE, _NAME, _IN_WHOLE_NAME, _COMMON_NAME, _DEED, _TOLD = 1.2, 1.6, 0.8, 0.6, 1.2, 0.7
_FOREIGN = 0.8
_LEAD = 0.8
_SAME_DAY, _SAME_MONTH, _ANOTHER_MONTH, _ANOTHER_YEAR, _DEFINITE_YEAR = 2.0, 2.8, 5.0, 4.0, 2.7
_NEAR_YEARS = 4
_LONG_WORD = 5
_LONGEST_DAYS = 62


@dataclass(frozen=True, slots=True)
class _Scope:
    """The words around a date: names (in their one form), all words, facts that are mentioned, deeds that are told."""

    names: frozenset[str]
    said: frozenset[str]
    mentioned: frozenset[str]
    told: tuple[Telling, ...]
    places: frozenset[str]


def singled_out_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; like ``event-date`` ones they have ``span`` and ``readings``."""
    groups = tellings(passage.article.language)
    if not groups:
        return
    for date in passage.dates_between(0, len(passage.text)):
        if (
            date.type == "DATE"
            and date.span is not None
            and date.resolution == "as written"
            and date.modifier is None
            and _YEAR.search(date.text)
            and date.span.precision >= Precision.YEAR
        ):
            claim = _singled_out(passage, date, date.span, groups)
            if claim is not None:
                yield claim


def _singled_out(passage: Passage, date: Expression, span: Span, groups: tuple[Telling, ...]) -> Claim | None:
    text, sentence = passage.text, passage.sentence_at(date.start)
    before = text[sentence[0] : date.start]
    if before.strip(' “"') and (_GIVEN.search(before) is None or _NOT_AT.search(before)):
        return None
    rest = before + " " + text[date.end : sentence[1]]
    if len(passage.dates_between(*sentence)) > 1 or _OTHER_TIME.search(rest):
        return None
    if passage.standing(date.start, date.end) != Modality.ASSERTED:
        return None
    scope = _scope(passage, sentence, rest, groups)
    weighed: list[tuple[float, Fact]] = []
    for fact in passage.canon.events_with(scope.names, most=_MOST):
        if fact.when is None:
            continue
        if fact.when.overlaps(span) or any(reading.when.overlaps(span) for reading in fact.readings):
            if _shares_a_name(fact, scope) and _is_brief(fact.when):
                return None
        elif fact.derived_from is None and _least(fact, span, before) is not None:
            weight = _weight_of(fact, scope, passage)
            if weight > 0:
                weighed.append((weight, fact))
    if not weighed:
        return None
    weighed.sort(key=lambda pair: -pair[0])
    weight, fact = weighed[0]
    least = _least(fact, span, before)
    if least is None or weight < least:
        return None
    if any(weight - other < _LEAD and not _same(fact, rival, span) for other, rival in weighed[1:]):
        return None
    return _claim(passage, date, span, [fact], sentence)


def _scope(passage: Passage, sentence: tuple[int, int], rest: str, groups: tuple[Telling, ...]) -> _Scope:
    said = set(reduced_words(rest))
    names = {
        form
        for word in _WORD.findall(rest)
        if word[:1].isupper() and word not in _NO_NAME
        for form in reduced_words(word)
    }
    mentioned: set[str] = set()
    for mention in passage.mentions_between(*sentence):
        for candidate in mention.candidates[:2]:
            fact = passage.canon.fact(candidate)
            mentioned.add(candidate)
            names |= reduced_words(fact.label)
            said |= reduced_words(fact.label)
            for adjective in fact.adjectives if fact.prefix == "state" else ():
                said |= reduced_words(adjective)
    told = tuple(telling for telling in groups if telling.told.search(rest) or not said.isdisjoint(_nouns(telling)))
    places = frozenset(reduced(found["name"].removesuffix("’s")) for found in _IN_PLACE.finditer(rest))
    return _Scope(
        frozenset(names), frozenset(said), frozenset(mentioned), told, places - {reduced(w) for w in _NO_NAME}
    )


@lru_cache(maxsize=256)
def _nouns(telling: Telling) -> frozenset[str]:
    """The nouns in their one form."""
    return frozenset(reduced(noun) for noun in telling.nouns)


def _weight_of(fact: Fact, scope: _Scope, passage: Passage) -> float:
    """How much of what is said speaks for the event; 0 where too little of what makes it this one is said."""
    weight, anchors, states, own = 0.0, 0, 0.0, set[str]()
    for one in fact.participants:
        prefix, slash, _ = one.partition("/")
        words = (
            reduced_words(passage.canon.fact(one).label) if slash and one in passage.canon.facts else reduced_words(one)
        )
        own |= words
        if slash and one in scope.mentioned:
            if prefix == "state":
                states += _PREFIXES["state"]
            else:
                weight += _PREFIXES.get(prefix, 1.0)
                anchors += 1
        elif (not slash and words <= scope.said) or (prefix != "state" and _telling(words & scope.names, passage)):
            weight += _NAME
            anchors += 1
    weight += min(states, 1.2)
    if fact.id in scope.mentioned:
        weight += _NAME
        anchors += 1
    place = reduced_words((fact.place or "").partition(",")[0])
    country = reduced_words((fact.place or "").partition(",")[2])
    if place and place <= scope.said and not place & own:
        weight += _PLACE
        anchors += 1
    best, best_missing, all_words = 0.0, 9, set(place | country | own)
    known = noun_words(passage.article.language)
    deed_told = any(fact.kind in telling.nouns for telling in scope.told) or reduced(fact.kind) in scope.said
    for name in fact.names:
        score, missing, named = 0.0, 0, False
        for word in _WORD.findall(name):
            forms = reduced_words(word)
            if not forms:
                continue
            all_words |= forms
            here = forms <= scope.said
            if word[:1].isupper() and word.lower() not in known:
                if forms <= own or forms <= place:
                    named = named or here
                    missing += not here
                elif here and forms <= scope.names:
                    whole = _whole(name, word, scope, known)
                    rare = all(passage.canon.documents_with(form) <= _RARE for form in forms)
                    score += _NAME if rare else _IN_WHOLE_NAME if whole else _COMMON_NAME
                    named = named or whole or _telling(forms, passage)
                elif not here:
                    missing += 1
            elif word.lower() in known:
                if here or any(word.lower() in telling.nouns for telling in scope.told):
                    deed_told = True
            elif here and len(word) >= _LONG_WORD:
                score += _TOLD
                deed_told = True
        if (score - missing, named) > (best - best_missing, False):
            best, best_missing = score, missing
            anchors_of_name = int(named)
            best_anchor = anchors_of_name
    weight += min(best, 3.2)
    if best >= _NAME or (best_missing == 0 and best > 0):
        anchors += best_anchor
    if not anchors:
        return 0.0
    if deed_told:
        weight += _DEED
    elif anchors < 2:
        return 0.0
    if fact.kind in RECURRING and anchors < 2 and best_missing > 0:
        return 0.0
    foreign = [place for place in scope.places if place not in all_words]
    return weight - _FOREIGN * len(foreign)


def _telling(words: frozenset[str], passage: Passage) -> bool:
    """Whether one of the words alone leads to few facts: "Lehman", but not "Street"."""
    return any(0 < passage.canon.documents_with(word) <= _FEW for word in words)


def _whole(name: str, word: str, scope: _Scope, known: frozenset[str]) -> bool:
    """Whether all words of the proper name inside an event's name are said: "Wall Street"."""
    unit = next((found.group() for found in _UNIT.finditer(name) if word in found.group().split()), word)
    return all(reduced_words(one) <= scope.said for one in unit.split() if one.lower() not in known)


def _least(fact: Fact, told: Span, before: str) -> float | None:
    """What the words must weigh for the date given to be a slip for the event's; None where it is none."""
    when = fact.when
    if when is None or when.earliest_day is None or told.earliest_day is None or told.latest_day is None:
        return None
    if not _is_brief(when) and not (fact.kind in ("war", "invasion", "conflict", "uprising") and told.precision >= 5):
        return None
    first, said = civil(when.earliest_day), civil(told.earliest_day)
    years = abs(said[0] - first[0])
    if years > _NEAR_YEARS and not one_digit_off(said[0], first[0]):
        return None
    if told.precision < Precision.QUARTER:
        if _DEFINITE.search(before):
            return _DEFINITE_YEAR
        return _ANOTHER_YEAR if is_slip(fact, told, beginning=True, named=True) else None
    last = civil(told.latest_day)
    if told.precision >= Precision.DAY:
        if first[1:] == said[1:] and when.precision >= Precision.DAY:
            return _SAME_MONTH if fact.kind in RECURRING else _SAME_DAY
        return _SAME_MONTH + 0.6 if first[1] == said[1] and fact.kind not in RECURRING else None
    if (first[1] - said[1]) % 12 <= (last[1] - said[1]) % 12 and years:
        return _SAME_MONTH
    return _ANOTHER_MONTH if not years and fact.kind not in RECURRING else None


def _is_brief(when: Span) -> bool:
    return (
        when.earliest_day is not None
        and when.latest_day is not None
        and when.latest_day - when.earliest_day <= _LONGEST_DAYS
    )


def _shares_a_name(fact: Fact, scope: _Scope) -> bool:
    """Whether the event at the date given has a person, thing or place of its own in common with the words."""
    shared = [one for one in fact.participants if one in scope.mentioned]
    if any(not one.startswith("state/") for one in shared) or len(shared) > 1:
        return True
    place = reduced_words((fact.place or "").partition(",")[0])
    deed = any(fact.kind in telling.nouns for telling in scope.told)
    if place and place <= scope.said and deed:
        return True
    return any(reduced_words(name) <= scope.said for name in fact.names)


def _same(one: Fact, other: Fact, told: Span) -> bool:
    """Whether two facts tell of one event in two ways, or are of one year where only a year is given."""
    if one.when is None or other.when is None or one.when.earliest_day is None or other.when.earliest_day is None:
        return False
    years = civil(one.when.earliest_day)[0], civil(other.when.earliest_day)[0]
    return one.when.overlaps(other.when) or (told.precision == Precision.YEAR and years[0] == years[1])


def _claim(passage: Passage, date: Expression, span: Span, facts: list[Fact], sentence: tuple[int, int]) -> Claim:
    return Claim(
        id=f"singled-out@{date.start}",
        kind="event-date",
        start=date.start,
        end=date.end,
        text=passage.text[date.start : date.end],
        about=facts[0].id,
        says=f"{facts[0].label}: {span.edtf}",
        sentence=sentence,
        readings=tuple(fact.id for fact in facts),
        span=span,
        at_words=(date.start, date.end),
        detail="any",
        modality=passage.standing(date.start, date.end),
    )
