"""Keys by which known events are found again: a stretch of time together with a name, a place or a telling word.

A store keeps the ``stored_keys`` of each event in one index; a new mention asks for its ``asked_keys``. The number
of keys of a mention does not depend on how many events are known.
"""

from __future__ import annotations

from timelines.chronology.calendar import civil
from timelines.placing.sighting import Sighting

# The most telling words of a clause are its longest.
_WORDS = 6
_DAYS_EXACT = 7


def stored_keys(sighting: Sighting) -> frozenset[str]:
    """Under which keys a mention makes its event be found."""
    canonical = {f"c|{sighting.canonical}"} if sighting.canonical is not None else set()
    days = sighting.days
    if days is None:
        return frozenset(canonical)
    tags = _tags(sighting)
    if days[1] - days[0] <= _DAYS_EXACT:
        times = [f"d{day}" for day in range(days[0], days[1] + 1)] + [f"m{month}" for month in _months(*days)]
    else:
        times = [f"M{month}" for month in _months(*days)] + [f"m{month}" for month in _months(*days)]
    return frozenset(canonical | {f"{time}|{tag}" for time in times for tag in tags})


def asked_keys(sighting: Sighting) -> frozenset[str]:
    """Under which keys the same event may be known already: the days beside it too, and vaguer mentions."""
    canonical = {f"c|{sighting.canonical}"} if sighting.canonical is not None else set()
    days = sighting.days
    if days is None:
        return frozenset(canonical)
    if days[1] - days[0] <= _DAYS_EXACT:
        times = [f"d{day}" for day in range(days[0] - 1, days[1] + 2)] + [f"M{month}" for month in _months(*days)]
    else:
        times = [f"m{month}" for month in _months(*days)]
    return frozenset(canonical | {f"{time}|{tag}" for time in times for tag in _tags(sighting)})


def _tags(sighting: Sighting) -> list[str]:
    """Surnames, place, and the longest words."""
    names = {name.rpartition(" ")[2] for name in sighting.participants}
    words = sorted(sighting.words - names, key=lambda word: (-len(word), word))[:_WORDS]
    return sorted({*names, *words, *([sighting.place] if sighting.place else [])})


def _months(first: int, last: int) -> list[int]:
    """The months from the first to the last day, counted from January of the year 0."""
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    return list(range(year * 12 + month - 1, last_year * 12 + last_month))
