"""A time as an uncertain interval: four bounds, a precision, qualifiers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from timelines.chronology.bounds import (
    Bounds,
    interval_precision,
    loosest_high,
    loosest_low,
    ordered,
    tightest_high,
    tightest_low,
)
from timelines.chronology.calendar import day_number, iso_day
from timelines.chronology.edtf_text import interval_text, point_text, qualifier
from timelines.chronology.precision import Precision
from timelines.chronology.units import (
    DAY,
    day_bounds,
    month_bounds,
    precision_of,
    season_bounds,
    season_precision,
    year_bounds,
)

__all__ = ["Precision", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """The start lies in [start_earliest, start_latest], the end in [end_earliest, end_latest].

    Bounds are inclusive ticks (seconds, 0 = 0001-01-01T00:00:00, proleptic Gregorian); None is unbounded. A
    single date ("4 September 2025", "the 1980s") has its start and its end both anywhere inside it. An open
    end has no bounds at all and goes on without an end; an end without bounds that is not open is unknown.

    ``approximate`` and ``uncertain`` (EDTF ~ and ?) say something about the source, they do not widen the
    bounds. ``form`` is the EDTF text of what bounds cannot say: sets, unspecified digits, qualified
    components, time zones. A time of day with a zone has its bounds in UTC and its local writing in ``form``;
    one without a zone is taken as it stands.

    Raises ValueError where the bounds contradict each other.
    """

    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    open_end: bool = False
    open_start: bool = False
    form: str = ""

    def __post_init__(self) -> None:
        low, start, end, high = self.start_earliest, self.start_latest, self.end_earliest, self.end_latest
        if (
            (low is not None and ((start is not None and low > start) or (high is not None and low > high)))
            or (end is not None and high is not None and end > high)
            or (self.open_end and (end is not None or high is not None))
            or (self.open_start and (low is not None or start is not None))
        ):
            raise ValueError("the bounds contradict each other: a time must not end before it begins")

    @classmethod
    def between(cls, low: int | None, high: int | None) -> Self:
        """Something at some time between two ticks (None: no bound on that side)."""
        return cls(low, high, low, high, precision_of(low, high))

    @classmethod
    def bounded(
        cls,
        start: Bounds,
        end: Bounds,
        *,
        approximate: bool = False,
        uncertain: bool = False,
        open_end: bool = False,
        open_start: bool = False,
        form: str = "",
    ) -> Self:
        """A span from the bounds of its two ends in ticks, with the precision that these have."""
        precision = precision_of(*start) if start == end != (None, None) else interval_precision(start, end)
        return cls(*start, *end, precision, approximate, uncertain, open_end, open_start, form)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Self:
        """A day; raises ValueError if the calendar has no such date."""
        low = day_number(year, month, day) * DAY
        high = low + DAY - 1
        return cls(low, high, low, high, Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A month of an astronomical year; raises ValueError if month is not 1 to 12."""
        low, high = month_bounds(year, month)
        return cls(low, high, low, high, Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> Self:
        """An astronomical year: 0 is 1 BC."""
        low, high = year_bounds(year, year)
        return cls(low, high, low, high, Precision.YEAR)

    @classmethod
    def season(cls, year: int, code: int) -> Self:
        """A season, quarter or half by its EDTF code: 21-24 spring to winter, 33-36 quarters, 40-41 halves."""
        low, high = season_bounds(year, code)
        form = f"{point_text(*year_bounds(year, year))}-{code}" if 25 <= code <= 32 else ""
        return cls(low, high, low, high, season_precision(code), form=form)

    @classmethod
    def week(cls, year: int, week: int) -> Self:
        """An ISO 8601 week, Monday to Sunday; raises ValueError if the ISO year has no such week."""
        fourth = day_number(year, 1, 4)
        monday = fourth - fourth % 7 + 7 * (week - 1)
        following = day_number(year + 1, 1, 4)
        if week < 1 or monday >= following - following % 7:
            raise ValueError(f"no such week: {year}-W{week}")
        return cls.days(monday, monday + 6)

    @classmethod
    def decade(cls, first_year: int) -> Self:
        """The decade that begins with a year divisible by ten: decade(2010) is 2010 to 2019."""
        return cls.between(*year_bounds(first_year, first_year + 9))

    @classmethod
    def century(cls, number: int) -> Self:
        """The n-th century, negative for BC: 19 is 1800 to 1899, -5 is 500 to 401 BC, as EDTF and TIMEX3 have it.

        Strict counting (1801 to 1900) differs by a year: a check should accept both.
        """
        if number == 0:
            raise ValueError("there is no century 0")
        first = (number - 1) * 100 if number > 0 else number * 100 + 1
        return cls.between(*year_bounds(first, first + 99))

    @classmethod
    def days(cls, first_day: int, last_day: int) -> Self:
        """Something that happened at some time between two day numbers, both included."""
        return cls.between(*day_bounds(first_day, last_day))

    @classmethod
    def interval(cls, start: Span | None, end: Span | None) -> Self:
        """From the start of one span to the end of another; None is an open end, `unknown` an unknown one.

        Raises ValueError if it would end before it begins.
        """
        known = [part for part in (start, end) if part is not None and part.has_bounds]
        form = ""
        qualifiers = {(part.approximate, part.uncertain) for part in known}
        special = len(qualifiers) > 1 or any(part.form for part in known)
        if special and all(part.is_instant for part in known):
            sides = (".." if part is None else part.edtf if part.has_bounds else "" for part in (start, end))
            form = "/".join(sides)
        return cls.bounded(
            (start.start_earliest, start.start_latest) if start is not None else (None, None),
            (end.end_earliest, end.end_latest) if end is not None else (None, None),
            approximate=any(part.approximate for part in known),
            uncertain=any(part.uncertain for part in known),
            open_end=end is None or end.open_end,
            open_start=start is None or start.open_start,
            form=form,
        )

    @classmethod
    def unknown(cls) -> Self:
        """A time of which nothing is known; as an end of an interval, an end that is not known."""
        return cls(None, None, None, None, Precision.MILLENNIUM)

    @property
    def edtf(self) -> str:
        """EDTF text; `parse_edtf` gives this span back."""
        sign = qualifier(self.approximate, self.uncertain)
        if self.form:
            return self.form
        if self.is_instant:
            return point_text(self.start_earliest, self.start_latest, sign)
        return interval_text(
            (self.start_earliest, self.start_latest),
            (self.end_earliest, self.end_latest),
            sign=sign,
            open_start=self.open_start,
            open_end=self.open_end,
        )

    @property
    def is_instant(self) -> bool:
        """Whether this is a single date of whatever precision, not an interval with its own start and end."""
        return self.start_earliest == self.end_earliest and self.start_latest == self.end_latest and self.has_bounds

    @property
    def has_bounds(self) -> bool:
        """Whether anything at all is known of either end."""
        return any(
            bound is not None for bound in (self.start_earliest, self.start_latest, self.end_earliest, self.end_latest)
        )

    @property
    def earliest(self) -> int | None:
        """The first tick that the span can reach, or None."""
        return self.start_earliest

    @property
    def latest(self) -> int | None:
        """The last tick that the span can reach, or None."""
        return self.end_latest

    @property
    def earliest_day(self) -> int | None:
        """The day number of the earliest tick, or None."""
        return self.start_earliest // DAY if self.start_earliest is not None else None

    @property
    def latest_day(self) -> int | None:
        """The day number of the latest tick, or None."""
        return self.end_latest // DAY if self.end_latest is not None else None

    @property
    def start_earliest_day(self) -> int | None:
        """The first day number on which it can begin, or None."""
        return self.earliest_day

    @property
    def start_latest_day(self) -> int | None:
        """The last day number on which it can begin, or None."""
        return self.start_latest // DAY if self.start_latest is not None else None

    @property
    def end_earliest_day(self) -> int | None:
        """The first day number on which it can end, or None."""
        return self.end_earliest // DAY if self.end_earliest is not None else None

    @property
    def end_latest_day(self) -> int | None:
        """The last day number on which it can end, or None."""
        return self.latest_day

    @property
    def start_span(self) -> Span:
        """The time in which the start lies; `unknown` where nothing is known of it. A single date is its own."""
        return self if self.is_instant else self._end_as_span(self.start_earliest, self.start_latest)

    @property
    def end_span(self) -> Span:
        """The time in which the end lies; `unknown` where it is open or nothing is known of it."""
        return self if self.is_instant else self._end_as_span(self.end_earliest, self.end_latest)

    def _end_as_span(self, low: int | None, high: int | None) -> Span:
        return Span.bounded((low, high), (low, high), approximate=self.approximate, uncertain=self.uncertain)

    @property
    def earliest_iso(self) -> str | None:
        """The earliest day in ISO 8601, or None."""
        return iso_day(self.start_earliest // DAY) if self.start_earliest is not None else None

    @property
    def latest_iso(self) -> str | None:
        """The latest day in ISO 8601, or None."""
        return iso_day(self.end_latest // DAY) if self.end_latest is not None else None

    def qualified(self, *, approximate: bool = False, uncertain: bool = False) -> Self:
        """The same bounds with exactly these qualifiers, and without a written form of its own."""
        return replace(self, approximate=approximate, uncertain=uncertain, form="")

    def contains(self, other: Span) -> bool | None:
        """Whether the other lies in this span; None where that depends on what is unknown.

        A single date counts as the whole period: September 2025 contains 4 September 2025. Of an interval
        only the part between its latest start and its earliest end is sure.
        """
        low, high = self.start_earliest, self.end_latest
        if not (ordered(low, other.start_latest) and ordered(other.start_earliest, high)):
            return False
        if not (ordered(low, other.end_latest) and ordered(other.end_earliest, high)):
            return False
        if not self.is_instant:
            low, high = self.start_latest, self.end_earliest
        first, last = other.start_earliest, other.end_latest
        begun = self.open_start or (low is not None and first is not None and low <= first)
        lasting = self.open_end or (high is not None and last is not None and last <= high)
        return True if begun and lasting else None

    def overlaps(self, other: Span) -> bool:
        """Whether the two can share a tick."""
        return ordered(self.start_earliest, other.end_latest) and ordered(other.start_earliest, self.end_latest)

    def intersection(self, other: Span) -> Span | None:
        """The time that lies in both, or None if they are apart.

        With a single date on either side: some time in what both allow. Of two intervals: from the later
        start to the earlier end.
        """
        if not self.overlaps(other):
            return None
        low = tightest_low(self.start_earliest, other.start_earliest)
        high = tightest_high(self.end_latest, other.end_latest)
        if self.is_instant or other.is_instant:
            return Span.between(low, high)
        if self.open_start or other.open_start:
            begun = other.start_latest if self.open_start else self.start_latest
        else:
            begun = loosest_high(self.start_latest, other.start_latest)
        if self.open_end or other.open_end:
            lasting = other.end_earliest if self.open_end else self.end_earliest
        else:
            lasting = loosest_low(self.end_earliest, other.end_earliest)
        return Span.bounded(
            (low, begun),
            (lasting, high),
            open_start=self.open_start and other.open_start,
            open_end=self.open_end and other.open_end,
        )

    def hull(self, other: Span) -> Span:
        """The least span around both. Of two single dates: some time from the first to the last."""
        low = loosest_low(self.start_earliest, other.start_earliest)
        high = loosest_high(self.end_latest, other.end_latest)
        if self.is_instant and other.is_instant:
            return Span.between(low, high)
        open_start, open_end = self.open_start or other.open_start, self.open_end or other.open_end
        return Span.bounded(
            (low, None if open_start else tightest_high(self.start_latest, other.start_latest)),
            (None if open_end else tightest_low(self.end_earliest, other.end_earliest), high),
            open_start=open_start,
            open_end=open_end,
        )
