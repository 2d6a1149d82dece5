"""The marks of a scene as plotly traces: bars, fading ends, diamonds, hollow flags, labels. SVG only.

``scattergl`` would need ``unsafe-eval``; zero-length bars are invisible, so instants are markers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlsplit

from timelines.drawing.arrange import Placed
from timelines.drawing.marks import Mark
from timelines.drawing.scene import Lane, Scene
from timelines.drawing.theme import Theme, see_through

_BAR_ROWS = 0.64
_FADING = (0.62, 0.46, 0.32, 0.2)
_FINEST = 150  # of the window's length
_UNSURE = 0.3
_DIMMED = 0.3
_HOVER_LETTERS = 60


@dataclass(slots=True)
class _Points:
    """The columns of one trace."""

    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    base: list[float] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)
    keys: list[list[str]] = field(default_factory=list)
    colour: list[str] = field(default_factory=list)

    def add(self, at: float, row: float, placed: Placed | Mark, colour: str, base: float = 0.0) -> None:
        """One more point; text of the article is escaped, because plotly reads HTML in it."""
        mark, more = (placed.mark, placed.more) if isinstance(placed, Placed) else (placed, ())
        self.x.append(at)
        self.y.append(row)
        self.base.append(base)
        self.colour.append(colour)
        self.hover.append("<br>".join(hover_text(each) for each in (mark, *more)[:8]))
        self.keys.append([key for each in (mark, *more) for key in each.keys])


def traces(scene: Scene, theme: Theme) -> list[dict[str, Any]]:
    """All traces from back to front."""
    marks = [(lane, placed) for lane in scene.lanes for placed in lane.placed]
    drawn = [
        _bars(scene, marks, theme),
        *_hollow_bars(marks, theme),
        _dates(scene, theme),
        _diamonds("instants", marks, theme, lambda p: p.mark.role != "wrong", "diamond"),
        _diamonds("wrong", marks, theme, lambda p: p.mark.role == "wrong", "diamond-open"),
        _open_ends(scene, marks, theme),
        *_labels(marks, theme),
    ]
    return [trace for trace in drawn if trace["x"]]


def hover_text(mark: Mark) -> str:
    """When, what, and what else there is to say. No <b>: plotly makes a style attribute of it, which CSP forbids."""
    return "<br>".join([escape(mark.when), *_wrapped(mark.label), *_wrapped(_short(mark.detail))])


def _short(detail: str) -> str:
    """A source on the web by its host."""
    return urlsplit(detail).hostname or detail if detail.startswith(("https://", "http://")) else detail


def _wrapped(text: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < _HOVER_LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    shown = lines[:4]
    return [escape(line) for line in shown] + (["…"] if len(lines) > len(shown) else [])


def _colour(mark: Mark, theme: Theme) -> str:
    if mark.role == "canon":
        return theme.ink
    if mark.role == "wrong":
        return theme.error if mark.severity == "error" else theme.warning
    return theme.article if mark.settled else theme.quiet


def _bars(scene: Scene, marks: Iterable[tuple[Lane, Placed]], theme: Theme) -> dict[str, Any]:
    """Solid where the span certainly is, fading where it may be, faint throughout where it is one point in it."""
    points = _Points()
    for lane, placed in marks:
        mark = placed.mark
        if not placed.bar or mark.role == "wrong":
            continue
        for low, high, alpha in _shades(mark, placed.low, placed.high, scene.scale.window.days / _FINEST):
            colour = see_through(_colour(mark, theme), alpha)
            points.add(high - low, lane.y(placed), placed, colour, base=low)
    return _bar_trace("spans", points, {"color": points.colour, "line": {"width": 0}})


def _shades(mark: Mark, low: float, high: float, finest: float) -> list[tuple[float, float, float]]:
    """The pieces of a bar: from, to, opacity. Ends shorter than ``finest`` are not drawn as fading."""
    if mark.core is None:
        return [(low, high, _UNSURE)]
    start, end = max(low, mark.core[0]), min(high, mark.core[1])
    start = low if start - low < finest else start
    end = high if high - end < finest else end
    pieces = [(start, end, 0.85)]
    for step, alpha in enumerate(_FADING):
        left, right = (start - low) / len(_FADING), (high - end) / len(_FADING)
        pieces.append((start - (step + 1) * left, start - step * left, alpha))
        pieces.append((end + step * right, end + (step + 1) * right, alpha))
    return [piece for piece in pieces if piece[1] > piece[0]]


def _hollow_bars(marks: Iterable[tuple[Lane, Placed]], theme: Theme) -> list[dict[str, Any]]:
    """Where an article wrongly puts something that lasts: dashed outlines, and a surface to point at."""
    outlines = []
    surface = _Points()
    half = _BAR_ROWS / 2
    for lane, placed in marks:
        if not placed.bar or placed.mark.role != "wrong":
            continue
        y, colour = lane.y(placed), _colour(placed.mark, theme)
        surface.add(placed.high - placed.low, y, placed, see_through(colour, 0.06), base=placed.low)
        width = 1.5 if placed.mark.severity == "error" else 1
        outlines.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": "outline",
                "meta": list(placed.mark.keys),
                "x": [placed.low, placed.high, placed.high, placed.low, placed.low],
                "y": [y - half, y - half, y + half, y + half, y - half],
                "line": {"color": colour, "width": width, "dash": "4px,3px"},
                "hoverinfo": "skip",
            }
        )
    return [_bar_trace("wrong spans", surface, {"color": surface.colour, "line": {"width": 0}}), *outlines]


def _diamonds(
    name: str, marks: Iterable[tuple[Lane, Placed]], theme: Theme, wanted: Callable[[Placed], bool], symbol: str
) -> dict[str, Any]:
    points, symbols = _Points(), []
    for lane, placed in marks:
        if not placed.bar and wanted(placed):
            points.add(placed.low, lane.y(placed), placed, _colour(placed.mark, theme))
            symbols.append(_symbol(placed.mark, symbol))
    hollow = symbol.endswith("-open")
    line = {"width": 2 if hollow else 1, "color": points.colour if hollow else theme.paper}
    marker = {"symbol": symbols, "size": 11, "color": points.colour, "line": line, "opacity": 1}
    return _scatter(name, points, marker)


def _symbol(mark: Mark, whole: str) -> str:
    """A point of which only one side is known points to the other; one that sources disagree on has a dot."""
    if mark.disputed:
        return "diamond-open-dot"
    if not mark.half_known:
        return whole
    return whole.replace("diamond", "triangle-left" if math.isinf(mark.low) else "triangle-right")


def _dates(scene: Scene, theme: Theme) -> dict[str, Any]:
    """The article's dates as ticks on a lane of their own; a date of a month is the length of a month."""
    points, lane = _Points(), scene.lane("dates")
    if lane is not None:
        for mark in scene.dates:
            points.add(mark.middle, lane.top, mark, theme.secondary)
    marker = {"symbol": "line-ns-open", "size": 10, "color": theme.secondary, "line": {"width": 1.5}}
    return _scatter("dates", points, marker)


def _open_ends(scene: Scene, marks: Iterable[tuple[Lane, Placed]], theme: Theme) -> dict[str, Any]:
    """A small triangle where a span goes on beyond the picture or has no end."""
    points, symbols = _Points(), []
    window, inset = scene.scale.window, scene.scale.window.days / scene.scale.width * 4
    for lane, placed in marks:
        if not placed.bar or placed.mark.role == "wrong":
            continue
        colour = _colour(placed.mark, theme)
        if placed.mark.high > window.high:
            points.add(window.high - inset, lane.y(placed), placed, colour)
            symbols.append("triangle-right")
        if placed.mark.low < window.low:
            points.add(window.low + inset, lane.y(placed), placed, colour)
            symbols.append("triangle-left")
    return _scatter("open ends", points, {"symbol": symbols, "size": 11, "color": points.colour})


def _labels(marks: Iterable[tuple[Lane, Placed]], theme: Theme) -> list[dict[str, Any]]:
    """Texts; plotly has one anchor per point, so each side is an offset of blanks before or after it."""
    x: list[float] = []
    y: list[float] = []
    texts: list[str] = []
    sides: list[str] = []
    colours: list[str] = []
    keys: list[list[str]] = []
    for lane, placed in marks:
        if not placed.side:
            continue
        blanks = "\u00a0\u00a0" if placed.bar else "\u00a0\u00a0\u00a0"
        text, colour = escape(placed.text), _label_colour(placed, theme)
        at_end = placed.side == "right"
        x.append(placed.high if at_end else placed.low)
        y.append(lane.y(placed))
        texts.append(f"{text}{blanks}" if placed.side == "left" else f"{blanks}{text}")
        sides.append("middle left" if placed.side == "left" else "middle right")
        colours.append(colour)
        keys.append([key for mark in (placed.mark, *placed.more) for key in mark.keys])
    font = {"size": 11, "color": colours}
    return [
        {"type": "scatter", "mode": "text", "name": "labels", "x": x, "y": y, "text": texts, "cliponaxis": False,
         "textposition": sides, "textfont": font, "hoverinfo": "skip", "customdata": keys}
    ]  # fmt: skip


def _label_colour(placed: Placed, theme: Theme) -> str:
    if placed.side == "inside" and placed.mark.core is not None and math.isfinite(placed.low):
        return theme.paper
    return _colour(placed.mark, theme) if placed.mark.role == "wrong" else theme.ink


def _bar_trace(name: str, points: _Points, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": points.x,
        "y": points.y,
        "base": points.base,
        "width": _BAR_ROWS,
        "marker": marker,
        **_shared(points),
    }


def _scatter(name: str, points: _Points, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": points.x,
        "y": points.y,
        "marker": marker,
        "cliponaxis": False,
        **_shared(points),
    }


def _shared(points: _Points) -> dict[str, Any]:
    return {
        "hovertext": points.hover,
        "hoverinfo": "text",
        "customdata": points.keys,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": _DIMMED}},
    }
