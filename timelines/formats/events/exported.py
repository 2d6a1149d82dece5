"""An event as every list format gets it, whether it comes from an article or from a kept timeline."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.chronology.span import Span
from timelines.formats.hostile import web_address
from timelines.model import Modality, Timeline


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """``span`` is None where nothing is known of its time; ``sources`` are names or addresses of those who tell it;
    ``url`` leads to a page about it, or is empty.
    """

    id: str
    label: str
    span: Span | None
    place: str = ""
    participants: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    url: str = ""

    @property
    def row(self) -> str:
        """How a report names it."""
        return f"event {self.id}"


@dataclass(frozen=True, slots=True)
class EventList:
    """Events with what the list as a whole is called."""

    id: str
    title: str
    events: tuple[ExportedEvent, ...]
    description: str = ""
    language: str = "en"

    @property
    def by_time(self) -> tuple[ExportedEvent, ...]:
        """The earliest first; those without a time last, otherwise in their order."""
        return tuple(sorted(self.events, key=_when))


def events_of(timeline: Timeline) -> EventList:
    """The events that an article tells of. What is not settled says so in its note."""
    article = timeline.article
    source = web_address(article.url) or article.title or article.id
    return EventList(
        id=article.id,
        title=article.title or "Untitled",
        language=article.language or "en",
        events=tuple(
            ExportedEvent(
                id=event.id,
                label=event.label,
                span=event.when,
                place=event.place or "",
                participants=event.participants,
                sources=(source,),
                note="" if event.modality is Modality.ASSERTED else event.modality.value,
                url=web_address(article.url),
            )
            for event in timeline.events
        ),
    )


def has_place(span: Span | None) -> bool:
    """Whether anything of the span lies on the axis."""
    return span is not None and (span.earliest is not None or span.latest is not None)


def _when(event: ExportedEvent) -> tuple[bool, float, float]:
    span = event.span
    if span is None or not has_place(span):
        return (True, 0.0, 0.0)
    low = span.earliest if span.earliest is not None else span.latest
    high = span.latest if span.latest is not None else low
    return (False, float(low or 0), float(high or 0))
