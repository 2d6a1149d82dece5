"""Which sentences are worth the parser: it takes many times longer than all the rest of the engine on the same words.

Only sentences with a date that an event can take, and in them two questions that coarse clauses answer badly: who is
the subject, where they find none or one with a verb in it, and whether a closing date belongs to the verb or to an
infinitive or gerund between them.
"""

from __future__ import annotations

from collections.abc import Sequence

from timelines.extraction.direct_dates import between_verbs, is_clock_only, usable_day
from timelines.extraction.labels import coarse_subject, is_doubtful
from timelines.extraction.mention import Line, Mention
from timelines.extraction.trees import OTHER_TIME, only_plans
from timelines.model import Expression
from timelines.syntax.clauses import Clause
from timelines.syntax.parser import parse
from timelines.syntax.verbs import VerbGroup

# Code points. Longer sentences are lists and lines run together, where the tree is as unsure as the clauses.
_LONGEST = 450
# What is parsed of one article, at most: these code points and this share of all, from its beginning. News would ask
# for 5 in 100 code points; that would take a third of the time of ``reconstruct``.
_ALWAYS, _SHARE = 250, 0.005
# Tokens from a verb to its infinitive ("asked the two men to leave").
_NEAR = 5


def plant_trees(lines: Sequence[Line], mentions: Sequence[Sequence[Mention]], text: str) -> None:
    """Parse in one batch the lines that are worth it, and give them their trees; nothing happens without a model."""
    room = _ALWAYS + int(_SHARE * len(text))
    chosen: list[Line] = []
    for line, found in zip(lines, mentions, strict=True):
        if line.end - line.start <= room and worth_parsing(line, found, text):
            chosen.append(line)
            room -= line.end - line.start
    trees = parse(text, [(line.start, line.end) for line in chosen]) if chosen else None
    for line, tree in zip(chosen, trees or (), strict=False):
        line.tree = tree


def worth_parsing(line: Line, mentions: Sequence[Mention], text: str) -> bool:
    """Whether the tree of this line may change an event that the line dates."""
    if line.dateline or not mentions or line.end - line.start > _LONGEST:
        return False
    dates = [date for date in line.expressions if usable_day(date) is not None and not is_clock_only(date)]
    if not dates:
        return False
    return _unclear_date(line, dates) or any(
        mention.whole_clause and is_doubtful(coarse_subject(mention, line, text), mention, line) for mention in mentions
    )


def _unclear_date(line: Line, dates: Sequence[Expression]) -> bool:
    """Whether a date may belong to another verb than the one of its coarse clause."""
    starts = line.tokens.starts
    for position, clause in enumerate(line.clauses):
        for date in dates:
            if not clause.owns(date.start, date.end):
                continue
            if between_verbs(line, position, date):
                return True
            if any(starts[group.last] < date.start and _apart(clause, group) for group in clause.others):
                return True
    return False


def _apart(clause: Clause, group: VerbGroup) -> bool:
    """An infinitive or gerund behind the verb that may be at another time ("before being capped")."""
    verb, words = clause.verb, clause.tokens.words
    if verb is None or group.first <= verb.last:
        return False
    if group.form == "gerund":
        return words[group.first - 1] in OTHER_TIME
    near = group.first - verb.last <= _NEAR and not verb.auxiliary and only_plans(words[verb.head])
    return group.form == "infinitive" and (near or group.passive)
