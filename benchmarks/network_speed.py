"""Speed of the temporal constraint network: 100,000 constraints, then ten more.

Run: python -m benchmarks.network_speed. Aims: 100,000 constraints in under 5 s, ten more in under 50 ms.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from time import perf_counter

from timelines.reasoning.network import ORIGIN, Constraint, TemporalNetwork

CONSTRAINTS = 100_000
_MORE = 10
_DAYS = 200_000


def dated(chance: random.Random) -> Iterator[Constraint]:
    """Half of it dates events loosely, the other half orders pairs of them: what many articles and a canon give."""
    days = [chance.randrange(600_000, 600_000 + _DAYS) for _ in range(CONSTRAINTS // 2)]
    for event, day in enumerate(days):
        yield Constraint(f"date {event}", ORIGIN, event, day - chance.randrange(400), day + chance.randrange(400))
    for number in range(CONSTRAINTS - len(days) + _MORE):
        first, second = sorted(chance.sample(range(len(days)), 2), key=days.__getitem__)
        yield Constraint(f"order {number}", first, second, 0, None)


def relative(chance: random.Random) -> Iterator[Constraint]:
    """Only distances between events, told in no order, each a little uncertain."""
    events = CONSTRAINTS // 4
    days = [chance.randrange(_DAYS) for _ in range(events)]
    for number in range(CONSTRAINTS + _MORE):
        first, second = chance.sample(range(events), 2)
        gap = days[second] - days[first]
        slack = chance.choice((0, 1, 30, 365))
        yield Constraint(f"gap {number}", first, second, gap - slack, gap + slack)


def chain(chance: random.Random) -> Iterator[Constraint]:
    """One long story: each event some days after the one before, and a date now and then."""
    for number in range(CONSTRAINTS + _MORE):
        if number % 100 == 0:
            yield Constraint(f"date {number}", ORIGIN, number, 10 * number - 5_000, 10 * number + 5_000)
        else:
            yield Constraint(f"after {number}", number - 1, number, chance.randrange(10), 10 + chance.randrange(10))


def order(chance: random.Random) -> Iterator[Constraint]:
    """Nothing but before and after, between neighbours in a long row, told in no order."""
    events = CONSTRAINTS // 4
    for number in range(CONSTRAINTS + _MORE):
        first = chance.randrange(events - 50)
        yield Constraint(f"order {number}", first, first + chance.randrange(1, 50), 1, None)


def main() -> None:
    """Print the times."""
    cases = (
        ("dated and ordered", dated),
        ("relative only", relative),
        ("one long story", chain),
        ("order only", order),
    )
    for name, make in cases:
        chance = random.Random(1)
        constraints = list(make(chance))
        constraints, more = constraints[:-_MORE], constraints[-_MORE:]
        start = perf_counter()
        network = TemporalNetwork()
        for constraint in constraints:
            network.add(*constraint)
        consistent = network.conflict() is None
        built = perf_counter()
        begin = perf_counter()
        accepted = network.try_add(more)
        added = perf_counter()
        wrong = constraints[len(constraints) // 2]
        conflict = network.try_add([Constraint("wrong", wrong.later, wrong.earlier, 1000 - (wrong.low or 0), None)])
        refused = perf_counter()
        network.bounds(wrong.later, wrong.earlier)
        bounded = perf_counter()
        everything = network.all_bounds(wrong.earlier)
        done = perf_counter()
        print(f"{name}: {len(constraints):,} constraints, {len(everything):,} points, consistent: {consistent}")
        print(f"  build and check {built - start:.2f} s")
        print(f"  ten more {1000 * (added - begin):.2f} ms (accepted: {accepted is None})")
        print(f"  a contradiction {1000 * (refused - added):.1f} ms, between {len(conflict or ())} statements")
        print(f"  one bound {1000 * (bounded - refused):.1f} ms, all bounds {done - bounded:.2f} s")


if __name__ == "__main__":
    main()
