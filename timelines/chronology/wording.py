"""Spans in English that cannot be misread: "4 September 2025", "the 1980s", "15 March 44 BC", "about 1850"."""

from __future__ import annotations

from typing import Final

from timelines.chronology.edtf import parse_edtf, set_members
from timelines.chronology.edtf_date import DateReader
from timelines.chronology.numbers import ordinal_digits, ordinal_words
from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.chronology.units import Unit, common_grain, edge_unit, filled_unit

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_COMPONENTS: Final = ("year", "month", "day")


def in_words(span: Span) -> str:
    """The span in words; never a numeric date, whose order of day and month depends on the reader's country."""
    if span.form:
        return _form_words(span)
    hedge = _hedge(span.approximate, span.uncertain)
    if span.is_instant:
        return _point_words(span.start_earliest, span.start_latest, hedge)
    return _interval_words(span, hedge)


def year_words(year: int) -> str:
    """An astronomical year: "1984", "AD 476", "44 BC", "the year 17,000"."""
    if year <= 0:
        return f"{1 - year:,} BC" if year < -9999 else f"{1 - year} BC"
    if year < 1000:
        return f"AD {year}"
    return str(year) if year <= 9999 else f"the year {year:,}"


def _hedge(approximate: bool, uncertain: bool) -> str:
    return ("perhaps " if uncertain else "") + ("about " if approximate else "")


def _point_words(low: int | None, high: int | None, hedge: str) -> str:
    """Some time between two bounds."""
    if low is not None and high is not None:
        unit = filled_unit(low, high)
        if unit is not None:
            return hedge + _unit_words(unit)
    grain = common_grain(low, high)
    if low is None or high is None:
        if high is not None:
            return f"{hedge}{_unit_words(edge_unit(grain, high))} or earlier"
        return f"{hedge}{_unit_words(edge_unit(grain, low))} or later" if low is not None else "an unknown time"
    hedge = hedge.replace("about", "roughly")
    return f"{hedge}between {_pair_words(edge_unit(grain, low), edge_unit(grain, high), 'and')}"


def _interval_words(span: Span, hedge: str) -> str:
    start, end = span.start_span, span.end_span
    first, last = _unit_of(start), _unit_of(end)
    begin = _point_words(start.start_earliest, start.end_latest, hedge)
    finish = _point_words(end.start_earliest, end.end_latest, hedge)
    if not start.has_bounds and not end.has_bounds:
        if span.open_start:
            return "at all times" if span.open_end else "until an unknown time"
        return "from an unknown time onwards" if span.open_end else "an unknown time"
    if not start.has_bounds:
        until = f"until {finish}" if last is not None else f"until some time {finish}"
        return until if span.open_start else f"from an unknown time {until}"
    if not end.has_bounds:
        since = begin if first is not None else f"some time {begin}"
        return f"{since} onwards" if span.open_end else f"from {since} until an unknown time"
    if first is None or last is None:
        return f"beginning {_preposition(first)}{begin}, ending {_preposition(last)}{finish}"
    if hedge or first.precision is not last.precision:
        return f"from {begin} to {finish}"
    return f"from {_pair_words(first, last, 'to')}"


def _unit_of(span: Span) -> Unit | None:
    low, high = span.start_earliest, span.end_latest
    return filled_unit(low, high) if low is not None and high is not None else None


def _preposition(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "on " if unit.precision >= Precision.DAY else "in "


def _unit_words(unit: Unit) -> str:
    if unit.precision <= Precision.DECADE:
        return _years_words(unit)
    year = year_words(unit.year)
    if unit.precision is Precision.YEAR:
        return year
    if unit.year > 9999:
        year = f"of {year}"
    if unit.precision in (Precision.HALF, Precision.QUARTER, Precision.SEASON):
        return _part_words(unit.part, year)
    if unit.precision is Precision.MONTH:
        # "March 3 BC" would read as a day.
        return f"{MONTHS[unit.part - 1]} {'of ' if -31 < unit.year <= 0 else ''}{year}"
    day = f"{unit.day} {MONTHS[unit.part - 1]} {year}"
    if unit.precision is Precision.DAY:
        return day
    if unit.precision is Precision.WEEK:
        return f"the week beginning on {day}"
    hour, minute, second = unit.second // 3600, unit.second // 60 % 60, unit.second % 60
    if unit.precision is Precision.HOUR:
        return f"{day}, between {hour:02d}:00 and {hour:02d}:59"
    clock = f"{hour:02d}:{minute:02d}"
    return f"{day}, {clock}:{second:02d}" if unit.precision is Precision.SECOND else f"{day}, {clock}"


def _years_words(unit: Unit) -> str:
    """Decades, centuries, millennia. Where "the 1900s" could be either, the years are told."""
    size, name = {
        Precision.DECADE: (10, "decade"),
        Precision.CENTURY: (100, "century"),
        Precision.MILLENNIUM: (1000, "millennium"),
    }[unit.precision]
    if size > 10:
        number = (unit.year if unit.year >= 0 else -unit.last_year) // size + 1
        return f"the {ordinal_digits(number)} {name}{' BC' if unit.year < 0 else ''}"
    if unit.year >= 1000 and unit.year % 100:
        return f"the {unit.year}s"
    first, last = (Unit(Precision.YEAR, year, year) for year in (unit.year, unit.last_year))
    return f"the decade from {_pair_words(first, last, 'to')}"


def _part_words(code: int, year: str) -> str:
    """A season, quarter, third or half of a year by its EDTF code."""
    if code < 33:
        season = _SEASONS[(code - 21) % 4]
        hemisphere = "" if code < 25 else f" ({'northern' if code < 29 else 'southern'} hemisphere)"
        return f"{season} {year}{hemisphere}"
    year = year.removeprefix("of ")
    first, name = (33, "quarter") if code < 37 else (37, "third") if code < 40 else (40, "half")
    number = "last" if code == 39 else ordinal_words(code - first + 1)
    return f"the {number} {name} of {year}"


def _pair_words(first: Unit, last: Unit, word: str) -> str:
    """Two units of the same kind, what they share said once: "4 and 12 May 2001", "50 and 41 BC"."""
    begin, end = _unit_words(first), _unit_words(last)
    if first.precision is Precision.YEAR and first.year <= 0 and last.year <= 0:
        begin = begin.removesuffix(" BC")
    elif first.precision in (Precision.MONTH, Precision.DAY) and first.year == last.year:
        begin = begin.removesuffix(f" {year_words(first.year)}").removesuffix(" of")
        if first.precision is Precision.DAY and first.part == last.part:
            begin = str(first.day)
    elif first.precision > Precision.DAY and end.startswith(begin.partition(",")[0] + ","):
        end = end.partition(", ")[2]
    return f"{begin} {word} {end}"


def _form_words(span: Span) -> str:
    """What only the written form says: sets, patterns, zones, qualified components."""
    form = span.form
    if "/" in form:
        return _mixed_interval_words(form)
    if form[0] in "[{":
        return _set_words(span)
    if "T" in form:
        return _zoned_words(form)
    hedge = _hedge(span.approximate, span.uncertain)
    if "S" in form:
        rounded = parse_edtf(form.rstrip("?~%").partition("S")[0])
        first, last = (
            edge_unit(Precision.YEAR, tick) for tick in (span.start_earliest, span.end_latest) if tick is not None
        )
        return f"{hedge}{in_words(rounded)} (between {_pair_words(first, last, 'and')})"
    reader = DateReader(form, 0, len(form))
    reader.read()
    plain = "".join(character for character in form if character not in "?~%")
    if len(set(reader.signs)) <= 1:
        return hedge + _plain_form_words(plain)
    return f"{_plain_form_words(plain)} ({_component_words(reader.signs)})"


def _plain_form_words(form: str) -> str:
    """A date without qualifiers that its bounds do not name: a hemisphere's season, unspecified digits."""
    span = parse_edtf(form)
    if "X" not in form:
        if not span.form:
            return in_words(span)
        year, _, code = form.rpartition("-")
        return _part_words(int(code), in_words(parse_edtf(year)))
    for masked, name in (("-XX-XX", "day"), ("-XX", "day" if form.count("-", 1) > 1 else "month")):
        known = form.removesuffix(masked)
        if known != form and "X" not in known:
            return f"an unknown {name} in {in_words(parse_edtf(known))}"
    within = _point_words(span.start_earliest, span.start_latest, "")
    return f"{'some time ' if within.startswith('between') else ''}{within} (of the form {form})"


def _component_words(signs: list[str]) -> str:
    """ "year and month approximate, day uncertain"."""
    parts = []
    for letters, word in (("~%", "approximate"), ("?%", "uncertain")):
        names = [name for name, sign in zip(_COMPONENTS, signs, strict=False) if sign and sign in letters]
        if names:
            parts.append(f"{_listing(names, 'and')} {word}")
    return ", ".join(parts)


def _zoned_words(form: str) -> str:
    text = form.rstrip("?~%")
    clock = text.index("T")
    zone = next((place for place in range(clock, len(text)) if text[place] in "Z+-"), len(text))
    name = "UTC" if text[zone:] == "Z" else f"UTC{text[zone:]}"
    hedge = _hedge(form[-1] in "~%", form[-1] in "?%")
    return f"{hedge}{in_words(parse_edtf(text[:zone]))} ({name})"


def _mixed_interval_words(form: str) -> str:
    first, last = form.split("/")
    if first in ("", ".."):
        return f"{'from an unknown time ' if not first else ''}until {in_words(parse_edtf(last))}"
    begin = in_words(parse_edtf(first))
    if last == "..":
        return f"{begin} onwards"
    return f"from {begin} to {in_words(parse_edtf(last))}" if last else f"from {begin} until an unknown time"


def _set_words(span: Span) -> str:
    members = set_members(span)
    if members == (span,):  # a single range, whose two dates have different qualifiers or forms
        first, last = (parse_edtf(date) if date else None for date in span.form[1:-1].split(".."))
        if first is None or last is None:
            return f"{in_words(first)} or later" if first is not None else f"{in_words(last or span)} or earlier"
        return f"between {in_words(first)} and {in_words(last)}"
    return _listing([in_words(member) for member in members], "or" if span.form[0] == "[" else "and")


def _listing(items: list[str], word: str) -> str:
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
