"""What holds for all spans: writing and reading, relations, and arithmetic that loses no possible answer."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.spans import DAY, bounded, closed, instance, parsed, texts, units
from timelines.chronology import (
    Allen,
    Duration,
    EdtfError,
    Precision,
    Span,
    before,
    beginnings_of_ordinal,
    civil,
    compose,
    day_number,
    elapsed_units,
    gap_bounds,
    in_words,
    inverse,
    number_words,
    ordinal_at,
    ordinal_words,
    parse_edtf,
    parse_number,
    parse_ordinal,
    possible_relations,
    shift,
    weekday,
)
from timelines.chronology.calendar import add_months

numbered_days = st.integers(0, date.max.toordinal() - 1)


@given(st.integers(-(10**12), 10**12))
def test_every_day_has_one_date(day: int) -> None:
    assert day_number(*civil(day)) == day
    assert civil(day + 1) > civil(day)


@given(numbered_days)
def test_days_are_those_of_the_standard_library(day: int) -> None:
    same = date(1, 1, 1) + timedelta(days=day)
    assert civil(day) == (same.year, same.month, same.day)
    assert weekday(day) == same.weekday()


def read(text: str) -> Span | None:
    """The span, or None where the text is no EDTF and the error says so properly."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        wrong = error
    assert wrong.text == text
    assert 0 <= wrong.position <= len(text)
    return None


@settings(max_examples=600)
@given(texts)
def test_what_is_read_is_written_and_read_the_same(text: str) -> None:
    span = read(text)
    if span is None:
        return
    again = parse_edtf(span.edtf)
    assert again == span
    assert again.edtf == span.edtf
    assert in_words(span)


@settings(max_examples=500)
@given(bounded())
def test_any_bounds_are_written_and_read_the_same(span: Span) -> None:
    assert parse_edtf(span.edtf) == span


@settings(max_examples=300)
@given(st.one_of(bounded(), closed()), st.one_of(bounded(), closed()))
def test_words_tell_bounds_apart(a: Span, b: Span) -> None:
    assert (in_words(a) == in_words(b)) == (a == b)


@given(st.data())
def test_words_tell_neighbours_apart(data: st.DataObject) -> None:
    day = data.draw(st.integers(-800_000, 800_000))
    spans = {
        *(Span.days(day + first, day + last) for first in range(3) for last in range(first, 9)),
        *(Span.interval(Span.days(day, day), Span.days(day + n, day + n)) for n in range(9)),
        *(Span.month(civil(day)[0] + y, m) for y in range(3) for m in range(1, 13)),
        *(Span.season(civil(day)[0] + y, code) for y in range(3) for code in range(21, 42)),
        *(Span.year(civil(day)[0] + y) for y in range(12)),
    }
    assert len({in_words(span) for span in spans}) == len(spans)


def relation(a: tuple[int, int], b: tuple[int, int]) -> Allen:
    [only] = possible_relations(*(Span(s, s, e, e, Precision.SECOND) for s, e in (a, b)))
    return only


@given(st.data(), closed(), closed(), closed())
def test_relations_of_instances_are_possible_and_compose(data: st.DataObject, a: Span, b: Span, c: Span) -> None:
    first, second, third = (data.draw(instance(span)) for span in (a, b, c))
    one, two, both = relation(first, second), relation(second, third), relation(first, third)
    assert one in possible_relations(a, b)
    assert relation(second, first) is inverse(one)
    assert both in compose(one, two)
    assert possible_relations(b, a) == {inverse(possible) for possible in possible_relations(a, b)}
    assert possible_relations(a, c) <= frozenset().union(
        *(compose(x, y) for x, y in product(possible_relations(a, b), possible_relations(b, c)))
    )


small = st.builds(
    lambda low, high, last, longer: Span(low, low + high, max(low, last), max(low, last) + longer, Precision.SECOND),
    *(st.integers(0, most) for most in (4, 2, 6, 2)),
)


@given(small, small)
def test_exactly_the_relations_of_some_instances_are_possible(a: Span, b: Span) -> None:
    def instances(span: Span) -> list[tuple[int, int]]:
        starts = range(span.start_earliest or 0, (span.start_latest or 0) + 1)
        ends = range(span.end_earliest or 0, (span.end_latest or 0) + 1)
        return [(start, end) for start in starts for end in ends if start <= end]

    found = {relation(first, second) for first in instances(a) for second in instances(b)}
    assert possible_relations(a, b) == found
    ordered = {one in (Allen.BEFORE, Allen.MEETS) for one in found}
    assert before(a, b) == (None if len(ordered) == 2 else ordered.pop())


@given(parsed(), parsed())
def test_relations_of_any_two_spans_are_inverse(a: Span, b: Span) -> None:
    relations = possible_relations(a, b)
    assert relations
    assert possible_relations(b, a) == {inverse(one) for one in relations}
    sure = before(a, b)
    ordered = {one in (Allen.BEFORE, Allen.MEETS) for one in relations}
    assert sure == (None if len(ordered) == 2 else ordered.pop())


@given(parsed(), parsed())
def test_set_operations_agree(a: Span, b: Span) -> None:
    shared, around = a.intersection(b), a.hull(b)
    assert (shared is not None) == a.overlaps(b) == b.overlaps(a)
    for part in (a, b):
        assert around.earliest is None or (part.earliest is not None and around.earliest <= part.earliest)
        assert around.latest is None or (part.latest is not None and around.latest >= part.latest)
        if shared is not None and part.earliest is not None:
            assert shared.earliest is not None
            assert shared.earliest >= part.earliest
        if shared is not None and part.latest is not None:
            assert shared.latest is not None
            assert shared.latest <= part.latest
    if a.contains(b):
        assert a.overlaps(b)


amounts = st.builds(
    Duration,
    years=st.integers(0, 30),
    months=st.integers(0, 30),
    weeks=st.integers(0, 5),
    days=st.integers(0, 40),
    seconds=st.sampled_from([0, 0, 1, 3600, 90_000]),
)


@settings(max_examples=400)
@given(st.data(), closed(), amounts, st.sampled_from([1, -1]))
def test_shifting_loses_no_possible_answer(data: st.DataObject, span: Span, amount: Duration, sign: int) -> None:
    shifted = shift(span, amount, sign)
    start, end = data.draw(instance(span))
    for tick, low, high in (
        (start, shifted.start_earliest, shifted.start_latest),
        (end, shifted.end_earliest, shifted.end_latest),
    ):
        day = add_months(tick // DAY, sign * (12 * amount.years + amount.months))
        answer = day * DAY + tick % DAY + sign * ((7 * amount.weeks + amount.days) * DAY + amount.seconds)
        assert low is not None
        assert high is not None
        assert low <= answer <= high
    assert Duration.from_iso(amount.iso) == amount or amount.seconds >= DAY


@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(-50, 50))
def test_months_move_to_months(year: int, month: int, months: int) -> None:
    years, index = divmod(month - 1 + months, 12)
    amount = Duration(months=abs(months))
    assert shift(Span.month(year, month), amount, 1 if months >= 0 else -1) == Span.month(year + years, index + 1)


def anniversary(start: date, months: int, *, next_month: bool) -> date:
    """The day so many months later, and what stands for it where the month is too short."""
    years, index = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, index + 1
    try:
        return date(year, month, start.day)
    except ValueError:
        first_of_next = date(year, month, 28) + timedelta(days=4)
        first_of_next = first_of_next.replace(day=1)
        return first_of_next if next_month else first_of_next - timedelta(days=1)


MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12, Precision.DECADE: 120}


def completed(start: date, at: date, unit: Precision, *, next_month: bool) -> int:
    """Completed units, by trying one after the other."""
    if unit not in MONTHS:
        return (at - start).days // (7 if unit is Precision.WEEK else 1)
    done = -1 if at < start else 0
    while done >= 0 and anniversary(start, (done + 1) * MONTHS[unit], next_month=next_month) <= at:
        done += 1
    return done


concrete = st.dates(date(1890, 1, 1), date(1910, 12, 31))


@settings(max_examples=400)
@given(st.data(), concrete, st.integers(0, 400), concrete, st.integers(0, 400), units, st.booleans())
def test_counting_loses_no_possible_answer(
    data: st.DataObject, first: date, room: int, at: date, at_room: int, unit: Precision, next_month: bool
) -> None:
    first, at = min(first, at), max(first, at)
    start_span = Span.days(first.toordinal() - 1, first.toordinal() - 1 + room)
    at_span = Span.days(at.toordinal() - 1, at.toordinal() - 1 + at_room)
    start = first + timedelta(days=data.draw(st.integers(0, room)))
    said = at + timedelta(days=data.draw(st.integers(0, at_room)))
    if said < start:
        return
    units_done = completed(start, said, unit, next_month=next_month)
    low, high = elapsed_units(start_span, at_span, unit)
    assert low is not None
    assert high is not None
    assert low <= units_done <= high
    assert ordinal_at(start_span, unit, at_span) == (low + 1, high + 1)
    beginning = beginnings_of_ordinal(units_done + 1, unit, at_span)
    assert beginning.contains(Span.day(start.year, start.month, start.day))
    shortest, longest = gap_bounds(units_done, unit)
    assert shortest <= (said - start).days
    if unit in MONTHS:
        passed = anniversary(start, units_done * MONTHS[unit], next_month=False) - start
        assert shortest <= passed.days <= longest


@given(concrete, concrete, units, st.integers(1, 40))
def test_beginnings_and_ordinals_are_two_sides_of_the_same(start: date, at: date, unit: Precision, n: int) -> None:
    start_span, at_span = (Span.day(day.year, day.month, day.day) for day in (min(start, at), max(start, at)))
    low, high = ordinal_at(start_span, unit, at_span)
    assert low is not None
    assert high is not None
    assert beginnings_of_ordinal(n, unit, at_span).overlaps(start_span) == (low <= n <= high)
    assert beginnings_of_ordinal(low, unit, at_span).overlaps(start_span)


@given(st.integers(0, 10**12 - 1))
def test_number_words_are_read_back(number: int) -> None:
    assert parse_number(number_words(number)) == number
    assert parse_ordinal(ordinal_words(number)) == number


@given(st.text(alphabet="onetwhrfuivsxgl -ady,0123456789", max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    parse_ordinal(text)
    number = parse_number(text)
    if number is not None and number < 10**12:
        assert parse_number(number_words(number)) == number


@given(st.text(alphabet="0123456789XYZSET-+:/.[]{},?~% ", max_size=16))
def test_any_text_is_edtf_or_an_edtf_error(text: str) -> None:
    span = read(text)
    assert span is None or parse_edtf(span.edtf) == span
