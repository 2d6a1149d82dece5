"""Room: which marks of a window are seen, in which row, with which label.

The caller knows the picture's size in pixels; rows are counted from the top of the picture. Marks that do not
fit are counted, never lost: what a picture leaves out stands in the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timelines.drawing.focus import Window
from timelines.drawing.lanes import pack, pack_first
from timelines.drawing.marks import Mark

# Measured in Chromium at 11 px: an average letter of a label takes 5.3 px in Helvetica and 6.4 px in DejaVu Sans,
# the widest of the usual system fonts.
LETTER_PX = 6.4
_MARKER_PX = 7.0
_GAP_PX = 6.0
_LABEL_LETTERS = (32, 18)
_LONGEST_LABEL = 60
_MOST_OF_A_CROWD = 8
# Points nearer than this cannot be told apart or hit by a finger.
_SAME_PLACE_PX = 9.0
_SHORTEST_BAR_PX = 14.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its row. ``bar`` says whether it is drawn as a bar, ``side`` where its label stands ("" = none)."""

    mark: Mark
    row: int
    bar: bool
    low: float
    high: float
    text: str
    side: str
    more: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A window drawn ``width`` pixels wide."""

    window: Window
    width: float

    def pixels(self, at: float) -> float:
        """The distance of a day from the left edge, in pixels; infinite for open sides."""
        return (at - self.window.low) / self.window.days * self.width


def arrange(
    marks: Sequence[Mark], scale: Scale, *, rows: int, strongest_on_top: bool = False
) -> tuple[list[Placed], int]:
    """The visible marks in at most ``rows`` rows, and how many there was no room for.

    Where they do not fit, labels are shortened; where that is not enough, marks at the same place are gathered
    into one that says how many follow it.
    """
    seen = [mark for mark in marks if scale.window.touches(*mark.extent)]
    drafts = _drafts(seen, scale, rows)
    packed = _packed(drafts, scale, rows)
    if strongest_on_top or None in packed:
        extents, pulls = [_extent(draft, scale) for draft in drafts], [draft.mark.pull for draft in drafts]
        packed = pack_first(extents, pulls, gap=_GAP_PX, rows=rows)
    placed = [replace(draft, row=row) for draft, row in zip(drafts, packed, strict=True) if row is not None]
    left_out = sum(1 + len(d.more) for d, row in zip(drafts, packed, strict=True) if row is None)
    return _roomier(placed, scale), left_out


def _roomier(placed: Sequence[Placed], scale: Scale) -> list[Placed]:
    """Labels grown into the room that their rows have left."""
    rows: dict[int, list[Placed]] = {}
    for each in sorted(placed, key=lambda p: _extent(p, scale)):
        rows.setdefault(each.row, []).append(each)
    grown = []
    for row in rows.values():
        for before, each, after in zip([None, *row], row, [*row[1:], None], strict=False):
            low = _extent(before, scale)[1] if before is not None else 0.0
            high = _extent(after, scale)[0] if after is not None else scale.width
            grown.append(_grown(each, scale, low, high))
    return grown


def _grown(each: Placed, scale: Scale, low: float, high: float) -> Placed:
    left, right = _extent(replace(each, text=""), scale)
    # The neighbour before may have grown into the same gap already; it gets the first half of it.
    room = {
        "right": (high - right) / 2 if high < scale.width else high - right,
        "left": (left - low) / 2 if low > 0 else left - low,
        "inside": right - left - _GAP_PX,
    }.get(each.side, 0.0)
    suffix = f" + {len(each.more)} more" if each.more else ""
    letters = min(int((room - _GAP_PX) / LETTER_PX) - len(suffix), _LONGEST_LABEL)
    text = shortened(each.mark.label, letters) + suffix if letters > 0 else each.text
    return replace(each, text=text) if len(text) > len(each.text) else each


def _drafts(seen: Sequence[Mark], scale: Scale, rows: int) -> list[Placed]:
    for letters in _LABEL_LETTERS:
        drafts = [_draft(mark, scale, letters) for mark in seen]
        if None not in _packed(drafts, scale, rows):
            return drafts
    for keep in range(min(rows, _MOST_OF_A_CROWD) - 1, -1, -1):
        gathered = _gathered(drafts, scale, keep=keep)
        if None not in _packed(gathered, scale, rows):
            break
    return gathered


def _packed(drafts: Sequence[Placed], scale: Scale, rows: int) -> list[int | None]:
    return pack([_extent(draft, scale) for draft in drafts], gap=_GAP_PX, rows=rows)


def _draft(mark: Mark, scale: Scale, letters: int) -> Placed:
    low, high = max(mark.extent[0], scale.window.low), min(mark.extent[1], scale.window.high)
    length = scale.pixels(high) - scale.pixels(low)
    bar = length >= _SHORTEST_BAR_PX and mark.high - mark.low > 1
    if not bar:
        low = high = min(max(mark.middle, scale.window.low), scale.window.high)
    return _labelled(Placed(mark, 0, bar, low, high, shortened(mark.label, letters), ""), scale)


def _labelled(draft: Placed, scale: Scale) -> Placed:
    """The label after the mark, before it where the picture ends, inside a long bar."""
    need = len(draft.text) * LETTER_PX
    left, right = scale.pixels(draft.low), scale.pixels(draft.high)
    if draft.bar and right - left >= need + 2 * _GAP_PX:
        return replace(draft, side="inside")
    if right + _MARKER_PX + need <= scale.width:
        return replace(draft, side="right")
    if left - _MARKER_PX - need >= 0:
        return replace(draft, side="left")
    room = max(scale.width - right, left) - _MARKER_PX - _GAP_PX
    if room < 8 * LETTER_PX:
        return replace(draft, text="", side="")
    side = "right" if scale.width - right >= left else "left"
    return replace(draft, text=shortened(draft.text, int(room / LETTER_PX)), side=side)


def _extent(draft: Placed, scale: Scale) -> tuple[float, float]:
    left, right = scale.pixels(draft.low), scale.pixels(draft.high)
    if not draft.bar:
        left, right = left - _MARKER_PX, right + _MARKER_PX
    need = len(draft.text) * LETTER_PX
    if draft.side == "right":
        right += need + _GAP_PX
    elif draft.side == "left":
        left -= need + _GAP_PX
    return left, right


def _gathered(drafts: Sequence[Placed], scale: Scale, *, keep: int) -> list[Placed]:
    """Each crowd of marks at one place becomes its ``keep`` strongest and one mark for the others."""
    crowds: dict[tuple[bool, int, int], list[Placed]] = {}
    for draft in drafts:
        left, right = scale.pixels(draft.low), scale.pixels(draft.high)
        place = (draft.bar, round(left / _SAME_PLACE_PX), round(right / _SAME_PLACE_PX))
        crowds.setdefault(place, []).append(draft)
    return [draft for crowd in crowds.values() for draft in _thinned(crowd, scale, keep)]


def _thinned(crowd: Sequence[Placed], scale: Scale, keep: int) -> list[Placed]:
    if len(crowd) <= keep + 1:
        return list(crowd)
    strongest = sorted(crowd, key=lambda d: -d.mark.pull)
    first, others = strongest[keep], tuple(d.mark for d in strongest[keep + 1 :])
    text = f"{shortened(first.mark.label, _LABEL_LETTERS[-1])} + {len(others)} more"
    return [*strongest[:keep], _labelled(replace(first, text=text, more=others), scale)]


def shortened(label: str, letters: int) -> str:
    """The label in at most so many letters, cut between words where it can be."""
    label = " ".join(label.split())
    if len(label) <= letters:
        return label
    cut = label[: letters - 1]
    at_space = cut.rfind(" ")
    return (cut[:at_space] if at_space > letters * 0.6 else cut).rstrip(" ,;:-–") + "…"


def outside(marks: Sequence[Mark], window: Window) -> tuple[int, int]:
    """How many marks lie wholly before and wholly after the window."""
    before = sum(1 for mark in marks if mark.extent[1] < window.low)
    after = sum(1 for mark in marks if mark.extent[0] > window.high)
    return before, after
