"""What stands around the prose of an article: bylines, datelines, stamps, comments, calls to click.

Old archives flatten pages to one line, so that a headline, a caption or a stamp runs on into the first sentence; what
a sentence of the summary needs is cut free of them (always one contiguous piece of the article), or left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_CLOCK = r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?\s*)?(?:[A-Z]{2,4}\b)?"
# A date beside one of these is when the page was made, not when something happened.
_STAMP = re.compile(
    r"\d{1,2}[:.]\d{2}|\b(?:wrote:|[Ll]ast updated|[Uu]pdated|[Pp]osted|UK time|GMT|UTC|EDT|EST|BST|ET)\b|\bwrote\s*:"
)
_STAMP_REACH = 25
_COMMENT = re.compile(
    r"\bwrote:|\bcomment was removed\b|^\W*Comments?\b[ :(]|\bat \d{1,2}:\d{2} [ap]\.?m\.? \||\breport abuse\b",
    re.IGNORECASE,
)

_AGENCY = re.compile(
    r"^(?:.{0,500}?\((?:Reuters|CNN|AP|AFP|BBC|UPI|dpa|Xinhua)\)|.{0,80}?\([A-Z][\w ]{2,24}\))\s*(?:[-–—]+|:)+\s*"
)
# "Fiona Hanson/PA The hero …": whose picture it was.
_CREDIT = re.compile(
    r"^.{0,200}?(?:^|[/\s])(?:AP|PA|AFP|EPA|Getty(?: Images)?|Reuters|Rex|Corbis)\s+(?=(?:[A-Z]\w+|A) [\w’'])"
)
_PAGE_STAMP = re.compile(
    rf"^.{{0,250}}?\b(?:{_CLOCK}|Last updated at {_CLOCK})(?:[, ]+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    rf"\d{{1,2}} \w+ \d{{4}})?(?:\s+{_CLOCK})?(?:\s+(?:GMT|BST|UK|ET|EDT|EST|Help|Share))*\s+(?=[A-Z“\"])"
)
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,?(?: \d{4})?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:/\d{1,2})?,?(?: \d{4})?)"
)
# "20 April: A surge …", "June 9 - The Secretary …", "8 October 2011 Dr Murray reveals …", "May 2, 2011 | By …"
_ENTRY_HEAD = re.compile(rf"^(?:[^:]{{0,100}}:\s+)?[\W_]*{_DATE}(?:\s*[:|–—-]+\s*|\s+)(?=[A-Z“\"‘'])")
_BYLINE = re.compile(
    r"^(?:By|From) (?:(?!BBC|CNN|AP\b|Reuters)[A-Z][\w.'’-]+(?: and)? ?){1,5}"
    r"(?:,? ?(?:BBC|CNN|AP|Reuters)\b(?: News)?(?:, [A-Z]\w+)?)? ?(?=[A-Z])"
)
# The rest of "(9:20 p.m. ET)" after its full stops were taken for ends of sentences.
_LOOSE_END = re.compile(r"^[^()\[\]]{0,60}[)\]]\s*(?:[-–—]+\s*)?(?=[A-Z“\"])")
# "…, Special to CNN The demonstrations …"
_GUEST = re.compile(r"^.{0,100}?\b[Ss]pecial to (?:the )?[A-Z]+\s+(?=[A-Z])")
_LABEL = re.compile(r"^(?:NEW|UPDATED?|BREAKING|Photograph|STORY HIGHLIGHTS|[*•–—|-])\s*:?\s+")
_LEADING = (_LOOSE_END, _AGENCY, _PAGE_STAMP, _ENTRY_HEAD, _BYLINE, _GUEST, _LABEL)

_BOILERPLATE = re.compile(
    r"https?:|[{}<>]|www\.|@\w|\b(?:click|follow us|subscribe|sign up|log in|newsletter|copyright|all rights reserved|"
    r"share this|read more|watch the|watch:|see also|e-?mail us|comments? (?:are|is) |cookies?|javascript|"
    r"contributed to this (?:report|story)|(?:editing|reporting|writing|compiled|additional reporting) by|"
    r"getty images|press association|photograph:|image(?:s)? (?:caption|copyright)|file photo|pictured|"
    r"in this (?:photo|picture|image)|handout|last updated|wrote:|your (?:views|comments|browser|edition)|"
    r"facebook|twitter feed|bookmark|rss|podcast|iplayer|hosted by|transcript|"
    r"(?:video|picture|photo|image|map|graphic|gallery) (?:below|above)|report abuse|"
    r"not responsible for|external (?:links|sites)|"
    r"(?:left|right|above|below)\)|\((?:l|r|c)\))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!][\"”’')\]]*$")
_STARTS = re.compile(r"^[\"“‘']?[^\W_]")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me|you|your|We|My|Our|You|Your)\b|\b(?:I|we|you)['’]")
_SHORTEST, _LONGEST = 6, 50
_SHARE_OF_QUOTE = 0.6
_WORD = re.compile(r"[^\W\d_]+")


class Casing:
    """Which words a collection writes in lower case: where such a word has a capital, a new sentence begins."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lower: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        inside = re.compile(r"(?<=[a-z,] )[^\W\d_]+")
        for text in texts:
            for word in inside.findall(text):
                if word.islower():
                    self._lower[word] += 1
                else:
                    self._capital[word.lower()] += 1

    def is_common(self, word: str) -> bool:
        """Whether a word is no name: seen in lower case, and seldom otherwise."""
        low = word.lower()
        return self._lower[low] >= 3 and self._capital[low] < 0.15 * self._lower[low]


_GLUED = re.compile(r"(?<=[a-z0-9’'”\"] )[A-Z][a-z]*\b")
# Further down, only words that begin a sentence far more often than a name.
_OPENING_WORDS = "The A An In It He She They But There This These When While After For At On As If"
_OPENERS = frozenset(_OPENING_WORDS.split())
_FURTHER_DOWN = 3
_SHORTEST_HEADLINE = 8


def is_comment(sentence: str) -> bool:
    """Whether a sentence opens a reader's comment."""
    return bool(_COMMENT.search(sentence))


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether the date at ``start``-``end`` says when the page was made."""
    return bool(_STAMP.search(text, max(0, start - _STAMP_REACH), end + _STAMP_REACH))


def prose(sentence: str, index: int, casing: Casing) -> tuple[int, int] | None:
    """The piece of the ``index``-th sentence of an article that can stand alone in a summary, or None."""
    start, end = 0, len(sentence)
    for _ in range(3):
        before = start
        for pattern in _LEADING:
            match = pattern.match(sentence[start:])
            if match:
                start += match.end()
        if start == before:
            break
    if index < _FURTHER_DOWN and (credit := _CREDIT.match(sentence[start:])):
        start += credit.end()
    for match in _GLUED.finditer(sentence, start):
        if match.start() - start < _SHORTEST_HEADLINE or (index >= _FURTHER_DOWN and match.group() not in _OPENERS):
            continue
        if casing.is_common(match.group()):
            start = match.start()
    piece = sentence[start:end]
    return (start, end) if _stands_alone(piece) else None


def _stands_alone(piece: str) -> bool:
    words = _WORD.findall(piece)
    if not _SHORTEST <= len(words) <= _LONGEST or not _STARTS.match(piece) or not _ENDS.search(piece):
        return False
    if piece.lstrip("\"“‘'")[:1].islower() or _BOILERPLATE.search(piece):
        return False
    unquoted = _QUOTED.sub(" ", piece)
    if piece.count("“") != piece.count("”") or piece.count('"') % 2:
        return False
    return len(unquoted) >= (1 - _SHARE_OF_QUOTE) * len(piece) and not _FIRST_PERSON.search(unquoted)
