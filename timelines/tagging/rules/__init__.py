"""The kinds of expression: each module builds the meanings of one kind from what its rules matched."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timelines.tagging.meaning import Piece
from timelines.tagging.rules import (
    calendar_dates,
    durations,
    periods,
    references,
    relative,
    sets,
    times,
    weekdays,
)
from timelines.tagging.rules.fields import Fields

Builder = Callable[[Fields], list[Piece]]

BUILDERS: Mapping[str, Builder] = {
    "none": lambda fields: [],
    **calendar_dates.BUILDERS,
    **durations.BUILDERS,
    **periods.BUILDERS,
    **references.BUILDERS,
    **relative.BUILDERS,
    **sets.BUILDERS,
    **times.BUILDERS,
    **weekdays.BUILDERS,
}
