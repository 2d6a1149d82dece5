"""Speed of spans, EDTF, relations, arithmetic and wording, in microseconds for one.

Run: python -m benchmarks.chronology_speed. A tagger makes thousands of spans a second, so that one must cost little.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from timelines.chronology import (
    Duration,
    Precision,
    Span,
    beginnings_of_ordinal,
    in_words,
    ordinal_at,
    parse_edtf,
    parse_ordinal,
    possible_relations,
    shift,
)

_ROUNDS = 5
_DAYS = range(700_000, 702_000)


def _measure(name: str, work: Callable[[int], object]) -> None:
    """Print the best of some rounds over distinct days."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = perf_counter()
        for day in _DAYS:
            work(day)
        best = min(best, perf_counter() - start)
    print(f"{name:<28} {1e6 * best / len(_DAYS):8.2f} µs")


def main() -> None:
    """Print the times."""
    uncached = parse_edtf.__wrapped__
    spans = {day: Span.days(day, day) for day in _DAYS}
    texts = {day: spans[day].edtf for day in _DAYS}
    start, quarter = Span.day(1914, 7, 28), Duration(months=3)
    _measure("Span.day", lambda day: Span.day(2025, 9, day % 30 + 1))
    _measure("Span.month", lambda day: Span.month(2025, day % 12 + 1))
    _measure("Span.days", lambda day: Span.days(day, day + 8))
    _measure("Span.interval", lambda day: Span.interval(start, spans[day]))
    _measure("parse a day", lambda day: uncached(texts[day]))
    _measure("parse an interval", lambda day: uncached(f"1914/{texts[day]}"))
    _measure("parse a set", lambda day: uncached(f"[1914,1916..{texts[day]}]"))
    _measure("parse again (cached)", lambda day: parse_edtf(texts[day]))
    _measure("write", lambda day: spans[day].edtf)
    _measure("in words", lambda day: in_words(spans[day]))
    _measure("shift by months", lambda day: shift(spans[day], quarter))
    _measure("which year is it", lambda day: ordinal_at(start, Precision.YEAR, spans[day]))
    _measure("when did it begin", lambda day: beginnings_of_ordinal(7, Precision.YEAR, spans[day]))
    _measure("Allen relations", lambda day: possible_relations(start, spans[day]))
    _measure("parse an ordinal", lambda day: parse_ordinal.__wrapped__("thirty-fifth"))


if __name__ == "__main__":
    main()
