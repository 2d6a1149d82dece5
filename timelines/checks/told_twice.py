"""Two dates that an article gives to what can only have happened once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timelines.checks.restyle import WEEKDAYS, date_like, weekday_like
from timelines.checks.rule import Case
from timelines.chronology import Precision, weekday
from timelines.extraction.happenings import word_list
from timelines.extraction.retold import DatedTelling, dated_tellings
from timelines.model import Expression

_MEN, _WOMEN = frozenset({"mr", "sir", "lord", "king"}), frozenset({"mrs", "ms", "miss", "lady", "dame", "queen"})
_TITLES = frozenset({"mr", "sir", "lord", "mrs", "ms", "miss", "lady", "dame"})
_FOUNDED = frozenset({"company", "group", "party", "team", "side"})
_STOPS = re.compile(r"[.;] ")
_STATED_YEAR = re.compile(r"\d{4}")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NIGHT = re.compile(r"night|midnight|early|dawn|small hours", re.IGNORECASE)
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
_NO_DAY = re.compile(r"^(?:XXXX-XX-XX)?T\d\d:\d\d")
# Elections and appointments come round: only dates as near as this are one occasion.
_COMES_ROUND = {"election": 2 * 366, "vote": 366, "appointment": 2 * 366}
_PRONOUN_REACH = 2
# Clocks are read differently by this many minutes.
_MINUTES = 20


def told_twice(case: Case) -> Iterator[tuple[DatedTelling, DatedTelling]]:
    """Each two tellings of one happening that cannot both be right, the earlier words first."""
    groups: dict[str, list[DatedTelling]] = defaultdict(list)
    for telling in dated_tellings(case.passage):
        groups[telling.happening].append(telling)
    for happening, group in groups.items():
        flagged: set[int] = set()
        for position, second in enumerate(group):
            for first in group[:position]:
                if first.date.start in flagged or not is_same(case, first, second, group):
                    continue
                if _contradict(first.date, second.date, _COMES_ROUND.get(happening)):
                    flagged.add(second.date.start)
                    yield first, second
                    break


def is_same(
    case: Case, first: DatedTelling, second: DatedTelling, group: Sequence[DatedTelling], *, any_sentence: bool = False
) -> bool:
    """Whether both speak of one thing: the words of the one are among those of the other."""
    between = case.passage.text[first.date.end : second.date.start]
    if not second.definite or (first.sentence == second.sentence and not _STOPS.search(between) and not any_sentence):
        return False
    if (
        first.happening == second.happening
        and first.coming is not None
        and second.coming is not None
        and first.coming is not second.coming
    ):
        return False
    if first.places and second.places and not first.places & second.places:
        return False
    if second.bare:
        return len({one.words for one in group if not one.bare}) <= 1 and _is_near(case, first, second)
    if second.pronoun:
        return _is_antecedent(case, first, second)
    if first.pronoun or not first.words or not second.words:
        return False
    if (first.words & _MEN and second.words & _WOMEN) or (first.words & _WOMEN and second.words & _MEN):
        return False
    fewer, more = sorted((first.words - _TITLES, second.words - _TITLES), key=len)
    if not fewer <= more or _is_anybody(first.happening, fewer):
        return False
    rivals = [one.words - _TITLES for one in group if fewer <= one.words]
    return all(one <= other or other <= one for one in rivals for other in rivals)


def _is_anybody(happening: str, words: frozenset[str]) -> bool:
    """Whether the words may mean somebody else each time; companies are founded once."""
    return words <= word_list("anybody") and not (happening == "founding" and words <= _FOUNDED)


def _is_near(case: Case, first: DatedTelling, second: DatedTelling) -> bool:
    sentences = case.passage.article.sentences
    if first.sentence not in sentences or second.sentence not in sentences:
        return False
    return sentences.index(second.sentence) - sentences.index(first.sentence) <= _PRONOUN_REACH


def _is_antecedent(case: Case, first: DatedTelling, second: DatedTelling) -> bool:
    """A pronoun goes back to the sentence before, where the words leave nobody else to mean."""
    if not _is_near(case, first, second):
        return False
    if first.pronoun:
        return first.pronoun == second.pronoun and first.words <= second.words
    return second.words <= first.words and not _is_anybody(first.happening, first.words)


def _contradict(first: Expression, second: Expression, nearest: int | None) -> bool:
    """Whether no time is both, as far as the words say."""
    if first.text.lower() == second.text.lower():
        return False
    if _NO_DAY.match(first.value) or _NO_DAY.match(second.value):
        return _clocks_differ(first.value, second.value)
    one, other = first.span, second.span
    if _WEEKDAY.fullmatch(first.text) or _WEEKDAY.fullmatch(second.text):
        days = _weekday_of(first), _weekday_of(second)
        return None not in days and days[0] != days[1]
    if one is None or other is None:
        return _weekdays_differ(first, second)
    if min(one.precision, other.precision) < Precision.YEAR or one.overlaps(other) is not False:
        return False
    if None in (one.earliest_day, one.latest_day, other.earliest_day, other.latest_day):
        return False
    apart = max((one.earliest_day or 0) - (other.latest_day or 0), (other.earliest_day or 0) - (one.latest_day or 0))
    if apart <= 0 and (first.type == "DATE" or second.type == "DATE"):
        return False
    if apart <= 0:
        return _clocks_differ(first.value, second.value)
    if _NIGHT.search(first.text) and _NIGHT.search(second.text):
        return one.earliest_day != other.earliest_day
    if apart <= 1 and (_NIGHT.search(first.text) or _NIGHT.search(second.text)):
        return False
    stated = [bool(_STATED_YEAR.search(date.text)) for date in (first, second)]
    if stated[0] != stated[1] and _same_but_year(first, second):
        return False
    return nearest is None or apart < nearest


def _clocks_differ(first: str, second: str) -> bool:
    one, other = _CLOCK.search(first), _CLOCK.search(second)
    if one is None or other is None:
        return False
    minutes = abs(int(one["hour"]) * 60 + int(one["minute"]) - int(other["hour"]) * 60 - int(other["minute"]))
    # Twelve hours apart is "a.m." left out.
    return minutes > _MINUTES and minutes != 12 * 60


def _weekday_of(date: Expression) -> str | None:
    """The weekday that the words name, or that of the one day that they mean."""
    named = _WEEKDAY.search(date.text)
    if named:
        return None if _NIGHT.search(date.text) else named.group().lower()
    span = date.span
    if span is None or span.earliest_day is None or span.earliest_day != span.latest_day:
        return None
    return WEEKDAYS[weekday(span.earliest_day)].lower()


def _weekdays_differ(first: Expression, second: Expression) -> bool:
    """Without the article's date: bare weekdays."""
    days = [_WEEKDAY.findall(date.text) for date in (first, second)]
    if any(len(found) != 1 for found in days) or re.search(r"\d|last|next", f"{first.text} {second.text}"):
        return False
    return days[0][0].lower() != days[1][0].lower() and not _NIGHT.search(f"{first.text} {second.text}")


def _same_but_year(first: Expression, second: Expression) -> bool:
    return first.edtf[4:] == second.edtf[4:] and len(first.edtf) > 4


def like_first(first: Expression, second: Expression) -> str:
    """The first date in the words of the second."""
    span = first.span
    bare = _WEEKDAY.fullmatch(second.text.strip())
    if bare and span is not None and span.earliest_day is not None and span.earliest_day == span.latest_day:
        return weekday_like(second.text, span.earliest_day)
    if _WEEKDAY.search(first.text) and not re.search(r"\d", f"{first.text}{second.text}"):
        return first.text
    if span is not None and re.search(r"\d", second.text) and first.type == second.type == "DATE":
        return date_like(second.text, span) or first.text
    return first.text
