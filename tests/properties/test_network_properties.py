"""The network against what can be computed the slow way: all shortest paths, all subsets of statements."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from timelines.reasoning.differences import Difference, Differences
from timelines.reasoning.network import Constraint, Reading, TemporalNetwork

POINTS = range(5)
bound = st.one_of(st.none(), st.integers(-6, 6))
constraint = st.builds(
    Constraint,
    st.sampled_from("abcdefgh"),
    st.sampled_from(POINTS),
    st.sampled_from(POINTS),
    bound,
    bound,
)
constraints = st.lists(constraint, max_size=14)


def distances(given_constraints: Iterable[Constraint]) -> dict[tuple[int, int], float] | None:
    """Floyd and Warshall: the largest value of each difference, or None if they contradict each other."""
    best = {(a, b): 0.0 if a == b else inf for a in POINTS for b in POINTS}
    for _, earlier, later, low, high in given_constraints:
        assert isinstance(earlier, int)
        assert isinstance(later, int)
        best[earlier, later] = min(best[earlier, later], inf if high is None else high)
        best[later, earlier] = min(best[later, earlier], inf if low is None else -low)
    for middle, a, b in product(POINTS, POINTS, POINTS):
        best[a, b] = min(best[a, b], best[a, middle] + best[middle, b])
    return None if any(best[point, point] < 0 for point in POINTS) else best


def whole(one: Constraint) -> Difference:
    low, high = (None if bound is None else int(bound) for bound in (one.low, one.high))
    return Difference(one.earlier, one.later, low, high)


def is_minimal(conflict: tuple[str, ...], said: list[Constraint]) -> bool:
    of_conflict = [one for one in said if one.statement in conflict]
    return distances(of_conflict) is None and all(
        distances(one for one in of_conflict if one.statement != key) is not None for key in conflict
    )


@given(constraints)
def test_conflicts_are_found_and_minimal(said: list[Constraint]) -> None:
    network = TemporalNetwork()
    for one in said:
        network.add(*one)
    conflict = network.conflict()
    if distances(said) is not None:
        assert conflict is None
    else:
        assert conflict is not None
        assert is_minimal(conflict, said)


@given(constraints)
def test_relaxing_at_once_finds_the_same(said: list[Constraint]) -> None:
    cycle = Differences().load((one.statement, whole(one)) for one in said)
    together = [one for one in said if one.statement in cycle] if cycle is not None else said
    assert (cycle is None) == (distances(together) is not None)


@given(st.lists(st.lists(constraint, min_size=1, max_size=4), max_size=6))
def test_additions_are_taken_if_and_only_if_they_can_hold(groups: list[list[Constraint]]) -> None:
    network = TemporalNetwork()
    accepted: list[Constraint] = []
    for group in groups:
        conflict = network.try_add(group)
        if distances([*accepted, *group]) is not None:
            assert conflict is None
            accepted += group
        else:
            assert conflict is not None
            assert is_minimal(conflict, [*accepted, *group])
        expected = distances(accepted)
        assert expected is not None
        for origin in POINTS:
            for point, (low, high) in network.all_bounds(origin).items():
                assert isinstance(point, int)
                assert (-inf if low is None else low, inf if high is None else high) == (
                    -expected[point, origin],
                    expected[origin, point],
                )
                assert network.bounds(point, origin) == (low, high)


@settings(max_examples=50)
@given(constraints, st.lists(constraints, max_size=3))
def test_readings_change_nothing(said: list[Constraint], alternatives: list[list[Constraint]]) -> None:
    network = TemporalNetwork()
    kept = [one for one in said if network.try_add([one]) is None]
    before = network.all_bounds(0)
    readings = [Reading(str(place), tuple(one)) for place, one in enumerate(alternatives)]
    for (key, conflict), alternative in zip(network.consistent_readings(readings), alternatives, strict=True):
        together = [*kept, *alternative]
        assert key == str(alternatives.index(alternative)) or alternatives.count(alternative) > 1
        assert (conflict is None) == (distances(together) is not None)
        assert conflict is None or is_minimal(conflict, together)
    assert network.all_bounds(0) == before
