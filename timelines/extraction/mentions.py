"""Event mentions of a sentence: which words name something that happens, before any of it has a date.

Verbs and nouns are looked up in the lexicon; a verb that only says that its noun happens ("held a meeting", "the war
began") gives its clause to the noun.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timelines.chronology.span import Span
from timelines.extraction.triggers import Trigger, lexicon
from timelines.model import Expression, Name
from timelines.syntax.clauses import Clause
from timelines.syntax.tokens import Tokens
from timelines.syntax.verbs import VerbGroup

_UNKNOWN_KIND = "event"
# Words between the start of a noun phrase and its head, and from its head to the end of what it is about.
_LONGEST_BEFORE, _LONGEST_AFTER = 6, 9


@dataclass(slots=True)
class Line:
    """One sentence with what lies in it. ``headline`` lines and ``dateline`` lines stand outside the story."""

    index: int
    start: int
    end: int
    paragraph: int
    clauses: list[Clause]
    expressions: list[Expression]
    names: list[Name]
    headline: bool = False
    dateline: bool = False

    @property
    def tokens(self) -> Tokens:
        """The words of the sentence."""
        return self.clauses[0].tokens


@dataclass(slots=True)
class Mention:
    """An event in the making. Token positions refer to its line; ``first``-``last`` is its noun phrase or verb."""

    line: int
    clause: int
    head: int
    first: int
    last: int
    trigger: Trigger
    nominal: bool
    group: VerbGroup | None
    known: bool = True
    definite: bool = False
    indefinite: bool = False
    whole_clause: bool = True
    role: str = ""
    when: Span | None = None
    anchor: str = ""
    certainty: float = 0.0
    expression: Expression | None = None
    extra: list[int] = field(default_factory=list)


def find_mentions(line: Line) -> list[Mention]:
    """The mentions of one line, in the order of their triggers."""
    found: list[Mention] = []
    for position, clause in enumerate(line.clauses):
        nouns = _nouns(line, position, clause)
        verb = _verb(line, position, clause)
        merged = _merge(verb, nouns, line.tokens) if verb is not None else None
        if merged is not None:
            found.append(merged)
            nouns = [noun for noun in nouns if noun.head != merged.head]
        elif verb is not None and not _empty(verb, line.tokens):
            found.append(verb)
        found.extend(nouns)
        found.extend(_others(line, position, clause))
    found.sort(key=lambda mention: mention.head)
    return found


def _verb(line: Line, position: int, clause: Clause) -> Mention | None:
    verb = clause.verb
    if verb is None:
        return None
    tokens, frames = clause.tokens, lexicon().frames
    word = tokens.words[verb.head]
    planned = _planned(clause, verb)
    if planned is not None:
        return _mention(line, position, planned, planned.head, role="planned")
    if verb.auxiliary:
        complement = _state_complement(tokens, verb)
        if complement is not None:
            state = lexicon().states[tokens.words[complement]]
            return Mention(line.index, position, complement, verb.first, complement, state, False, verb)
        return None
    trigger = lexicon().verbs.get(word)
    if trigger is None and word in frames["state-verbs"]:
        return None
    happens = verb.tense in ("past", "future") or verb.perfect or verb.modal != "" or verb.passive
    if not happens and not (verb.tense == "present" and (line.headline or verb.progressive or trigger is not None)):
        return None
    return _mention(line, position, verb, verb.head)


def _mention(line: Line, clause: int, group: VerbGroup, head: int, role: str = "") -> Mention:
    word = line.tokens.words[head]
    trigger = lexicon().verbs.get(word)
    return Mention(
        line.index,
        clause,
        head,
        group.first,
        group.last,
        trigger or Trigger(_UNKNOWN_KIND, word, False),
        False,
        group,
        known=trigger is not None,
        role=role,
    )


def _planned(clause: Clause, verb: VerbGroup) -> VerbGroup | None:
    """The infinitive that a verb of planning is about: "is expected to open"."""
    frames, words = lexicon().frames, clause.tokens.words
    following = next((group for group in clause.others if group.first > verb.last), None)
    if following is None or following.form != "infinitive" or following.first - verb.last > 3:
        return None
    word = words[verb.head]
    between = words[verb.last + 1 : following.first]
    expected = verb.passive and word in frames["planning-verbs"] and not between
    going = verb.auxiliary and any(part in frames["planning-words"] for part in between)
    going = going or (verb.progressive and word == "going" and not between)
    return following if expected or going else None


def _state_complement(tokens: Tokens, verb: VerbGroup) -> int | None:
    states = lexicon().states
    for position in range(verb.last + 1, min(verb.last + 4, len(tokens))):
        if tokens.words[position] in states:
            return position
        if tokens.codes[position] not in "r":
            return None
    return None


def _nouns(line: Line, position: int, clause: Clause) -> list[Mention]:
    tokens, lex = clause.tokens, lexicon()
    taken = {
        token
        for group in (clause.verb, *clause.others)
        if group is not None and group.form != "gerund"
        for token in range(group.first, group.last + 1)
    }
    found = []
    for token, word in enumerate(tokens.words):
        trigger = lex.nouns.get(word)
        state = lex.states.get(word) if trigger is None else None
        if (
            (trigger is None and state is None)
            or token in taken
            or not clause.owns(tokens.starts[token], tokens.ends[token])
        ):
            continue
        if state is not None:
            counted = token > 0 and tokens.codes[token - 1] in "0r"
            if not counted:
                continue
            found.append(Mention(line.index, position, token, token - 1, token, state, True, None, whole_clause=False))
            continue
        assert trigger is not None
        if not _is_head(tokens, token):
            continue
        first, last = _phrase(tokens, token, clause)
        before = tokens.words[first - 1] if first > 0 else ""
        opening = tokens.words[first]
        found.append(
            Mention(
                line.index,
                position,
                token,
                first,
                last,
                trigger,
                True,
                None,
                definite=opening in lex.frames["definite-words"] or _possessive(tokens, first, token),
                indefinite=opening in lex.frames["indefinite-words"],
                whole_clause=False,
                role="apart" if before in lex.frames["other-time-prepositions"] else "",
            )
        )
    return found


def _is_head(tokens: Tokens, token: int) -> bool:
    """Not a noun that describes the next one ("tsunami warning") nor part of a name that goes on."""
    following = tokens.codes[token + 1 : token + 2]
    if tokens.codes[token] == "u":
        return following != "u"
    if following in ("n", "a") and following:
        return following == "a" or tokens.words[token + 1] in lexicon().frames["planning-words"]
    return following != "u" or tokens.codes[token] != "i"


def _possessive(tokens: Tokens, first: int, token: int) -> bool:
    return "a" in tokens.codes[first:token]


def _phrase(tokens: Tokens, token: int, clause: Clause) -> tuple[int, int]:
    """First and last token of the noun phrase: "a crisis meeting", "the shooting of nine people"."""
    first = token
    while first > 0 and token - first < _LONGEST_BEFORE and tokens.codes[first - 1] in "nu0kiav'":
        if not clause.owns(tokens.starts[first - 1], tokens.ends[first - 1]):
            break
        if clause.verb is not None and clause.verb.first <= first - 1 <= clause.verb.last:
            break
        first -= 1
    if first > 0 and tokens.codes[first - 1] == "w":
        first -= 1
    last = token
    following = token + 1
    while following < len(tokens) and following - token <= _LONGEST_AFTER:
        code = tokens.codes[following]
        if code == "o" and tokens.words[following] in (
            "of",
            "in",
            "at",
            "between",
            "against",
            "with",
            "on",
            "over",
            "near",
        ):
            following += 1
        elif code in "wnu0a'" and following > token + 1:
            last = following
            following += 1
        else:
            break
        if not clause.owns(tokens.starts[following - 1], tokens.ends[following - 1]):
            break
    return first, last


def _merge(verb: Mention, nouns: list[Mention], tokens: Tokens) -> Mention | None:
    """The noun of a light verb or of a verb of occurrence, with the whole clause as its own."""
    frames = lexicon().frames
    group = verb.group
    assert group is not None
    word = tokens.words[verb.head]
    chosen = None
    objects = [noun for noun in nouns if noun.first > group.last]
    subjects = [noun for noun in nouns if noun.last < group.first and noun.role != "apart"]
    if word in frames["light-verbs"] and not group.passive:
        chosen = next((noun for noun in objects if noun.first - group.last <= 2), None)
    if word in frames["light-verbs"] and group.passive:
        chosen = next((noun for noun in (*reversed(subjects), *objects) if noun.first - group.last <= 2), None)
    if chosen is None and word in frames["occurrence-verbs"] and subjects:
        chosen = subjects[0]
    if chosen is None or (not chosen.trigger.strong and chosen.trigger.kind != "search"):
        return None
    chosen.group, chosen.whole_clause, chosen.role = group, True, verb.role
    return chosen


def _empty(verb: Mention, tokens: Tokens) -> bool:
    """A verb with no content of its own and no noun to give it one."""
    return verb.group is not None and tokens.words[verb.head] in (
        "took",
        "take",
        "happened",
        "did",
        "done",
        "had",
        "has",
    )


def _others(line: Line, position: int, clause: Clause) -> list[Mention]:
    """Participles, gerunds and infinitives that name an event of a strong kind, or a dated one."""
    lex, found = lexicon(), []
    for group in clause.others:
        word = clause.tokens.words[group.head]
        trigger = lex.verbs.get(word)
        if trigger is None or word in lex.nouns:
            continue
        mention = _mention(line, position, group, group.head, role=group.form)
        mention.whole_clause = False
        mention.last = _object_end(clause, group)
        found.append(mention)
    return found


def _object_end(clause: Clause, group: VerbGroup) -> int:
    tokens = clause.tokens
    last = group.last
    while (
        last + 1 < len(tokens)
        and last - group.last < _LONGEST_AFTER
        and tokens.codes[last + 1] not in ',;:-()"csxTmbBhHp.'
    ):
        if not clause.owns(tokens.starts[last + 1], tokens.ends[last + 1]):
            break
        last += 1
    return last
