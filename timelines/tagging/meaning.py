"""What an expression says before it is resolved: the same in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["TS", "TM", "TH", "D", "N", "W", "WE", "F", "M", "Q", "H", "Y", "E", "C", "L", "G"]
Anchor = Literal["speech", "story", "any"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by its calendar parts; what is None is not said. ``shift`` counts years or weeks from the anchor.

    ``relative`` is the word that points: "last", "this", "next", "previous", "following", "same" or "".
    ``year_relative`` points in the same way at the year ("January last year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""
    year_relative: str = ""
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter ("Q1"), half ("H2") or season ("SU") of a year; ``told`` ones are times only in a story."""

    part: str
    year: int | None = None
    relative: str = ""
    year_relative: str = ""
    fiscal: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A calendar unit that is pointed at: "this week", "the previous year", "that day".

    ``relative`` "within" is the day just told ("later in the day"). ``spoken`` ones ("next year", without "the") are
    the speaker's even inside a story; ``told`` ones are times only in a story ("at the same time").
    """

    unit: str
    relative: str
    year_ago: bool = False
    spoken: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A number of units before (negative sign) or after the anchor; ``amount`` None is a vague number."""

    amount: float | None
    unit: str
    sign: int
    anchor: Anchor = "speech"


@dataclass(frozen=True, slots=True)
class Before:
    """A number of units before a day, week or month that is pointed at: "three years ago today"."""

    amount: int
    unit: str
    base: Meaning


@dataclass(frozen=True, slots=True)
class DayAt:
    """A whole number of days from the anchor: yesterday -1, today 0."""

    days: int


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years written by its leading digits: decade (start 1990, length 10), century, millennium.

    ``first`` is the first year, astronomical; ``two_digits`` marks a decade without its century ("the '60s").
    """

    first: int
    length: int
    ordinal: int = 0
    bc: bool = False
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday or named day by its key, with the year where it is said; ``around`` is "W" or "WE" for its week."""

    key: str
    year: int | None = None
    relative: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The day so many days from a calendar date: "the day before last Tuesday"."""

    date: CalendarDate
    days: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A vague PAST_REF, PRESENT_REF or FUTURE_REF; ``told`` ones count only in a story, ``ahead`` ones only
    where a report looks ahead."""

    value: str
    told: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, as its TIMEX3 value (P3Y, PT2H, PXD)."""

    value: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times, as its TIMEX3 value (P1D, XXXX-WXX-2)."""

    value: str


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day ("MO", "15:30", "24:00") on a date, or on the day spoken of; ``zone`` is an offset."""

    time: str
    date: Meaning | None = None
    zone: str = ""
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no resolving (an ISO date); ``date`` gives its place on the axis when it has one."""

    value: str
    date: CalendarDate | None = None
    type: Literal["DATE", "TIME"] = "DATE"
    time: str = ""


@dataclass(frozen=True, slots=True)
class Impossible:
    """Written like a date or a time, but the calendar or the clock has none such."""

    problem: Literal["no-such-date", "no-such-time"]
    type: Literal["DATE", "TIME"] = "DATE"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class SlashDate:
    """Three numbers whose order of day and month the document has to tell."""

    first: int
    second: int
    third: int
    first_digits: int
    third_digits: int


Meaning = (
    CalendarDate
    | YearPart
    | UnitAt
    | Moved
    | Before
    | DayAt
    | Years
    | NamedDay
    | Beside
    | Reference
    | Length
    | Recurring
    | ClockTime
    | Fixed
    | Impossible
    | SlashDate
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression inside a match: token range (end exclusive), what it says, its TIMEX3 mod."""

    first: int
    last: int
    meaning: Meaning
    modifier: str | None = None
