"""Potentials for many difference constraints at once.

A. V. Goldberg and T. Radzik, "A heuristic improvement of the Bellman-Ford algorithm", 1993: each pass lowers the points
behind broken edges in topological order, so that one pass carries a change all the way along a chain. Each pass does
at least what one of Bellman and Ford does, so that a negative cycle shows among the parents after as many passes as
there are points, and mostly at once (B. V. Cherkassky and A. V. Goldberg, "Negative-cycle detection algorithms", 1999).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import networkx as nx

P = TypeVar("P", bound=Hashable)


def relax(graph: nx.DiGraph[P], potential: dict[P, int]) -> list[P] | None:
    """Lower potentials until potential[u] + weight >= potential[v] for each edge (u, v).

    Returns the points of a negative cycle, in its order, if there is one; the potentials are then of no use.
    """
    edges = {point: [(other, edge["weight"]) for other, edge in others.items()] for point, others in graph.adjacency()}
    broken = {
        point
        for point, others in edges.items()
        if any(potential[point] + weight < potential[other] for other, weight in others)
    }
    parent: dict[P, P] = {}
    while broken:
        lowered = []
        remaining = set()
        for point in _order(edges, potential, broken):
            remaining.discard(point)
            here = potential[point]
            for other, weight in edges[point]:
                if here + weight < potential[other]:
                    potential[other] = here + weight
                    parent[other] = point
                    remaining.add(other)
                    lowered.append(other)
        cycle = _parent_cycle(parent, lowered)
        if cycle is not None:
            return cycle
        broken = remaining
    return None


def _order(edges: Mapping[P, Sequence[tuple[P, int]]], potential: dict[P, int], roots: Iterable[P]) -> list[P]:
    """The points reached from `roots` along broken or tight edges, in topological order as far as there is one."""
    seen: set[P] = set()
    finished: list[P] = []
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        path, ways = [root], [iter(edges[root])]
        while path:
            here = potential[path[-1]]
            for other, weight in ways[-1]:
                if other not in seen and here + weight <= potential[other]:
                    seen.add(other)
                    path.append(other)
                    ways.append(iter(edges[other]))
                    break
            else:
                finished.append(path.pop())
                ways.pop()
    finished.reverse()
    return finished


def _parent_cycle(parent: Mapping[P, P], lowered: Iterable[P]) -> list[P] | None:
    """A cycle among the points that lowered each other, looked for from those lowered last."""
    walk: dict[P, int] = {}
    for number, start in enumerate(lowered):
        point = start
        while point in parent and point not in walk:
            walk[point] = number
            point = parent[point]
        if walk.get(point) == number:
            cycle = [point]
            while parent[cycle[-1]] != point:
                cycle.append(parent[cycle[-1]])
            return cycle[::-1]
    return None
