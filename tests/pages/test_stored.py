from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

from app.pages.stored import stored_timeline
from app.store.rows import article_row
from tests.drawing.examples import flagged_timeline
from timelines.formats.json import timeline_to_json
from timelines.model import Notice, Placement


def test_what_was_stored_is_what_was_read() -> None:
    timeline = flagged_timeline()
    events = tuple(
        dataclasses.replace(event, placement=Placement("event/oslo", 0.9, "same day and place"))
        for event in timeline.events
    )
    notices = (Notice(0, 10, "This comment is wrong."),)
    timeline = dataclasses.replace(timeline, events=events, suppressed=timeline.flags[:1], notices=notices)
    row = article_row(
        timeline, document=timeline_to_json(timeline), figure={}, digest="d", read_at=datetime(2025, 9, 5, tzinfo=UTC)
    )
    assert stored_timeline(row) == timeline
