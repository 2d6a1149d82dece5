"""The order of work: find places, cut tokens, match rules, build meanings, resolve them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timelines.chronology.span import Span
from timelines.model import Expression
from timelines.tagging.anchoring import Point, Speech, is_narrative, point_of
from timelines.tagging.grammar import Rule, compile_rule, literals_of, parse_rules
from timelines.tagging.lexicon import load_lexemes, resource
from timelines.tagging.matching import matches
from timelines.tagging.meaning import Meaning, SlashDate
from timelines.tagging.resolve import Resolved, Setting, resolve
from timelines.tagging.rules import BUILDERS
from timelines.tagging.rules.fields import Fields
from timelines.tagging.scan import Scanner
from timelines.tagging.tense import direction
from timelines.tagging.tokens import Symbols, Tokenizer

RULE_FILES = ("negatives", "calendar", "relative", "periods", "durations", "sets", "times", "references")


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
        self._tokenizer = Tokenizer(lexemes, symbols)
        self.rules: list[Rule] = [compile_rule(rule, order, symbols) for order, rule in enumerate(texts)]
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
            tokens, spelled = self._tokenizer.tokenize(text, begin, end)
            for rule, match in matches(self.rules, spelled):
                fields = Fields(tokens, match)
                for piece in BUILDERS[rule.build](fields):
                    if piece.last > piece.first:
                        yield Found(
                            tokens[piece.first].start,
                            tokens[piece.last - 1].end,
                            piece.meaning,
                            piece.modifier,
                            rule.name,
                        )


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
    story: Point | None = None
    quarter: Point | None = None
    out: list[Expression] = []
    for item in found:
        setting = Setting(
            speech, story, passages.narrative_at(item.start), direction(text, item.start, item.end), day_first, quarter
        )
        resolved = resolve(item.meaning, setting)
        out.append(expression(text, item, resolved))
        if resolved.span is not None and resolved.unit:
            point = point_of(resolved.span, resolved.unit, resolved.value, item.start)
            if point is not None:
                story = point if resolved.unit != "TI" else replace(point, unit="D", last=point.first)
                if resolved.unit == "Q":
                    quarter = point
    return out


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
    """Which passages tell a story."""

    def __init__(self, text: str, speech: Speech, narrative: bool | None) -> None:
        self._fixed = narrative if narrative is not None else is_narrative(text, speech)

    def narrative_at(self, position: int) -> bool:
        """Whether the passage around a position is told as a story."""
        return self._fixed


_NUMBERS = re.compile(r"\d+")


def _day_first(found: list[Found]) -> bool:
    dates = [item.meaning for item in found if isinstance(item.meaning, SlashDate)]
    return any(date.first > 12 for date in dates) and not any(date.second > 12 for date in dates)
