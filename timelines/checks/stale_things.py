"""Memberships, lives, machines and events that were over, or not yet begun, when the article tells them as present."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.canon.index import Mention
from timelines.checks.restyle import MONTHS
from timelines.checks.rule import Case
from timelines.chronology import Span, civil, in_words
from timelines.model import Evidence, Modality


@dataclass(frozen=True, slots=True)
class Stale:
    """Words told as present, what to say, the correction where there is one, and the evidence."""

    start: int
    end: int
    message: str
    suggestion: str
    evidence: tuple[Evidence, ...]


_MEMBER = re.compile(
    r"(?:,? (?:which|who))? (?P<words>(?:is|remains) (?:(?:currently|still|now) )?(?:an? )?(?:full )?member(?: state)?"
    r" of|still belongs to|currently belongs to) (?:the )?$"
)
_OUTSIDE = re.compile(
    r"(?:,? (?:which|who))? (?P<words>(?:still )?(?:does not(?: yet)? belong to|is not(?: yet)? (?:a )?member of|"
    r"has(?: still)? not(?: yet)? joined|has yet to join|remains outside|is still outside)) (?:the )?$"
)
_LIVING = re.compile(
    r", (?:who (?P<who>still \w+|is still (?:alive|living))|(?P<aged>now (?:aged )?\d{2,3}\b)|"
    r"(?P<still>still (?:alive|living)))"
    r"|,? is (?P<alive>still alive)"
)
_NOT_OF_LIFE = re.compile(r"still (?:holds|has|inspires|divides|matters|haunts|stands|features|looms|casts|ranks|is)\b")
_IN_USE = re.compile(r"\b(?:currently|still|now|nowadays|today|these days)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|aboard|on board|on|in|with|using|flies|fly|operates|operate|aboard the) (?:the |a )?$", re.IGNORECASE
)
_PAST_VERB = re.compile(
    r"\b(?:was|were|had|did|could|would|used to|flew|will|until|museum|display|remember\w*|stored|grounded|retired|"
    r"scrap\w*|model|replica|talk\w*|film|book|memor\w*)\b",
    re.IGNORECASE,
)
_UPCOMING = re.compile(
    r"\b(?P<words>(?P<word>upcoming|forthcoming|looming|approaching|next month['’]s|next week['’]s|next year['’]s) "
    r"(?:[a-z-]+ ){0,2})$",
    re.IGNORECASE,
)
_UPCOMING_YEAR = re.compile(
    r"\b(?:the|its|this|their|his|her) (?P<word>upcoming|forthcoming) (?P<year>(?:19|20)\d\d)\b"
)
_CHAMPIONS = re.compile(
    r", (?:the )?(?P<words>(?P<word>reigning|current|defending) (?:football |soccer )?world champions?)\b"
)
_MACHINES = frozenset({"product", "technology", "currency"})
_WORLD_CUP = "series/fifa-world-cup"
_YEAR_DAYS = 366
_NEWS_DAYS = 14


def stale_things(case: Case, published: Span) -> Iterator[Stale]:
    """Everything of the kind in the article; quoted, hypothetical and denied words are somebody else's."""
    day = published.earliest_day
    if day is None:
        return
    for mention in case.passage.mentions:
        for found in (
            *_membership(case, mention, published, day),
            *_life(case, mention, day),
            *_machine(case, mention, day),
            *_event(case, mention, day),
            *_champions(case, mention, published, day),
        ):
            if case.passage.standing(found.start, found.end) is Modality.ASSERTED:
                yield found
    for match in _UPCOMING_YEAR.finditer(case.passage.text):
        if int(match["year"]) < civil(day)[0] and case.passage.standing(*match.span()) is Modality.ASSERTED:
            message = f"{match['year']} was over when the article appeared."
            yield Stale(match.start("word"), match.end("year"), message, match["year"], ())


def _membership(case: Case, mention: Mention, published: Span, day: int) -> Iterator[Stale]:
    """ "Britain, which is still a member of the EU" after leaving; "Finland, which does not belong to NATO"."""
    text, canon = case.passage.text, case.canon
    if not mention.candidates[0].startswith("org/"):
        return
    sentence = case.passage.sentence_at(mention.start)
    states = [
        one
        for one in case.passage.mentions_between(sentence[0], mention.start)
        if one.candidates[0].startswith("state/")
    ]
    if not states:
        return
    state, org = states[-1], mention.candidates[0]
    between = text[state.end : mention.start]
    inside, outside = _MEMBER.fullmatch(between), _OUTSIDE.fullmatch(between)
    match = inside or outside
    if match is None:
        return
    changes = [
        event
        for event in canon.events_of(org)
        if event.kind in ("withdrawal", "accession") and state.candidates[0] in event.participants and event.when
    ]
    past = [event for event in changes if event.when and (event.when.latest_day or day) + _NEWS_DAYS < day]
    if not past or past[-1].kind != ("withdrawal" if inside else "accession") or past[-1].when is None:
        return
    when = past[-1].when
    start = state.end + match.start("words")
    words = match["words"]
    year, month, _ = civil(when.earliest_day or day)
    if inside:
        suggestion = re.sub(r"^(?:is|remains)(?: currently| still| now)?", "is no longer", words)
        suggestion = re.sub(r"^(?:still|currently) belongs", "no longer belongs", suggestion)
    else:
        suggestion = f"has belonged to {text[mention.start : mention.end]} since {MONTHS[month - 1]} {year}"
    end = mention.end
    tail = text[start + len(words) : end] if inside else ""
    message = f"{past[-1].label} was {in_words(when)}, before the article appeared."
    yield Stale(
        start,
        end,
        message,
        suggestion + tail,
        (Evidence("canon", past[-1].id, past[-1].label, in_words(when), past[-1].source),),
    )


def _life(case: Case, mention: Mention, day: int) -> Iterator[Stale]:
    """ "Jimmy Carter, now 100 and still living in Plains"."""
    if not mention.candidates[0].startswith("person/"):
        return
    person = case.canon.fact(mention.candidates[0])
    if person.died is None or person.died.latest_day is None or person.died.latest_day + _NEWS_DAYS >= day:
        return
    match = _LIVING.match(case.passage.text, mention.end)
    if match is None or (match["who"] and _NOT_OF_LIFE.match(match["who"])):
        return
    group = next(name for name in ("who", "aged", "still", "alive") if match[name])
    message = f"{person.label} died on {in_words(person.died)}, before the article appeared."
    evidence = (Evidence("canon", person.id, person.label, in_words(person.died), person.source),)
    yield Stale(match.start(group), match.end(group), message, "", evidence)


def _machine(case: Case, mention: Mention, day: int) -> Iterator[Stale]:
    """ "Can still fly to New York by Concorde"."""
    fact = case.canon.fact(mention.candidates[0])
    if fact.prefix not in _MACHINES or len(set(mention.candidates)) > 1:
        return
    ended = fact.until or (fact.when.end_span if fact.when is not None and not fact.when.is_instant else None)
    if ended is None or ended.latest_day is None or ended.latest_day + _YEAR_DAYS >= day:
        return
    text, sentence = case.passage.text, case.passage.sentence_at(mention.start)
    near = max(sentence[0], mention.start - 70)
    if not _IN_USE.search(text, near, mention.start) or not _BY.search(text, near, mention.start):
        return
    if _PAST_VERB.search(text, *sentence):
        return
    message = f"{fact.label} was over {in_words(ended)}, before the article appeared."
    yield Stale(
        mention.start, mention.end, message, "", (Evidence("canon", fact.id, fact.label, in_words(ended), fact.source),)
    )


def _event(case: Case, mention: Mention, day: int) -> Iterator[Stale]:
    """ "The upcoming 2020 Summer Olympics" in 2023."""
    facts = [case.canon.fact(one) for one in mention.candidates]
    if any(fact.prefix != "event" or fact.when is None for fact in facts):
        return
    last = [fact.when.latest_day for fact in facts if fact.when is not None]
    match = _UPCOMING.search(case.passage.text, max(0, mention.start - 50), mention.start)
    if match is None or None in last or max(one or 0 for one in last) + 1 >= day:
        return
    fact = facts[0]
    message = f"{fact.label} was {in_words(fact.when) if fact.when else ''}, before the article appeared."
    start, end = match.start("words"), mention.end
    evidence = (Evidence("canon", fact.id, fact.label, in_words(fact.when) if fact.when else "", fact.source),)
    yield Stale(start, end, message, case.passage.text[mention.start : mention.end], evidence)


def _champions(case: Case, mention: Mention, published: Span, day: int) -> Iterator[Stale]:
    """ "France, the reigning world champions" after they lost the title."""
    match = _CHAMPIONS.match(case.passage.text, mention.end)
    if match is None or not mention.candidates[0].startswith("state/"):
        return
    if re.search(r"\b(?:rugby|cricket|hockey|women|basketball|handball)\b", case.passage.text, re.IGNORECASE):
        return
    held = [event for event in case.canon.editions(_WORLD_CUP) if event.when and (event.when.latest_day or day) < day]
    if not held or not held[-1].participants or mention.candidates[0] == held[-1].participants[0]:
        return
    won = [event for event in held if event.participants[:1] == (mention.candidates[0],)]
    if not won or held[-1].when is None:
        return
    holder = case.canon.fact(held[-1].participants[0]).label
    message = f"{holder} won the title in {in_words(held[-1].when.end_span)}, before the article appeared."
    evidence = (Evidence("canon", held[-1].id, held[-1].label, in_words(held[-1].when), held[-1].source),)
    text = case.passage.text
    words = text[mention.start : match.start("word")] + "former" + text[match.end("word") : match.end()]
    yield Stale(mention.start, match.end(), message, words, evidence)
