"""A consistent system of difference constraints, kept consistent as constraints are added.

``later - earlier <= weight`` is an edge of a networkx.DiGraph. Each point has a potential, and the potentials satisfy
every edge. A new edge that they break is repaired only where it reaches (S. Cotton and O. Maler, "Fast and flexible
difference constraint propagation for DPLL(T)", 2006); if the repair comes back to where it began, the edge closes a
negative cycle, and is refused.
"""

from __future__ import annotations

from collections.abc import Hashable
from heapq import heappop, heappush
from itertools import count

import networkx as nx

Point = Hashable


class Undo:
    """What a series of additions changed, so that it can be taken back."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.edges: list[tuple[Point, Point, tuple[int, str] | None]] = []
        self.potentials: list[tuple[Point, int]] = []


class Differences:
    """Points and the edges between them; weights and potentials are integers."""

    def __init__(self) -> None:
        self.graph: nx.DiGraph[Point] = nx.DiGraph()
        self._potential: dict[Point, int] = {}

    def __contains__(self, point: Point) -> bool:
        return point in self._potential

    def add(
        self, statement: str, earlier: Point, later: Point, low: int | None, high: int | None, undo: Undo
    ) -> list[str] | None:
        """Demand low <= later - earlier <= high. Returns the statements of a negative cycle if it cannot be.

        A bound that cannot be is left out; `undo` takes back the rest as well.
        """
        self._place(earlier, later, low, high, undo)
        if high is not None:
            cycle = self._tighten(statement, earlier, later, high, undo)
            if cycle is not None:
                return cycle
        return self._tighten(statement, later, earlier, -low, undo) if low is not None else None

    def take_back(self, undo: Undo) -> None:
        """Return to the state before the additions that `undo` recorded."""
        for earlier, later, previous in reversed(undo.edges):
            if previous is None:
                self.graph.remove_edge(earlier, later)
            else:
                weight, statement = previous
                self.graph.add_edge(earlier, later, weight=weight, statement=statement)
        for point, potential in reversed(undo.potentials):
            self._potential[point] = potential
        for point in undo.points:
            self.graph.remove_node(point)
            del self._potential[point]

    def _place(self, earlier: Point, later: Point, low: int | None, high: int | None, undo: Undo) -> None:
        """Give new points potentials in the middle of what is demanded, so that little has to be repaired."""
        if low is None or high is None:
            distance = low if low is not None else high if high is not None else 0
        else:
            distance = (low + high) // 2
        known = self._potential.get(later)
        if earlier not in self._potential:
            self._new(earlier, known - distance if known is not None else 0, undo)
        if later not in self._potential:
            self._new(later, self._potential[earlier] + distance, undo)

    def _new(self, point: Point, potential: int, undo: Undo) -> None:
        self.graph.add_node(point)
        self._potential[point] = potential
        undo.points.append(point)

    def _tighten(self, statement: str, earlier: Point, later: Point, weight: int, undo: Undo) -> list[str] | None:
        """Add the edge if it says more than the present one."""
        edge = self.graph.get_edge_data(earlier, later)
        if edge is not None and edge["weight"] <= weight:
            return None
        if earlier == later:
            return [statement] if weight < 0 else None
        change = self._potential[earlier] + weight - self._potential[later]
        if change < 0:
            cycle = self._repair(earlier, later, change, undo)
            if cycle is not None:
                return [statement, *cycle]
        undo.edges.append((earlier, later, None if edge is None else (edge["weight"], edge["statement"])))
        self.graph.add_edge(earlier, later, weight=weight, statement=statement)
        return None

    def _repair(self, origin: Point, first: Point, change: int, undo: Undo) -> list[str] | None:
        """Lower `first` by `change` and whatever must follow, most urgent first; each point is lowered once.

        If `origin` would have to follow, nothing is changed and the statements on the way to it are returned.
        """
        successors, potential = self.graph.succ, self._potential
        tick = count()
        heap: list[tuple[int, int, Point]] = [(change, next(tick), first)]
        wanted: dict[Point, int] = {first: change}
        parent: dict[Point, Point] = {}
        lowered: dict[Point, int] = {}
        while heap:
            change, _, point = heappop(heap)
            if point in lowered:
                continue
            value = lowered[point] = potential[point] + change
            for target, edge in successors[point].items():
                if target in lowered:
                    continue
                needed = value + edge["weight"] - potential[target]
                if needed < wanted.get(target, 0):
                    parent[target] = point
                    if target == origin:
                        return self._statements_back(origin, first, parent)
                    wanted[target] = needed
                    heappush(heap, (needed, next(tick), target))
        for point, value in lowered.items():
            undo.potentials.append((point, potential[point]))
            potential[point] = value
        return None

    def _statements_back(self, last: Point, first: Point, parent: dict[Point, Point]) -> list[str]:
        statements = []
        while last != first:
            statements.append(self.graph.edges[parent[last], last]["statement"])
            last = parent[last]
        return statements

    def distances(self, source: Point, target: Point | None = None, *, backward: bool = False) -> dict[Point, int]:
        """Largest value of point - source for each point that has one; backward, of source - point.

        Dijkstra's algorithm over edges made non-negative by the potentials. Stops at `target` if there is one.
        """
        neighbours, potential = self.graph.pred if backward else self.graph.succ, self._potential
        sign = -1 if backward else 1
        tick = count()
        heap: list[tuple[int, int, Point]] = [(0, next(tick), source)]
        best: dict[Point, int] = {source: 0}
        found: dict[Point, int] = {}
        base = potential[source]
        while heap:
            distance, _, point = heappop(heap)
            if point in found:
                continue
            found[point] = distance + sign * (potential[point] - base)
            if point == target:
                break
            here = distance + sign * potential[point]
            for other, edge in neighbours[point].items():
                if other in found:
                    continue
                reached = here + edge["weight"] - sign * potential[other]
                if other not in best or reached < best[other]:
                    best[other] = reached
                    heappush(heap, (reached, next(tick), other))
        return found
