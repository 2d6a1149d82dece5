"""Which way an incomplete date points, by the verbs and prepositions around it."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["past", "future", "none"]

_REACH = 120  # characters; half a long newspaper sentence
_STOP = re.compile(r"[.!?;][\s\"'”’)]+(?=[A-Z\"'“‘(])|\n\s*\n")
_CUE = re.compile(
    r"\b(?:(?P<future>will|won't|shall|would|going to|scheduled|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|due|set (?:to|for)|until|till"
    r"|upcoming|payable|deadline|hopes?|intends?|starting|beginning|effective|is to|are to|to be|may|could|should|can|must|vows?|"
    r"pledge[sd]?|promise[sd]?|ahead of|next|matur(?:e|es|ing)|expires?|forecasts?|predict(?:s|ed)|through|by|postponed|wants?|aims?|slated)"
    r"|(?P<past>was|were|had|did|said|told|has|have|been|came|went|took|made|began|met|held|found|won|lost|fell|rose|led|left|sent|got|gave"
    r"|saw|became|shot|hit|cut|wrote|ran|broke|spoke|grew|sold|bought|paid|put|set|kept|brought|stood|flew|drew|since|ended|[a-z]{2,}ed))\b",
    re.IGNORECASE,
)


def direction(text: str, start: int, end: int) -> Direction:
    """Past or future by the nearest cue of the same sentence, first to the left; "none" without any."""
    low = max(0, start - _REACH)
    before = text[low:start]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    cues = list(_CUE.finditer(before))
    if cues:
        return "future" if cues[-1]["future"] else "past"
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    cue = _CUE.search(after[: stop.start()] if stop else after)
    if cue is None:
        return "none"
    return "future" if cue["future"] else "past"
