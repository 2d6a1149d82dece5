"""The order of work: find places, cut tokens, match rules, build meanings, resolve them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from timelines.chronology.calendar import civil
from timelines.chronology.span import Span
from timelines.model import Expression
from timelines.tagging.anchoring import Point, Speech, is_narrative, point_of
from timelines.tagging.calendar_years import AFTER_WEIGHTS, Near
from timelines.tagging.grammar import Rule, compile_rule, literals_of, parse_rules
from timelines.tagging.lexicon import load_lexemes, resource
from timelines.tagging.matching import Matcher
from timelines.tagging.meaning import CalendarDate, ClockTime, DayAt, Meaning, Moved, Piece, SlashDate
from timelines.tagging.moving import month_point
from timelines.tagging.resolve import resolve
from timelines.tagging.rules import BUILDERS
from timelines.tagging.rules.fields import Fields
from timelines.tagging.scan import Scanner
from timelines.tagging.setting import Resolved, Setting
from timelines.tagging.story import Story
from timelines.tagging.tense import direction
from timelines.tagging.ties import tie
from timelines.tagging.tokens import Symbols, Token, Tokenizer

RULE_FILES = ("negatives", "calendar", "times", "relative", "periods", "references", "sets", "durations")


SHARING = frozenset({"month-day-range", "day-range-month"})  # rules whose two days are of one month
_TO = re.compile(r"\s*[–-]\s*|\s+(?:to|through|until|till)\s+")
_BESIDE = re.compile(
    r"[\s,;(|–-]*(?:(?:at|on|from|to|and|until|till|between|about|around|or|last updated at)\b)?[\s(–-]*", re.IGNORECASE
)
_HERE = re.compile(r"(?:\s+\([\w.: ]{3,18}\))?(?:,?\s+\w+\s+time)?,?\s+(?:on\s+)?")
_DAY_VALUE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DAY_FIRST = ("weekday-day-month-year", "day-month", "day-range-month")  # rules of dates in words by their order
MONTH_FIRST = ("weekday-month-day-year", "month-day", "month-day-range")
_MONTHS = 12
_JOIN = 9  # characters between the two, as in " through "
NEAR_YEAR = 120  # characters after a year of the past that still tell of it in a report; tuned on the development news


_NOT_TOLD = re.compile(r"\n\s*\n|\b(?:has|have|now|since|until|today)\b")
# In a report a bare year of the past holds for its own clause only, a month or day of it begins a story.
STORY_STEP = 5  # months that a story told in a report goes on from sentence to sentence
_CLAUSE_ENDS = re.compile(r"[.!?;][\"'”’)]*\s|,\s+(?:and|but|while|which|who)\b")
_OF_A_NOUN = re.compile(r"[a-z]ed\s+(?:in|since|by)\s+$")  # "a plan approved in 1987, it had bought ..."


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with what it says, not yet resolved."""

    start: int
    end: int
    meaning: Meaning
    modifier: str | None
    rule: str


class Tagger:
    """The compiled words and rules of one language."""

    def __init__(self, language: str) -> None:
        texts = [rule for name in RULE_FILES for rule in parse_rules(resource(language, f"rules/{name}.txt"))]
        lexemes = load_lexemes(language, literals_of(texts))
        symbols = Symbols()
        self.tokenizer = Tokenizer(lexemes, symbols)
        having = cache(symbols.having)  # the tokenizer has made them all
        self.rules: list[Rule] = [compile_rule(rule, order, having) for order, rule in enumerate(texts)]
        self._matcher = Matcher(self.rules)
        triggers = {
            word
            for line in resource(language, "triggers.txt").splitlines()
            if not line.startswith("#")
            for word in line.split()
        }
        self._scanner = Scanner(x.text.lower() for x in lexemes if not triggers.isdisjoint(x.values))

    def find(self, text: str) -> Iterator[Found]:
        """All expressions of a text, unresolved, in order."""
        for begin, end in self._scanner.regions(text):
            tokens, spelled = self.tokenizer.tokenize(text, begin, end)

            def read(rule: Rule, match: re.Match[str], tokens: list[Token] = tokens) -> list[Piece]:
                return BUILDERS[rule.build](Fields(tokens, match))

            for rule, piece in self._matcher.pieces(spelled, read):
                first, last = tokens[piece.first], tokens[piece.last - 1]
                yield Found(first.start, last.end, piece.meaning, piece.modifier, rule.name)


@lru_cache(maxsize=8)
def tagger(language: str) -> Tagger:
    """The tagger of a language, compiled once; LookupError when there is none."""
    return Tagger(language)


def tag(
    text: str, reference: Span | None = None, *, language: str = "en", narrative: bool | None = None
) -> list[Expression]:
    """All temporal expressions of ``text``, in order, not overlapping.

    ``reference`` is the publication date (a day, a longer span, or None when it is unknown; it is never replaced by
    today). ``narrative`` says whether incomplete dates belong to the story told (True), to the publication date
    (False), or whether each passage decides (None). Raises LookupError for a language without rules.
    """
    speech = Speech.of(reference)
    passages = Passages(text, speech, narrative)
    found = list(tagger(language).find(text))
    day_first = _day_first(found, speech)
    story = Story()
    out: list[Expression] = []
    full = [(item.start, point) for item in found if (point := _full_date(item.meaning)) is not None]
    coming = 0
    for index, item in enumerate(found):
        while coming < len(full) and full[coming][0] <= item.start:
            coming += 1
        if out and item.rule in SHARING and item.start - out[-1].end <= _JOIN and story.last is not None:
            item = _of_the_same_year(item, story.last)
        elif out and story.last is not None and _TO.fullmatch(text, out[-1].end, item.start):
            item = _after_the_first(item, story.last, found[index - 1].meaning)
        elif out and isinstance(item.meaning, ClockTime) and item.meaning.date is None:
            item = _of_the_day_beside(text, item, out[-1])
        item = _of_the_day_after(text, item, found[index + 1 : index + 3])
        told = passages.told_at(item, story.last)
        setting = Setting(
            speech=speech,
            story=story.at(told and passages.whole),
            narrative=told,
            place=(text, item.start, item.end),
            day_first=day_first,
            quarter=story.quarter,
            last=story.last,
            around=_around(story, full[coming : coming + len(AFTER_WEIGHTS)], passages.whole) if told else (),
        )
        resolved = resolve(item.meaning, setting)
        if resolved is None:
            continue
        out.append(expression(text, item, resolved))
        if resolved.span is not None and resolved.unit:
            point = point_of(resolved.span, resolved.unit, resolved.value, item.start)
            if point is not None:
                point.explicit = _is_explicit(item.meaning, story.last)
                story.move(point, item.meaning, told)
    return tie(text, out)


def _of_the_same_year(item: Found, first: Point) -> Found:
    """The second day of "12-14 June" is of the year that the first was found to be of."""
    date = item.meaning
    if not isinstance(date, CalendarDate) or date.year is not None or first.unit != "D":
        return item
    return replace(item, meaning=replace(date, year=first.year, year_relative=""))


def _after_the_first(item: Found, first: Point, before: Meaning) -> Found:
    """The end of "from Monday to Thursday", "November to February" comes after its beginning."""
    date = item.meaning
    if not isinstance(date, CalendarDate) or date.relative or date.year is not None or date.year_relative:
        return item
    if date.weekday is not None and date.month is None and date.day is None and first.unit == "D":
        if isinstance(before, CalendarDate) and before.weekday is None:
            return item  # "from March 31 until Tuesday": of the week of speech
        year, month, day = civil(first.first + ((date.weekday - first.first) % 7 or 7))
        return replace(item, meaning=replace(date, year=year, month=month, day=day))
    if date.month is not None and first.unit == ("M" if date.day is None else "D"):
        later = (date.month, date.day or 31) >= (first.month, civil(first.first)[2])
        return replace(item, meaning=replace(date, year=first.year + (not later)))
    return item


def _of_the_day_beside(text: str, item: Found, before: Expression) -> Found:
    """ "Friday at 8 p.m.", "from 9 a.m. Friday to 5 p.m.": a time of day takes the date that it stands beside."""
    day = _DAY_VALUE.match(before.value)
    if day is None or not _BESIDE.fullmatch(text, before.end, item.start):
        return item
    if not isinstance(item.meaning, ClockTime) or (before.type == "DATE" and len(before.value) != len(day[0])):
        return item
    date = CalendarDate(int(day[1]), int(day[2]), int(day[3]))
    return replace(item, meaning=replace(item.meaning, date=date))


def _of_the_day_after(text: str, item: Found, coming: Sequence[Found]) -> Found:
    """ "10:35 a.m. (0735 GMT) Friday", "1 p.m. local time on Friday": a time of day takes the date that follows it."""
    clock = item.meaning
    if not isinstance(clock, ClockTime) or clock.date is not None or not clock.time[:1].isdigit():
        return item
    for other in coming:
        date = other.meaning
        if isinstance(date, CalendarDate | DayAt) and _HERE.fullmatch(text, item.end, other.start):
            whole = isinstance(date, DayAt) or date.weekday is not None or date.day is not None
            return replace(item, meaning=replace(clock, date=date)) if whole else item
    return item


def _around(story: Story, coming: Sequence[tuple[int, Point]], whole: bool) -> Sequence[Near]:
    """The dates that an incomplete one lies near: in a passage of a report only the year just told."""
    if whole or story.last is None:
        return story.around([point for _, point in coming])
    return [(story.last, 1.0)]


def expression(text: str, item: Found, resolved: Resolved) -> Expression:
    """The expression of the model."""
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


class Passages:
    """Which passages tell a story: the whole text, or the words after a year of the past in the same paragraph."""

    def __init__(self, text: str, speech: Speech, narrative: bool | None) -> None:
        self._text = text
        self._here = speech.years
        self._fixed = narrative is not None
        self.whole = narrative if narrative is not None else is_narrative(text, speech)

    def told_at(self, item: Found, last: Point | None) -> bool:
        """Whether an expression belongs to a story; ``last`` is the date before it."""
        if self._fixed or self.whole or last is None or not last.explicit or not self._here:
            return self.whole
        date, position = item.meaning, item.start
        if not isinstance(date, CalendarDate) or date.month is None or date.relative or date.weekday is not None:
            return False
        return (
            last.year < self._here[0]
            and direction(self._text, item.start, item.end) != "future"
            and position - last.position < NEAR_YEAR
            and not _NOT_TOLD.search(self._text, last.position, position)
            and (
                self._same_clause(last.position, position)
                or (last.unit != "Y" and (date.month - last.month) % 12 <= STORY_STEP)
            )
        )

    def _same_clause(self, year: int, position: int) -> bool:
        if _CLAUSE_ENDS.search(self._text, year, position):
            return False
        return "," not in self._text[year:position] or not _OF_A_NOUN.search(self._text, max(0, year - 24), year)


def _is_explicit(meaning: Meaning, last: Point | None) -> bool:
    """Whether the year is said, or comes from a date whose year is said."""
    if isinstance(meaning, Moved) and meaning.anchor == "story":
        return last is not None and last.explicit
    return isinstance(meaning, CalendarDate) and meaning.year is not None


def _full_date(meaning: Meaning) -> Point | None:
    if not isinstance(meaning, CalendarDate) or meaning.year is None or meaning.month is None or meaning.two_digits:
        return None
    return month_point(meaning.year, meaning.month)


def _day_first(found: list[Found], speech: Speech) -> bool:
    """Whether the document writes the day before the month in numbers.

    Evidence in this order: a number beyond 12, a date that read one way only is the day of publication, and the
    order of its dates in words.
    """
    dates = [item.meaning for item in found if isinstance(item.meaning, SlashDate)]
    if not dates:
        return False
    first, second = any(date.first > _MONTHS for date in dates), any(date.second > _MONTHS for date in dates)
    if first != second:
        return first
    if speech.first is not None and speech.first == speech.last:
        _, month, day = civil(speech.first)
        pairs = {(date.first, date.second) for date in dates}
        if month != day and ((day, month) in pairs) != ((month, day) in pairs):
            return (day, month) in pairs
    rules = [item.rule for item in found]
    return sum(map(rules.count, DAY_FIRST)) > sum(map(rules.count, MONTH_FIRST))
