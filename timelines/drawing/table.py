"""The same content as the picture, as rows: for screen readers, for paper, and before any script has loaded."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from timelines.canon.canon import Canon
from timelines.drawing.marks import Mark, event_key, flag_key, marks
from timelines.drawing.words import short_words
from timelines.model import Flag, Modality, Timeline

RowKind = Literal["canon", "article", "flag"]


@dataclass(frozen=True, slots=True)
class Row:
    """``when`` is in words, ``edtf`` the exact form; ``note`` says what is particular about the row."""

    kind: RowKind
    key: str
    when: str
    edtf: str
    what: str
    note: str = ""


def table(timeline: Timeline, canon: Canon | None = None) -> list[Row]:
    """One row for every mark of the picture in the order of time, then what has no date, in reading order."""
    drawn = marks(timeline, canon)
    flags = {flag_key(number): flag for number, flag in enumerate(timeline.flags, 1)}
    dated = [(_moment(mark), _row(mark, flags)) for mark in (*drawn.canon, *drawn.wrong, *drawn.events)]
    rows = [row for _, row in sorted(dated, key=lambda pair: pair[0])]
    undrawn = [
        Row("flag", key, flag.claimed or "no date", "", flag.quote, _correction(flag))
        for key, flag in flags.items()
        if flag.claimed_span is None
    ]
    undated = [
        Row("article", event_key(event), "no date", "", event.label, _standing(event.modality))
        for event in timeline.events
        if event.when is None
    ]
    return rows + undrawn + undated


def _moment(mark: Mark) -> tuple[float, float]:
    return mark.low, mark.high if math.isfinite(mark.high) else mark.low


def _row(mark: Mark, flags: dict[str, Flag]) -> Row:
    if mark.role == "wrong":
        return Row("flag", mark.keys[0], mark.when, mark.edtf, mark.label, _correction(flags[mark.keys[0]]))
    if mark.role == "canon":
        return Row("canon", mark.keys[0], mark.when, mark.edtf, mark.label, mark.detail)
    return Row("article", mark.keys[0], mark.when, mark.edtf, mark.label, mark.detail)


def _correction(flag: Flag) -> str:
    expected = short_words(flag.expected_span) if flag.expected_span is not None else flag.expected
    return f"the canon has {expected}" if expected else flag.message


def _standing(modality: Modality) -> str:
    return "" if modality in (Modality.ASSERTED, Modality.REPORTED) else modality.value
