"""A kept timeline as a plotly figure: what is canonical above, then a lane each for sources, people or places.

Many events do not fit into one picture. The caller hands over the most telling ones of the window and the
number of all events per stretch of time; what is not drawn as a mark is in the strip of numbers at the bottom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from timelines.chronology.span import Span
from timelines.drawing.arrange import LETTER_PX, Placed, Scale, arrange, shortened
from timelines.drawing.focus import Window, focus
from timelines.drawing.frame import BOTTOM_PX, CONFIG, RIGHT_PX, TOP_PX, frame
from timelines.drawing.furniture import note, shapes
from timelines.drawing.marks import Mark, mark_of
from timelines.drawing.scene import Lane, Scene
from timelines.drawing.theme import THEMES, Theme, ThemeName, see_through
from timelines.drawing.traces import traces

CANON = "canon"
OTHERS = "others"

_ROW_PX = 21
_LANES = 6
_STRIP_ROWS = 2
# Lane names stand beside the plot where it is at least this wide, else above their lanes.
_WIDE_PX = 640
_GUTTER_PX, _NO_GUTTER_PX = 118, 12
_NAME_LETTERS = int(_GUTTER_PX / LETTER_PX) - 2
_NARROW_NAME_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One event. ``lane`` names its lane unless it is ``canonical``; ``readings`` are the other datings of sources.

    ``pull`` orders events that compete for room, high first.
    """

    key: str
    label: str
    when: Span
    lane: str = ""
    canonical: bool = False
    detail: str = ""
    readings: tuple[Span, ...] = ()
    pull: float = 0.0


@dataclass(frozen=True, slots=True)
class Density:
    """How many events there are in each of equal stretches of the time from ``low`` to ``high``, in days."""

    low: float
    high: float
    counts: tuple[int, ...]


def first_window(events: Sequence[Told]) -> tuple[float, float] | None:
    """The window of the first picture, in days; None without events."""
    found = focus([_mark(event).finite for event in events])
    return (found.low, found.high) if found is not None else None


def kept_figure(
    events: Sequence[Told],
    density: Density,
    *,
    window: tuple[float, float],
    theme: ThemeName = "light",
    width: int = 1200,
    height: int = 520,
) -> dict[str, Any]:
    """The plotly JSON (``data``, ``layout``, ``config``) of the events in the window, ``width`` x ``height`` pixels.

    ``layout["meta"]`` has "shown" (the window), "lanes" (names from top to bottom), "drawn" (how many events are
    marks of their own or gathered under one) and "in_window" (how many there are).
    """
    shown, colours, wide = Window(*window), THEMES[theme], width >= _WIDE_PX
    gutter = _GUTTER_PX if wide else _NO_GUTTER_PX
    scale = Scale(shown, max(width - gutter - RIGHT_PX, 120))
    in_window = sum(density.counts)
    rows = max(8, (height - TOP_PX - BOTTOM_PX) // _ROW_PX)
    scene = _scene(events, scale, rows=rows - _STRIP_ROWS, wide=wide)
    drawn = sum(1 + len(placed.more) for lane in scene.lanes for placed in lane.placed)
    has_strip = in_window > drawn
    height_in_rows = scene.height + (_STRIP_ROWS if has_strip else 0)
    notes = [_name(lane.name, lane.top, colours, wide) for lane in scene.lanes]
    data = traces(scene, colours)
    if has_strip:
        data.append(_strip(density, height_in_rows - 0.5, colours))
        notes.append(_name(f"all {in_window:,}", height_in_rows - _STRIP_ROWS + 0.25, colours, wide))
    layout = frame(scale, colours, rows=height_in_rows, row_px=_ROW_PX, left_px=gutter) | {
        "shapes": shapes(scene, colours, above=0.75 if wide else 1.75),
        "annotations": notes,
        "bargap": 0,
        "meta": {
            "shown": list(window),
            "lanes": [lane.name for lane in scene.lanes],
            "drawn": drawn,
            "in_window": in_window,
        },
    }
    return {"data": data, "layout": layout, "config": dict(CONFIG)}


def _mark(event: Told) -> Mark:
    mark = mark_of("canon" if event.canonical else "event", (event.key,), event.when, event.label)
    mark = replace(mark, detail=event.detail, pull=event.pull)
    others = [mark_of("event", (), reading, "") for reading in event.readings]
    if not others:
        return mark
    # Where sources disagree, it was at some point between the first and the last of their dates.
    low, high = min(each.low for each in [mark, *others]), max(each.high for each in [mark, *others])
    return replace(mark, label=f"≠ {event.label}", low=low, high=high, core=None, disputed=True)


def lane_names(events: Sequence[Told]) -> dict[str, str]:
    """The lane that each of the events' lanes is drawn in: the most frequent ones have their own."""
    found = Counter(event.lane for event in events if not event.canonical)
    own = [name for name, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) if name]
    named = own[: _LANES - 1] if len(own) > _LANES or "" in found else own[:_LANES]
    return {name: name if name in named else OTHERS for name in [*named, *found]}


def _scene(events: Sequence[Told], scale: Scale, *, rows: int, wide: bool) -> Scene:
    names = lane_names(events)
    lanes: dict[str, list[Mark]] = {CANON: [], **{name: [] for name in dict.fromkeys(names.values()) if name != OTHERS}}
    lanes[OTHERS] = []
    for event in events:
        lanes[CANON if event.canonical else names[event.lane]].append(_mark(event))
    filled = {name: marks for name, marks in lanes.items() if any(scale.window.touches(*m.extent) for m in marks)}
    head = 0 if wide else 1
    budget = max(len(filled), rows - len(filled) * head - len(filled) // 2)
    drawn, top, left_out = [], 0.0, 0
    for (name, marks), share in zip(filled.items(), _shares(filled, scale, budget), strict=True):
        placed, out = arrange(marks, scale, rows=share)
        left_out += out
        drawn.append(Lane(name, top + head, _height(placed), tuple(placed)))
        top += head + _height(placed) + 0.5
    return Scene(
        scale=scale, lanes=tuple(drawn), dates=(), arrows=(), published=None, height=max(top, 3.0), left_out=left_out,
        outside=(0, 0),
    )  # fmt: skip


def _shares(lanes: dict[str, list[Mark]], scale: Scale, budget: int) -> list[int]:
    """How many rows each lane gets: what it needs, and where that is too much, the neediest give first."""
    # More marks than fit cannot need more rows than there are: counting them is enough.
    wants = []
    for marks in lanes.values():
        if len(marks) > budget * 8:
            wants.append(budget)
        else:
            wants.append(_height(arrange(marks, scale, rows=budget)[0]))
    while sum(wants) > budget:
        wants[wants.index(max(wants))] -= 1
    return wants


def _height(placed: Sequence[Placed]) -> int:
    return 1 + max((each.row for each in placed), default=0)


def _name(name: str, row: float, colours: Theme, wide: bool) -> dict[str, Any]:
    """The lane's name: beside its first row, or where there is no room beside, in a row of its own above."""
    if wide:
        text = shortened(name, _NAME_LETTERS)
        return note(0, row, text, colours.secondary, xref="paper", yref="y", xanchor="right", xshift=-8)
    text = shortened(name, _NARROW_NAME_LETTERS)
    return note(0, row - 1, text, colours.secondary, xref="paper", yref="y", xanchor="left")


def _strip(density: Density, bottom: float, colours: Theme) -> dict[str, Any]:
    """The number of all events over time, as bars that stand on the lower edge."""
    step = (density.high - density.low) / len(density.counts)
    most = max(density.counts)
    counted = [(place, count) for place, count in enumerate(density.counts) if count]
    return {
        "type": "bar",
        "name": "all events",
        "x": [density.low + (place + 0.5) * step for place, _ in counted],
        # The axis runs downward; a single event must still be seen.
        "y": [-max(_STRIP_ROWS * 0.8 * count / most, 0.12) for _, count in counted],
        "base": [bottom] * len(counted),
        "width": step,
        "marker": {"color": see_through(colours.secondary, 0.55), "line": {"width": 0}},
        "hovertext": [f"{count:,} event{'' if count == 1 else 's'}" for _, count in counted],
        "hoverinfo": "text",
        "customdata": [[] for _ in counted],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
