"""Packing of intervals into rows so that none overlaps another (greedy interval partitioning).

Kleinberg and Tardos, Algorithm Design, section 4.1: taking intervals by their left end and putting each into
the first free row uses as few rows as any packing can.
"""

from __future__ import annotations

import heapq
from bisect import bisect
from collections.abc import Sequence


def pack_first(
    intervals: Sequence[tuple[float, float]], pulls: Sequence[float], *, gap: float = 0.0, rows: int
) -> list[int | None]:
    """Like ``pack`` where room is short: those that pull strongest get a row first, and None gets the rest."""
    placed: list[int | None] = [None] * len(intervals)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    for index in sorted(range(len(intervals)), key=lambda i: (-pulls[i], intervals[i])):
        low, high = intervals[index]
        for row, others in enumerate(taken):
            at = bisect(others, (low, high))
            clear_before = at == 0 or others[at - 1][1] + gap <= low
            clear_after = at == len(others) or high + gap <= others[at][0]
            if clear_before and clear_after:
                others.insert(at, (low, high))
                placed[index] = row
                break
    return placed


def pack(intervals: Sequence[tuple[float, float]], *, gap: float = 0.0, rows: int | None = None) -> list[int | None]:
    """The row (0 = top) of each ``(low, high)``, in the order given; None where ``rows`` rows are full.

    Intervals in one row are at least ``gap`` apart. Equal intervals keep their order. O(n log n).
    """
    placed: list[int | None] = [None] * len(intervals)
    busy: list[tuple[float, int]] = []  # (right end, row) of rows in use
    free: list[int] = []
    used = 0
    for index in sorted(range(len(intervals)), key=lambda i: (intervals[i][0], i)):
        low, high = intervals[index]
        while busy and busy[0][0] + gap <= low:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            row = heapq.heappop(free)
        elif rows is None or used < rows:
            row, used = used, used + 1
        else:
            continue
        placed[index] = row
        heapq.heappush(busy, (high, row))
    return placed
