"""The order of work: find places, cut tokens, match rules, build meanings, resolve them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timelines.chronology.span import Span
from timelines.model import Expression
from timelines.tagging.anchoring import Point, Speech, is_narrative, point_of
from timelines.tagging.calendar_years import AFTER_WEIGHTS, Near
from timelines.tagging.grammar import Rule, compile_rule, literals_of, parse_rules
from timelines.tagging.lexicon import load_lexemes, resource
from timelines.tagging.matching import Matcher
from timelines.tagging.meaning import CalendarDate, Meaning, Moved, Piece, SlashDate
from timelines.tagging.moving import month_point
from timelines.tagging.resolve import resolve
from timelines.tagging.rules import BUILDERS
from timelines.tagging.rules.fields import Fields
from timelines.tagging.scan import Scanner
from timelines.tagging.setting import Resolved, Setting
from timelines.tagging.story import Story
from timelines.tagging.tense import direction
from timelines.tagging.tokens import Symbols, Token, Tokenizer

RULE_FILES = ("negatives", "calendar", "times", "relative", "periods", "references", "sets", "durations")


SHARING = frozenset({"month-day-range", "day-range-month"})  # rules whose two days are of one month
_JOIN = 9  # characters between the two, as in " through "
NEAR_YEAR = 120  # characters after a year of the past that still tell of it in a report; tuned on the development news


# In a report the year of the past holds for its own clause only.
_NOT_TOLD = re.compile(
    r"\n\s*\n|[.!?;][\"'”’)]*\s|,\s+(?:and|but|while|which|who)\b|\b(?:has|have|now|since|until|today)\b"
)


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
        self.rules: list[Rule] = [compile_rule(rule, order, symbols) for order, rule in enumerate(texts)]
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
    day_first = _day_first(found)
    story = Story()
    out: list[Expression] = []
    full = [(item.start, point) for item in found if (point := _full_date(item.meaning)) is not None]
    coming = 0
    for item in found:
        while coming < len(full) and full[coming][0] <= item.start:
            coming += 1
        if out and item.rule in SHARING and item.start - out[-1].end <= _JOIN and story.last is not None:
            item = _of_the_same_year(item, story.last)
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
    return out


def _of_the_same_year(item: Found, first: Point) -> Found:
    """The second day of "12-14 June" is of the year that the first was found to be of."""
    date = item.meaning
    if not isinstance(date, CalendarDate) or date.year is not None or first.unit != "D":
        return item
    return replace(item, meaning=replace(date, year=first.year, year_relative=""))


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
        )


def _is_explicit(meaning: Meaning, last: Point | None) -> bool:
    """Whether the year is said, or comes from a date whose year is said."""
    if isinstance(meaning, Moved) and meaning.anchor == "story":
        return last is not None and last.explicit
    return isinstance(meaning, CalendarDate) and meaning.year is not None


def _full_date(meaning: Meaning) -> Point | None:
    if not isinstance(meaning, CalendarDate) or meaning.year is None or meaning.month is None or meaning.two_digits:
        return None
    return month_point(meaning.year, meaning.month)


def _day_first(found: list[Found]) -> bool:
    dates = [item.meaning for item in found if isinstance(item.meaning, SlashDate)]
    return any(date.first > 12 for date in dates) and not any(date.second > 12 for date in dates)
