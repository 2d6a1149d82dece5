"""From a timeline to the marks that a picture or a table of it shows, before any question of room."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from timelines.canon.canon import Canon
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span
from timelines.chronology.wording import in_words
from timelines.drawing.words import range_words, short_words
from timelines.model import Event, Evidence, Flag, Modality, Timeline

Role = Literal["canon", "event", "wrong", "date"]

_TICKS_A_DAY = 86_400
_FLAGGED = 10.0  # the pull of what belongs to a flag, above all others


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the axis. Lengths are days since 0001-01-01, infinite where a side is open.

    ``low``-``high`` is all it may cover, ``core`` what it covers in any case (None: it happened at some point
    in between). ``disputed``: sources date it differently, all of them within its bounds. ``keys`` name what a
    selection of it selects ("flag-1", "event-e3"), the first one foremost. ``pull`` orders marks that compete for
    room, high first.
    """

    role: Role
    keys: tuple[str, ...]
    low: float
    high: float
    core: tuple[float, float] | None
    label: str
    when: str
    edtf: str
    detail: str = ""
    severity: str = ""
    settled: bool = True
    disputed: bool = False
    pull: float = 0.0

    @property
    def half_known(self) -> bool:
        """Whether all that is known of a point is a bound on one side: "1990 or earlier"."""
        return self.core is None and (math.isinf(self.low) or math.isinf(self.high))

    @property
    def extent(self) -> tuple[float, float]:
        """What of the axis it takes up: of a point that is half known, its known side."""
        return self.finite if self.half_known else (self.low, self.high)

    @property
    def finite(self) -> tuple[float, float]:
        """Its bounds for choosing a window: an open side adds nothing."""
        low = self.low if math.isfinite(self.low) else self.high
        high = self.high if math.isfinite(self.high) else self.low
        return low, high

    @property
    def middle(self) -> float:
        """Where a marker for it stands."""
        if math.isinf(self.low) or math.isinf(self.high):
            return self.low if math.isfinite(self.low) else self.high
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """From the mark of a wrong claim to the day where the canon has it; ``key`` is the flag's."""

    key: str
    severity: str
    wrong: Mark
    target: float


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a timeline by role, and the publication date's range."""

    canon: tuple[Mark, ...]
    wrong: tuple[Mark, ...]
    events: tuple[Mark, ...]
    dates: tuple[Mark, ...]
    arrows: tuple[Arrow, ...]
    published: Mark | None

    @property
    def all(self) -> tuple[Mark, ...]:
        """Everything but the publication band."""
        return self.canon + self.wrong + self.events + self.dates


def flag_key(number: int) -> str:
    """The key of the flag at this place (from 1) of ``timeline.flags``."""
    return f"flag-{number}"


def event_key(event: Event) -> str:
    """The key of an event."""
    return f"event-{event.id}"


def date_key(number: int) -> str:
    """The key of the expression at this place (from 1) of ``timeline.expressions``."""
    return f"date-{number}"


def marks(timeline: Timeline, canon: Canon | None = None) -> Marks:
    """The marks of a timeline; with ``canon``, the canonical events that it was placed on as well."""
    facts = _canon_marks(timeline, canon)
    wrong: list[Mark] = []
    arrows: list[Arrow] = []
    taken: set[str] = set()
    for number, flag in enumerate(timeline.flags, 1):
        key = flag_key(number)
        if flag.claimed_span is None or not _has_place(flag.claimed_span):
            continue
        twins = [event for event in timeline.events if _tells(event, flag)]
        taken |= {event.id for event in twins}
        mark = _wrong_mark(flag, key, tuple(event_key(event) for event in twins))
        wrong.append(mark)
        if flag.expected_span is not None:
            target = _point_at(facts, flag, flag.expected_span, key)
            arrows.append(Arrow(key, mark.severity, mark, target))
            # Long arrows start nearest to the canon, so that they cross as little as possible.
            wrong[-1] = replace(mark, pull=mark.pull + abs(mark.middle - target))
    return Marks(
        canon=tuple(facts.values()),
        wrong=tuple(wrong),
        events=tuple(
            _event_mark(event, event.when)
            for event in timeline.events
            if event.when is not None and _has_place(event.when) and event.id not in taken
        ),
        dates=_date_marks(timeline),
        arrows=tuple(arrows),
        published=_published_mark(timeline),
    )


def _has_place(span: Span) -> bool:
    return span.earliest is not None or span.latest is not None


def mark_of(role: Role, keys: tuple[str, ...], span: Span, label: str) -> Mark:
    """The mark of something that was at this time, without more than its words."""
    low = -math.inf if span.start_earliest is None else span.start_earliest / _TICKS_A_DAY
    high = math.inf if span.end_latest is None or span.open_end else (span.end_latest + 1) / _TICKS_A_DAY
    return Mark(role, keys, low, high, _core(span, low, high), label, short_words(span), span.edtf)


def _core(span: Span, low: float, high: float) -> tuple[float, float] | None:
    """What the span covers for certain. Within one day there is nothing to tell apart: that is a point."""
    if high - low <= 1:
        return None
    start = low if span.start_latest is None else span.start_latest / _TICKS_A_DAY
    end = high if span.end_earliest is None or span.open_end else (span.end_earliest + 1) / _TICKS_A_DAY
    return (start, end) if start < end - 1 else None


def _canon_marks(timeline: Timeline, canon: Canon | None) -> dict[str, Mark]:
    """Canonical facts by id and date: those that are evidence, then those that events were placed on."""
    found: dict[str, Mark] = {}
    for flag in timeline.flags:
        for step in flag.evidence:
            span = _known_span(step, canon) if step.kind == "canon" else None
            if span is not None and _has_place(span):
                mark = mark_of("canon", (f"canon-{step.id}",), span, step.label)
                found.setdefault(f"{step.id} {span.edtf}", replace(mark, detail=step.source))
    for event in timeline.events:
        fact = canon.facts.get(event.placement.canonical) if canon and event.placement else None
        if fact is None or fact.when is None:
            continue
        made = replace(mark_of("canon", (f"canon-{fact.id}",), fact.when, fact.label), detail=fact.source)
        known = f"{fact.id} {fact.when.edtf}"
        mark = found.get(known, made)
        found[known] = replace(mark, keys=(*mark.keys, event_key(event)))
    return found


def _known_span(step: Evidence, canon: Canon | None) -> Span | None:
    """When the fact of a step was, in the dating that the step speaks of; without a canon, its own EDTF."""
    fact = canon.facts.get(step.id) if canon else None
    if fact is not None and fact.when is not None:
        datings = (fact.when, *(reading.when for reading in fact.readings))
        return next((dating for dating in datings if step.when in (in_words(dating), dating.edtf)), fact.when)
    try:
        return parse_edtf(step.when) if step.when else None
    except EdtfError:
        return None


def _point_at(facts: dict[str, Mark], flag: Flag, expected: Span, key: str) -> float:
    """The day that a flag's arrow points at, on the canonical mark that has it (made if there is none yet)."""
    wanted = replace(mark_of("canon", (key,), expected, flag.expected), pull=_FLAGGED)
    for known, mark in facts.items():
        if math.isfinite(mark.low) and abs(mark.low - wanted.low) < 1 and mark.high >= wanted.high:
            facts[known] = replace(mark, keys=(*mark.keys, key), pull=wanted.pull)
            break
    else:
        facts[key] = wanted
    # Of something that lasted, what the flag is about is when it began.
    return wanted.low if wanted.core is not None and math.isfinite(wanted.low) else wanted.middle


def _wrong_mark(flag: Flag, key: str, twins: tuple[str, ...]) -> Mark:
    assert flag.claimed_span is not None
    mark = mark_of("wrong", (key, *twins), flag.claimed_span, flag.quote)
    return replace(mark, detail=flag.message, severity=flag.severity.value, pull=_FLAGGED)


def _tells(event: Event, flag: Flag) -> bool:
    """Whether the event is the very claim that the flag draws already."""
    inside = event.start <= flag.start and flag.end <= event.end
    return inside and event.when is not None and event.when == flag.claimed_span


def _event_mark(event: Event, when: Span) -> Mark:
    mark = mark_of("event", (event_key(event),), when, event.label)
    pull = event.confidence + (1.0 if event.placement else 0.0)
    settled = event.modality in (Modality.ASSERTED, Modality.REPORTED)
    return replace(mark, detail="" if settled else event.modality.value, settled=settled, pull=pull)


def _date_marks(timeline: Timeline) -> tuple[Mark, ...]:
    return tuple(
        mark_of("date", (date_key(number),), expression.span, expression.text)
        for number, expression in enumerate(timeline.expressions, 1)
        if expression.span is not None and _has_place(expression.span) and expression.type in ("DATE", "TIME")
    )


def _published_mark(timeline: Timeline) -> Mark | None:
    published = timeline.article.published
    if published.span is None or not _has_place(published.span):
        return None
    sign = "~" if published.origin == "inferred" else ""
    label = f"published {sign}{range_words(published.span)}"
    return replace(mark_of("date", (), published.span, label), detail="; ".join(published.reasons))
