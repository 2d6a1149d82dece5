"""The one door to events, flags, kept timelines and sources."""

from __future__ import annotations

from app.keeping.event_keeping import EventKeeping
from app.keeping.flag_keeping import FlagKeeping
from app.keeping.source_keeping import SourceKeeping
from app.keeping.timeline_browsing import TimelineBrowsing
from app.keeping.timeline_exchange import TimelineExchange


class Keeper(EventKeeping, FlagKeeping, TimelineExchange, TimelineBrowsing, SourceKeeping):
    """All that people read and decide beyond single articles."""
