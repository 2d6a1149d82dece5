"""Which names of a text the canon does not know: capitalised words that stand for no fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timelines.canon.vocabulary import words

Place = tuple[int, int]
"""Start and end in code points."""

_WORD: Final = r"(?:[A-Z]\.|[^\W\d_a-z](?:(?!['’]s\b)[\w'’-])*[^\W_])"
_CAPITALISED: Final = re.compile(
    rf"(?<![\w'’.@/-]){_WORD}(?:[ ](?:(?:of|de|da|di|del|der|van|von|den|bin|al|el|ibn|y|the|and the)[ ])*{_WORD})*"
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_NO_NAMES: Final = frozenset(
    words(
        """i i'm i've i'd i'll mr mrs ms miss dr sir dame lord lady saint st jr sr phd mp mps ceo cfo chief president
    premier chancellor minister secretary senator governor mayor king queen prince princess pope general colonel captain
    major lieutenant sergeant admiral judge justice professor prof sen gov rep gen col lt sgt
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter new year gmt
    utc est edt bst cet am pm ad bc bce ce ok tv god internet english french german italian spanish russian chinese
    japanese arabic dutch greek latin portuguese american british european asian african arab jewish christian muslim
    catholic protestant islamic sunni shia shiite hindu buddhist kurdish north south east west northern southern eastern
    western central the a an and but or for nor so yet if when while as after before since until once because although
    though unless in on at by from of to with without under over against about into through during between among
    like unlike that this these those he she it they we you his her its their our your my what who whom whose which
    where why how is are was were be been do does did has have had will would could should shall can must might not no
    yes only even just then now today yesterday tomorrow also still both either neither here there said says say
    meanwhile however moreover nevertheless instead perhaps maybe according despite earlier later last next first
    second third many most some several such other others another each every all any few two three four five six
    seven eight nine ten hundreds thousands millions one none nobody everybody people officials police
    co inc corp ltd plc llc tenn mich va ga calif fla mass conn ariz colo ill ind minn miss mo neb nev pa wash wis
    republican republicans democrat democrats cabinet parliament senate congress
    including following given asked photo photograph video read related more advertisement copyright"""
    )
)
_BEGINNINGS: Final = frozenset(words("new north south east west northern southern eastern western central saint st"))
"""These begin names: "New York", "North Carolina"."""


def unknown_names(
    text: str, known: Iterable[Place], dates: Iterable[Place], sentences: Sequence[Place], is_word: frozenset[str]
) -> list[Place]:
    """The first places of capitalised names that overlap neither a ``known`` name nor a date.

    The first word of a sentence counts only within a longer name, or if it stands capitalised within a sentence too.
    ``is_word`` are forms that are no names by themselves: adjectives of states, titles. Headlines have no lower-case
    words, so nothing can be told from them.
    """
    taken = sorted((*known, *dates))
    starts = [start for start, _ in taken]
    openings = {start for start, _ in sentences}
    headlines: dict[Place, bool] = {}
    firm: dict[str, Place] = {}
    doubtful: dict[str, Place] = {}
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        line = _line_of(text, start, end)
        if line not in headlines:
            headlines[line] = _is_headline(text[slice(*line)])
        if headlines[line]:
            continue
        opening = _opens(text, start, openings)
        start, end = _trimmed(text, start, end, is_word)
        if end - start < 2:
            continue
        at = bisect_left(starts, end)
        if any(low < end and high > start for low, high in taken[max(0, at - 3) : at]):
            continue
        name = _POSSESSIVE.sub("", text[start:end].rstrip(".,"))
        place = (start, start + len(name))
        single = " " not in name
        if single and opening and start == match.start():
            doubtful.setdefault(name, place)
        else:
            firm.setdefault(name, place)
    for name, place in doubtful.items():
        if name in firm:
            firm[name] = min(place, firm[name])
    # "Ms. Duarte" after "Ana Duarte" is nobody new, and so is "Dominion" after "Dominion Textile Inc".
    parts = {part for name in firm for part in _parts(name)}
    return sorted(place for name, place in firm.items() if name not in parts)


def _parts(name: str) -> Iterator[str]:
    """The beginnings and ends of a longer name."""
    cuts = [cut for cut, sign in enumerate(name) if sign == " "]
    for cut in cuts:
        yield name[:cut]
        yield name[cut + 1 :]


def _trimmed(text: str, start: int, end: int, is_word: frozenset[str]) -> Place:
    """Without words at both ends that are no part of a name: "The Duarte", "Senator Duarte"."""
    while start < end:
        first = text[start:end].split(" ", 1)[0]
        plain = _POSSESSIVE.sub("", first.rstrip("."))
        begins = plain.lower() in _BEGINNINGS and len(first) < end - start
        if begins or (plain.lower() not in _NO_NAMES and not _is_word(plain, is_word)):
            break
        start = min(end, start + len(first) + 1)
    while start < end:
        last = text[start:end].rsplit(" ", 1)[-1]
        plain = _POSSESSIVE.sub("", last.rstrip("."))
        longer = len(last) < end - start
        if plain and plain.lower() not in _NO_NAMES and (longer or not _is_word(plain, is_word)):
            break
        end = max(start, end - len(last) - 1)
    return start, end


def _is_word(word: str, is_word: frozenset[str]) -> bool:
    """Whether it is a title or an adjective, or people of it: "Ruritanian", "Ruritanians"."""
    return word in is_word or (word.endswith("s") and word[:-1] in is_word)


def _opens(text: str, start: int, openings: set[int]) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    at = start
    while at and text[at - 1] == " ":
        at -= 1
    before = text[at - 1 : at] if at else ""
    return start in openings or before in ("", "\n", "“", '"', "‘", "(", "•", ":", "—", ".", "!", "?")


def _line_of(text: str, start: int, end: int) -> Place:
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return low, high if high >= 0 else len(text)


def _is_headline(line: str) -> bool:
    words = line.split()
    long = [word for word in words if len(word) > 3]
    return len(long) >= 3 and sum(word[:1].isupper() for word in long) > 0.7 * len(long) and not words[-1].endswith(".")
