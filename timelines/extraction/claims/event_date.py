"""*Event E at T*: "who was reelected in January 2025", "the Paris Agreement was adopted in December 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.chronology import Span
from timelines.extraction.passage import Passage
from timelines.extraction.predicates import Predicate, predicates
from timelines.model import Claim, Expression
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

# Between what happened and its date: a few words of the same clause, no other verb's business.
_LONGEST_COMPLEMENT = 60
_CLAUSE_BREAK = re.compile(r"[,;:()—–]|\b(?:and|but|while|when|after|before|because|although|since|that|who|which)\b")
_PREPOSITION = re.compile(r"\s+(?:early |late |back )?(?:in|on|of|at|during)\s+(?:the\s+)?$", re.IGNORECASE)

# "elected mayor in 2010" is about another office than the one that the canon may know.
_OFFICE_WORDS = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|governor|senat\w+|mayor|congress\w*|parliament|speaker|"
    r"leader|chair\w*|pope|mp|deputy|vice|minister|party|assembly|council\w*|house|commons|lord|judge|justice|"
    r"secretary|director|representative\w*|committee|board|ceo|king|queen|monarch|captain|legislat\w*)\b",
    re.IGNORECASE,
)
# A date given relative to another one counts units; the rule for elapsed time speaks of it.
_RELATIVE = re.compile(r"\b(?:ago|earlier|later|before|after)\b", re.IGNORECASE)
# Which of several elections "reelected", "a second term" can mean: not the first one.
_AGAIN = re.compile(
    r"\b(?:re-?elected|re-?inaugurated|re-?election|second term|third term|fourth term)\b", re.IGNORECASE
)

_MONTHS = frozenset(
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
    ]
)
_NEGATED = re.compile(r"\b(?:not|never|nor)\b|n[’']t\b", re.IGNORECASE)
_OLD_STYLE = re.compile(r"\b(?:Old Style|New Style|Julian|Gregorian|calendar|O\.S\.|N\.S\.)", re.IGNORECASE)
_PLACE = re.compile(r"\bin (?:the )?[A-Z][a-z]+(?!\w* \d)")
# A claim without an office speaks of a known event only when it puts it near one (years, either side).
_NEAR_YEARS = 3
# Names of what can happen to the same place more than once.
_RECURRING = re.compile(
    r"(?:\w+ )?(?:fall|battle|siege|invasion|bombing|attack|occupation|liberation|capture|election|earthquake|coup|war|"
    r"riots?|crisis|talks|summit|meeting|visit)\b",
    re.IGNORECASE,
)
_SAME_OCCASION_YEARS = 10
_VERB_BEFORE = re.compile(r"\b([a-z]+)(?: (?:the|a|his|her|its|their))? $", re.IGNORECASE)
# Verbs whose object happens when they do.
_MAKES_IT_HAPPEN = re.compile(
    r"(?:won|lost|fought|survived|saw|witnessed|signed|joined|hosted|led|caused|suffered|launched|began|started|ended|"
    r"held|attended|triggered|sparked|ordered|opened|chaired|gave|delivered|staged|organi[sz]ed|ratified|concluded|"
    r"was|were|had|got|included|entered|escaped|decided|passed|enacted|adopted|issued|declared|called)",
    re.IGNORECASE,
)


def event_date_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is the date given, ``readings`` the canonical events it may mean."""
    groups = predicates(passage.article.language)
    for date in passage.dates_between(0, len(passage.text)):
        if date.span is not None and date.type == "DATE" and _has_month_or_year(date):
            yield from _claims_at(passage, date, date.span, groups)


def _claims_at(passage: Passage, date: Expression, span: Span, groups: Sequence[Predicate]) -> Iterator[Claim]:
    sentence = passage.sentence_at(date.start)
    lead = _PREPOSITION.search(passage.text, sentence[0], date.start)
    if lead is None:
        return
    noun = _name_ending_at(passage, lead.start(), sentence)
    if noun is not None and (_is_elsewhere(passage, noun) or _is_object(passage, noun)):
        return
    if noun is not None:
        facts = [fact for fact in _events(passage, noun) if _same_occasion(noun, fact, span)]
        yield from _claim(passage, date, span, (noun.start, noun.end), facts, "any", "happened", noun.text)
        return
    found = predicate_before(passage, lead.start(), sentence, groups)
    if found is None:
        return
    predicate, words = found
    if _is_local_or_denied(passage, words, lead.start(), sentence) or passage.dates_between(words[1], lead.start()):
        return
    subject = _subject(passage, words, sentence, predicate, lead.start())
    if subject is None:
        return
    facts = _candidates(passage, subject, predicate, passage.text[words[0] : lead.start()], span)
    yield from _claim(passage, date, span, words, facts, predicate.point, predicate.name, subject.text)


def _is_object(passage: Passage, noun: Mention) -> bool:
    """Whether something was done about the event later: "overturned Roe v. Wade in June 2022"."""
    verb = _VERB_BEFORE.search(passage.text, max(0, noun.start - 30), noun.start)
    return (
        verb is not None
        and classify(verb[1].lower()) in (PAST, PAST_OR_PARTICIPLE)
        and _MAKES_IT_HAPPEN.fullmatch(verb[1]) is None
    )


def _name_ending_at(passage: Passage, end: int, sentence: tuple[int, int]) -> Mention | None:
    """The named event right before the date: "the Great Recession of 2018", "the Suez crisis in 1957"."""
    mentions = passage.mentions_between(sentence[0], end)
    if not mentions or mentions[-1].end != end:
        return None
    return mentions[-1] if _events(passage, mentions[-1]) else None


def _has_month_or_year(date: Expression) -> bool:
    """ "On Wednesday" dates what the article reports, seldom what history knows."""
    return bool(re.search(r"\d|month|year", date.text)) or date.text.strip().title() in _MONTHS


def _is_local_or_denied(passage: Passage, words: tuple[int, int], end: int, sentence: tuple[int, int]) -> bool:
    """A war that "began in Asia in 1937", who was "not born in Kenya", a birthday by the old calendar."""
    text = passage.text
    if _NEGATED.search(text, max(sentence[0], words[0] - 20), words[0]) or _OLD_STYLE.search(text, *sentence):
        return True
    return bool(
        re.search(r"\b(?:began|started|ended|broke out)\b", text[slice(*words)]) and _PLACE.search(text, words[1], end)
    )


def _is_elsewhere(passage: Passage, noun: Mention) -> bool:
    """Other rules ask about "during the Gulf War in 1995" and about numbered editions."""
    fact = passage.canon.fact(noun.candidates[0])
    numbered = (
        fact.series is not None
        and not re.search(r"\d{4}", noun.text)
        and bool(re.search(r"\d$|[IVXL]$|\d(?:st|nd|rd|th)\b", noun.text))
    )
    lead = passage.text[max(0, noun.start - 20) : noun.start]
    if (
        numbered
        or fact.when is None
        or fact.when.is_instant
        or re.match(r" of ", passage.text[noun.end : noun.end + 4])
    ):
        return numbered
    inside = r"in" if fact.kind in ("war", "conflict") else r"during|throughout|amid"
    return bool(re.search(rf"\b(?:{inside}|during|throughout|amid)(?: the)? $", lead, re.IGNORECASE))


def _is_out_of_reach(date: Expression, fact: Fact, span: Span) -> bool:
    """A date without its year, read as this year's, says nothing of an event of another year."""
    if re.search(r"\d{4}|\blast\b|\bago\b|\bthis\b", date.text) or date.resolution == "as written":
        return False
    return not _is_near(fact.when, span, 1)


def _events(passage: Passage, mention: Mention) -> list[Fact]:
    facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
    return [fact for fact in facts if fact.prefix == "event" and fact.when is not None]


def _same_occasion(mention: Mention, fact: Fact, claimed: Span) -> bool:
    """Whether the name can only mean this fact: what recurs ("the fall of Kabul") has other occasions long before."""
    return not _RECURRING.match(mention.text) or _is_near(fact.when, claimed, _SAME_OCCASION_YEARS)


def participants_events(passage: Passage, subject: Mention, predicate: Predicate, words: str) -> list[Fact]:
    """The events that a predicate can mean of its subject, wherever they lie in time."""
    if predicate.subject == "name":
        return [fact for fact in _events(passage, subject) if predicate.suits(fact.kind)]
    return [
        event
        for candidate in subject.candidates[:1]
        for event in passage.canon.events_of(candidate)
        if predicate.suits(event.kind) and event.participants[:1] == (candidate,)
    ]


def predicate_before(
    passage: Passage, end: int, sentence: tuple[int, int], groups: Sequence[Predicate]
) -> tuple[Predicate, tuple[int, int]] | None:
    """The predicate nearest to the date, with nothing but its own complement between."""
    best: tuple[Predicate, tuple[int, int]] | None = None
    start = max(sentence[0], end - 2 * _LONGEST_COMPLEMENT)
    for predicate in groups:
        for match in predicate.words.finditer(passage.text, start, end):
            between = passage.text[match.end() : end]
            if len(between) > _LONGEST_COMPLEMENT or _CLAUSE_BREAK.search(between):
                continue
            if best is None or match.end() > best[1][1] or match.start() < best[1][0]:
                best = (predicate, match.span())
    return best


def _subject(
    passage: Passage, words: tuple[int, int], sentence: tuple[int, int], predicate: Predicate, end: int
) -> Mention | None:
    """Who or what the predicate speaks of: the last suitable name before it, or its object after it."""
    persons = predicate.subject == "participant"
    for mention in reversed(passage.mentions_between(sentence[0], words[0])):
        if _is_participant(passage, mention) == persons or not persons:
            return mention
    after = passage.mentions_between(words[1], end)
    return after[0] if after and persons else None


def _is_participant(passage: Passage, mention: Mention) -> bool:
    return not mention.candidates[0].startswith("event/")


def _candidates(passage: Passage, subject: Mention, predicate: Predicate, words: str, claimed: Span) -> list[Fact]:
    if predicate.subject == "name":
        facts = [fact for fact in _events(passage, subject) if predicate.suits(fact.kind)]
        return [fact for fact in facts if _same_occasion(subject, fact, claimed)]
    events = [
        event
        for candidate in subject.candidates[:1]
        for event in passage.canon.events_of(candidate)
        if predicate.suits(event.kind) and event.participants[:1] == (candidate,)
    ]
    named_offices = {word.lower() for word in _OFFICE_WORDS.findall(words.replace("White House", ""))}
    if named_offices:
        return [event for event in events if named_offices & _office_words_of(passage, event)]
    if _AGAIN.search(words) and len(events) > 1:
        events = events[1:]
    return [event for event in events if _is_near(event.when, claimed)] and events


def _office_words_of(passage: Passage, event: Fact) -> set[str]:
    if not event.office:
        if event.kind == "election" and "presidential" in event.label:
            return {"president"}
        return {word.lower() for name in event.names for word in _OFFICE_WORDS.findall(name)}
    office = passage.canon.fact(event.office)
    return {word.lower() for title in (office.label, *office.titles) for word in _OFFICE_WORDS.findall(title)}


def _is_near(when: Span | None, claimed: Span, years: int = _NEAR_YEARS) -> bool:
    if when is None or when.earliest_day is None or claimed.earliest_day is None or claimed.latest_day is None:
        return False
    slack = years * 366
    latest = when.latest_day if when.latest_day is not None else when.earliest_day
    return claimed.earliest_day - slack <= latest and when.earliest_day <= claimed.latest_day + slack


def _claim(
    passage: Passage,
    date: Expression,
    span: Span,
    words: tuple[int, int],
    facts: Sequence[Fact],
    point: str,
    predicate: str,
    named: str,
) -> Iterator[Claim]:
    facts = [fact for fact in facts if not _is_out_of_reach(date, fact, span)]
    if not facts:
        return
    start, end = words[0], date.end
    yield Claim(
        id=f"event-date@{start}",
        kind="elapsed" if _RELATIVE.search(date.text) else "event-date",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=facts[0].id,
        named=named,
        says=f"{facts[0].label}: {predicate} {span.edtf}",
        sentence=passage.sentence_at(start),
        readings=tuple(fact.id for fact in facts),
        span=span,
        at_words=(date.start, date.end),
        detail=point,
        modality=passage.standing(start, end),
    )
