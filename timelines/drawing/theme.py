"""Colours of the chart, light and dark; the same as the pages' design tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Hex colours, each readable (WCAG AA) on ``paper``."""

    paper: str
    ink: str
    secondary: str
    hairline: str
    accent: str
    error: str
    warning: str
    article: str
    quiet: str


THEMES: dict[ThemeName, Theme] = {
    "light": Theme(
        paper="#fbfaf7",
        ink="#1d1d1b",
        secondary="#5c5a55",
        hairline="#e3e0d8",
        accent="#1f5fa8",
        error="#b3261e",
        warning="#8a5a00",
        article="#2f6f73",
        quiet="#7d8f8e",
    ),
    "dark": Theme(
        paper="#171614",
        ink="#ece9e2",
        secondary="#a5a199",
        hairline="#34322e",
        accent="#8ab8ee",
        error="#ff8a80",
        warning="#f2c063",
        article="#7cc0bf",
        quiet="#6f8382",
    ),
}


def see_through(colour: str, alpha: float) -> str:
    """A hex colour with an opacity, as plotly wants it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
