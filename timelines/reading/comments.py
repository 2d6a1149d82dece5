"""Comments that readers have left below an article: words of somebody else, on later days."""

from __future__ import annotations

import re

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
# "At 20:04 30th Apr 2009, somebody wrote:", "March 25, 2011 at 3:04 pm | Reply"
_STAMP = re.compile(
    rf"\b(?:[Aa]t )?\d{{1,2}}[:.]\d{{2}}(?: ?[ap]\.?m\.?)?,? (?:on )?{_DAY},? [^\n.:]{{1,40}} wrote:"
    rf"|\b{_DAY} at \d{{1,2}}:\d{{2}} ?[ap]\.?m\.? ?\|"
)


def comments_start(text: str) -> int:
    """Where the first reader's comment begins, or the length of the text."""
    if " wrote:" not in text and "|" not in text:
        return len(text)
    stamp = _STAMP.search(text)
    return stamp.start() if stamp is not None else len(text)
