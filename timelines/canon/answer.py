"""An answer to a question, and how a document that fits becomes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.canon.documents import Document
from timelines.canon.neighbours import Neighbour
from timelines.canon.question import raw_words, reduced
from timelines.canon.schema import Reading
from timelines.chronology.span import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the fact or derived event, its date, other accepted datings, who says so, and why it fits.

    ``score`` is 0 to 1; ``neighbours`` are events before and after it in time, by date.
    """

    id: str
    label: str
    when: Span
    alternatives: tuple[Reading, ...]
    sources: tuple[str, ...]
    score: float
    reason: str
    neighbours: tuple[Neighbour, ...] = ()


def answer_of(
    document: Document,
    reading: Reading | None,
    boundary: str,
    cover: float,
    asked: Mapping[str, float],
    where: bool,
    score: float,
    corrections: str,
) -> Answer | None:
    """What a document says in answer to the words ``asked``; None if the start or end that they ask for is open.

    ``reading`` is the dating that the asked name means, ``boundary`` "start", "end" or "", ``cover`` the share of the
    question that the name explains, and ``where`` whether the place is asked for.
    """
    fact, when = document.fact, document.when
    bound = {"start": "since", "end": "until"}.get(boundary)
    about_it = document.sort not in ("person", "term")
    readings = [r for r in fact.readings if about_it and (not boundary or r.of in ("when", bound))]
    chosen = reading or _described(readings, asked, document)
    if chosen is not None:
        main = Reading(when, "the usual dating", (), chosen.of)
        readings = [main, *(r for r in readings if r is not chosen)]
        when = chosen.when
    label = document.label
    if boundary:
        cut = _cut(when, boundary)
        if cut is None:
            return None
        when = cut
        readings = [
            Reading(r.when if r.of == bound else other, r.label, r.names, r.of)
            for r in readings
            if (other := _cut(r.when, boundary)) is not None
        ]
        readings = [r for r in dict.fromkeys(readings) if r.when != when]
        label = f"{'Start' if boundary == 'start' else 'End'} of {label}"
    if cover > 0.99:
        reason = "all words of the question are in its name"
    elif cover > 0:
        others = sorted(word for word in asked if not any(word in name for name, _ in document.names))
        reason = f"its name fits; {', '.join(others)} from what is known of it" if others else "its names fit"
    else:
        reason = f"{', '.join(sorted(asked))}: from who took part and what sort of event it is"
    if chosen is not None:
        reason += f"; dated {chosen.label}"
    if where:
        reason += f"; in {fact.place}"
    return Answer(
        id=fact.id,
        label=label,
        when=when,
        alternatives=tuple(readings),
        sources=(fact.source,) if fact.source else (),
        score=round(score, 4),
        reason=reason + corrections,
    )


def _described(readings: Sequence[Reading], asked: Mapping[str, float], document: Document) -> Reading | None:
    """The reading whose label holds words of the question that no name has: "euro as cash", "in force", "signed"."""
    named = {word for name, _ in document.names for word in name}
    wanted = {word for word in asked if word not in named}
    if not wanted:
        return None
    for reading in readings:
        label = {reduced(word) for word in raw_words(reading.label)}
        if wanted <= label:
            return reading
    return None


def _cut(when: Span, boundary: str) -> Span | None:
    """The start or the end of an interval as a date of its own; None if it is open or unknown."""
    low, high = (
        (when.start_earliest, when.start_latest) if boundary == "start" else (when.end_earliest, when.end_latest)
    )
    return None if low is None or high is None else Span.between(low, high)
