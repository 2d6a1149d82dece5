"""Event mentions of a sentence: which words name something that happens, before any of it has a date.

Verbs and nouns are looked up in the lexicon; a verb that only says that its noun happens ("held a meeting", "the war
began") gives its clause to the noun.
"""

from __future__ import annotations

from dataclasses import replace

from timelines.extraction.mention import Line, Mention
from timelines.extraction.noun_mentions import named_events, noun_mentions
from timelines.extraction.triggers import UNKNOWN_KIND, Trigger, lexicon
from timelines.syntax.clauses import Clause
from timelines.syntax.tokens import Tokens
from timelines.syntax.verbs import VerbGroup

# Words from a participle to the end of its object.
_LONGEST_OBJECT = 9


def find_mentions(line: Line) -> list[Mention]:
    """The mentions of one line, in the order of their triggers."""
    found: list[Mention] = []
    heads: set[int] = set()
    for position, clause in enumerate(line.clauses):
        known = len(found)
        nouns = noun_mentions(line, position, clause)
        nouns = _with_named(named_events(line, position, clause), nouns)
        verb = _verb(line, position, clause)
        merged = _merge(verb, nouns, line.tokens) if verb is not None else None
        if merged is not None:
            found.append(merged)
            nouns = [noun for noun in nouns if noun.head != merged.head]
        elif verb is not None and not _empty(verb, line.tokens):
            found.append(verb)
        found.extend(nouns)
        heads.update(mention.head for mention in found[known:])
        others = _others(line, position, clause, heads)
        found.extend(others)
        heads.update(mention.head for mention in others)
    found.sort(key=lambda mention: mention.head)
    _join_relatives(line, found)
    return found


def _join_relatives(line: Line, mentions: list[Mention]) -> None:
    """ "The meeting, which took place on Monday at the palace": the relative clause speaks of the noun before it."""
    for position, clause in enumerate(line.clauses):
        if clause.kind != "relative" or clause.verb is None or not _says_it_happens(clause.tokens, clause.verb):
            continue
        for mention in mentions:
            gap = clause.start - line.tokens.ends[mention.last]
            if mention.nominal and mention.clause != position and 0 <= gap <= 3:
                mention.also = position


def _says_it_happens(tokens: Tokens, verb: VerbGroup) -> bool:
    word = tokens.words[verb.head]
    if word in ("took", "take", "takes", "taken"):
        return tokens.words[verb.last + 1 : verb.last + 2] == ["place"]
    if verb.passive:
        return word in ("held", "staged", "signed", "carried")
    return word in lexicon().frames["occurrence-verbs"]


def _with_named(named: list[Mention], nouns: list[Mention]) -> list[Mention]:
    """A known name goes before a noun inside it."""
    kept = [noun for noun in nouns if not any(name.first <= noun.head <= name.last for name in named)]
    return sorted((*named, *kept), key=lambda mention: mention.head)


def _verb(line: Line, position: int, clause: Clause) -> Mention | None:
    verb = clause.verb
    if verb is None:
        return None
    tokens, frames = clause.tokens, lexicon().frames
    word = tokens.words[verb.head]
    planned = _planned(clause, verb)
    if planned is not None:
        believed = any(code in "hH" for code in tokens.codes[planned.first : planned.last])
        return _mention(line, position, planned, planned.head, role="believed" if believed else "planned")
    said = verb.passive and word in frames["saying-verbs"]
    if verb.auxiliary or said:
        complement = _state_complement(tokens, verb)
        if complement is not None:
            state = lexicon().states[tokens.words[complement]]
            return Mention(line.index, position, complement, verb.first, complement, state, False, verb)
        if not said:
            return _busy(line, position, clause, verb)
    trigger = lexicon().verbs.get(word)
    if trigger is None and word in frames["state-verbs"]:
        return None
    happens = verb.tense in ("past", "future") or verb.perfect or verb.modal != "" or verb.passive
    if not happens and not (verb.tense == "present" and (line.headline or verb.progressive or trigger is not None)):
        return None
    return _mention(line, position, verb, verb.head)


def _busy(line: Line, position: int, clause: Clause, verb: VerbGroup) -> Mention | None:
    """ "was on the scene working": the gerund says what the copula does not."""
    gerund = next((group for group in clause.others if group.form == "gerund" and group.first > verb.last), None)
    if (
        gerund is None
        or verb.modal
        or clause.tokens.codes[verb.last + 1] == "w"
        or "," in clause.tokens.codes[verb.last : gerund.first]
    ):
        return None
    mention = _mention(line, position, gerund, gerund.head)
    mention.group = replace(verb, head=gerund.head, progressive=True)
    return mention


def _mention(line: Line, clause: int, group: VerbGroup, head: int, role: str = "") -> Mention:
    word = line.tokens.words[head]
    trigger = lexicon().verbs.get(word)
    return Mention(
        line.index,
        clause,
        head,
        group.first,
        group.last,
        trigger or Trigger(UNKNOWN_KIND, word, False),
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
    said = verb.passive and (word in frames["planning-verbs"] or word in frames["saying-verbs"])
    expected = said and not between
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
    if chosen is None and _says_it_happens(tokens, group) and subjects:
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


def _others(line: Line, position: int, clause: Clause, taken: set[int]) -> list[Mention]:
    """Participles, gerunds and infinitives that name an event of a strong kind, or a dated one."""
    lex, found = lexicon(), []
    for group in clause.others:
        word = clause.tokens.words[group.head]
        trigger = lex.verbs.get(word)
        if trigger is None or group.head in taken or word in lex.states:
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
        and last - group.last < _LONGEST_OBJECT
        and tokens.codes[last + 1] not in ',;:-()"csxTmbBhHp.'
    ):
        if not clause.owns(tokens.starts[last + 1], tokens.ends[last + 1]):
            break
        last += 1
    return last
