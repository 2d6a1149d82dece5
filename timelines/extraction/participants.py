"""Who takes part in an event, and where it happens: canon names and capitalised names of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left

from timelines.extraction.mention import Line, Mention
from timelines.extraction.triggers import lexicon

_NAME = re.compile(
    r"(?:[A-Z][\w’'-]*|(?:[A-Z]\.){1,3})(?:\s(?:of|the|de|van|von|bin|al|and)?\s?(?:[A-Z][\w’-]*|(?:[A-Z]\.){1,3}))*"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|off|across|inside|around|off the coast of|capital of|city of|town of|into|to|from)\s+"
    r"(?:the |central |northern |southern |eastern |western |downtown |nearby )*$"
)
_PLACE_PREFIXES = ("state/", "place/")
_TIME_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "easter",
        "christmas",
        "i",
    ]
)
_MOST = 8


def participants(mention: Mention, line: Line, text: str) -> tuple[tuple[str, ...], str | None]:
    """The names in the words of a mention, canon labels where known, and its place."""
    start, end, holes = extent(mention, line)
    found: dict[str, None] = {}
    clause = line.clauses[mention.clause]
    if mention.whole_clause and clause.kind == "relative":
        start = _antecedent_start(line, start)
    place: str | None = None
    covered: list[tuple[int, int]] = [(e.start, e.end) for e in line.expressions]
    for name in line.names:
        if not (start <= name.start and name.end <= end) or _inside(name.start, holes):
            continue
        covered.append((name.start, name.end))
        if name.canonical.startswith(_PLACE_PREFIXES) and _after_place_word(text, start, name.start):
            place = place or name.label
        elif not name.canonical.startswith("event/"):
            found.setdefault(name.label)
    for first, last in _capitalised(line, start, end):
        if _inside(first, covered) or _inside(last - 1, covered) or _inside(first, holes):
            continue
        surface = " ".join(text[first:last].split())
        if surface.lower() in _TIME_NAMES or len(surface) < 3:
            continue
        if _after_place_word(text, start, first):
            place = place or surface
        else:
            found.setdefault(surface)
    return tuple(found)[:_MOST], place


def _antecedent_start(line: Line, start: int) -> int:
    """Where the name begins that a relative clause is about."""
    return next((name.start for name in line.names if 0 < start - name.end <= 2), start)


def extent(mention: Mention, line: Line) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Start and end of the words that are the event's own, and the clauses inside that are not."""
    clause, tokens = line.clauses[mention.clause], line.tokens
    if mention.whole_clause:
        return clause.start, clause.end, clause.holes
    if mention.also is not None:
        return tokens.starts[mention.first], line.clauses[mention.also].end, ()
    return tokens.starts[mention.first], tokens.ends[mention.last], ()


def _inside(offset: int, spans: tuple[tuple[int, int], ...] | list[tuple[int, int]]) -> bool:
    return any(first <= offset < last for first, last in spans)


def _after_place_word(text: str, start: int, offset: int) -> bool:
    return _PLACE_BEFORE.search(text, max(0, start - 12, offset - 40), offset) is not None


def _capitalised(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of capitalised words, with a small word between two of them ("Bank of England")."""
    tokens = line.tokens
    runs: list[tuple[int, int]] = []
    position = bisect_left(tokens.starts, start)
    while position < len(tokens) and tokens.ends[position] <= end:
        if tokens.codes[position] != "u":
            position += 1
            continue
        last = position
        while last + 1 < len(tokens) and (
            tokens.codes[last + 1] == "u"
            or (
                tokens.words[last + 1]
                in ("of", "de", "van", "von", "al", "bin", "es", "el", "la", "le", "du", "da", "dos", "ibn")
                and tokens.codes[last + 2 : last + 3] == "u"
            )
        ):
            last += 1
        alone = position == last
        opening = position == 0 or tokens.codes[position - 1] in '".:('
        unknown = opening and tokens.words[position] not in line.capitals
        if not (alone and (unknown or tokens.words[position] in lexicon().nouns)):
            runs.append((tokens.starts[position], min(tokens.ends[last], end)))
        position = last + 1
    return runs
