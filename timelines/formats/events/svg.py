"""The chart of a list of events as one SVG file: no script, no font, no address; light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timelines.drawing.arrange import Placed, Scale, arrange
from timelines.drawing.focus import Window, whole
from timelines.drawing.marks import Mark, mark_of
from timelines.drawing.theme import THEMES
from timelines.drawing.ticks import ticks
from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList, has_place
from timelines.formats.hostile import markup, one_line

_WIDTH = 1_000
_SIDE, _TOP, _BOTTOM = 16, 40, 40
_ROW = 24
_BAR = 16
_TICK_PX = 90
# A file is not zoomed into like the page's chart, so that many rows are allowed before events are gathered.
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class _Chart:
    scale: Scale
    placed: tuple[Placed, ...]
    height: float


def events_to_svg(events: EventList, *, heading: bool = True) -> Export:
    """All events that have a time; what was gathered under another event or found no room is reported.

    ``heading``: write the list's title above the chart as well as into its description.
    """
    report = [NotCarried(each.row, "left out: it has no date") for each in events.events if not has_place(each.span)]
    marks = [
        mark_of("event", (each.row,), each.span, one_line(each.label))
        for each in events.by_time
        if each.span is not None and has_place(each.span)
    ]
    window = whole([mark.finite for mark in marks]) or Window(0.0, 365.0)
    scale = Scale(window, _WIDTH - 2 * _SIDE)
    placed, _ = arrange(marks, scale, rows=_MOST_ROWS)
    drawn = {key for each in placed for key in each.mark.keys}
    report += [NotCarried(key, "no room for it in the picture") for m in marks for key in m.keys if key not in drawn]
    rows = 1 + max((each.row for each in placed), default=0)
    chart = _Chart(scale, tuple(placed), _TOP + rows * _ROW + _BOTTOM)
    return Export("\n".join(_lines(events.title, chart, heading)) + "\n", tuple(report))


def _lines(title: str, chart: _Chart, heading: bool) -> Iterator[str]:
    name = markup(one_line(title))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {chart.height:g}" width="{_WIDTH}" '
        f'height="{chart.height:g}" role="img" aria-labelledby="timelines-title">'
    )
    yield f'<title id="timelines-title">{name}</title>'
    yield f"<style>{_style()}</style>"
    yield f'<rect class="paper" width="{_WIDTH}" height="{chart.height:g}"/>'
    if heading:
        yield f'<text class="heading" x="{_SIDE}" y="24">{name}</text>'
    yield from _axis(chart)
    for each in chart.placed:
        yield from _mark(each, chart)
    yield "</svg>"


def _axis(chart: _Chart) -> Iterator[str]:
    window, bottom = chart.scale.window, chart.height - _BOTTOM
    for tick in ticks(window.low, window.high, most=int(chart.scale.width // _TICK_PX)):
        x = _SIDE + chart.scale.pixels(tick.at)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{bottom:g}"/>'
        yield f'<text class="tick" x="{x:.1f}" y="{bottom + 16:g}" text-anchor="middle">{markup(tick.label)}</text>'
        if tick.context:
            context = markup(tick.context)
            yield f'<text class="tick" x="{x:.1f}" y="{bottom + 30:g}" text-anchor="middle">{context}</text>'


def _mark(each: Placed, chart: _Chart) -> Iterator[str]:
    y = _TOP + each.row * _ROW + _ROW / 2
    left, right = (_SIDE + chart.scale.pixels(at) for at in (each.low, each.high))
    yield f"<g><title>{markup(_told(each.mark, each.more))}</title>"
    if each.bar:
        yield (
            f'<rect class="{"bar" if each.mark.core else "loose"}" x="{left:.1f}" y="{y - _BAR / 2:g}" '
            f'width="{max(right - left, 1):.1f}" height="{_BAR}" rx="2"/>'
        )
    else:
        yield f'<circle class="point" cx="{left:.1f}" cy="{y:g}" r="4"/>'
    if each.text:
        x, anchor = {"left": (left - 7, "end"), "inside": (left + 4, "start")}.get(each.side, (right + 7, "start"))
        kind = "inside" if each.side == "inside" else "label"
        yield f'<text class="{kind}" x="{x:.1f}" y="{y + 4:g}" text-anchor="{anchor}">{markup(each.text)}</text>'
    yield "</g>"


def _told(mark: Mark, more: tuple[Mark, ...]) -> str:
    return "\n".join(f"{each.when}: {each.label}" for each in (mark, *more))


def _style() -> str:
    """The colours of the pages."""
    parts = [
        "text{font:11px system-ui,sans-serif}.heading{font-size:14px;font-weight:600}",
        ".bar{fill-opacity:.5}.loose{fill-opacity:.28}.grid{stroke-width:1}",
    ]
    for name, theme in THEMES.items():
        rules = (
            f".paper{{fill:{theme.paper}}}.heading,.label,.inside{{fill:{theme.ink}}}.tick{{fill:{theme.secondary}}}"
            f".grid{{stroke:{theme.hairline}}}.bar,.loose,.point{{fill:{theme.article}}}"
        )
        parts.append(rules if name == "light" else f"@media (prefers-color-scheme:dark){{{rules}}}")
    return "".join(parts)
