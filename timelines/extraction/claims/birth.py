"""Births that an article tells itself, and whether a sentence nearby can speak of the same person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.extraction.passage import Passage
from timelines.model import Expression

_BORN = re.compile(
    r"\b(?:born|birth|birthday)\b(?! (?:of|to)\b)[^,;.()\d]{0,60}?(?:, [A-Z][\w ]{2,20},)? ?"
    r"(?:(?:on|in|is|was|of)(?: the)? )?$"
    r"|\b(?:b\.|né|née) $|[A-Z]\w+ \($",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\)|\s?[–—-]")
_CHILD = re.compile(
    r"\b(?:son|daughter|child|children|baby|brother|sister|mother|father|wife|husband|twins?|grand\w+)\b[^.;]{0,40}\bborn\b"
    r"|\bgave birth\b|\bborn (?:to|into)\b",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"^\W*(?:(?:At|Aged|When|On|In|Already|Still|Now)\b[^.;]{0,60}?\b)?(?:he|she|his|her|the \S+-year-old|mr|mrs|ms|"
    r"the (?:late |former )?(?:actor|actress|singer|writer|author|president|queen|king|prince|princess|poet|painter|"
    r"composer|champion|player|striker|driver|winner|star|director|judge|senator|minister|politician|scientist|musician|artist|novelist))\b",
    re.IGNORECASE,
)
_REACH = 2


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born, in the words of the article, and the sentence that says so."""

    date: Expression
    sentence: tuple[int, int]


def birth_in(passage: Passage, sentence: tuple[int, int]) -> Expression | None:
    """The one birth that a sentence dates."""
    text = passage.text
    found: list[Expression] = []
    if _CHILD.search(text, *sentence):
        return None
    for date in passage.dates_between(*sentence):
        match = _BORN.search(text, max(sentence[0], date.start - 100), date.start)
        if match is None or not re.search(r"\d", date.text):
            continue
        if match.group().endswith("(") and not (
            _CLOSED.match(text, date.end) and re.search(r"[A-Z][\w’'-]+ \($", text[sentence[0] : date.start])
        ):
            continue
        if found and not _BORN.search(text, found[-1].end, date.start):
            continue
        found.append(date)
    return found[0] if len(found) == 1 else None


def birth_near(passage: Passage, sentence: tuple[int, int], start: int) -> Birth | None:
    """The birth told in the same sentence, or in one close by that speaks of the same person."""
    here = birth_in(passage, sentence)
    if here is not None:
        return Birth(here, sentence)
    for other in _around(passage, sentence):
        date = birth_in(passage, other)
        if date is not None and _is_same_person(passage, sentence, other, start):
            return Birth(date, other)
    return None


def _around(passage: Passage, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """The sentences right before and after, nearest first."""
    found, before, after = [], sentence, sentence
    for _ in range(_REACH):
        if before[0] > 2:
            before = passage.sentence_at(before[0] - 2)
            found.append(before)
    if after[1] + 1 < len(passage.text):
        found.append(passage.sentence_at(after[1] + 1))
    return [one for one in found if one != sentence]


def _is_same_person(passage: Passage, sentence: tuple[int, int], other: tuple[int, int], start: int) -> bool:
    """The later of the two takes up the person of the earlier, and no third sentence brings in another."""
    first, last = (other, sentence) if other[0] < sentence[0] else (sentence, other)
    persons = {m.candidates[0] for m in passage.mentions_between(first[0], last[1]) if m.candidates[0][:7] == "person/"}
    if len(persons) > 1:
        return False
    # The first name of the earlier sentence opens it; the later one begins with a pronoun or repeats the name.
    later = passage.text[slice(*last)]
    if _REFERS_BACK.match(later):
        return True
    names = set(re.findall(r"\b[A-Z][a-zé]{2,}\b", passage.text[slice(*first)]))
    return bool(re.match(r"\W*(?:[A-Z][\w.’'-]+ ){0,2}", later)) and later.split(" ", 1)[0].strip(",") in names
