"""Minimal conflicts: statements that cannot all hold, of which every one is needed for that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timelines.reasoning.differences import Difference, Differences, Point, Undo

Statements = Mapping[str, Sequence[Difference]]


def minimal_conflict(statements: Statements, clash: Iterable[str]) -> tuple[str, ...]:
    """A minimal subset of statements that cannot all hold, in the order of `statements`.

    `clash` are keys of statements that contradict each other, as found around a negative cycle. Each is left out in
    turn (deletion filter): if the rest still contradict each other, only those of their cycle go on.
    """
    kept = list(dict.fromkeys(clash))
    if not _is_bare_cycle(statements, kept):
        place = 0
        while place < len(kept):
            others = _cycle(statements, kept[:place] + kept[place + 1 :])
            if others is None:
                place += 1
            else:
                needed = set(others)
                kept = [key for key in kept if key in needed]
    order = {key: place for place, key in enumerate(statements)} if len(kept) > 1 else {}
    return tuple(sorted(kept, key=lambda key: order.get(key, 0)))


def _cycle(statements: Statements, keys: Iterable[str]) -> list[str] | None:
    """The statements around a negative cycle among those of `keys`, or None if they can all hold."""
    system, undo = Differences(), Undo()
    for key in keys:
        for difference in statements[key]:
            cycle = system.add(key, difference, undo)
            if cycle is not None:
                return cycle
    return None


def _is_bare_cycle(statements: Statements, keys: Sequence[str]) -> bool:
    """Whether the statements form one ring, each linking two points: without any of them no cycle is left."""
    degrees: dict[Point, int] = {}
    pairs = set()
    for key in keys:
        earlier, later, *_ = statements[key][0]
        if any({difference.earlier, difference.later} != {earlier, later} for difference in statements[key]):
            return False
        pairs.add(frozenset((earlier, later)))
        for point in (earlier, later):
            degrees[point] = degrees.get(point, 0) + 1
    if len(pairs) < len(keys) or len(keys) < 3 or set(degrees.values()) != {2}:
        return False
    return all(_cycle(statements, [key]) is None for key in keys)
