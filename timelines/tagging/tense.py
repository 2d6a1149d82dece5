"""Which way an incomplete date points, by the verbs and prepositions around it."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["certain", "past", "future", "none"]

_REACH = 120  # characters; half a long newspaper sentence
_NEAR = 2  # spaces; farther off a form in -ed may be a participle, and a finite verb before it decides
_GOVERNS = 4  # spaces; so near "was" and "had" say when, not only that something is over
_STOP = re.compile(r"[.!?;][\s\"'”’)]+(?=[A-Z\"'“‘(])|\n\s*\n")
_VERB = r"(?:\s+(?:not|also|soon|likely|be|have|been|now|only|then|probably))*\s+\w+"
_CUE = re.compile(
    r"\b(?:(?P<was>had(?:\s+been)?\s+(?:\w+ly\s+)?(?:due|scheduled|expected|planned|supposed|set|slated|going)\b(?:\s+to\s+\w+)?)"
    rf"|(?P<future>(?:will|won't|shall|would|is to|are to|'ll|to be){_VERB}|going to|scheduled|expect(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)?|due|set to|set for|until|till|upcoming|payable|deadline|hopes?|intends?|starting|effective"
    r"|vows?|pledge[sd]?|ahead of|next|matur(?:e|es|ing)|expires?|forecasts?|wants?|aims?|slated|postponed|tomorrow"
    r"|as soon as|opens|begins|starts|meets|plays|faces|hosts|resumes|takes effect"
    r"|(?:(?-i:may)|could|should|can|must|might) \w+)"
    r"|(?P<past>(?P<finite>was|were|had|did)|said|told|has|have|been|came|went|took|made|began|met|held|found|won|lost"
    r"|fell|rose|led|left|sent|got|gave|saw|became|shot|hit|cut|wrote|ran|broke|spoke|grew|sold|bought|paid|put|set"
    r"|kept|brought|stood|flew|drew|since|(?P<weak>(?-i:[a-z]{2,}ed))))\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s+(?:that\s+)?(?:[a-z]{2,}ed|said|told|met|made|began|was|were|had|took|won|held)\b(?!\s+to\b)")


def direction(text: str, start: int, end: int) -> Direction:
    """Past or future by the nearest cue of the same sentence, first to the left; "none" without any.

    "certain" is a past that its own finite verb makes sure.
    """
    beside = _BESIDE.match(text, end)
    if beside:
        return "past"
    low = max(0, start - _REACH)
    before = text[low:start]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    cues = list(_CUE.finditer(before))
    while len(cues) > 1 and cues[-1]["weak"] and before[cues[-1].end() :].count(" ") > _NEAR:
        cues.pop()
    if cues:
        helper = cues[-2] if cues[-1]["weak"] and len(cues) > 1 else cues[-1]
        if helper["finite"] and before[helper.end() :].count(" ") <= _GOVERNS:
            return "certain"
        return "future" if cues[-1]["future"] else "past"
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    cue = _CUE.search(after[: stop.start()] if stop else after)
    if cue is None:
        return "none"
    return "future" if cue["future"] else "past"
