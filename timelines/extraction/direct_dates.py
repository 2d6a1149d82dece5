"""Dates that stand with their event: which mention of a clause a temporal expression belongs to, and what it says.

The prepositions before an expression decide what it gives ("by", "since", "after", "from … to"); its place decides
whom: a word before a noun dates that noun ("Tuesday's vote", "the 2004 tsunami"), an opening date the whole sentence,
a closing one the verb or participle before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timelines.chronology.precision import Precision
from timelines.chronology.span import Span
from timelines.extraction.mention import Line, Mention
from timelines.extraction.noun_mentions import dated_noun
from timelines.extraction.trees import dated_clause, dates_another
from timelines.extraction.triggers import lexicon
from timelines.model import Expression

_BEFORE = re.compile(
    r"(?:\b(since|until|till|through|by|before|after|following|from|between|to|and|of|until|backdated to|for|ending|"
    r"starting|beginning|than|as of|as at)|([-–]))\s*(?:the |early |late |about |around )*$",
    re.IGNORECASE,
)
_CLOCK_ONLY = re.compile(
    r"(?:(?:about|around|just|shortly|before|after|at|past|half|quarter|to|in|the|early|late|mid|local|time|noon|midday|"
    r"midnight|o['’]clock|[ap]\.?m\.?|morning|afternoon|evening|hours?|gmt|utc|[ceim]?[sd]t|[ecmp][sd]t|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?|\d{3,4})(?!\w)[\s,()-]*)+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_TIME_VALUE = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)T")
# Ticks in a day.
_DAY = 86_400
# An expression among the first tokens opens its sentence.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression as a date for an event: ``sure`` is lower where attaching it took a guess."""

    expression: Expression
    span: Span
    position: int
    sure: float
    premodifier: bool = False


def attach_dates(line: Line, mentions: list[Mention], text: str) -> None:
    """Give the mentions of a line the dates that stand with them."""
    dates = _dates(line, text)
    if not dates:
        return
    for date in dates:
        clause = _clause_of(line, date)
        if clause is None:
            continue
        if not date.premodifier and between_verbs(line, clause, date.expression):
            clause = dated_clause(line, date.expression.start, date.expression.end) or clause
        inside = [mention for mention in mentions if clause in (mention.clause, mention.also)]
        if date.premodifier:
            if not _attach_before_noun(date, inside) and is_day(date.span):
                noun = dated_noun(line, clause, _token_at(line, date.expression.end - 1) + 1)
                if noun is not None:
                    _give(noun, date, 0.85)
                    mentions.append(noun)
                    mentions.sort(key=lambda mention: mention.head)
        else:
            _attach_in_clause(date, inside, line, clause)


def usable_day(expression: Expression) -> Span | None:
    """The span that an expression gives to an event; a night that passes midnight counts as the day it began."""
    span = expression.span
    if span is None or expression.type in ("DURATION", "SET") or expression.value.endswith("_REF"):
        return None
    if expression.type == "TIME":
        match = _TIME_VALUE.match(expression.value)
        if match and span.earliest_day != span.latest_day:
            return Span.day(int(match[1]), int(match[2]), int(match[3]))
    return span


def between_verbs(line: Line, clause: int, date: Expression) -> bool:
    """Whether a date stands in front of the verb of its clause and behind another one, without a mark between.

    Not the dateline of a headline that runs on into its article ("Talks fail Friday 4 May 2012 Officials said").
    """
    tokens, verb = line.tokens, line.clauses[clause].verb
    first = bisect_left(tokens.starts, date.start)
    if verb is None or first >= verb.first:
        return False
    if tokens.codes[first - 1 : first] != "o" and _YEAR.search(date.text):
        return False
    before = [other.verb.last for other in line.clauses if other.verb and other.verb.last < first]
    return bool(before) and set(tokens.codes[max(before) : first]).isdisjoint(',;:-("')


def is_clock_only(expression: Expression) -> bool:
    """A time of day without its day ("around 21:30 local time", "noon")."""
    return expression.type == "TIME" and _CLOCK_ONLY.fullmatch(expression.text) is not None


def _dates(line: Line, text: str) -> list[Dated]:
    found: list[Dated] = []
    skip = False
    for index, expression in enumerate(line.expressions):
        if skip:
            skip = False
            continue
        span = usable_day(expression)
        if span is None or is_clock_only(expression):
            continue
        before = _BEFORE.search(text, max(line.start, expression.start - 24), expression.start)
        word = (before.group(1) or before.group(2)).lower() if before else ""
        following = line.expressions[index + 1] if index + 1 < len(line.expressions) else None
        if word in ("from", "between") and following is not None:
            other = usable_day(following)
            gap = text[expression.end : following.start].strip(" ,").lower()
            if other is not None and gap in ("to", "and", "until", "till", "through", "-", "–", "to the"):
                skip = True
                merged = _interval(span, other)
                if merged is None:
                    continue
                span, word = merged, ""
        shaped = _shaped(span, word)
        if shaped is None:
            continue
        position = _token_at(line, expression.start)
        found.append(Dated(expression, shaped, position, 0.9, _premodifies(line, expression, text)))
    return found


def _interval(start: Span, end: Span) -> Span | None:
    try:
        return Span.interval(start, end)
    except ValueError:
        return None


def _shaped(span: Span, word: str) -> Span | None:
    """What the preposition makes of the date; None where it does not date an event."""
    if word in ("since", "starting", "beginning", "from"):
        return Span.interval(span, None)
    if word in ("until", "till", "through", "ending", "than", "to", "backdated to"):
        return None
    if word in ("by", "before"):
        return Span.between(None, span.latest if word == "by" else span.earliest)
    if word == "after":
        return Span.between(span.earliest, None)
    return span


def _premodifies(line: Line, expression: Expression, text: str) -> bool:
    """Whether the expression stands before the noun that it dates."""
    tokens = line.tokens
    position = _token_at(line, expression.end - 1)
    following = tokens.codes[position + 1 : position + 2]
    if text[expression.end : expression.end + 2] in ("'s", "’s", "' ", "’ ") or expression.text.endswith(("'s", "’s")):
        return True
    if following not in ("n", "k", "i", "u", "v", "z") or not following:
        return False
    if text[expression.end : expression.end + 1] != " ":
        return False
    first = _token_at(line, expression.start)
    previous = tokens.codes[first - 1 : first] if first > 0 else ""
    spoken = tokens.words[first - 1] if first > 0 else ""
    if previous in ("w", "a") and previous:
        return True
    if previous == "o" and spoken in ("on", "in"):
        return False
    nouns = lexicon().nouns
    return previous in ("o", "n") and any(word in nouns for word in tokens.words[position + 1 : position + 4])


def _token_at(line: Line, offset: int) -> int:
    tokens = line.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens.ends[middle] <= offset:
            low = middle + 1
        else:
            high = middle
    return min(low, len(tokens) - 1)


def _clause_of(line: Line, date: Dated) -> int | None:
    expression = date.expression
    best: int | None = None
    for position, clause in enumerate(line.clauses):
        if clause.owns(expression.start, expression.end) and (
            best is None or clause.end - clause.start < line.clauses[best].end - line.clauses[best].start
        ):
            best = position
    return best


def _attach_before_noun(date: Dated, inside: Sequence[Mention]) -> bool:
    candidates = [mention for mention in inside if mention.nominal and 0 < mention.head - date.position <= 6]
    if candidates:
        _give(candidates[0], date, 0.95)
        return True
    return False


def _attach_in_clause(date: Dated, inside: Sequence[Mention], line: Line, clause: int) -> None:
    main = next((m for m in inside if m.also == clause or (m.whole_clause and m.clause == clause)), None)
    verb = line.clauses[clause].verb
    verb_position = verb.first if verb is not None else 0
    if main is not None and main.role == "planned" and main.group is not None:
        verb_position = main.group.first
    if date.position < verb_position or verb is None:
        between = [m for m in inside if m.head < date.position and (m.nominal or m.role == "participle")]
        close = [m for m in between if date.position - m.last <= 3 and not _comma_between(line, m.head, date.position)]
        for mention in close[-1:]:
            _give(mention, date, 0.85)
        if close and close[-1].role == "participle":
            return
        if main is not None and not (
            close and not close[-1].whole_clause and main.group is not None and not close[-1].nominal
        ):
            _give(main, date, 0.9)
        if not close or date.position <= _OPENING:
            for mention in inside:
                if mention.role == "" and not mention.whole_clause:
                    _give(mention, date, 0.6)
        return
    others = [m for m in inside if not m.whole_clause and verb_position < m.head < date.position]
    nearest = next(
        (m for m in reversed(others) if not m.nominal and m.role in ("participle", "gerund", "infinitive")), None
    )
    if nearest is not None and nearest.role == "participle" and not _comma_between(line, nearest.head, date.position):
        _give(nearest, date, 0.85)
        return
    if nearest is not None:
        _give(nearest, date, 0.7)
    speech = main is not None and not main.nominal and main.trigger.kind in ("statement", "decision")
    for mention in others:
        if mention.nominal and not (speech and mention is not others[-1]):
            apart = mention.role == "apart" and date.position - mention.last > 3
            if not apart and not (speech and main is not None and mention.known and main.trigger.kind == "statement"):
                _give(mention, date, 0.7)
    apart_before = others and others[-1].role == "apart" and date.position - others[-1].last <= 3
    expression = date.expression
    planned = main is not None and main.role in ("planned", "believed")
    free = bool(others) and not planned and not date.span.open_end
    if free and dates_another(line, expression.start, expression.end, verb.head):
        return
    if main is not None and not (apart_before and main.when is not None):
        _give(main, date, 0.6 if apart_before else 0.9)


def _comma_between(line: Line, first: int, last: int) -> bool:
    return "," in line.tokens.codes[first:last]


def _give(mention: Mention, date: Dated, sure: float) -> None:
    """A date of its own; the finer and surer one stays."""
    if mention.when is not None and mention.certainty >= sure:
        finer = date.span.precision > mention.when.precision and mention.when.contains(date.span) is True
        if not finer:
            return
    mention.when = date.span
    mention.anchor = f"“{date.expression.text}” in its clause"
    mention.certainty = sure
    mention.expression = date.expression


def is_day(span: Span | None) -> bool:
    """Whether a span is a day or finer."""
    return span is not None and span.precision >= Precision.DAY and span.is_instant
