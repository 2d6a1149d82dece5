"""The sentence ends that the sentencex library (MIT, rules after the Wikimedia segmenter) proposes, in linear time.

Its search for the partner of a quotation mark is quadratic in the text it is given, so a long text is given to it
in pieces: cut between paragraphs or, inside one, after a sentence outside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex  # type: ignore[import-untyped]

# Code points given to sentencex at once, and how many of them there must be for each quotation mark: the first length
# whose share is met. News has a mark or apostrophe in about 100; nearly every article is one piece.
_PIECES = ((50_000, 50), (16_000, 20), (1_000, 0))
_QUOTE_MARKS = "“‘«»„‹›`「《\"'"
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?][\"”’)]?\s+(?=[“\"‘(]?[A-Z])")
# Sentence ends looked at, from the last backwards, for one outside quotation marks.
_CANDIDATES = 200


def proposed_ends(text: str) -> Iterator[int]:
    """Where sentences may end (code points, the blanks after them included), in order."""
    start = 0
    while start < len(text):
        end, is_boundary = _piece_end(text, start)
        piece = text if (start, end) == (0, len(text)) else text[start:end]
        for boundary in sentencex.get_sentence_boundaries("en", piece):
            stop = start + boundary["end_index"]
            if stop < end or is_boundary:
                yield stop
        start = end


def _piece_end(text: str, start: int) -> tuple[int, bool]:
    """The end of the piece that starts here, and whether a sentence ends with it."""
    limit = next(length for length, share in _PIECES if _has_share(text, start, length, share))
    if len(text) - start <= limit:
        return len(text), True
    first, last = start + limit // 2, start + limit
    for pattern in (_PARAGRAPH, _SENTENCE_END):
        ends = [match.end() for match in pattern.finditer(text, first, last)][-_CANDIDATES:]
        if ends:
            return next((end for end in reversed(ends) if _is_balanced(text, start, end)), ends[-1]), True
    space = text.rfind(" ", first, last)
    return (space + 1 if space >= 0 else last), False


def _has_share(text: str, start: int, length: int, share: int) -> bool:
    """Whether there are at least ``share`` code points for each quotation mark in the piece."""
    end = min(start + length, len(text))
    return share * sum(text.count(mark, start, end) for mark in _QUOTE_MARKS) <= end - start


def _is_balanced(text: str, start: int, end: int) -> bool:
    return text.count('"', start, end) % 2 == 0 and text.count("“", start, end) == text.count("”", start, end)
