"""Finding and resolving: candidates, the longest match at each, then the resolution that English uses too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timelines.chronology.span import Span
from timelines.model import Expression
from timelines.tagging.anchoring import Point, Speech, point_of
from timelines.tagging.foreign.folding import LEFT, RIGHT, fold, prefix_tree
from timelines.tagging.foreign.patterns import Pattern, compile_patterns, triggers
from timelines.tagging.foreign.reading import Reader, Reading
from timelines.tagging.foreign.vocabulary import Vocabulary, described, load_vocabulary
from timelines.tagging.meaning import CalendarDate, DayAt, Meaning, Moved, UnitAt
from timelines.tagging.resolve import resolve
from timelines.tagging.setting import Resolved, Setting
from timelines.tagging.tense import Direction

_REACH = 60  # characters before an expression in which a verb of the future is looked for; half a sentence
_STOP = re.compile(r"[.!?;。！？؟।]\s|[。！？।]|\n")
_STORY_YEARS = 3  # years of the past that make a story of a text without a word of the present, as in English


@dataclass(slots=True)
class Surroundings(Setting):
    """A setting in which the language's own words tell the direction."""

    ahead: bool = False

    @property
    def direction(self) -> Direction:
        """Future where a verb of the future stands near, else unknown."""
        return "future" if self.ahead else "none"


class ForeignTagger:
    """The compiled words and patterns of one language."""

    def __init__(self, words: Vocabulary) -> None:
        self.patterns: tuple[Pattern, ...] = compile_patterns(words)
        self._reader = Reader(words)
        left = r"(?<!\d)" if "open-left" in words.flags else LEFT
        attached = words.patterns.get("attached", "")
        self._starts = re.compile(rf"{left}(?:{attached})(?=\d|{prefix_tree(triggers(words))})")
        will = "|".join(re.escape(word) for word in words.will)
        edge = "" if "unbounded" in words.flags else RIGHT
        self._will = re.compile(f"{left}(?:{will}){edge}" if will else r"(?!)")
        self._verb_last = "verb-last" in words.flags

    def find(self, text: str, original: str) -> Iterator[Reading]:
        """All that is read in a folded text, in order, not overlapping."""
        position = 0
        while (candidate := self._starts.search(text, position)) is not None:
            start = candidate.end()
            position = start + 1
            found = [(match, p.kind) for p in self.patterns if (match := p.regex.match(text, start)) is not None]
            for match, kind in sorted(found, key=lambda item: -item[0].end()):
                if kind == "never":
                    position = max(position, match.end())
                    break
                readings = list(self._reader.read(kind, match, text, original))
                if readings:
                    yield from readings
                    position = max(position, readings[-1].end)
                    break

    def points_ahead(self, text: str, start: int, end: int) -> bool:
        """Whether a verb of the future stands in the same sentence, before the expression or near its end."""
        before = text[max(0, start - _REACH) : start]
        stops = list(_STOP.finditer(before))
        if self._will.search(before, stops[-1].end() if stops else 0):
            return True
        if not self._verb_last:
            return False
        stop = _STOP.search(text, end, end + 2 * _REACH)
        return self._will.search(text, end, stop.start() + 1 if stop else end + 2 * _REACH) is not None


@lru_cache(maxsize=64)
def foreign_tagger(language: str) -> ForeignTagger:
    """The tagger of a language, compiled once; LookupError if not even the names of its months are known."""
    return ForeignTagger(load_vocabulary(language))


def described_languages() -> tuple[str, ...]:
    """The languages with words of their own; all others have the names of months and weekdays only."""
    return described()


def tag_foreign(text: str, reference: Span | None, language: str, *, narrative: bool | None = None) -> list[Expression]:
    """Dates, weekdays and common relative words of a text, in order, not overlapping.

    ``language`` is an ISO 639-1 code; without a file of its own, dates with the CLDR names of months and numeric dates
    are found. ``reference`` and ``narrative`` are those of ``tag``. Raises LookupError for an unknown language.
    """
    tagger = foreign_tagger(language)
    speech = Speech.of(reference)
    folded = fold(text)
    found = list(tagger.find(folded, text))
    told = _is_story(found, speech) if narrative is None else narrative
    last: Point | None = None
    out: list[Expression] = []
    for item in found:
        setting = Surroundings(
            speech=speech,
            story=last,
            narrative=told and last is not None,
            place=("", 0, 0),
            day_first=True,
            last=last,
            around=[(last, 1.0)] if last is not None else (),
            ahead=tagger.points_ahead(folded, item.start, item.end),
        )
        meaning = item.meaning
        if item.either and isinstance(meaning, DayAt) and not setting.ahead:
            meaning = DayAt(-meaning.days)
        resolved = resolve(meaning, setting)
        if resolved is None:
            continue
        out.append(_expression(text, item, resolved))
        if told and resolved.span is not None and resolved.unit:
            last = point_of(resolved.span, resolved.unit, resolved.value, item.start) or last
    return out


def _is_story(found: list[Reading], speech: Speech) -> bool:
    """Whether a text tells the past by its own years: three or more, and no word of the present."""
    if any(_is_of_the_present(item.meaning) for item in found):
        return False
    here = speech.years[0] if speech.years else None
    years = [item.meaning.year for item in found if isinstance(item.meaning, CalendarDate) and item.meaning.year]
    return len([year for year in years if here is None or year < here - 1]) >= _STORY_YEARS


def _is_of_the_present(meaning: Meaning) -> bool:
    """Whether a word points from the moment of speech, as bare weekdays do in reports."""
    if isinstance(meaning, CalendarDate):
        return bool(meaning.relative or meaning.year_relative) or (meaning.weekday is not None and not meaning.day)
    return isinstance(meaning, (DayAt, UnitAt, Moved))


def _expression(text: str, item: Reading, resolved: Resolved) -> Expression:
    return Expression(
        item.start,
        item.end,
        text[item.start : item.end],
        resolved.type,
        resolved.value,
        resolved.span,
        resolved.why,
        item.modifier,
        resolved.weekday,
        resolved.problem,
    )
