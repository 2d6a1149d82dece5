"""Coarse clauses of a sentence: each finite verb with the words around it that belong to it.

Boundaries are conjunctions, relatives, commas with a new subject, and the clause that follows a verb of saying. A
clause interrupted by another one ("The ban, which began in May, was lifted") keeps its outer span and lists the
interruption as a hole. A dependency parser can replace this module; events and claims use only ``Clause``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import Literal

from timelines.syntax.tokens import Tokens, tokenize, word_lists
from timelines.syntax.verbs import SAYING, Tense, VerbGroup, verb_groups

ClauseKind = Literal["main", "coordinate", "relative", "subordinate", "complement"]

# Runs back over the words of a noun phrase: determiner, possessive, number, name, noun, adjective, "of".
_NOUN_PHRASE = re.compile(r"[wa0nuki'\-]*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """``start``-``end`` are offsets into the text, ends exclusive; ``holes`` are clauses embedded in this one.

    ``subject`` is the span of the words before the verb that belong to the clause (its own or, in a coordination,
    those of the clause before), ``conjunction`` the word that opens it. ``verb`` is None only where a sentence has no
    finite verb. ``others`` are the infinitives, participles and gerunds in it.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    tense: Tense
    kind: ClauseKind
    tokens: Tokens = field(repr=False)
    verb: VerbGroup | None = None
    others: tuple[VerbGroup, ...] = ()
    subject: tuple[int, int] | None = None
    conjunction: str = ""
    quoted: bool = False
    holes: tuple[tuple[int, int], ...] = ()
    parent: int | None = None

    def owns(self, start: int, end: int) -> bool:
        """Whether these words belong to the clause itself and not to one embedded in it."""
        return (
            self.start <= start
            and end <= self.end
            and not any(first <= start and end <= last for first, last in self.holes)
        )


@dataclass(slots=True)
class _Draft:
    kind: ClauseKind
    first: int
    verb: VerbGroup | None
    conjunction: str = ""
    subject: tuple[int, int] | None = None
    parent: int | None = None


def clauses(text: str, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of one sentence in the order of their verbs; one clause without a verb if there is none."""
    tokens = tokenize(text, *sentence)
    if not len(tokens):
        return []
    groups = verb_groups(tokens)
    drafts, owner = _draft(groups, tokens)
    return _finish(drafts, owner, groups, tokens, sentence)


def _draft(groups: list[VerbGroup], tokens: Tokens) -> tuple[list[_Draft], list[int]]:
    """The clauses with their verbs, and for every token the clause that owns it."""
    owner = [0] * len(tokens)
    drafts: list[_Draft] = []
    pending: int | None = None
    previous: VerbGroup | None = None
    for verb in groups:
        if not verb.finite:
            continue
        after = previous.last + 1 if previous is not None else 0
        start, kind, conjunction = _opening(tokens, after, verb, previous)
        previous = verb
        if kind == "coordinate" and drafts and all(draft.kind == "subordinate" for draft in drafts):
            kind = "main"
        if pending is not None and kind in ("main", "coordinate", "complement") and conjunction == "":
            resume = _resumption(tokens, after, verb.first)
            drafts[pending].verb = verb
            # The verb of the interrupted clause comes last in the text, so it is moved behind the interruption.
            owner[resume:] = [pending] * (len(owner) - resume)
            pending = None
            continue
        if not drafts and start > 0 and kind in ("relative", "subordinate") and _has_words(tokens, 0, start):
            drafts.append(_Draft("main", 0, None))
            pending = 0
        parent = _parent(drafts, kind)
        drafts.append(_Draft(kind, start, verb, conjunction, parent=parent))
        position = len(drafts) - 1
        if position == 0:
            start = drafts[0].first = 0
        owner[start:] = [position] * (len(owner) - start)
        if kind == "coordinate" and position and tokens.codes[start : verb.first].strip("cr,") == "":
            drafts[position].subject = _subject_span(drafts[position - 1], tokens, owner, position - 1)
    if not drafts:
        drafts.append(_Draft("main", 0, None))
    if pending is not None:
        _resume_with_participle(drafts[pending], pending, groups, owner, tokens)
    return drafts, owner


def _resume_with_participle(
    draft: _Draft, position: int, groups: list[VerbGroup], owner: list[int], tokens: Tokens
) -> None:
    """ "A wave that hit two towns killed nine": what looked like a participle is the verb of the main clause."""
    for group in groups:
        ambiguous = group.form == "participle" and tokens.codes[group.head] == "k"
        if (
            ambiguous
            and owner[group.head] != position
            and tokens.codes[group.head + 1 : group.head + 2] not in (".", "")
        ):
            draft.verb = replace(group, finite=True, tense="past", form="finite", passive=False)
            owner[group.first :] = [position] * (len(owner) - group.first)
            return


def _parent(drafts: list[_Draft], kind: ClauseKind) -> int | None:
    if not drafts or kind == "main":
        return None
    return len(drafts) - 1


def _has_words(tokens: Tokens, first: int, last: int) -> bool:
    return any(code not in "w,;:-.\"'cro" for code in tokens.codes[first:last])


def _opening(tokens: Tokens, after: int, verb: VerbGroup, previous: VerbGroup | None) -> tuple[int, ClauseKind, str]:
    """Where the clause of ``verb`` starts (token position), what it is, and the word that opens it."""
    codes = tokens.codes
    position = verb.first - 1
    skipped_comma = False
    while position >= after:
        code = codes[position]
        between = codes[position + 1 : verb.first]
        if code == "x" or (code == "T" and not _is_determiner(codes, position)):
            return (
                _relative_start(codes, position, after),
                _that_kind(codes, position, between, previous, tokens),
                tokens.words[position],
            )
        if code == "s" and not _comparing(tokens, position):
            if previous is None and _new_subject_after_comma(between):
                return 0, "main", ""
            kind: ClauseKind = (
                "complement" if tokens.words[position] in ("whether", "how", "why", "what") else "subordinate"
            )
            return position, kind, tokens.words[position]
        if code in ";:-" and previous is not None:
            return position + 1, "coordinate", ""
        if code == "," and previous is not None:
            if between.strip("r") == "":
                if skipped_comma:
                    return position + 1, "coordinate", ""
                skipped_comma = True
            elif not skipped_comma:
                return position + 1, ("main" if after == 0 else "coordinate"), ""
            else:
                skipped_comma = False
        if code == "c" and previous is not None and not _joins_nouns(tokens, position, verb, previous):
            return position, "coordinate", ""
        if code == '"' and previous is not None and between:
            return position, "complement", ""
        position -= 1
    if previous is None:
        return 0, "main", ""
    if SAYING.match(tokens.words[previous.head]):
        return _after_day(tokens, after, verb.first), "complement", ""
    phrase = _NOUN_PHRASE.search(codes, 0, verb.first)
    start = max(phrase.start() if phrase else verb.first, after)
    if codes[verb.first - 1] in "yw" or start >= verb.first:
        start = max(verb.first - 1, after)
    determiner = codes.rfind("w", start, verb.first)
    return (determiner if determiner > start else start), "complement", ""


def _after_day(tokens: Tokens, position: int, last: int) -> int:
    """Past the day of a verb of saying: "said on Sunday | it was"."""
    days = word_lists()["weekday"].split()
    for length in (1, 2):
        if position + length < last and tokens.words[position + length - 1] in days:
            return position + length
    return position


def _comparing(tokens: Tokens, position: int) -> bool:
    """ "as" in "as well as", "as many as nine"; and without a subject of its own."""
    if tokens.words[position] != "as":
        return False
    beside = {*tokens.words[max(position - 1, 0) : position], *tokens.words[position + 1 : position + 2]}
    return bool(beside & {"well", "many", "much", "few", "little", "such"})


def _new_subject_after_comma(between: str) -> bool:
    """ "Before the outbreak, the country had": the conjunction is a preposition here."""
    _, comma, rest = between.rpartition(",")
    return bool(comma) and rest.strip("r") != ""


def _is_determiner(codes: str, position: int) -> bool:
    return codes[position + 1 : position + 2] in ("b", "B", ",", ".") and codes[position - 1 : position] in (
        "",
        ".",
        ",",
        '"',
    )


def _relative_start(codes: str, position: int, after: int) -> int:
    """A relative takes its preposition with it ("in which")."""
    return position - 1 if position - 1 > after and codes[position - 1] == "o" else position


def _that_kind(codes: str, position: int, between: str, previous: VerbGroup | None, tokens: Tokens) -> ClauseKind:
    if codes[position] == "T" and previous is not None and previous.last + 1 == position:
        return "complement"
    if (
        codes[position] == "T"
        and between.strip("r")
        and previous is not None
        and SAYING.match(tokens.words[previous.head])
    ):
        return "complement"
    return "relative"


def _joins_nouns(tokens: Tokens, position: int, verb: VerbGroup, previous: VerbGroup) -> bool:
    """Whether the conjunction joins two parts of the subject ("said Java and Sumatra were")."""
    if position + 1 >= verb.first:
        return False
    before = tokens.codes[previous.last + 1 : position]
    return bool(SAYING.match(tokens.words[previous.head])) and re.fullmatch(r"T?[wa0nu]+", before) is not None


def _resumption(tokens: Tokens, after: int, first: int) -> int:
    """Where the interrupted clause goes on: after the comma that closes the interruption, or at its verb."""
    comma = tokens.codes.rfind(",", after, first)
    return comma + 1 if comma >= 0 else first


def _subject_span(draft: _Draft, tokens: Tokens, owner: list[int], position: int) -> tuple[int, int] | None:
    if draft.subject is not None:
        return draft.subject
    if draft.verb is None:
        return None
    first = owner.index(position) if position in owner else draft.first
    last = draft.verb.first - 1
    if last < first:
        return None
    return tokens.starts[first], tokens.ends[last]


def _finish(
    drafts: list[_Draft],
    owner: list[int],
    groups: list[VerbGroup],
    tokens: Tokens,
    sentence: tuple[int, int],
) -> list[Clause]:
    extents: dict[int, tuple[int, int]] = {}
    for token, position in enumerate(owner):
        first, _ = extents.get(position, (token, token))
        extents[position] = (first, token)
    quoted = _quoted(tokens.codes)
    heads = {draft.verb.head for draft in drafts if draft.verb is not None}
    # In the order of their first tokens, as the tokens were gone through.
    firsts = [first for first, _ in extents.values()]
    outer = list(extents.values())
    others: dict[int, list[VerbGroup]] = {}
    for group in groups:
        if not group.finite and group.head not in heads:
            others.setdefault(owner[group.head], []).append(group)
    found = []
    for position, draft in enumerate(drafts):
        if position not in extents:
            continue
        first, last = extents[position]
        while last > first and tokens.codes[last] in ",;:-c.":
            last -= 1
        while first < last and tokens.codes[first] in ",;:.":
            first += 1
        holes = tuple(
            (tokens.starts[inner_first], tokens.ends[inner_last])
            for inner_first, inner_last in outer[bisect_right(firsts, first) : bisect_left(firsts, last)]
            if inner_last < last
        )
        verb = draft.verb
        found.append(
            Clause(
                tokens.starts[first],
                tokens.ends[last],
                sentence,
                verb.tense if verb is not None else "none",
                draft.kind,
                tokens,
                verb,
                tuple(others.get(position, ())),
                _subject_span(draft, tokens, owner, position),
                draft.conjunction,
                quoted[verb.first] if verb is not None else quoted[first],
                holes,
                draft.parent,
            )
        )
    return found


def _quoted(codes: str) -> list[bool]:
    inside = False
    marks = []
    for code in codes:
        if code == '"':
            inside = not inside
        marks.append(inside)
    return marks
