"""Potentials for many difference constraints at once.

A. V. Goldberg and T. Radzik, "A heuristic improvement of the Bellman-Ford algorithm", 1993: each pass lowers the points
behind broken edges in topological order, so that one pass carries a change all the way along a chain.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import networkx as nx

P = TypeVar("P", bound=Hashable)
_OPEN, _DONE = 1, 2


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
    while broken:
        order, cycle = _pass(edges, potential, broken)
        if cycle is not None:
            return cycle
        broken = set()
        for point in order:
            broken.discard(point)
            here = potential[point]
            for other, weight in edges[point]:
                if here + weight < potential[other]:
                    potential[other] = here + weight
                    broken.add(other)
    return None


def _pass(
    edges: Mapping[P, Sequence[tuple[P, int]]], potential: dict[P, int], roots: Iterable[P]
) -> tuple[list[P], list[P] | None]:
    """The points reached from `roots` along broken or tight edges, in topological order, or a negative cycle."""
    state: dict[P, int] = {}
    broken_before: dict[P, int] = {}
    finished: list[P] = []
    for root in roots:
        if root in state:
            continue
        state[root], broken_before[root] = _OPEN, 0
        path, ways = [root], [iter(edges[root])]
        while path:
            point = path[-1]
            here, broken = potential[point], broken_before[point]
            for other, weight in ways[-1]:
                slack = here + weight - potential[other]
                if slack > 0:
                    continue
                known = state.get(other)
                if known is None:
                    state[other], broken_before[other] = _OPEN, broken + (slack < 0)
                    path.append(other)
                    ways.append(iter(edges[other]))
                    break
                if known == _OPEN and (slack < 0 or broken > broken_before[other]):
                    return [], path[path.index(other) :]
            else:
                state[point] = _DONE
                finished.append(point)
                path.pop()
                ways.pop()
    finished.reverse()
    return finished, None
