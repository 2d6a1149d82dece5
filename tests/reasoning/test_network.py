"""The temporal constraint network: consistency, minimal conflicts, bounds, readings."""

from __future__ import annotations

from math import inf, nan

import pytest

from timelines.chronology import day_number
from timelines.reasoning.differences import Difference, Differences
from timelines.reasoning.network import ORIGIN, Constraint, Disjunction, Reading, TemporalNetwork


def war_and_article() -> TemporalNetwork:
    network = TemporalNetwork()
    network.add("canon", ORIGIN, "war begins", day_number(2022, 2, 24), day_number(2022, 2, 24))
    network.add("published", ORIGIN, "article", day_number(2025, 9, 5), day_number(2025, 9, 5))
    return network


def test_an_empty_network_is_consistent() -> None:
    assert TemporalNetwork().conflict() is None
    assert TemporalNetwork().bounds("x") == (None, None)
    assert TemporalNetwork().all_bounds() == {}


def test_ordinal_year_against_the_canon() -> None:
    network = war_and_article()
    seventh = Constraint("in its seventh year", "war begins", "article", 2191, 2557)
    assert network.try_add([seventh]) == ("canon", "published", "in its seventh year")
    fourth = Constraint("in its fourth year", "war begins", "article", 1095, 1461)
    assert network.try_add([fourth]) is None
    assert network.conflict() is None


def test_add_takes_what_contradicts_and_conflict_tells() -> None:
    network = war_and_article()
    network.add("beside the point", "other", "article", 1, 2)
    network.add("in its seventh year", "war begins", "article", 2191, 2557)
    network.add("later", "war begins", "peace", 0, None)
    assert network.conflict() == ("canon", "published", "in its seventh year")
    assert network.conflict() == ("canon", "published", "in its seventh year")
    with pytest.raises(ValueError, match="inconsistent"):
        network.bounds("article")
    with pytest.raises(ValueError, match="inconsistent"):
        network.all_bounds()
    assert network.try_add([("new", "peace", "article", 0, None)]) == ("canon", "published", "in its seventh year")


def test_a_statement_can_contradict_itself() -> None:
    network = TemporalNetwork()
    network.add("itself", "a", "b", 3, 2)
    assert network.conflict() == ("itself",)
    assert TemporalNetwork().try_add([("loop", "a", "a", 1, None)]) == ("loop",)
    assert TemporalNetwork().try_add([("loop", "a", "a", None, -1)]) == ("loop",)
    assert TemporalNetwork().try_add([("loop", "a", "a", 0, 0)]) is None


def test_all_constraints_of_a_statement_count_for_minimality() -> None:
    network = TemporalNetwork()
    network.add("first", "a", "b", 1, None)
    network.add("second", "b", "c", 1, None)
    network.add("both", "c", "a", 0, None)
    network.add("both", "a", "d", 5, None)
    network.add("both", "d", "a", 0, None)
    assert network.conflict() == ("both",)


def test_a_refused_addition_changes_nothing() -> None:
    network = war_and_article()
    network.try_add([("war lasts", "war begins", "war ends", 0, None)])
    before = network.all_bounds()
    refused = network.try_add(
        [
            Constraint("claim", "war ends", "new point", 10, 20),
            Constraint("claim", ORIGIN, "new point", day_number(2022, 3, 1), day_number(2022, 3, 1)),
            Constraint("claim", "war begins", "war ends", None, 100),
        ]
    )
    assert refused == ("canon", "war lasts", "claim")
    assert network.all_bounds() == before
    assert network.bounds("new point") == (None, None)
    accepted = network.try_add([("claim", ORIGIN, "new point", day_number(2030, 1, 1), None)])
    assert accepted is None


def test_the_shortest_contradiction_is_told() -> None:
    network = TemporalNetwork()
    network.add("canon", ORIGIN, "e", 100, 100)
    for step in range(20):
        network.add(f"step {step}", step, step + 1, 1, 1)
    network.add("start", ORIGIN, 0, 79, 79)
    network.add("same", 20, "e", 0, 5)
    assert network.conflict() is None
    assert network.try_add([("claim", ORIGIN, "e", 300, 300)]) == ("canon", "claim")


def test_bounds_follow_chains() -> None:
    network = TemporalNetwork()
    network.add("a", ORIGIN, "a", 10, 20)
    network.add("b", "a", "b", 0.5, 2)
    network.add("open", "b", "c", 1, None)
    assert network.bounds("b") == (10.5, 22)
    assert network.bounds("b", "a") == (0.5, 2)
    assert network.bounds("a", "b") == (-2, -0.5)
    assert network.bounds("c") == (11.5, None)
    assert network.bounds(ORIGIN, "c") == (None, -11.5)
    assert network.bounds("a", "nowhere") == (None, None)
    assert network.all_bounds() == {ORIGIN: (0, 0), "a": (10, 20), "b": (10.5, 22), "c": (11.5, None)}


def test_infinite_bounds_are_open_and_others_refused() -> None:
    network = TemporalNetwork()
    network.add("open", ORIGIN, "a", -inf, inf)
    assert network.bounds("a") == (None, None)
    for low, high in ((nan, None), (None, nan), (inf, None), (None, -inf)):
        with pytest.raises(ValueError, match="not bounds"):
            network.add("wrong", ORIGIN, "a", low, high)
    assert network.conflict() is None


def test_thirds_of_days_do_not_make_a_contradiction() -> None:
    network = TemporalNetwork()
    for step in range(3):
        network.add(f"third {step}", step, step + 1, 1 / 3, 1 / 3)
    network.add("day", 0, 3, 1, 1)
    assert network.conflict() is None


def test_readings_are_tried_and_nothing_stays() -> None:
    network = war_and_article()
    network.add("claim", "beginning", "article", 4000, 4383)
    in_2014, in_2022 = day_number(2014, 2, 20), day_number(2022, 2, 24)
    question = Disjunction(
        "when the war began",
        (
            Reading("2022", (Constraint("reading 2022", ORIGIN, "beginning", in_2022, in_2022),)),
            Reading("2014", (Constraint("reading 2014", ORIGIN, "beginning", in_2014, in_2014),)),
        ),
    )
    before = network.all_bounds()
    assert network.consistent_readings(question) == [
        ("2022", ("published", "claim", "reading 2022")),
        ("2014", None),
    ]
    assert network.all_bounds() == before


def test_a_large_ring_is_one_conflict() -> None:
    network = TemporalNetwork()
    for step in range(3000):
        network.add(f"step {step}", step, step + 1, 1, 2)
    network.add("back", 3000, 0, -100, None)
    conflict = network.conflict()
    assert conflict is not None
    assert len(conflict) == 3001


def test_many_constraints_at_once_give_the_same_bounds_as_one_by_one() -> None:
    links = [(f"s{n}", n % 97, (n * 31 + 1) % 96, -5 - n % 7, 300 - n % 11) for n in range(2000)]
    at_once, one_by_one = TemporalNetwork(), TemporalNetwork()
    for link in links:
        at_once.add(*link)
        assert one_by_one.try_add([link]) is None
    assert at_once.conflict() is None
    assert at_once.all_bounds(0) == one_by_one.all_bounds(0)


def test_a_contradiction_among_many_is_found_and_short() -> None:
    network = TemporalNetwork()
    for event in range(2000):
        network.add(f"date {event}", ORIGIN, event, 10 * event, 10 * event + 5)
    for event in range(1999):
        network.add(f"order {event}", event, event + 1, 0, None)
    network.add("wrong", 1500, 20, 0, None)
    assert network.conflict() == ("date 20", "date 1500", "wrong")


def test_a_negative_cycle_beside_a_tight_one_is_found() -> None:
    said = [
        ("tight", Difference(3, 4, -3, -3)),
        ("first", Difference(2, 3, None, 2)),
        ("second", Difference(2, 4, 0, None)),
        ("beside", Difference(4, 0, None, 4)),
    ]
    assert sorted(Differences().load(said) or ()) == ["first", "second", "tight"]
