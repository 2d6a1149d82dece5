"""What stands around a name in a text, and what that says about it."""

from __future__ import annotations

import re
from typing import Final

from timelines.canon.vocabulary import words

NEAR: Final = 600
"""Code points on either side within which a context word counts as near: about a paragraph."""

_INITIAL: Final = 4
"""Code points of the longest initials and short given names: "J.", "J.D.", "Wm."."""
_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w.'-]*)[ ](?:al-|el-|bin |ben |van |von |de )?$")
_WORD_AFTER: Final = re.compile(r"[ ]([A-Z][\w]*)")
_PARTICLE: Final = re.compile(r"(?:al|el)-[A-Z]")
_MONTHS: Final = frozenset({"March", "April", "May", "June", "August"})
_MONTH_BEFORE: Final = re.compile(
    r"(?i)(\b(in|on|since|until|till|by|of|from|to|last|next|early|late|mid|this|every|before|after|during|between|through|"
    r"and|or|th|st|nd|rd)|\d)[ -]$"
)
_MONTH_AFTER: Final = re.compile(r"[ ,.]{1,2}(\d|of\b)|[-–]\d")

_OPENERS: Final = frozenset(
    words(
        """a an the and but or nor yet so if when while as after before since until once because although though
    unless whether in on at by for from of to with without under over against about into through during
    between among like unlike that this these those he she it they we you i his her its their our what who
    whom whose which where why how is are was were be did do does has have had will would could should may
    might can must not no only even just then now today yesterday tomorrow also still both either neither
    here there said says say meanwhile however monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december mr mr. mrs mrs. ms ms.
    dr dr. sir dame lord lady senator sen sen. gov gov. governor rep rep. congressman congresswoman secretary
    minister premier president chancellor king queen prince princess pope emperor general gen. colonel col.
    admiral judge justice mayor ambassador chairman chairwoman professor prof. comrade marshal candidate
    republican democrat leader former ex late chief dictator nominee tsar czar sultan shah ayatollah"""
    )
)
_PLACE_AFTER: Final = frozenset(
    words(
        """Tower Towers Organization Organisation Foundation Center Centre Library Airport Street Avenue Road
    University School College Hotel Prize Square Bridge Jr Sr II III IV Institute Memorial Stadium Park
    County Hospital Museum Boulevard Lane Island Islands Mountain Mount Lake River Fellow Fellowship Award
    Medal Building House Hall Family Company Group Presidential Theatre Theater Plaza International"""
    )
)


def near(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word stands within ``NEAR`` code points of text[start:end], whatever its case, as a whole word."""
    low, high = max(0, start - NEAR), min(len(text), end + NEAR)
    pattern = re.compile(rf"(?i)(?<!\w){re.escape(word)}(?!\w)")
    return any(match.end() <= start or match.start() >= end for match in pattern.finditer(text, low, high))


def belongs_to_longer_name(text: str, start: int, end: int, *, single: bool) -> bool:
    """Whether a person's name is part of another name: "Melania Trump", "Trump Tower", "Barack Obama Jr."."""
    after = _WORD_AFTER.match(text, end)
    if after is not None and after[1] in _PLACE_AFTER:
        return True
    if not single or start < 2 or text[start - 1] != " " or text[start:end].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before is None or before[1].lower() in _OPENERS:
        return False
    if before[1].endswith(".") and len(before[1]) > _INITIAL:  # a sentence ended there
        return False
    return before[1][0].isupper() or bool(_PARTICLE.match(before[1]))


def in_longer_name(text: str, name: str) -> bool:
    """Whether somebody else of that surname may be meant: it stands in a longer name somewhere in the text."""
    at = text.find(name)
    while at >= 0:
        if belongs_to_longer_name(text, at, at + len(name), single=True) or begins_longer_name(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def begins_longer_name(text: str, end: int) -> bool:
    """Whether a surname that ends here is somebody's given name: "Governor Haley Barbour"."""
    after = _WORD_AFTER.match(text, end)
    return after is not None and after[1].lower() not in _OPENERS and after[1] not in _PLACE_AFTER


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a name that is also a month's stands for the month: "in May", "May 2025"."""
    if text[start:end] not in _MONTHS:
        return False
    before = _MONTH_BEFORE.search(text, max(0, start - 12), start)
    return before is not None or _MONTH_AFTER.match(text, end) is not None
