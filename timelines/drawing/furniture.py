"""What surrounds the marks: lane names and hairlines, the publication band, arrows, what lies outside."""

from __future__ import annotations

from html import escape
from typing import Any

from timelines.drawing.arrange import LETTER_PX
from timelines.drawing.marks import Mark
from timelines.drawing.scene import Scene
from timelines.drawing.theme import Theme, see_through

_LEFT_OF_PLOT_PX = 8
_ABOVE: dict[str, Any] = {"yref": "paper", "yshift": 11}
_CORNER_PX, _SHORT_CORNER_PX = 80, 40


def shapes(scene: Scene, theme: Theme, *, above: float = 0.75) -> list[dict[str, Any]]:
    """Hairlines ``above`` the first rows of the lanes and the band of the publication date, all behind the marks."""
    drawn = [
        {"type": "line", "layer": "below", "xref": "paper", "yref": "y", "x0": 0, "x1": 1,
         "y0": lane.top - above, "y1": lane.top - above, "line": {"color": theme.hairline, "width": 1}}
        for lane in scene.lanes[1:]
    ]  # fmt: skip
    band = _band(scene)
    if band is not None:
        low, high = band
        drawn.append(
            {"type": "rect", "layer": "below", "xref": "x", "yref": "paper", "x0": low, "x1": high, "y0": 0,
             "y1": 1, "fillcolor": see_through(theme.accent, 0.13),
             "line": {"color": see_through(theme.accent, 0.45), "width": 1}}
        )  # fmt: skip
    return drawn


def notes(scene: Scene, theme: Theme) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All annotations, and for each arrow among them its flag's key and its index."""
    drawn = [
        note(0, lane.top, lane.name, theme.secondary, xref="paper", yref="y", xanchor="right",
              xshift=-_LEFT_OF_PLOT_PX)
        for lane in scene.lanes
    ]  # fmt: skip
    drawn += _above(scene, theme)
    first = len(drawn)
    arrows = _arrows(scene, theme)
    index = [{"key": arrow["name"], "index": first + number} for number, arrow in enumerate(arrows)]
    return drawn + arrows, index


def note(x: float, y: float, text: str, colour: str, **more: Any) -> dict[str, Any]:
    """A text without an arrow at a place of the chart."""
    return {
        "x": x,
        "y": y,
        "text": escape(text),
        "showarrow": False,
        "font": {"color": colour, "size": 11},
        "yanchor": "middle",
        **more,
    }


def _band(scene: Scene) -> tuple[float, float] | None:
    """The visible part of the publication date's range."""
    if scene.published is None or not scene.scale.window.touches(*scene.published.finite):
        return None
    return _clipped(scene, scene.published)


def _clipped(scene: Scene, mark: Mark) -> tuple[float, float]:
    low, high = mark.finite
    window = scene.scale.window
    return min(max(low, window.low), window.high), min(max(high, window.low), window.high)


def _above(scene: Scene, theme: Theme) -> list[dict[str, Any]]:
    """Over the picture: how much lies outside of it at its corners, and the words of the publication band."""
    counts, width = scene.outside, scene.scale.width
    words = _published_words(scene)
    room = width - len(words) * LETTER_PX
    long = sum(_CORNER_PX for count in counts if count) <= room
    corner = _CORNER_PX if long else _SHORT_CORNER_PX
    drawn = []
    for count, x, side, text in (
        (counts[0], 0, "left", f"◂ {counts[0]}{' earlier' if long else ''}"),
        (counts[1], 1, "right", f"{counts[1]}{' later' if long else ''} ▸"),
    ):
        if count:
            drawn.append(note(x, 1, text, theme.secondary, xref="paper", xanchor=side, **_ABOVE))
    if scene.published is not None:
        before, after = (corner if count else 0 for count in counts)
        half = len(words) * LETTER_PX / 2
        middle = scene.scale.pixels(sum(_clipped(scene, scene.published)) / 2)
        at = max(min(middle, width - after - half), before + half)
        drawn.append(note(at / width, 1, words, theme.accent, xref="paper", xanchor="center", **_ABOVE))
    return drawn


def _published_words(scene: Scene) -> str:
    """What stands over the band, or which way it lies."""
    if scene.published is None:
        return ""
    low, high = scene.published.finite
    if high < scene.scale.window.low:
        return f"◂ {scene.published.label}"
    return f"{scene.published.label} ▸" if low > scene.scale.window.high else scene.published.label


def _arrows(scene: Scene, theme: Theme) -> list[dict[str, Any]]:
    """Arrows whose two ends are both in the picture."""
    drawn = []
    window = scene.scale.window
    for arrow in scene.arrows:
        wrong, right = scene.find(arrow.key, "wrong"), scene.find(arrow.key, "canon")
        if wrong is None or right is None or not window.touches(arrow.target, arrow.target):
            continue
        source_row, placed = wrong
        source = min(max(arrow.target, placed.low), placed.high)
        target_row = right[0]
        is_error = arrow.severity == "error"
        drawn.append(
            {"name": arrow.key, "x": arrow.target, "y": target_row, "ax": source, "ay": source_row,
             "xref": "x", "yref": "y", "axref": "x", "ayref": "y", "text": "", "showarrow": True,
             "arrowhead": 2, "arrowsize": 0.9, "arrowwidth": 1.5 if is_error else 1,
             "arrowcolor": theme.error if is_error else theme.warning, "standoff": 6,
             "startstandoff": 1 if placed.bar else 8}
        )  # fmt: skip
    return drawn
