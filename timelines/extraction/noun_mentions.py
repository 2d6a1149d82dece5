"""Nouns that name events ("the shooting of nine people", "222 dead", "a Tuesday traffic stop")."""

from __future__ import annotations

from bisect import bisect_left

from timelines.extraction.mention import Line, Mention
from timelines.extraction.triggers import UNKNOWN_KIND, Trigger, lexicon
from timelines.syntax.clauses import Clause
from timelines.syntax.tokens import Tokens

# Words between the start of a noun phrase and its head, and from its head to the end of what it is about.
_LONGEST_BEFORE, _LONGEST_AFTER = 6, 9


def noun_mentions(line: Line, position: int, clause: Clause) -> list[Mention]:
    """Nouns of a clause that name events, with their phrase, and tolls ("222 dead")."""
    tokens, lex = clause.tokens, lexicon()
    taken = {
        token
        for group in (clause.verb, *clause.others)
        if group is not None and group.form != "gerund"
        for token in range(group.first, group.last + 1)
    }
    dates = [(expression.start, expression.end) for expression in line.expressions]
    found = []
    for token in range(bisect_left(tokens.starts, clause.start), bisect_left(tokens.starts, clause.end)):
        word = tokens.words[token]
        trigger = lex.nouns.get(word)
        state = lex.states.get(word)
        if (trigger is None and state is None) or not clause.owns(tokens.starts[token], tokens.ends[token]):
            continue
        if state is not None:
            if token > 0 and tokens.codes[token - 1] == "0":
                found.append(
                    Mention(line.index, position, token, token - 1, token, state, True, None, whole_clause=False)
                )
            continue
        if token in taken or trigger is None or not _is_head(tokens, token):
            continue
        if any(start <= tokens.starts[token] < end for start, end in dates):
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


def named_events(line: Line, position: int, clause: Clause) -> list[Mention]:
    """Events that the canon knows by name ("the Battle of Hastings")."""
    tokens, found = clause.tokens, []
    for name in line.names:
        if not name.canonical.startswith("event/") or not clause.owns(name.start, name.end):
            continue
        inside = [i for i in range(len(tokens)) if name.start <= tokens.starts[i] and tokens.ends[i] <= name.end]
        if not inside:
            continue
        nouns = lexicon().nouns
        head = next((i for i in inside if tokens.words[i] in nouns), inside[-1])
        trigger = nouns.get(tokens.words[head]) or Trigger(UNKNOWN_KIND, tokens.words[head], True)
        first = inside[0] - 1 if inside[0] > 0 and tokens.codes[inside[0] - 1] == "w" else inside[0]
        mention = Mention(line.index, position, head, first, inside[-1], trigger, True, None, whole_clause=False)
        mention.definite, mention.role = True, "named"
        found.append(mention)
    return found


def dated_noun(line: Line, clause: int, first: int) -> Mention | None:
    """The noun phrase behind a day that stands before it ("Tuesday traffic stop"), whatever the noun."""
    tokens = line.tokens
    last = first
    while last + 1 < len(tokens) and tokens.codes[last + 1] in "nvz" and last - first < 3:
        last += 1
    if first >= len(tokens) or tokens.codes[first] not in "nvzi":
        return None
    trigger = Trigger(UNKNOWN_KIND, tokens.words[last], False)
    return Mention(
        line.index, clause, last, max(first - 2, 0), last, trigger, True, None, known=False, whole_clause=False
    )


def _is_head(tokens: Tokens, token: int) -> bool:
    """Not a noun that describes the next one ("tsunami warning") nor part of a name that goes on."""
    following = tokens.codes[token + 1 : token + 2]
    if tokens.codes[token] == "u":
        return following != "u" and not (
            token > 1 and tokens.words[token - 1] == "of" and tokens.codes[token - 2] == "u"
        )
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
