"""Where the sentences of a text begin and end.

A segmenter proposes boundaries; this module adds what news text needs: headlines and datelines without a full stop
end at their line, wrapped lines do not, and an abbreviation before its name is no end ("U.S.\\nPresident",
"Gov.\\nSmith", "at 5 p.m. Eastern time").
"""

from __future__ import annotations

import re

from timelines.reading.segmenter import proposed_ends

_BREAK = re.compile(r"\n\s*")
_BLANKS_BEFORE_BREAK = " \t\r\xa0"
_FIRST_WORD = re.compile(r"\w+")
# Always followed by the name or number that they belong to.
_OPENING = re.compile(
    r"(?:^|[\s(“‘\"'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Lt|Sen|Sens|Rep|Reps|Gen|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Rev|Hon|Pres|"
    r"Messrs|Mme|Mlle|Msgr|Fr|Sr|St|Ste|Mt|Ft|Supt|Det|Insp|Atty|Amb|Sec|No|Nos|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec)\.$"
)
# May end a sentence; before one of the words of _CONTINUING they do not.
_COUNTRY = re.compile(r"(?:^|[\s(“‘\"'])(?:U\.\s?S\.|U\.\s?K\.|U\.\s?N\.|E\.\s?U\.|U\.\s?S\.\s?A\.)$")
_CONTINUING = re.compile(
    r"(?:Presidents?|Vice|Senators?|Senate|Sen|Rep|Representatives?|Congress\w*|House|Secretary|Attorney|General|"
    r"Ambassadors?|Army|Navy|Marines?|Air|Forces?|Supreme|Court|District|Federal|Department|State|Defen[cs]e|"
    r"Treasury|Justice|Embassy|Consulate|Coast|Customs|Border|Postal|Capitol|Constitution|Security|Special|Envoy|"
    r"Deputy|Assistant|Foreign|Prime|Government|Geological|Environmental|Open|Trade|Food|Olympic|Human|High|Rear|"
    r"Admiral|Gen|Col|Adm|Lt|Capt)\b"
)
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich|Moscow|London|Beijing|[A-Z]{2,4}T|UTC|ET|CT|MT|PT|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|August|"
    r"Aug|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_TERMINATED = re.compile(r"[.!?…:][\"”’')\]]*$")
# Longer lines are paragraphs, not lines of a wrapped text: mail (RFC 3676) and wire text stay below 100.
_LONGEST_WRAPPED_LINE = 100
# Shorter ones are headlines, datelines and lists.
_SHORTEST_WRAP = 45
# A quotation that the segmenter keeps whole is cut into its sentences from this length on (code points).
_LONGEST_QUOTATION = 300
# No sentence of prose is longer; tables and lists without a full stop are cut, so that reading stays linear.
_LONGEST_SENTENCE = 1500
_QUOTE_MARK = re.compile('["“]')
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,4}|[a-z]{1,2}|etc|vs)\.$")
_LONGEST_ABBREVIATION = 6
_INSIDE_QUOTATION = re.compile(r"[a-z\d)][.!?][\"”’]?[ \t]+(?=[\"“‘]?[A-Z])")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text as (start, end) in code points, without the blanks around them."""
    width = _wrap_width(text)
    found: list[tuple[int, int]] = []
    start = searched = 0
    for end in proposed_ends(text):
        for stop in _line_ends(text, start, max(start, searched), end, width):
            start = _add(found, text, start, stop)
        searched = _last_word_end(text, start, end)
        if not _goes_on(text, start, searched, end):
            start = _add(found, text, start, end)
    _add(found, text, start, len(text))
    return tuple(found)


def _wrap_width(text: str) -> int:
    """The length of the longest line, if the text looks wrapped, else 0."""
    lengths = [len(line) for line in text.split("\n")]
    longest = max(lengths)
    full = sum(length >= 0.7 * longest for length in lengths)
    return longest if _SHORTEST_WRAP <= longest <= _LONGEST_WRAPPED_LINE and full >= 3 else 0


def _line_ends(text: str, start: int, searched: int, end: int, width: int) -> list[int]:
    """The line breaks inside one proposed sentence that end a headline, a dateline or a paragraph.

    Up to ``searched`` the breaks are known to be none: proposed sentences that go on are not searched again.
    """
    stops = []
    for match in _BREAK.finditer(text, searched, end):
        at, resume = match.span()
        while at > start and text[at - 1] in _BLANKS_BEFORE_BREAK:
            at -= 1
        if resume >= end or at <= start:
            continue
        if match.group().count("\n") > 1 or not _is_wrapped(text, at, resume, width):
            stops.append(resume)
    return stops


def _is_wrapped(text: str, at: int, resume: int, width: int) -> bool:
    following = text[resume]
    if following.islower() or text[at - 1] in ",;–—-":
        return True
    line_start = text.rfind("\n", 0, at) + 1
    if _ends_with_open_abbreviation(text, line_start, at, resume):
        return True
    if not width or _TERMINATED.search(text, line_start, at):
        return False
    word = _FIRST_WORD.match(text, resume)
    return at - line_start + 1 + (len(word.group()) if word else 1) > width


def _last_word_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the proposed end is an abbreviation before its name or its time zone; the words end at ``stop``."""
    if end >= len(text) or text.count("\n", stop, end) > 1:
        return False
    if _ends_with_open_abbreviation(text, start, stop, end):
        return True
    return bool(_ZONE.match(text, end) and _CLOCK.search(text, max(start, stop - 6), stop))


def _ends_with_open_abbreviation(text: str, start: int, at: int, resume: int) -> bool:
    if at <= start or text[at - 1] != ".":
        return False
    tail = text[max(start, at - 12) : at]
    if _OPENING.search(tail):
        return True
    return bool(_CONTINUING.match(text, resume) and _COUNTRY.search(tail))


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> int:
    first, last = start, _last_word_end(text, start, end)
    while first < last and text[first].isspace():
        first += 1
    if last - first > _LONGEST_QUOTATION and _QUOTE_MARK.search(text, first, last):
        for match in _INSIDE_QUOTATION.finditer(text, first, last):
            stop = match.start() + 2
            if not _ABBREVIATED.search(text, max(first, stop - _LONGEST_ABBREVIATION), stop):
                found.append((first, _last_word_end(text, first, match.end())))
                first = match.end()
    while last - first > _LONGEST_SENTENCE:
        cut = text.rfind(" ", first + _LONGEST_SENTENCE // 2, first + _LONGEST_SENTENCE)
        cut = cut if cut > first else first + _LONGEST_SENTENCE
        stop = _last_word_end(text, first, cut)
        if stop > first:
            found.append((first, stop))
        first = cut
        while first < last and text[first].isspace():
            first += 1
    if last > first:
        found.append((first, last))
    return end
