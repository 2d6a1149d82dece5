"""What the dependency tree of a line tells that its coarse clauses do not.

Tokens are positions in the line's own words; a line without a tree has no answers. Used only where a reader found the
tree right clearly more often than the clauses (samples of dated news sentences): the subject of a verb that the clauses
find none or a broken one for, and dates that belong to something planned, or to another time, behind the verb.
"""

from __future__ import annotations

from bisect import bisect_right

from timelines.extraction.mention import Line
from timelines.extraction.triggers import lexicon
from timelines.syntax.dependencies import coordinated, governor_of, phrase, predicate_of, subject_of
from timelines.syntax.parse import Parse

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_SUBJECT = 80
_SINGULAR, _PLURAL = frozenset({"is", "was", "has"}), frozenset({"are", "were", "have"})
# Words before a clause without a subject of its own that put it at another time than the verb, or leave that open; news
# tells what comes "after" on the same day.
OTHER_TIME = frozenset({"before", "since", "until", "for", "of", "about", "from"})
# Whoever tries is already at it.
_TRYING = frozenset({"try", "tries", "tried", "trying", "attempted", "attempting", "volunteer", "volunteered"})


def subject_span(line: Line, verb: int) -> tuple[int, int] | None:
    """Offsets of the subject of a verb; None if it stands behind the verb, or does not look like a subject."""
    tree = line.tree
    position = _word(line, verb)
    if tree is None or position is None:
        return None
    head = subject_of(tree, position)
    if head is None or head >= position or not _can_act(line, tree, head) or _inverted(line, verb):
        return None
    if _disagrees(tree, head, position):
        return None
    first, last = _phrase(tree, head, position)
    first = _behind_dates(line, first, last)
    codes = line.tokens.codes[bisect_right(line.tokens.ends, first) : bisect_right(line.tokens.starts, last - 1)]
    if not codes or last - first > _LONGEST_SUBJECT or codes[0] in ",-" or set(codes) & set(";:("):
        return None
    return first, last


def _phrase(tree: Parse, head: int, verb: int) -> tuple[int, int]:
    """The noun phrase before the verb, with the name right behind it and the phrases joined to it."""
    first, last = phrase(tree, head)
    for name in tree.children(head, "appos"):
        if tree.words[name].part == "PROPN" and 0 <= phrase(tree, name)[0] - last <= 1:
            last = phrase(tree, name)[1]
    opening = tree.at(first, last)
    if tree.words[opening[0]].tag == "WP$" and len(opening) > 1:
        first = tree.words[opening[1]].start
    for other in coordinated(tree, head)[1:]:
        end = phrase(tree, other)[1]
        if other < verb and last < end <= first + _LONGEST_SUBJECT:
            last = end
    return first, last


def _behind_dates(line: Line, first: int, last: int) -> int:
    """Where the phrase goes on after a date that opens it ("Friday's meeting"); its end if it is nothing else."""
    tokens = line.tokens
    for date in line.expressions:
        if date.start <= first < date.end:
            following = bisect_right(tokens.starts, date.end - 1)
            following += tokens.words[following : following + 1] == ["'s"]
            first = tokens.starts[following] if following < len(tokens) else last
    return first


def dated_clause(line: Line, start: int, end: int) -> int | None:
    """Position in the line of the clause whose finite verb the expression at these offsets belongs to."""
    tree = line.tree
    governor = governor_of(tree, start, end) if tree is not None else None
    if tree is None or governor is None or tree.words[governor].start > start:
        return None
    predicate = tree.words[predicate_of(tree, governor)]
    for position, clause in enumerate(line.clauses):
        if clause.verb is not None and line.tokens.starts[clause.verb.head] == predicate.start:
            return position
    return None


def dates_another(line: Line, start: int, end: int, verb: int) -> bool:
    """Whether the expression at these offsets belongs not to this verb but to a plan or another time behind it.

    "told CBS for a program to be *aired* on Sunday", "leaked oil before being *capped* last month", "prepared to
    *march* the next morning"; not "came to *meet* them on Sunday", where both are true.
    """
    tree, above = line.tree, _word(line, verb)
    if tree is None or above is None:
        return False
    governor = governor_of(tree, start, end)
    if governor is None:
        return False
    lower = predicate_of(tree, governor)
    if lower <= above or above not in tree.ancestors(lower):
        return False
    word = tree.words[lower]
    if word.tag not in ("VB", "VBG", "VBN") or tree.children(lower, "nsubj"):
        return False
    base = word.relation.partition(":")[0]
    if base == "xcomp":
        return word.tag != "VBG" and word.head == above and only_plans(tree.words[above].text.lower())
    if base == "acl":
        return bool(tree.children(lower, "aux:pass")) and only_plans(tree.words[above].text.lower())
    if base == "advcl":
        return any(tree.words[mark].text.lower() in OTHER_TIME for mark in tree.children(lower, "mark", "case"))
    return False


def only_plans(verb: str) -> bool:
    """Whether the infinitive of a verb is another event: not after "began to", "failed to", "tried to"."""
    frames = lexicon().frames
    return not any(verb in words for words in (frames["achieving-verbs"], frames["not-happening-verbs"], _TRYING))


def _can_act(line: Line, tree: Parse, head: int) -> bool:
    word = tree.words[head]
    if word.part not in _NOMINAL or word.tag in ("WDT", "WP", "EX"):
        return False
    return not any(date.start <= word.start < date.end for date in line.expressions)


def _disagrees(tree: Parse, head: int, verb: int) -> bool:
    """Whether the auxiliary has another number than the noun, as it does where the tree took the wrong noun."""
    spoken = {tree.words[child].text.lower() for child in tree.children(verb, "aux", "cop")}
    word = tree.words[head]
    many = word.tag in ("NNS", "NNPS") or word.text.lower() in ("we", "you", "they") or len(coordinated(tree, head)) > 1
    return bool(spoken & _SINGULAR) if many else word.tag in ("NN", "NNP") and bool(spoken & _PLURAL)


def _inverted(line: Line, verb: int) -> bool:
    """ "…, said the mayor" at the end of a sentence, which trees often miss."""
    tokens, last = line.tokens, line.clauses[-1].verb
    return (
        last is not None
        and last.head == verb
        and verb > 0
        and tokens.codes[verb - 1] in ',"'
        and tokens.codes[verb + 1 : verb + 2] not in ("T", "y", '"', ",")
        and tokens.words[verb] in lexicon().frames["saying-verbs"]
    )


def _word(line: Line, token: int) -> int | None:
    """The word of the tree at a token of the line."""
    if line.tree is None:
        return None
    found = line.tree.at(line.tokens.starts[token], line.tokens.ends[token])
    return found[0] if found else None
