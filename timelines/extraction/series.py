"""Numbered series of events, and which number belongs to which time (data, one file a language)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from timelines.canon.canon import Canon
from timelines.chronology import Span, days_in_month

# An edition is written about some weeks before and after it is held (days).
_WEEKS_AROUND = 30
# Known editions end somewhere; farther from the last one nothing is said.
_BEYOND = 370


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its number and when it is held; ``id`` is its canon fact, if it has one."""

    number: int
    when: Span
    id: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One series. ``canon_id`` names a series of the canon; else ``editions`` holds what is known."""

    name: str
    words: str
    canon_id: str
    editions: tuple[Edition, ...]

    def known(self, canon: Canon) -> Sequence[Edition]:
        """All editions with a date, by date."""
        if not self.canon_id or self.canon_id not in canon.facts:
            return self.editions
        found = [(one.edition, one.when, one.id) for one in canon.editions(self.canon_id)]
        return [Edition(number, when, id_) for number, when, id_ in found if number and when]


@cache
def numbered_series(language: str) -> tuple[Series, ...]:
    """The series of a language; none where the language has no file."""
    file = files("timelines.extraction") / "languages" / language / "series.yaml"
    if not file.is_file():
        return ()
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(
        Series(
            row["name"],
            "|".join(row["words"]),
            row.get("series", ""),
            _editions(row.get("years", ()), row.get("every", 1), row.get("months", (1, 12)), bool(row.get("runs"))),
        )
        for row in rows
    )


@cache
def series_pattern(language: str) -> re.Pattern[str]:
    """Any name of a series; the group ``sN`` that matched tells which."""
    alternatives = [f"(?P<s{place}>{one.words})" for place, one in enumerate(numbered_series(language))]
    return re.compile("|".join(alternatives) or r"(?!)")


def editions_at(editions: Sequence[Edition], at: Span, *, ahead: bool) -> list[Edition]:
    """The editions that words at ``at`` can mean, the likeliest first; none where the known ones do not reach."""
    first, last = at.earliest_day, at.latest_day
    if first is None or last is None:
        return []
    slack = _WEEKS_AROUND if last - first < 32 else 0
    days = [
        (one, one.when.earliest_day, one.when.latest_day)
        for one in editions
        if one.when.earliest_day is not None and one.when.latest_day is not None
    ]
    here = [(low <= last and first <= high, low, one) for one, low, high in days if _touches(low, high, at, slack)]
    if here:
        return [one for *_, one in sorted(here, key=lambda item: item[:2], reverse=True)]
    before = [one for one, _, high in days if high < first]
    after = [(one, low) for one, low, _ in days if low > last]
    if not after and (not before or first - (before[-1].when.latest_day or 0) > _BEYOND):
        return []
    near = [*before[-1:], *(one for one, _ in after[:1])]
    return near[::-1] if ahead else near


def _touches(low: int, high: int, at: Span, slack: int) -> bool:
    first, last = at.earliest_day, at.latest_day
    return first is not None and last is not None and low - slack <= last and first <= high + slack


def _editions(runs: Sequence[Sequence[int]], every: int, months: Sequence[int], lasting: bool) -> tuple[Edition, ...]:
    found = []
    for number, year, last, _ in runs:
        for one in range(number, last + 1):
            held = year + (one - number) * every
            end_year, end_month = (held + every, months[0]) if lasting else (held, months[1])
            start = Span.month(held, months[0])
            end = Span.day(end_year, end_month, days_in_month(end_year, end_month))
            if start.earliest_day is not None and end.latest_day is not None:
                found.append(Edition(one, Span.days(start.earliest_day, end.latest_day)))
    return tuple(found)
