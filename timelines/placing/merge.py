"""One event out of many mentions: when it was by all that is said, how many say so, and what to call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.chronology.span import Span
from timelines.placing.candidates import content_words
from timelines.placing.sighting import Sighting

# A date that was taken over from its surroundings counts for less than one that stands with the event.
_TAKEN_OVER = 0.4
# Labels of a length that reads well on a chart.
_LABEL = range(15, 61)
_PRONOUNS = frozenset({"he", "she", "it", "they", "this", "that", "we", "i"})


@dataclass(frozen=True, slots=True)
class DatedReading:
    """A dating that some mentions agree on. ``weight`` sums the trust in the independent sources that say so."""

    when: Span
    weight: float
    mentions: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """All mentions of one event.

    ``readings`` are the datings that exclude each other, the best supported first: ``when`` is the first one's span,
    more than one is a disagreement. ``sources`` counts independent articles: copies of one text count once.
    """

    label: str
    mentions: tuple[Sighting, ...]
    readings: tuple[DatedReading, ...]
    sources: int
    canonical: str | None = None

    @property
    def when(self) -> Span | None:
        """The span that the mentions of the best supported reading jointly allow."""
        return self.readings[0].when if self.readings else None


def merge(
    mentions: Sequence[Sighting], *, copies: Mapping[str, str] | None = None, trust: Mapping[str, float] | None = None
) -> MergedEvent:
    """Put mentions of one event together; at least one is needed.

    ``copies`` names for an article the text that it is a copy of; ``trust`` the weight of an article's source (1 where
    it is not named).
    """
    origin = {mention.article: (copies or {}).get(mention.article, mention.article) for mention in mentions}
    return MergedEvent(
        label=best_label(mentions),
        mentions=tuple(mentions),
        readings=_readings(mentions, origin, trust or {}),
        sources=len(set(origin.values())),
        canonical=next((mention.canonical for mention in mentions if mention.canonical is not None), None),
    )


def _readings(
    mentions: Sequence[Sighting], origin: Mapping[str, str], trust: Mapping[str, float]
) -> tuple[DatedReading, ...]:
    """Groups of mentions whose dates are consistent; what was only taken over opens no group of its own."""
    groups: list[tuple[Span, list[Sighting]]] = []
    dated = [(mention.when, mention) for mention in mentions if mention.when is not None]
    for when, mention in sorted(dated, key=lambda pair: (not pair[1].stated, _width(pair[0]))):
        for number, (span, group) in enumerate(groups):
            if _same_days(span, when):
                groups[number] = (span.intersection(when) or span, [*group, mention])
                break
        else:
            if mention.stated or not groups:
                groups.append((when, [mention]))
    readings = [DatedReading(span, _weight(group, origin, trust), tuple(group)) for span, group in groups]
    return tuple(sorted(readings, key=lambda reading: -reading.weight))


def _same_days(one: Span, other: Span) -> bool:
    """Two times of one day do not exclude each other: reports differ by the hour."""
    days = (one.earliest_day, one.latest_day, other.earliest_day, other.latest_day)
    if None in days:
        return one.overlaps(other)
    first, last, other_first, other_last = (day for day in days if day is not None)
    return first <= other_last and other_first <= last


def _weight(group: Sequence[Sighting], origin: Mapping[str, str], trust: Mapping[str, float]) -> float:
    """Each independent text counts once, with the best that it offers."""
    best: dict[str, float] = {}
    for mention in group:
        weight = trust.get(mention.article, 1.0) * (1.0 if mention.stated else _TAKEN_OVER)
        best[origin[mention.article]] = max(weight, best.get(origin[mention.article], 0.0))
    return round(sum(best.values()), 3)


def _width(span: Span) -> float:
    if span.earliest_day is None or span.latest_day is None:
        return float("inf")
    return span.latest_day - span.earliest_day


def best_label(mentions: Sequence[Sighting]) -> str:
    """The label that has most in common with the other mentions and can stand alone."""
    words = [content_words((mention.label,)) for mention in mentions]

    def merit(number: int) -> tuple[bool, bool, float, float, int]:
        mention = mentions[number]
        shared = sum(len(words[number] & other) for other in words) / (3 + len(words[number]))
        alone = mention.label.split(" ", 1)[0].lower() not in _PRONOUNS
        return (alone, len(mention.label) in _LABEL, round(shared, 6), mention.confidence, -len(mention.label))

    return mentions[max(range(len(mentions)), key=merit)].label
