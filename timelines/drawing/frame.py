"""The frame of a chart: size, margins, axes, and what plotly must not do.

The axis is numeric (days since 0001-01-01) with ticks of our own.
"""

from __future__ import annotations

from typing import Any

from timelines.drawing.arrange import Scale
from timelines.drawing.theme import Theme
from timelines.drawing.ticks import ticks

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 54, 14, 24, 38
_FONT = "system-ui, sans-serif"
_TICK_PX = 68

# "Share chart" and the logo lead to other people's machines; the page has its own buttons for zooming.
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displayModeBar": False,
    "doubleClick": False,
    "scrollZoom": False,
    "responsive": False,
    "showTips": False,
}


def frame(scale: Scale, colours: Theme, *, rows: float, row_px: int, left_px: int = LEFT_PX) -> dict[str, Any]:
    """The layout of an empty chart of so many rows, counted from the top."""
    return {
        "height": TOP_PX + BOTTOM_PX + rows * row_px,
        "margin": {"l": left_px, "r": RIGHT_PX, "t": TOP_PX, "b": BOTTOM_PX},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": _FONT, "size": 11, "color": colours.ink},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 12,
        "dragmode": "pan",
        "barmode": "overlay",
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.secondary,
            "font": {"color": colours.ink, "size": 12, "family": _FONT},
            "align": "left",
        },
        "xaxis": {
            "type": "linear",
            "range": [scale.window.low, scale.window.high],
            "zeroline": False,
            "showgrid": True,
            "gridcolor": colours.hairline,
            "tickfont": {"color": colours.secondary, "size": 11},
            "ticklen": 4,
            "tickcolor": colours.hairline,
            "automargin": False,
            **_tick_texts(scale),
        },
        "yaxis": {
            "type": "linear",
            "range": [rows - 0.5, -0.5],
            "fixedrange": True,
            "visible": False,
        },
    }


def _tick_texts(scale: Scale) -> dict[str, Any]:
    chosen = ticks(scale.window.low, scale.window.high, most=max(2, int(scale.width // _TICK_PX)))
    return {
        "tickmode": "array",
        "tickvals": [tick.at for tick in chosen],
        "ticktext": [f"{tick.label}<br>{tick.context}" if tick.context else tick.label for tick in chosen],
    }
