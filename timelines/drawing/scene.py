"""A picture before it is drawn: lanes with placed marks, counted in rows from the top."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.drawing.arrange import Placed, Scale
from timelines.drawing.marks import Arrow, Mark


@dataclass(frozen=True, slots=True)
class Lane:
    """``top`` is the middle of its first row; ``height`` counts rows."""

    name: str
    top: float
    height: int
    placed: tuple[Placed, ...]

    def y(self, placed: Placed) -> float:
        """Where a mark of this lane stands, in rows from the top of the picture."""
        return self.top + placed.row


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a picture of a timeline shows, and how many marks it does not."""

    scale: Scale
    lanes: tuple[Lane, ...]
    dates: tuple[Mark, ...]
    arrows: tuple[Arrow, ...]
    published: Mark | None
    height: float
    left_out: int
    outside: tuple[int, int]

    def find(self, key: str, role: str) -> tuple[float, Placed] | None:
        """Where the mark of this role and key is drawn, and how; None where it is not."""
        for lane in self.lanes:
            for placed in lane.placed:
                for mark in (placed.mark, *placed.more):
                    if mark.role == role and key in mark.keys:
                        return lane.y(placed), placed
        return None

    def lane(self, name: str) -> Lane | None:
        """The lane of this name."""
        return next((lane for lane in self.lanes if lane.name == name), None)
