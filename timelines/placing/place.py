"""Put the events of an article on the canonical timeline: which known event is this, how sure, and why.

Candidates come from the day and from the participants; each gets a score and a reason in words, after the example of
nomenklatura (an entity-matching library whose every comparison explains itself).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.extraction.triggers import UNKNOWN_KIND, lexicon
from timelines.model import Article, Event, Modality, Name, Placement
from timelines.placing.candidates import EventIndex, content_words, event_index
from timelines.placing.kinds import RELATED as _RELATED
from timelines.placing.kinds import kind_likeness

# Weights and threshold set by hand so that a day alone never suffices, nor participants without a day; tried on
# Wikinews and on the coalition meeting of September 2025.
_TIME, _KIND, _PARTICIPANTS, _PLACE_OR_WORDS = 0.35, 0.2, 0.25, 0.2
_ENOUGH = 0.62
_NAMED, _NAMED_AT_ANOTHER_TIME = 0.95, 0.6
_ONLY_ONE = 0.7
# A name with a date farther off than this means another event ("the war in Bosnia" in 1942).
_SLIP_YEARS = 3
_PLACED = frozenset({Modality.ASSERTED, Modality.REPORTED})
_BIRTH_AND_DEATH = {"died": "death", "dies": "death", "born": "birth"}


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands around a mention: ids of the names in its sentence, and its words."""

    kind: str
    ids: frozenset[str]
    own_ids: frozenset[str]
    words: frozenset[str]


def place_events(events: Sequence[Event], article: Article, names: Sequence[Name], canon: Canon) -> list[Event]:
    """The same events, each with its ``placement`` where one is sure enough.

    A mention without a time of its own takes that of the canonical event. ``names`` are sorted by start.
    """
    index = event_index(canon)
    starts = [name.start for name in names]
    placed = []
    for event in events:
        inside = names[bisect_left(starts, event.sentence[0]) : bisect_left(starts, event.sentence[1])]
        placed.append(_placed(event, article, inside, canon, index))
    return placed


def _placed(event: Event, article: Article, names: Sequence[Name], canon: Canon, index: EventIndex) -> Event:
    placement = _named(event, names, canon)
    if placement is None and event.modality in _PLACED:
        around = _surroundings(event, article.text, names)
        placement = _compared(event, around, canon, index) or _only_one(event, article, around, canon)
    if placement is None:
        return event
    when = canon.fact(placement.canonical).when
    if event.when is not None or when is None:
        return replace(event, placement=placement)
    return replace(event, placement=placement, when=when, anchor="the canonical event")


def _named(event: Event, names: Sequence[Name], canon: Canon) -> Placement | None:
    """The event's own word is part of a name that the canon knows."""
    for name in names:
        if name.canonical.startswith("event/") and name.start <= event.trigger[0] and event.trigger[1] <= name.end:
            when = canon.fact(name.canonical).when
            if event.when is None or when is None or event.when.overlaps(when):
                return Placement(name.canonical, _NAMED, f"the article names it: “{name.text}”")
            if _years_apart(event.when, when) > _SLIP_YEARS:
                return None
            return Placement(
                name.canonical,
                _NAMED_AT_ANOTHER_TIME,
                f"the article names it: “{name.text}”, but puts it at another time",
            )
    return None


def _years_apart(one: Span, other: Span) -> float:
    gaps = [
        first - last
        for first, last in ((one.earliest_day, other.latest_day), (other.earliest_day, one.latest_day))
        if first is not None and last is not None
    ]
    return max(gaps, default=0) / 365.2425


def _surroundings(event: Event, text: str, names: Sequence[Name]) -> _Surroundings:
    word = text[event.trigger[0] : event.trigger[1]].lower()
    trigger = lexicon().nouns.get(word) or lexicon().verbs.get(word)
    return _Surroundings(
        trigger.kind if trigger is not None else UNKNOWN_KIND,
        frozenset(name.canonical for name in names),
        frozenset(name.canonical for name in names if event.start <= name.start < event.end),
        content_words((text[event.start : event.end],)),
    )


def _compared(event: Event, around: _Surroundings, canon: Canon, index: EventIndex) -> Placement | None:
    if event.when is None or event.when.precision < Precision.MONTH:
        return None
    best: Placement | None = None
    for fact in _candidates(event.when, around, canon, index):
        score, reason = _score(event.when, around, fact, index)
        if score >= _ENOUGH and (best is None or score > best.score):
            best = Placement(fact.id, round(score, 2), reason)
    return best


def _candidates(when: Span, around: _Surroundings, canon: Canon, index: EventIndex) -> list[Fact]:
    found = {fact.id: fact for fact in index.on(when)}
    for id_ in around.own_ids:
        if id_.startswith("person/"):
            for fact in canon.events_of(id_):
                if fact.when is not None and fact.when.overlaps(when):
                    found.setdefault(fact.id, fact)
    return list(found.values())


def _score(when: Span, around: _Surroundings, fact: Fact, index: EventIndex) -> tuple[float, str]:
    """Weighted agreement and its reason; 0 where one of the needed agreements is missing."""
    kind = kind_likeness(around.kind, fact.kind)
    time, time_reason = _time_agreement(when, fact.when)
    shared = [id_ for id_ in dict.fromkeys(fact.participants) if id_ in around.ids]
    persons = [id_ for id_ in fact.participants if id_.startswith("person/")]
    needed = max(1, min(2, len(fact.participants)))
    # An event of one person is only about that person.
    if fact.derived_from is not None and not set(persons) & around.own_ids:
        return 0.0, ""
    participants = min(1.0, len(shared) / needed)
    place_words = content_words((fact.place,)) if fact.place else frozenset()
    same_place = bool(place_words & around.words)
    telling = index.words(fact) - place_words - {fact.kind}
    common = telling & around.words
    words = min(1.0, len(common) / 2)
    # Of all that a person did on one day, only what the name of the event speaks of is that event.
    vague = kind < _RELATED and len(common - index.names(fact)) < (1 if participants >= 0.5 else 3)
    if kind == 0 or time == 0 or vague or (not same_place and participants < 0.5 and words < 1):
        return 0.0, ""
    score = (
        _TIME * time
        + _KIND * kind
        + _PARTICIPANTS * participants
        + _PLACE_OR_WORDS * max(float(same_place), words * 0.9)
    )
    reasons = [time_reason]
    if same_place:
        reasons.append("same place")
    if shared:
        reasons.append("same participants" if participants == 1 else "a participant in common")
    if common:
        reasons.append("same words: " + ", ".join(sorted(common)[:3]))
    # Without a participant, the place and the kind must carry the comparison.
    if not shared and same_place and kind == 1:
        score += _PARTICIPANTS * 0.5
    return min(score, 0.99), ", ".join(reasons)


def _time_agreement(mentioned: Span, canonical: Span | None) -> tuple[float, str]:
    if canonical is None or mentioned.earliest_day is None or mentioned.latest_day is None:
        return 0.0, ""
    first, last = canonical.earliest_day, canonical.latest_day
    if first is None or last is None:
        return 0.0, ""
    if first <= mentioned.earliest_day and mentioned.latest_day <= last and last - first <= 1:
        return 1.0, "same day"
    if mentioned.overlaps(canonical):
        return 0.6, "at the same time"
    gap = max(first - mentioned.latest_day, mentioned.earliest_day - last)
    single = mentioned.earliest_day == mentioned.latest_day
    return (0.4, "a day apart") if gap <= 1 and single else (0.0, "")


def _only_one(event: Event, article: Article, around: _Surroundings, canon: Canon) -> Placement | None:
    """ "The poet was born" with one person in the clause: there is only one such event."""
    kind = _BIRTH_AND_DEATH.get(article.text[event.trigger[0] : event.trigger[1]].lower())
    persons = [id_ for id_ in around.own_ids if id_.startswith("person/")]
    if kind is None or event.when is not None or len(persons) != 1:
        return None
    found = [fact for fact in canon.events_of(persons[0]) if fact.kind == kind and fact.derived_from == persons[0]]
    if len(found) != 1:
        return None
    return Placement(found[0].id, _ONLY_ONE, "same participant, and it happens only once")
