"""The verb that tells what happened at a date, for rules that compare tense and date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.checks.rule import Case
from timelines.model import Expression
from timelines.syntax.inflection import verb_forms
from timelines.syntax.tokens import ANY_FORM, BARE, classify, irregular_verbs, third_person, tokenize
from timelines.syntax.verbs import VerbGroup, verb_groups

# From the verb to its date and the other way round: a few words of the same clause.
_FARTHEST = 70
_LEAD = re.compile(r"(?:\b(?:early |late )?(?:on|in|at|during|for|by)(?: the)?|,)? $", re.IGNORECASE)
_FRONTED = re.compile(r"^\W*(?:(?:early |late |back )?(?:on|in)|it was (?:on|in)) (?:the )?$|^$", re.IGNORECASE)
_ANOTHER_CLAUSE = re.compile(
    r"[.;:()—–]|\b(?:and|but|that|who|which|when|where|while|because|since|although|than|with|against|after|before|"
    r"over|about|as)\b"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb group with its words; ``start``-``end`` in the text, ``verb_end`` without an infinitive.

    ``between`` are the words from it to the date.
    """

    group: VerbGroup
    start: int
    end: int
    verb_end: int
    head: str
    following: VerbGroup | None
    between: str
    before: str


def telling_verb(case: Case, date: Expression) -> Telling | None:
    """The finite verb right before the date (or, after an opening date, right after it), with nothing else between."""
    text = case.passage.text
    start, end = case.passage.sentence_at(date.start)
    if end - start > 1000:
        return None
    tokens = tokenize(text, start, end)
    groups = verb_groups(tokens)
    fronted = bool(_FRONTED.match(text[start : date.start]))
    if fronted:
        after = [group for group in groups if group.finite and tokens.starts[group.first] >= date.end]
        if not after:
            return None
        chosen = after[0]
        between = text[date.end : tokens.starts[chosen.first]]
    else:
        before = [group for group in groups if tokens.ends[group.last] <= date.start]
        finite = [group for group in before if group.finite]
        if not finite or not _LEAD.search(text, start, date.start):
            return None
        chosen = finite[-1]
        if [group for group in before if group.first > chosen.last and group.form != "infinitive"]:
            return None
        last_verb = before[-1] if before[-1].first > chosen.last else chosen
        between = _LEAD.sub(" ", text[tokens.ends[last_verb.last] : date.start])
    if len(between) > _FARTHEST or _ANOTHER_CLAUSE.search(between):
        return None
    position = groups.index(chosen)
    following = groups[position + 1] if position + 1 < len(groups) else None
    if following is not None and (
        following.form != "infinitive" or tokens.words[chosen.last + 1 : following.first] not in ([], ["due"], ["set"])
    ):
        following = None
    begin = tokens.starts[chosen.first]
    last = following.last if following is not None else chosen.last
    return Telling(
        chosen,
        begin,
        tokens.ends[last],
        tokens.ends[chosen.last],
        tokens.words[following.head if following is not None else chosen.head].lower(),
        following,
        between,
        text[max(start, begin - 40) : begin],
    )


def past_of(base: str) -> str:
    """ "meet" gives "met"."""
    return verb_forms(base)[2]


def base_of(past: str) -> str | None:
    """ "met" gives "meet", "opened" gives "open"; None where no verb is known by that form."""
    for base, second, _ in irregular_verbs():
        if second == past:
            return base
    if not past.endswith("ed"):
        return None
    for base in (past[:-1], past[:-2], past[:-3], f"{past[:-3]}y"):
        if len(base) > 1 and verb_forms(base)[2] == past and classify(base) in (BARE, ANY_FORM):
            return base
    bare = past[:-2]
    return bare if verb_forms(bare)[2] == past else past[:-1]


def present_of(past: str) -> str | None:
    """ "opened" gives "opens"."""
    base = base_of(past)
    return third_person(base) if base is not None else None
