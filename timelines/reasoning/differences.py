"""A system of difference constraints that is kept consistent.

``later - earlier <= weight`` is an edge of a networkx.DiGraph. Each point has a potential, and the potentials satisfy
every edge. A new edge that they break is repaired only where it reaches (S. Cotton and O. Maler, "Fast and flexible
difference constraint propagation for DPLL(T)", 2006); if the repair comes back to where it began, the edge closes a
negative cycle, and is refused.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from timelines.reasoning.relaxation import relax

if TYPE_CHECKING:
    import networkx as nx

Point = Hashable

# A contradiction is understood by the shortest way around it. Beyond so many edges it is as hard to follow as any.
_SHORT: Final = 5
_CYCLE_POINTS_TRIED: Final = 4


class Difference(NamedTuple):
    """low <= later - earlier <= high, in whole units; None leaves a side open."""

    earlier: Point
    later: Point
    low: int | None
    high: int | None


class Undo:
    """What a series of additions changed, so that it can be taken back."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.edges: list[tuple[Point, Point, tuple[int, str] | None]] = []
        self.potentials: list[tuple[Point, int]] = []


class Differences:
    """Points and the edges between them; weights and potentials are integers."""

    def __init__(self) -> None:
        # Imported here: networkx takes a tenth of a second to load, and many texts hold no claim to judge.
        from networkx import DiGraph

        self.graph: nx.DiGraph[Point] = DiGraph()
        self._potential: dict[Point, int] = {}

    def __contains__(self, point: Point) -> bool:
        return point in self._potential

    def add(self, statement: str, difference: Difference, undo: Undo) -> list[str] | None:
        """Add a constraint of a statement. If it cannot hold, return the statements of a negative cycle.

        The system is then in between, until `undo` is taken back.
        """
        self._place(difference, undo)
        for earlier, later, weight in _edges(difference):
            cycle = self._tighten(statement, earlier, later, weight, undo)
            if cycle is not None:
                return cycle
        return None

    def load(self, constraints: Iterable[tuple[str, Difference]]) -> list[str] | None:
        """Add many constraints at once, as `add` does, but for good: after a negative cycle the system is of no use."""
        undo = Undo()
        for statement, difference in constraints:
            self._place(difference, undo)
            for earlier, later, weight in _edges(difference):
                if earlier == later and weight < 0:
                    return [statement]
                if self._says_more(earlier, later, weight) and earlier != later:
                    self.graph.add_edge(earlier, later, weight=weight, statement=statement)
        cycle = relax(self.graph, self._potential)
        if cycle is None:
            return None
        by_degree = sorted(cycle, key=self.graph.degree)
        ways = (self._short_cycle(point) for point in by_degree[:_CYCLE_POINTS_TRIED])
        best = min((way for way in ways if way is not None), key=len, default=cycle)
        return self._statements_around(best)

    def take_back(self, undo: Undo) -> None:
        """Return to the state before the additions that `undo` recorded."""
        for earlier, later, previous in reversed(undo.edges):
            if previous is None:
                self.graph.remove_edge(earlier, later)
            else:
                self.graph.add_edge(earlier, later, weight=previous[0], statement=previous[1])
        for point, potential in reversed(undo.potentials):
            self._potential[point] = potential
        for point in undo.points:
            self.graph.remove_node(point)
            del self._potential[point]

    def _place(self, difference: Difference, undo: Undo) -> None:
        """Give new points potentials in the middle of what is demanded, so that little has to be repaired."""
        earlier, later, low, high = difference
        if earlier in self._potential and later in self._potential:
            return
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

    def _says_more(self, earlier: Point, later: Point, weight: int) -> bool:
        edge = self.graph.get_edge_data(earlier, later)
        return edge is None or bool(weight < edge["weight"])

    def _tighten(self, statement: str, earlier: Point, later: Point, weight: int, undo: Undo) -> list[str] | None:
        """Add the edge if it says more than the present one."""
        if earlier == later:
            return [statement] if weight < 0 else None
        if not self._says_more(earlier, later, weight):
            return None
        edge = self.graph.get_edge_data(earlier, later)
        undo.edges.append((earlier, later, None if edge is None else (edge["weight"], edge["statement"])))
        self.graph.add_edge(earlier, later, weight=weight, statement=statement)
        change = self._potential[earlier] + weight - self._potential[later]
        if change >= 0:
            return None
        cycle = self._repair(earlier, later, change, undo)
        if cycle is None:
            return None
        return self._statements_around(self._short_cycle(later) or cycle)

    def _repair(self, origin: Point, first: Point, change: int, undo: Undo) -> list[Point] | None:
        """Lower `first` by `change` and whatever must follow, most urgent first; each point is lowered once.

        If `origin` would have to follow, nothing is changed and the points on the way to it are returned.
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
                        return _way_back(origin, first, parent)
                    wanted[target] = needed
                    heappush(heap, (needed, next(tick), target))
        for point, value in lowered.items():
            undo.potentials.append((point, potential[point]))
            potential[point] = value
        return None

    def _short_cycle(self, origin: Point) -> list[Point] | None:
        """A negative cycle through the point with the fewest edges, if few are enough (Bellman-Ford by layers)."""
        successors = self.graph.succ
        best: dict[Point, int] = {origin: 0}
        layers: list[dict[Point, Point]] = [{origin: origin}]
        values = {origin: 0}
        for _ in range(_SHORT):
            parents: dict[Point, Point] = {}
            reached: dict[Point, int] = {}
            for point, value in values.items():
                for target, edge in successors[point].items():
                    sum_ = value + edge["weight"]
                    if sum_ < best.get(target, sum_ + 1):
                        best[target] = reached[target] = sum_
                        parents[target] = point
            layers.append(parents)
            values = reached
            if reached.get(origin, 0) < 0:
                cycle = [origin]
                for layer in reversed(layers[2:]):
                    cycle.append(layer[cycle[-1]])
                return cycle[::-1]
        return None

    def _statements_around(self, cycle: Sequence[Point]) -> list[str]:
        return [self.graph.edges[edge]["statement"] for edge in pairwise([*cycle, cycle[0]])]

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


def _edges(difference: Difference) -> list[tuple[Point, Point, int]]:
    earlier, later, low, high = difference
    edges = [(earlier, later, high)] if high is not None else []
    return edges if low is None else [*edges, (later, earlier, -low)]


def _way_back(last: Point, first: Point, parent: dict[Point, Point]) -> list[Point]:
    way = [last]
    while way[-1] != first:
        way.append(parent[way[-1]])
    return way[::-1]
