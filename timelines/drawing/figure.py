"""A timeline as a plotly figure: canon above, the article below, wrong claims between with their arrows.

The axis is numeric (days since 0001-01-01) with ticks of our own, all traces are SVG, and nothing in the figure
asks plotly to reach out. Every mark carries in ``customdata`` the keys of what it stands for ("flag-1",
"event-e3"), so that a page can link it with its text and its list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from timelines.canon.canon import Canon
from timelines.drawing.arrange import Placed, Scale, arrange, outside
from timelines.drawing.focus import Window, focus, whole
from timelines.drawing.frame import BOTTOM_PX, CONFIG, LEFT_PX, RIGHT_PX, TOP_PX, frame
from timelines.drawing.furniture import notes, shapes
from timelines.drawing.marks import Mark, Marks, marks
from timelines.drawing.scene import Lane, Scene
from timelines.drawing.theme import THEMES, ThemeName
from timelines.drawing.traces import traces
from timelines.model import Timeline

ROW_PX, LOW_ROW_PX = 21, 18
_LOW_PX = 300
_SMALLEST_WINDOW_DAYS = 1 / 24


def figure(
    timeline: Timeline,
    *,
    canon: Canon | None = None,
    theme: ThemeName = "light",
    width: int = 640,
    height: int = 460,
    window: tuple[float, float] | None = None,
) -> dict[str, Any]:
    """The plotly JSON (``data``, ``layout``, ``config``) of a timeline drawn into ``width`` x ``height`` pixels.

    ``window`` is the part of the axis to show, in days; without one, the part where most of the article is.
    ``layout["meta"]`` holds what a page needs beside the picture: the windows "shown" and "whole", how many
    marks lie "before" and "after" it, how many were "left_out" for want of room, and the "arrows" (flag key and
    index of its annotation). A larger ``height`` than the marks need is not used up.
    """
    everything = marks(timeline, canon)
    shown = _window(everything, window)
    scale = Scale(shown, max(width - LEFT_PX - RIGHT_PX, 120))
    row = ROW_PX if height >= _LOW_PX else LOW_ROW_PX
    scene = _scene(everything, scale, rows=max(4, (height - TOP_PX - BOTTOM_PX) // row))
    colours = THEMES[theme]
    noted, arrows = notes(scene, colours)
    all_of_it = _whole(everything) or shown
    before, after = outside(everything.all, shown)
    layout = frame(scale, colours, rows=scene.height, row_px=row) | {
        "shapes": shapes(scene, colours),
        "annotations": noted,
        "meta": {
            "shown": [shown.low, shown.high],
            "whole": [all_of_it.low, all_of_it.high],
            "before": before,
            "after": after,
            "left_out": scene.left_out,
            "arrows": arrows,
        },
    }
    return {"data": traces(scene, colours), "layout": layout, "config": dict(CONFIG)}


def _window(everything: Marks, asked: tuple[float, float] | None) -> Window:
    if asked is not None and asked[1] - asked[0] >= _SMALLEST_WINDOW_DAYS:
        return Window(*asked)
    welcome: list[tuple[float, float]] = []
    loose = [mark.finite for mark in (*everything.events, *everything.dates)]
    pinned = [mark.finite for mark in everything.wrong]
    pinned += [(arrow.target, arrow.target) for arrow in everything.arrows]
    if everything.published is not None:
        # What a flag says is often counted from the day of publication; otherwise it is one date among others.
        (pinned if everything.wrong else welcome).append(_start_only(everything.published))
    return focus(loose, pinned, welcome) or _whole(everything) or Window(0.0, 365.0)


def _start_only(published: Mark) -> tuple[float, float]:
    """A long inferred range of the publication date must not rule the picture."""
    low, high = published.finite
    return low, min(high, low + 30)


def _whole(everything: Marks) -> Window | None:
    bounds = [mark.finite for mark in everything.all]
    if everything.published is not None:
        bounds.append(everything.published.finite)
    return whole(bounds)


def _scene(everything: Marks, scale: Scale, *, rows: int) -> Scene:
    """The lanes from top to bottom; what must be seen is given room first."""
    budget = rows - 2  # the dates' row and the air between the lanes
    canon, canon_out = arrange(everything.canon, scale, rows=max(1, min(budget // 3, 6)))
    wrong, wrong_out = arrange(everything.wrong, scale, rows=max(1, budget // 3), strongest_on_top=True)
    # The earliest stand lowest: arrows come from below and from the left of what they point at.
    canon = [replace(placed, row=_rows(canon) - 1 - placed.row) for placed in canon]
    rest = max(1, budget - _rows(canon) - _rows(wrong))
    events, events_out = arrange(everything.events, scale, rows=rest)
    lanes: list[Lane] = []
    top = 0.0
    for name, placed in (("canon", canon), ("article", [*wrong, *_below(wrong, events)]), ("dates", [])):
        height = max(_rows(placed), 1)
        if name == "canon" and not placed:
            continue
        lanes.append(Lane(name, top, height, tuple(placed)))
        top += height + 0.5
    dates = tuple(mark for mark in everything.dates if scale.window.touches(*mark.extent))
    return Scene(
        scale=scale,
        lanes=tuple(lanes),
        dates=dates,
        arrows=everything.arrows,
        published=everything.published,
        height=top,
        left_out=canon_out + wrong_out + events_out,
        outside=outside(everything.all, scale.window),
    )


def _rows(placed: Sequence[Placed]) -> int:
    return 1 + max((p.row for p in placed), default=-1)


def _below(upper: Sequence[Placed], lower: Sequence[Placed]) -> list[Placed]:
    return [replace(p, row=p.row + _rows(upper)) for p in lower]
