"""Allen's relations between uncertain spans."""

from __future__ import annotations

from itertools import product

import pytest

from timelines.chronology import Allen, Precision, Span, before, compose, inverse, parse_edtf, possible_relations


def sharp(first: int, last: int) -> Span:
    """An interval whose ends are known to the second."""
    return Span(first, first, last, last, Precision.SECOND)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ((0, 1), (3, 5), Allen.BEFORE),
        ((0, 2), (3, 5), Allen.MEETS),
        ((0, 3), (3, 5), Allen.OVERLAPS),
        ((3, 4), (3, 5), Allen.STARTS),
        ((4, 4), (3, 5), Allen.DURING),
        ((4, 5), (3, 5), Allen.FINISHES),
        ((3, 5), (3, 5), Allen.EQUALS),
    ],
)
def test_sharp_intervals_have_one_relation(a: tuple[int, int], b: tuple[int, int], relation: Allen) -> None:
    assert possible_relations(sharp(*a), sharp(*b)) == {relation}
    assert possible_relations(sharp(*b), sharp(*a)) == {inverse(relation)}


def test_inverse_pairs() -> None:
    assert inverse(Allen.BEFORE) is Allen.AFTER
    assert inverse(Allen.EQUALS) is Allen.EQUALS
    assert all(inverse(inverse(relation)) is relation for relation in Allen)


def test_days_meet() -> None:
    monday, tuesday, friday = (Span.day(2025, 9, day) for day in (1, 2, 5))
    assert possible_relations(monday, friday) == {Allen.BEFORE}
    assert possible_relations(monday, tuesday) == {Allen.BEFORE, Allen.MEETS}
    assert possible_relations(monday, monday) == frozenset(Allen)


def test_before() -> None:
    assert before(Span.day(2025, 9, 1), Span.day(2025, 9, 2)) is True
    assert before(Span.day(2025, 9, 2), Span.day(2025, 9, 1)) is False
    assert before(Span.year(2025), Span.month(2025, 9)) is None
    assert before(parse_edtf("2022/.."), Span.year(2024)) is False
    assert before(parse_edtf("2022/"), Span.year(2024)) is None
    assert before(parse_edtf("2022/"), Span.year(2021)) is False
    assert before(Span.year(2021), parse_edtf("2022/")) is True
    assert before(Span.year(2021), parse_edtf("../2022")) is False
    assert before(Span.year(2021), parse_edtf("/2022")) is None
    assert before(Span.year(2021), parse_edtf("/2020")) is False


def test_open_ends_go_on_for_ever() -> None:
    war, year = parse_edtf("2022-02-24/.."), Span.year(2025)
    assert possible_relations(war, year) == {Allen.CONTAINS}
    assert possible_relations(war, parse_edtf("2023/..")) == {Allen.FINISHED_BY}
    assert Allen.BEFORE in possible_relations(parse_edtf("2022-02-24/"), year)
    assert possible_relations(parse_edtf("../.."), year) == {Allen.CONTAINS}


def test_composition_is_allens_table() -> None:
    assert compose(Allen.BEFORE, Allen.BEFORE) == {Allen.BEFORE}
    assert compose(Allen.BEFORE, Allen.AFTER) == frozenset(Allen)
    assert compose(Allen.OVERLAPS, Allen.DURING) == {Allen.OVERLAPS, Allen.STARTS, Allen.DURING}
    assert compose(Allen.MEETS, Allen.FINISHED_BY) == {Allen.BEFORE}
    # The sum of the sizes of the 169 entries of the published table.
    assert sum(len(compose(first, second)) for first, second in product(Allen, Allen)) == 409
    for first, second in product(Allen, Allen):
        assert compose(Allen.EQUALS, first) == compose(first, Allen.EQUALS) == {first}
        turned = {inverse(relation) for relation in compose(first, second)}
        assert turned == compose(inverse(second), inverse(first))
