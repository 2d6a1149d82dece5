"""*Event E at T*, E told and not named: "Mandela was freed in February 1991", "gunmen stormed Charlie Hebdo".

The clause that has the date is compared with the names of the canon's events: it must hold the proper names of one,
and words that tell of what the rest of the name says (``languages/en/tellings.yaml``). A date far from the event's
is that of another event; one that is wrong in one part only is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.question import reduced, reduced_words
from timelines.canon.schema import Fact
from timelines.chronology import Span
from timelines.extraction.claims.slip import is_slip
from timelines.extraction.passage import Passage
from timelines.extraction.tellings import Telling, noun_words, tellings
from timelines.model import Claim, Expression

_BREAK = re.compile(
    r"[;:()—–\n]|\b(?:When|While|After|Before|As|who|whose|whom|which|that|when|while|where|because|although|though|since|until|if|whether|but|"
    r"after|before|as|so|than|unlike|once)\b|,? and "
    r"(?=(?:he|she|it|they|we|there|the|a|an|his|her|its|their|was|is|had|has|will)\b)",
)
_RIGHT_BREAK = re.compile(_BREAK.pattern + r"|[,.!?]|\band\b")
_WHEN = re.compile(r",? when (?=\S)")
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,;:]*,")
_ASIDE = re.compile(r", (?:in|on|at)(?: the)? (?:spring of |summer of |autumn of |winter of )?$")
_GIVEN = re.compile(r"\b(?:in|on|of|at|during)(?: the| early| late)? $", re.IGNORECASE)
_FRONTED = re.compile(r"^\W*(?:(?:[Bb]ack |[Ee]arly |[Ll]ate )?(?:[Ii]n|[Oo]n|[Bb]y)|[Ii]t was (?:in|on)) (?:the )?$")
_LEAD = re.compile(
    r"(?:,|\b(?:early|late|back|as early as|as late as)\b|\b(?:in|on|of|at|from|during|by)\b|\bthe\b|\s)+$",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between|than|through|to|and|or|as of|for)(?: the| early| late)? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_ABOUT_LATER = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|remember\w*|remembrance|centenar\w+|bicentenar\w+|jubilee|re-?enact\w*|statue|"
    r"memorial service|monument|museum|plaque|exhibition|film|movie|novel|musical|documentary|biography|memoirs?|"
    r"inquiry|survivors?|replica|rumou?r\w*|calendar|[OoNn](?:ld|ew) [Ss]tyle)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:re-?open\w*|re-?buil\w+|re-?publish\w*|re-?issued?|re-?launch\w*|re-?release\w*|version|edition|model|"
    r"second|third|fourth|again|twice|another|latest|attempt\w*|plan(?:s|ned|ning)?|propos\w*|almost|nearly|failed to|"
    r"would-be|effort\w*|threat\w*|tried|trying|plot\w*|to have|hoped|wanted|vowed|promis\w+|not|never|(?-i:no)|"
    r"local|club|school|book about|"
    r"trial|anti-|pro-|talks on|charged|investigat\w+|criticis\w+|criticiz\w+|"
    r"first (?:\w+ )?to|warned|would|will|could|might|may|should|n[’']t)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_COMMON_IN_NAMES = frozenset(["the", "of", "in", "on", "at", "to", "for", "from", "by", "and", "a", "an", "s"])
# Words of more documents of the canon than these lead nowhere ("States").
_MOST = 500
_LONGEST_CLAUSE = 170
_FEWEST_LETTERS = 3
_FEWEST_WORDS = 3


def told_event_claims(passage: Passage) -> Iterator[Claim]:
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
        ):
            yield from _told(passage, date, date.span, groups)


def _told(passage: Passage, date: Expression, span: Span, groups: tuple[Telling, ...]) -> Iterator[Claim]:
    text, sentence = passage.text, passage.sentence_at(date.start)
    if _NOT_AT.search(text, sentence[0], date.start) or _ABOUT_LATER.search(text, *sentence):
        return
    if _GIVEN.search(text, sentence[0], date.start) is None:
        return
    low, high = _clause(passage, date, sentence)
    clause = text[low : date.start] + " " + text[date.end : high] if low < date.start else text[low:high]
    if high - low > _LONGEST_CLAUSE or _NOT_IT.search(clause):
        return
    if len(passage.dates_between(low, high)) > (1 if low < date.start else 0):
        return
    told = [telling for telling in groups if telling.told.search(clause)]
    if not told:
        return
    facts = _facts(passage, clause, (low, high), told)
    if any(fact.when is not None and _touches(fact.when, span) for fact, _ in facts):
        return
    slips = [fact for fact, beginning in facts if is_slip(fact, span, beginning=beginning)]
    if slips:
        yield _claim(passage, date, span, slips, sentence)


def _clause(passage: Passage, date: Expression, sentence: tuple[int, int]) -> tuple[int, int]:
    """The words that the date dates, without it where they follow it."""
    text = passage.text
    when = _WHEN.match(text, date.end)
    fronted = _FRONTED.match(text[sentence[0] : date.start])
    if when is not None or fronted is not None:
        start = when.end() if when is not None else date.end
        while start < sentence[1] and text[start] in ", ":
            start += 1
        end = _RIGHT_BREAK.search(text, start, sentence[1])
        while end is not None and end.group() in (",", "and") and end.start() - start < 90:
            # A subject may be a list or have an apposition.
            end = _RIGHT_BREAK.search(text, end.end(), sentence[1])
        return start, end.start() if end is not None else sentence[1]
    low = sentence[0]
    aside = _RELATIVE.search(text, sentence[0], date.start)
    for found in reversed(list(_BREAK.finditer(text, sentence[0], date.start))):
        # "73 seconds after lift-off" is no clause of its own, nor is what is said aside.
        if aside is not None and aside.start() <= found.start() < aside.end():
            continue
        if len(text[found.end() : date.start].split()) > _FEWEST_WORDS:
            low = found.end()
            if found.group() in ("after", "before", "since") and _ASIDE.search(text, low, date.start):
                return sentence[1], sentence[1]  # "sixteen years after the bombing, in October 1994, he was"
            break
    end = _RIGHT_BREAK.search(text, date.end, sentence[1])
    return low, end.start() if end is not None else sentence[1]


def _facts(passage: Passage, clause: str, place: tuple[int, int], told: list[Telling]) -> list[tuple[Fact, bool]]:
    """The events whose names the clause tells, each with whether it speaks of the beginning alone."""
    nouns: dict[str, bool] = {}
    for telling in told:
        for noun in telling.nouns:
            nouns[noun] = nouns.get(noun, False) or telling.long
    said = set(reduced_words(clause))
    mentioned: set[str] = set()
    for mention in passage.mentions_between(*place):
        for candidate in mention.candidates[:2]:
            fact = passage.canon.fact(candidate)
            mentioned.add(candidate)
            if fact.prefix in ("person", "state"):
                for name in (fact.label, *fact.adjectives):
                    said |= reduced_words(name)
            elif fact.prefix == "org":
                said |= frozenset().union(*(reduced_words(name) for name in fact.names if " " not in name))
    proper = {form for word in _WORD.findall(clause) if word[:1].isupper() for form in reduced_words(word)}
    proper |= {word for candidate in mentioned for word in reduced_words(passage.canon.fact(candidate).label)}
    found = []
    for fact in passage.canon.events_with(proper, most=_MOST, also=map(reduced, nouns)):
        if fact.derived_from is None and fact.when is not None:
            beginning = _tells(fact, said, mentioned, nouns, passage.article.language)
            if beginning is not None:
                found.append((fact, beginning))
    return found


def _tells(fact: Fact, said: set[str], mentioned: set[str], nouns: dict[str, bool], language: str) -> bool | None:
    """Whether the clause tells of the event, and then whether of its beginning alone; None where it does not."""
    known = noun_words(language)
    if fact.id in mentioned and fact.kind in nouns:
        return nouns[fact.kind]
    for name in fact.names:
        words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
        capital = [word[:1].isupper() for word in _WORD.findall(name)]
        whom = [
            word for word, upper in zip(words, capital, strict=True)
            if upper and word not in known and word not in _COMMON_IN_NAMES
        ]  # fmt: skip
        what = [word for word in words if word not in whom and word not in _COMMON_IN_NAMES]
        if not any(len(word) >= _FEWEST_LETTERS for word in whom) or not all(
            reduced_words(word) <= said for word in whom
        ):
            continue
        deeds = [word for word in what if word in nouns]
        if all(word in nouns or reduced_words(word) <= said for word in what) and (deeds or fact.kind in nouns):
            return any(nouns[word] for word in deeds) if deeds else nouns[fact.kind]
    place = reduced_words((fact.place or "").partition(",")[0])
    if place and place <= said and fact.kind in nouns and reduced(fact.kind) in said:
        return nouns[fact.kind]
    shared = mentioned & set(fact.participants)
    needed = 2 if any(one.startswith("person/") for one in shared) else max(2, min(3, len(fact.participants)))
    if len(shared) >= needed and fact.kind in nouns:
        return nouns[fact.kind]
    return None


def _touches(when: Span, span: Span) -> bool:
    if when.overlaps(span):
        return True
    if None in (when.earliest_day, span.earliest_day, span.latest_day):
        return False
    latest = when.latest_day if when.latest_day is not None else 10**9
    return (when.earliest_day or 0) - 1 <= (span.latest_day or 0) and (span.earliest_day or 0) <= latest + 1


def _claim(passage: Passage, date: Expression, span: Span, facts: list[Fact], sentence: tuple[int, int]) -> Claim:
    return Claim(
        id=f"told-event@{date.start}",
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
