"""Reading one EDTF date: components, unspecified digits, qualifiers, seasons, times of day, far years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from timelines.chronology.calendar import day_number, days_in_month, year_text
from timelines.chronology.edtf_text import qualifier
from timelines.chronology.precision import Precision
from timelines.chronology.units import day_bounds, month_bounds, season_bounds, season_precision, year_bounds

_QUALIFIERS: Final = "?~%"
_YEAR: Final = re.compile(r"-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?")
_COMPONENT: Final = re.compile(r"[0-9X]{2}")
_SIGNIFICANT: Final = re.compile(r"S([0-9]{1,2})")
_TIME: Final = re.compile(r"([0-9]{2})(?::([0-9]{2})(?::([0-9]{2}))?)?")
_ZONE: Final = re.compile(r"Z|([+-])([0-9]{2})(?::?([0-9]{2}))?")
_MAX_YEAR_DIGITS: Final = 15  # far beyond the age of the universe, and integers stay small


class EdtfError(ValueError):
    """A text is not EDTF. ``position`` is the offset in ``text`` at which ``reason`` applies."""

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(f"not an EDTF date: {text!r}, at position {position}: {reason}")
        self.text = text
        self.position = position
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written: its bounds in ticks; ``form`` is canonical text where bounds cannot say everything."""

    low: int
    high: int
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    form: str = ""


class DateReader:
    """Reads dates out of an EDTF text from a position on; raises EdtfError with the place of the fault."""

    def __init__(self, text: str, position: int, end: int) -> None:
        self.text = text
        self.position = position
        self.end = end
        self.signs: list[str] = []

    def fail(self, reason: str, position: int | None = None) -> EdtfError:
        """The error for what stands at the position."""
        return EdtfError(self.text, self.position if position is None else position, reason)

    def _peek(self) -> str:
        return self.text[self.position] if self.position < self.end else ""

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.position, self.end)
        if found:
            self.position = found.end()
        return found

    def _sign(self) -> str:
        sign = self._peek()
        if sign and sign in _QUALIFIERS:
            self.position += 1
            return sign
        return ""

    def _component(self, pattern: re.Pattern[str], name: str) -> str:
        """A component with its qualifiers: before it only its own, behind it also those of all to the left."""
        own = self._sign()
        found = self._match(pattern)
        if found is None:
            raise self.fail(f"expected {name}")
        self.signs.append(own)
        return found.group()

    def _trailing_sign(self) -> None:
        sign = self._sign()
        if sign:
            self.signs = [_both(old, sign) for old in self.signs]

    def read(self) -> Point:
        """The date that fills the text up to the end."""
        self.signs = []
        begin = self.position
        year = self._component(_YEAR, "a year of four digits")
        if year[0] == "Y":
            year = year_text(self._far_year(year, begin))
        if self._peek() == "S":
            return self._rounded(year, begin)
        self._trailing_sign()
        components = [year]
        for name in ("month", "day"):
            if self._peek() != "-":
                break
            self.position += 1
            components.append(self._component(_COMPONENT, f"a {name} of two digits"))
            self._trailing_sign()
        if self._peek() == "T":
            return self._time(components, begin)
        self._expect_end()
        if not any("X" in component for component in components):
            return self._plain(components, begin)
        if year[0] == "Y":
            raise self.fail("unspecified digits are for years of four digits", begin)
        return self._masked(components, begin)

    def _expect_end(self) -> None:
        if self.position < self.end:
            raise self.fail(f"unexpected {self._peek()!r}")

    def _point(self, low: int, high: int, precision: Precision, text: str, *, derived: bool) -> Point:
        """A point with the qualifiers read so far; ``text`` are its components without them."""
        joined = "".join(self.signs)
        approximate, uncertain = _has(joined, "~"), _has(joined, "?")
        uniform = len(set(self.signs)) <= 1
        form = ""
        if not (uniform and derived):
            form = _qualified(text, self.signs)
        return Point(low, high, precision, approximate, uncertain, form)

    def _plain(self, components: list[str], begin: int) -> Point:
        year = self._number_of_year(components[0], begin)
        text = "-".join([year_text(year), *components[1:]])
        if len(components) == 1:
            low, high = year_bounds(year, year)
            return self._point(low, high, Precision.YEAR, text, derived=True)
        month = int(components[1])
        if len(components) == 2 and 21 <= month <= 41:
            low, high = season_bounds(year, month)
            return self._point(low, high, season_precision(month), text, derived=not 25 <= month <= 32)
        if not 1 <= month <= 12:
            raise self.fail(f"there is no month {components[1]}", self.text.index("-", begin + 1) + 1)
        if len(components) == 2:
            low, high = month_bounds(year, month)
            return self._point(low, high, Precision.MONTH, text, derived=True)
        low, high = self._day(year, month, components[2])
        return self._point(low, high, Precision.DAY, text, derived=True)

    def _day(self, year: int, month: int, day: str) -> tuple[int, int]:
        try:
            number = day_number(year, month, int(day))
        except ValueError:
            raise self.fail(f"there is no day {day} in that month") from None
        return day_bounds(number, number)

    def _number_of_year(self, year: str, begin: int) -> int:
        if year == "-0000":
            raise self.fail("the year 0 has no sign", begin)
        return int(year.removeprefix("Y"))

    def _far_year(self, year: str, begin: int) -> int:
        """A year with a letter: Y170000002, Y-17E7."""
        mantissa, _, exponent = year.removeprefix("Y").partition("E")
        if (
            len(mantissa) > _MAX_YEAR_DIGITS
            or len(exponent) > 2
            or len(mantissa) + int(exponent or 0) > _MAX_YEAR_DIGITS
        ):
            raise self.fail(f"years have at most {_MAX_YEAR_DIGITS} digits here", begin)
        number = int(mantissa + "0" * int(exponent or 0))
        if abs(number) <= 9999:
            raise self.fail("Y is for years of more than four digits", begin)
        return number

    def _rounded(self, year: str, begin: int) -> Point:
        """A year of which only some digits are significant: 1950S2 is a year of the 1900s, estimated as 1950."""
        if "X" in year:
            raise self.fail("a year with significant digits has no unspecified ones", begin)
        number = self._number_of_year(year, begin)
        significant = self._match(_SIGNIFICANT)
        digits = len(year.lstrip("Y-"))
        kept = int(significant.group(1)) if significant is not None else 0
        if not 1 <= kept <= digits:
            raise self.fail(f"significant digits must be 1 to {digits}", self.text.index("S", begin) + 1)
        self._trailing_sign()
        self._expect_end()
        size = 10 ** (digits - kept)
        first = abs(number) // size * size
        low, high = year_bounds(*((first, first + size - 1) if number >= 0 else (1 - first - size, -first)))
        precision = Precision(max(Precision.YEAR - (digits - kept), Precision.MILLENNIUM))
        point = self._point(low, high, precision, f"{year}S{kept}", derived=False)
        return replace(point, approximate=True)

    def _time(self, components: list[str], begin: int) -> Point:
        if len(components) < 3 or any("X" in component for component in components):
            raise self.fail("a time of day needs a full date")
        day, _ = self._day(self._number_of_year(components[0], begin), int(components[1]), components[2])
        self.position += 1
        place = self.position
        found = self._match(_TIME)
        if found is None:
            raise self.fail("expected a time as hh, hh:mm or hh:mm:ss")
        parts = [int(part) for part in found.groups() if part is not None]
        hour, minute, second = (*parts, 0, 0)[:3]
        if hour > 23 or minute > 59 or second > 59:
            raise self.fail(f"there is no time {found.group()}", place)
        low = day + hour * 3600 + minute * 60 + second
        high = low + (3600, 60, 1)[len(parts) - 1] - 1
        precision = Precision(Precision.DAY + len(parts))
        text = "-".join(components) + "T" + found.group()
        zone = self._match(_ZONE)
        if zone is None:
            self._finish_time()
            return self._point(low, high, precision, text, derived=True)
        offset = 60 * int(zone.group(2) or 0) + int(zone.group(3) or 0)
        if int(zone.group(2) or 0) > 23 or int(zone.group(3) or 0) > 59:
            raise self.fail(f"there is no time zone {zone.group()}", zone.start())
        self._finish_time()
        shift = -60 * offset if zone.group(1) == "+" else 60 * offset
        name = f"{zone.group(1)}{offset // 60:02d}:{offset % 60:02d}" if offset else "Z"
        return self._point(low + shift, high + shift, precision, text + name, derived=False)

    def _finish_time(self) -> None:
        self._trailing_sign()
        self._expect_end()
        if len(set(self.signs)) > 1:
            raise self.fail("a date with a time is qualified only as a whole")

    def _masked(self, components: list[str], begin: int) -> Point:
        """Unspecified digits: the bounds run from the first to the last date that fits."""
        years = _years(components[0])
        months = [m for m in range(1, 13) if _fits(m, components[1])] if len(components) > 1 else []
        text = "-".join(components)
        blank = components[0].lstrip("-").find("X")
        precision = Precision.YEAR if blank < 0 else Precision(max(1, blank))
        if len(components) == 1:
            low, high = year_bounds(years[0], years[-1])
            suffix = blank > 0 and set(components[0].lstrip("-")[blank:]) == {"X"}
            return self._point(low, high, precision, text, derived=suffix)
        if not months:
            raise self.fail("no month fits", begin + len(components[0]) + 1)
        if len(components) == 2:
            low, _ = month_bounds(years[0], months[0])
            _, high = month_bounds(years[-1], months[-1])
            return self._point(low, high, precision, text, derived=False)
        first = next(_fitting_days(years, months, components[2], step=1), None)
        last = next(_fitting_days(years, months, components[2], step=-1), None)
        if first is None or last is None:
            raise self.fail("no date fits")
        if blank < 0 and "X" not in components[1]:
            precision = Precision.MONTH
        return self._point(*day_bounds(first, last), precision, text, derived=False)


def _years(mask: str) -> list[int]:
    sign = -1 if mask[0] == "-" else 1
    digits = [range(10) if digit == "X" else (int(digit),) for digit in mask.lstrip("-")]
    return sorted({sign * (1000 * a + 100 * b + 10 * c + d) for a in digits[0] for b in digits[1]
                   for c in digits[2] for d in digits[3]})  # fmt: skip


def _fits(number: int, mask: str) -> bool:
    return all(digit in ("X", actual) for digit, actual in zip(mask, f"{number:02d}", strict=True))


def _fitting_days(years: list[int], months: list[int], mask: str, *, step: int) -> Iterator[int]:
    """Day numbers that fit, from the earliest on, or from the latest back where step is -1."""
    days = [day for day in range(1, 32) if _fits(day, mask)][::step]
    for year in years[::step]:
        for month in months[::step]:
            yield from (day_number(year, month, day) for day in days if day <= days_in_month(year, month))


def _has(signs: str, sign: str) -> bool:
    return sign in signs or "%" in signs


def _both(first: str, second: str) -> str:
    return qualifier(_has(first + second, "~"), _has(first + second, "?"))


def _qualified(text: str, signs: list[str]) -> str:
    """Canonical text of a date with its qualifiers, given for each component."""
    if len(set(signs)) <= 1:
        return text + (signs[0] if signs else "")
    head, *rest = text.rsplit("-", len(signs) - 1)
    components = [head, *rest]
    plain = signs.index("") if "" in signs else len(signs)
    if plain and len(set(signs[:plain])) == 1 and not any(signs[plain:]):
        components[plain - 1] += signs[0]
    else:
        components = [sign + component for sign, component in zip(signs, components, strict=True)]
    return "-".join(components)
