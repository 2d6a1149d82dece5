"""An event mention as it looks from outside its article, to be compared with mentions of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.extraction.triggers import UNKNOWN_KIND, lexicon
from timelines.model import Event, Modality, Timeline
from timelines.placing.candidates import content_words

# A mention with wider bounds than this says too little about when it was to be told apart by its time.
_WIDEST_DAYS = 62
_FEW_WORDS = 2
_WORD = re.compile(r"[^\W_]+")
_TAKEN_OVER = ("the day", "between", "the same time", "another mention")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention. ``stem`` is the base form of its trigger, ``kind`` the lexicon's kind of that trigger.

    ``stated`` tells whether the date stands beside the event itself and was not taken over from its surroundings.
    ``participants`` are folded names; ``words`` the telling words of its clause; ``canonical`` a canon id or None.
    """

    article: str
    event: str
    label: str
    quote: str
    kind: str
    stem: str
    when: Span | None
    stated: bool
    participants: frozenset[str]
    place: str
    words: frozenset[str]
    modality: Modality
    confidence: float
    canonical: str | None = None

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last possible day, where both are known and not too far apart."""
        if self.when is None or self.when.earliest_day is None or self.when.latest_day is None:
            return None
        first, last = self.when.earliest_day, self.when.latest_day
        return (first, last) if last - first <= _WIDEST_DAYS else None

    @property
    def exact(self) -> bool:
        """Whether it is dated to the day or finer."""
        return self.when is not None and self.when.is_instant and self.when.precision >= Precision.DAY


def sightings(timeline: Timeline) -> list[Sighting]:
    """The mentions of an article that happened, or are said to have happened, with a date or a canonical event."""
    found = []
    for event in timeline.events:
        told = event.modality in (Modality.ASSERTED, Modality.REPORTED)
        if told and (event.when is not None or event.placement is not None):
            sighting = _sighting(event, timeline)
            if _says_enough(sighting):
                found.append(sighting)
    return found


def _says_enough(sighting: Sighting) -> bool:
    """Whether it could be told from others: "the protests" of some day could be any."""
    named = bool(sighting.participants) or sighting.place != ""
    return sighting.canonical is not None or (len(sighting.words) >= _FEW_WORDS and (named or sighting.stated))


def _sighting(event: Event, timeline: Timeline) -> Sighting:
    text = timeline.article.text
    word = text[slice(*event.trigger)].lower()
    trigger = lexicon().verbs.get(word) or lexicon().nouns.get(word) or lexicon().states.get(word)
    return Sighting(
        article=timeline.article.id,
        event=event.id,
        label=event.label,
        quote=" ".join(text[slice(*event.sentence)].split()),
        kind=trigger.kind if trigger is not None else UNKNOWN_KIND,
        stem=trigger.base if trigger is not None else word,
        when=event.when,
        stated=event.when is not None and not event.anchor.startswith(_TAKEN_OVER),
        participants=fold_names(event.participants),
        place=" ".join(_WORD.findall((event.place or "").lower())),
        words=content_words((text[event.start : event.end],)) - content_words((word,)),
        modality=event.modality,
        confidence=event.confidence,
        canonical=event.placement.canonical if event.placement is not None else None,
    )


def fold_names(names: Iterable[str]) -> frozenset[str]:
    """Names as lower-case words without punctuation: "Hosni Mubarak" and "HOSNI MUBARAK" are one."""
    folded = (" ".join(_WORD.findall(name.lower())) for name in names)
    return frozenset(name for name in folded if name)
