"""The events of an article: who did what, where and when, and with what standing.

Mentions come from the lexicon (``mentions``), dates from the words beside them (``direct_dates``) or from their
surroundings (``discourse``). Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from timelines.canon.canon import Canon
from timelines.chronology.span import Span
from timelines.extraction.direct_dates import attach_dates
from timelines.extraction.discourse import Discourse
from timelines.extraction.labels import label, subject_words
from timelines.extraction.mention import Line, Mention
from timelines.extraction.mentions import find_mentions
from timelines.extraction.participants import extent, participants
from timelines.extraction.standing import standing
from timelines.extraction.triggers import lexicon
from timelines.extraction.worth_parsing import plant_trees
from timelines.model import Article, Event, Expression, Modality, Name
from timelines.reading.sentences import sentences
from timelines.syntax.clauses import clauses

_WORDS = re.compile(r"\w+")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")
_PERSONAL = frozenset({"he", "she"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
_SUBORDINATE_STANDING = 0.1


def extract_events(
    article: Article, expressions: Sequence[Expression], names: Sequence[Name], canon: Canon, *, syntax: bool = True
) -> list[Event]:
    """The events of an article in the order of their triggers.

    ``expressions`` and ``names`` are sorted by start. Without a publication date, only dates that the text itself
    fixes are given. ``syntax`` lets the dependency parser, if there is one, read the sentences that need it.
    """
    lines = _lines(article, expressions, names)
    mentions = [find_mentions(line) if not line.dateline else [] for line in lines]
    if syntax:
        plant_trees(lines, mentions, article.text)
    for line, found in zip(lines, mentions, strict=True):
        attach_dates(line, found, article.text)
    Discourse(lines, mentions, article.published.span).spread()
    events: list[Event] = []
    antecedent = ""
    told: set[tuple[str, str]] = set()
    for line, found in zip(lines, mentions, strict=True):
        subjects: dict[int, str] = {}
        named = False
        covered = {mention.clause: mention.when for mention in found if mention.whole_clause}
        for mention in found:
            subject = subject_words(mention, line, article.text) if mention.whole_clause else ""
            if mention.whole_clause:
                subjects[mention.clause] = subject
                named = named or (subject != "" and subject.lower() not in _THIRD_PERSON)
            if not _worth_telling(mention, told, covered) or _bare_saying(mention, line, subject):
                continue
            told.add((mention.trigger.kind, mention.trigger.base))
            stand_in = _speaker(mention, line, subjects)
            if not named:
                stand_in = stand_in or (antecedent if subject.lower() in _PERSONAL else "")
            events.append(_event(len(events) + 1, mention, line, article.text, subject, stand_in))
        antecedent = _next_antecedent(line, found, article.text, antecedent)
    return events


def _lines(article: Article, expressions: Sequence[Expression], names: Sequence[Name]) -> list[Line]:
    text = article.text
    expression_starts = [expression.start for expression in expressions]
    name_starts = [name.start for name in names]
    lines: list[Line] = []
    paragraph, previous_end = 0, 0
    for start, end in article.sentences or sentences(text):
        if "\n" in text[previous_end:start]:
            paragraph += 1
        found = clauses(text, (start, end))
        if not found:
            continue
        inside = [
            expression
            for expression in expressions[bisect_left(expression_starts, start) : bisect_left(expression_starts, end)]
            if expression.end <= end
        ]
        lines.append(
            Line(
                len(lines),
                start,
                end,
                paragraph,
                found,
                inside,
                list(names[bisect_left(name_starts, start) : bisect_left(name_starts, end)]),
                headline=not lines and end < len(text) and not _ENDED.search(text, start, end) and end - start <= 160,
                dateline=_is_dateline(text, start, end, inside),
            )
        )
        previous_end = end
    capitals = frozenset(word for line in lines for word in _capitalised_inside(line))
    for line in lines:
        line.capitals = capitals
    return lines


def _capitalised_inside(line: Line) -> list[str]:
    tokens = line.tokens
    return [
        tokens.words[i] for i in range(1, len(tokens)) if tokens.codes[i] == "u" and tokens.codes[i - 1] not in '".:('
    ]


def _is_dateline(text: str, start: int, end: int, expressions: Sequence[Expression]) -> bool:
    """A line that holds nothing but dates, and perhaps a place or a byline's word or two."""
    if not expressions or end - start > 60 or _ENDED.search(text, start, end):
        return False
    dated = sum(expression.end - expression.start for expression in expressions)
    return dated >= 0.6 * (end - start)


def _worth_telling(mention: Mention, told: set[tuple[str, str]], covered: Mapping[int, Span | None]) -> bool:
    """Nouns that are only sometimes events, and forms inside a clause, need a date of their own.

    A bare noun in a clause that is an event itself ("the ban") is not told again, nor one that adds no date.
    """
    own = mention.expression is not None
    if mention.whole_clause:
        return True
    word = mention.trigger.base
    if mention.role == "named" or mention.trigger.base in lexicon().states:
        return True
    bare = mention.last - mention.first <= 1
    again = (mention.trigger.kind, mention.trigger.base) in told
    if (
        mention.nominal
        and not own
        and bare
        and mention.clause in covered
        and (again or mention.when in (None, covered[mention.clause]))
    ):
        return False
    if mention.nominal:
        return own or (mention.trigger.strong and word not in lexicon().frames["weak-nouns"])
    return own or (mention.trigger.strong and mention.role != "infinitive")


def _bare_saying(mention: Mention, line: Line, subject: str) -> bool:
    """ "he added", "NPR reported": no event of its own without a date or more words."""
    if mention.trigger.kind != "statement" or not mention.whole_clause or mention.expression is not None:
        return False
    clause = line.clauses[mention.clause]
    return " " not in subject and line.tokens.ends[mention.last] + 2 >= clause.end


def _event(number: int, mention: Mention, line: Line, text: str, subject: str, stand_in: str) -> Event:
    start, end, _ = extent(mention, line)
    tokens = line.tokens
    who, place = participants(mention, line, text)
    modality = standing(mention, line)
    return Event(
        id=f"e{number}",
        start=start,
        end=end,
        trigger=(tokens.starts[mention.head], tokens.ends[mention.head]),
        label=label(mention, line, text, subject, stand_in if subject.lower() in _THIRD_PERSON else ""),
        sentence=(line.start, line.end),
        when=mention.when,
        anchor=mention.anchor,
        participants=who,
        place=place,
        modality=modality,
        confidence=_confidence(mention, modality),
    )


def _confidence(mention: Mention, modality: Modality) -> float:
    """How sure it is that this is an event with this date; the steps were set by hand."""
    sure = 0.6 if mention.known else 0.45
    if mention.when is not None:
        sure += 0.35 * mention.certainty
    if modality is not Modality.ASSERTED:
        sure -= _SUBORDINATE_STANDING
    if not mention.whole_clause:
        sure -= 0.05
    return round(max(0.1, min(sure, 0.95)), 2)


def _speaker(mention: Mention, line: Line, subjects: Mapping[int, str]) -> str:
    """ "The firm said it bought": the subject of the saying, for the pronoun of what is said."""
    clause = line.clauses[mention.clause]
    if clause.kind != "complement" or clause.parent is None:
        return ""
    subject = subjects.get(clause.parent, "")
    return "" if subject.lower() in _THIRD_PERSON else subject


def _next_antecedent(line: Line, mentions: Sequence[Mention], text: str, antecedent: str) -> str:
    """The person that "he" or "she" of the next sentence stands for: the subject of this one, if it is one person."""
    for mention in mentions:
        clause = line.clauses[mention.clause]
        if not mention.whole_clause or clause.kind not in ("main", "coordinate") or clause.quoted:
            continue
        subject = subject_words(mention, line, text)
        for name in line.names:
            if name.canonical.startswith("person/") and name.text in subject:
                return name.text
        return antecedent if subject.lower() in _PERSONAL else ""
    return antecedent
