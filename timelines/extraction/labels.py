"""Short labels of events in the article's own words: subject, verb, object, at most 60 characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timelines.extraction.mention import Line, Mention
from timelines.extraction.trees import subject_span
from timelines.syntax.clauses import Clause
from timelines.syntax.tokens import NAME, classify

LONGEST = 60
_LONGEST_SUBJECT = 32
# Words that leave a label hanging when they stand last.
_HANGING = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "over",
        "its",
        "his",
        "her",
        "their",
        "that",
        "which",
        "who",
        "as",
        "than",
        "more",
        "about",
        "around",
        "off",
        "near",
        "between",
        "during",
        "after",
        "before",
        "since",
        "until",
        "including",
        "least",
        "up",
        "some",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
    ]
)
# What a subject does not hold behind its first word, in classes of words: auxiliaries, conjunctions, other subjects,
# verbs; not the participle of "a ruptured well".
_VERB_INSIDE = re.compile("(?<!^)(?:[mbBhHdDpzsxy]|(?<!w)k)")
_MARKS_AT_END = " ,;:–—-"
_LEADING = re.compile(
    r"^(?:(?:and|but|or|that|which|who|however|meanwhile|also|then|later|earlier|with|while|as|when|after|before|because|"
    r"although|if|where|since|until|still|on|in|at(?! least| most))\b[\s,]*|[\s,;:.–—\"“”‘’'()-]+)+",
    re.IGNORECASE,
)
_NAME_AT_END = re.compile(r"[A-Z][\w’'-]*\s(?:[A-Z]\.\s)?[A-Z][\w’'-]*$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def label(mention: Mention, line: Line, text: str, subject: str = "", antecedent: str = "") -> str:
    """The label of one mention. ``subject`` is what ``subject_words`` gave; ``antecedent`` stands in for a pronoun."""
    made = (
        _clause_label(mention, line, text, subject, antecedent)
        if mention.whole_clause
        else _phrase_label(mention, line, text)
    )
    made = _tidy(made)
    if len(made) < 3:
        tokens = line.tokens
        made = " ".join(text[tokens.starts[mention.first] : tokens.ends[mention.last]].split())
    return made[:1].upper() + made[1:]


def subject_words(mention: Mention, line: Line, text: str) -> str:
    """The words of the subject, without what is hung onto them, or an empty string.

    From the tree of the line, if it has one and the coarse clauses give none or a broken one.
    """
    words = coarse_subject(mention, line, text)
    verb = line.clauses[mention.clause].verb
    if line.tree is None or verb is None or not is_doubtful(words, mention, line):
        return words
    span = subject_span(line, verb.head)
    if span is None:
        return words
    return _words(line, text, range(len(line.tokens)), *span, ()) or words


def is_doubtful(subject: str, mention: Mention, line: Line) -> bool:
    """Whether the coarse words of a subject are none, or hold a verb of their own."""
    if line.clauses[mention.clause].verb is None or (mention.nominal and mention.group is not None):
        return False
    if not subject:
        return True
    words = subject.split()
    codes = "".join(classify(word) if word.islower() else NAME for word in words)
    return len(words) > 3 and _VERB_INSIDE.search(codes) is not None


def coarse_subject(mention: Mention, line: Line, text: str) -> str:
    """The words of the subject after the coarse clauses."""
    clause, tokens = line.clauses[mention.clause], line.tokens
    if clause.verb is None:
        return ""
    if clause.kind == "relative":
        return _antecedent_words(mention, line, text)
    if clause.subject is None:
        return ""
    last = bisect_right(tokens.ends, clause.subject[1], 0, clause.verb.first) - 1
    return _subject(line, mention, text, last, clause.subject[0])


def _clause_label(mention: Mention, line: Line, text: str, subject: str, antecedent: str) -> str:
    clause, tokens = line.clauses[mention.clause], line.tokens
    group = mention.group
    if clause.verb is None or group is None:
        return _cut(_words(line, text, range(len(tokens)), clause.start, clause.end, clause.holes), LONGEST)
    if antecedent and (not subject or _is_pronoun(subject)):
        subject = antecedent
    if mention.nominal and mention.last < group.first:
        subject = _ARTICLE.sub("", _words(line, text, range(mention.first, mention.last + 1), 0, len(text), ()))
    subject = _short_subject(subject)
    first = min(group.first, clause.verb.first) if mention.nominal or mention.role != "planned" else clause.verb.first
    rest = _words(line, text, range(first, len(tokens)), clause.start, clause.end, clause.holes)
    rest = _cut(rest, LONGEST - len(subject) - 1)
    return f"{subject}{rest}" if rest.startswith(("'", "’")) and subject else f"{subject} {rest}".strip()


def _phrase_label(mention: Mention, line: Line, text: str) -> str:
    tokens = line.tokens
    words = _words(
        line, text, range(mention.first, mention.last + 1), tokens.starts[mention.first], tokens.ends[mention.last], ()
    )
    if mention.also is not None:
        words = f"{words} {_of_relative(line.clauses[mention.also], line, text)}"
    return _cut(_ARTICLE.sub("", words), LONGEST)


def _of_relative(clause: Clause, line: Line, text: str) -> str:
    """What follows the verb of "which took place at the palace"."""
    assert clause.verb is not None
    first = clause.verb.last + 1
    if line.tokens.words[first : first + 1] == ["place"]:
        first += 1
    return _words(line, text, range(first, len(line.tokens)), clause.start, clause.end, clause.holes)


def _antecedent_words(mention: Mention, line: Line, text: str) -> str:
    """What a relative clause is about: the words right before it."""
    clause, tokens = line.clauses[mention.clause], line.tokens
    last = bisect_right(tokens.ends, clause.start) - 1
    if last < 0:
        return ""
    if tokens.codes[last] == ",":
        last -= 1
    return _subject(line, mention, text, last, line.start)


def _short_subject(subject: str) -> str:
    """A subject that fits, or the name at its end ("former champion and Olympic medalist Amir Khan")."""
    if len(subject) <= _LONGEST_SUBJECT:
        return _cut(subject, _LONGEST_SUBJECT)
    name = _NAME_AT_END.search(subject)
    return name.group() if name else _cut(subject, _LONGEST_SUBJECT)


def _subject(line: Line, mention: Mention, text: str, last: int, start: int) -> str:
    """The noun phrase that ends before the verb: back to a comma, a preposition at the opening, or a boundary."""
    tokens = line.tokens
    clause = line.clauses[mention.clause]
    while last > 0 and (tokens.codes[last] in "'\"" or any(a <= tokens.starts[last] < b for a, b in clause.holes)):
        last -= 1
    if last >= 0 and tokens.codes[last] == ",":
        return _first_phrase(line, last, start, text, clause.holes)
    first = last
    while first >= 0 and tokens.starts[first] >= start and tokens.codes[first] not in ',;:-"sxTmbBhHpy':
        if any(a <= tokens.starts[first] < b for a, b in clause.holes):
            break
        first -= 1
    if first >= 0 and tokens.starts[first] >= start and tokens.codes[first] == "y":
        first -= 1
    words = _words(line, text, range(first + 1, last + 1), start, len(text), clause.holes)
    opening = _LEADING.match(words)
    return words if opening is None or opening.group().strip().isupper() else words[opening.end() :]


def _first_phrase(line: Line, last: int, start: int, text: str, holes: Sequence[tuple[int, int]]) -> str:
    """The subject before its apposition ("an attorney, Alex Spiro, sent"): the first stretch that can be one."""
    tokens = line.tokens
    dates = [expression.start for expression in line.expressions]
    first = bisect_left(tokens.starts, start, 0, last)
    while first < last:
        comma = tokens.codes.find(",", first, last + 1)
        end = comma if comma >= 0 else last
        outside = not any(a <= tokens.starts[first] < b for a, b in holes)
        if outside and tokens.codes[first] in "wanu0y" and tokens.starts[first] not in dates:
            return _words(line, text, range(first, end), start, len(text), holes)
        first = end + 1
    return ""


def _words(
    line: Line, text: str, positions: Sequence[int], start: int, end: int, holes: Sequence[tuple[int, int]]
) -> str:
    """The words at these positions that are not dates nor in a hole, spaced as in the text."""
    tokens = line.tokens
    skipped = [(e.start, e.end) for e in line.expressions if e.span is not None]
    skipped.extend(holes)
    made: list[str] = []
    previous_end = -1
    for position in positions:
        first, last = tokens.starts[position], tokens.ends[position]
        if last > end:
            break
        if first < start or any(a <= first < b for a, b in skipped):
            continue
        if made and first > previous_end:
            if made[-1] in ("on", "in", "On", "In", "since", "by", "until") and any(
                previous_end <= a and b <= first for a, b in skipped
            ):
                made.pop()
            made.append(" ")
        made.append(text[first:last])
        previous_end = last
    return re.sub(r"\s+", " ", "".join(made)).replace(" ,", ",").strip(" ,")


def _cut(words: str, room: int) -> str:
    """Whole words that fit, without a dangling preposition or article."""
    if len(words) > room:
        words = words[: max(room, 0) + 1]
        words = words[: words.rfind(" ")] if " " in words else words[: max(room, 0)]
        comma = words.rfind(",")
        if comma > len(words) * 0.5:
            words = words[:comma]
    return _trimmed(words)


def _trimmed(words: str) -> str:
    """Without prepositions, articles and marks at the end."""
    words = words.rstrip(_MARKS_AT_END)
    while words:
        head, _, last = words.rpartition(" ")
        if last.lower() not in _HANGING:
            break
        words = head.rstrip(_MARKS_AT_END)
    return words


def _tidy(made: str) -> str:
    made = _trimmed(made).strip(" ,;:–—-(")
    if made.startswith(("n't ", "n’t ")):
        made = made[4:]
    for opening, closing in (("(", ")"), ("“", "”"), ("‘", "’")):
        if made.count(opening) > made.count(closing):
            made = made.replace(opening, "")
    if made.count('"') == 1:
        made = made.replace('"', "")
    return " ".join(made.split())


def _is_pronoun(subject: str) -> bool:
    return subject.lower() in {
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
        "that",
        "this",
        "we",
        "i",
        "those",
        "these",
        "you",
    }
