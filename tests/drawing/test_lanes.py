from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timelines.drawing.lanes import pack, pack_first

INTERVALS = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(0.5, 200)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=60
)


@given(INTERVALS, st.floats(0, 10))
def test_no_row_holds_an_overlap(intervals: list[tuple[float, float]], gap: float) -> None:
    rows = pack(intervals, gap=gap)
    for i, (low, high) in enumerate(intervals):
        for j, (other_low, other_high) in enumerate(intervals[:i]):
            if rows[i] == rows[j]:
                assert high + gap <= other_low or other_high + gap <= low


@given(INTERVALS)
def test_as_few_rows_as_possible(intervals: list[tuple[float, float]]) -> None:
    rows = [row for row in pack(intervals) if row is not None]
    deepest = max((sum(a <= low < b for a, b in intervals) for low, _ in intervals), default=0)
    assert len(set(rows)) == max(deepest, 1 if intervals else 0)


def test_what_does_not_fit_has_no_row() -> None:
    assert pack([(0, 10), (1, 11), (2, 12), (13, 14)], rows=2) == [0, 1, None, 0]


@given(INTERVALS, st.integers(1, 4))
def test_the_strongest_have_room_first(intervals: list[tuple[float, float]], rows: int) -> None:
    pulls = [float(index) for index in range(len(intervals))]
    placed = pack_first(intervals, pulls, rows=rows)
    if intervals:
        assert placed[-1] == 0
    for i, (low, high) in enumerate(intervals):
        for j, (other_low, other_high) in enumerate(intervals[:i]):
            if placed[i] is not None and placed[i] == placed[j]:
                assert high <= other_low or other_high <= low


def test_order_of_equals_is_kept() -> None:
    assert pack([(5, 6), (5, 6), (5, 6)]) == [0, 1, 2]
