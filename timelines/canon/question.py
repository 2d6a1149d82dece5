"""Reads a question into words that a fact must explain, the dates in it, and what it asks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from timelines.canon.vocabulary import words
from timelines.chronology.calendar import days_in_month
from timelines.chronology.span import Span

_TOKEN: Final = re.compile(r"\d+/\d+|[^\W_]+")
_DOTTED: Final = re.compile(r"\b(?:[a-z]\.){2,}")
_POSSESSIVE: Final = re.compile(r"(?<=\w)'s?\b|'")
_MONTHS: Final = {
    name[:size]: number
    for number, name in enumerate(
        words("january february march april may june july august september october november december"), start=1
    )
    for size in (3, 4, 9)
}
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR: Final = r"(?P<year>[12]\d{3})"
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR}-(?P<m>\d\d)(?:-(?P<day>\d\d))?\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        r"\b(?P<decade>[12]\d{2}0)'?s\b",
        rf"\b{_YEAR}\b",
    )
)

STOP: Final = frozenset(
    words(
        """a an the of in on at to for by with and or did do does was were is are be been when what which that this
        it its his her their he she they there year date dates day month make makes made time exactly actually
        please tell me know
        happen happened happening occur occurred take took place hold held go went come came find i want need
        exist existed would could will s from as into up out about ever really officially formally finally
        famous infamous first-ever"""
    )
)
FORMS: Final = {
    form: word
    for word, forms in {
        "birth": "born birthday birthdate births",
        "death": "die died dies dead dying deaths passed",
        "become": "became becomes becoming",
        "start": "begin began begun begins beginning beginnings started starts starting outbreak onset erupted erupt "
        "commence commenced broke",
        "end": "ended ends ending finish finished conclude concluded over conclusion cease ceased",
        "fall": "fell fallen falls falling",
        "win": "won wins winning winner beat defeat defeated victory",
        "leave": "left leaves leaving departure resign resigned resigns resignation resigning quit stepped step",
        "inaugurate": "inaugurated inauguration sworn swear swore inaugurations",
        "found": "founded founding foundation founds establish established establishment create created creation "
        "form formed formation set proclaim proclaimed proclamation",
        "invade": "invaded invades invading invasion",
        "explode": "exploded explosion explodes blew",
        "kill": "killed killing kills murder murdered",
        "shoot": "shot shooting shootings",
        "assassinate": "assassinated assassination",
        "elect": "elected",
        "election": "elections vote voted votes polls",
        "2": "ii two",
        "3": "iii",
        "reelect": "reelected reelection",
        "introduce": "introduced introduction introducing",
        "dissolve": "dissolved dissolution disbanded breakup split splits",
        "collapse": "collapsed collapses",
        "reunify": "reunified reunification reunited reunite",
        "annex": "annexed annexation annexes",
        "join": "joined joins accession joining",
        "launch": "launched launches launching",
        "release": "released releases",
        "sink": "sank sunk sinking",
        "build": "built building construction constructed",
        "open": "opened opening opens",
        "land": "landed landing landings lands",
        "sign": "signed signing signs signature signatures",
        "adopt": "adopted adoption",
        "crash": "crashed crashes",
        "publish": "published publication",
        "olympic": "olympics",
        "president": "presidency presidential presidents",
        "chancellor": "chancellorship chancellors",
        "premier": "premiership premiers",
        "world-cup": "worldcup",
        "independent": "independence",
        "britain": "british",
        "usa": "us america american americans",
        "uk": "",
        "eu": "",
    }.items()
    for form in (*forms.split(), word)
}
"""Words that count as one; what is not here is only freed of its plural and verb endings."""

_PHRASES: Final = (
    (re.compile(r"\bpassed away\b"), "died"),
    (re.compile(r"\b(came|come|comes|coming|went|go|enter|enters|entered) (in)?to (force|effect)\b"), "force"),
    (re.compile(r"\b(took|take|takes) effect\b"), "force"),
    (re.compile(r"\b(came|come|comes|coming) down\b"), "fall"),
    (re.compile(r"\b(shot|shoot|shooting) down\b"), "downing"),
    (re.compile(r"\b(takes?|took|taking|assumed?|entered|enter|seized?|seizes) (power|office)\b"), "become"),
    (re.compile(r"\b(leaves?|left|leaving|lost|lose) (power|office)\b|\bstep(s|ped)? down\b"), "leave"),
    (re.compile(r"\bcame to power\b|\bcome to power\b"), "become"),
    (re.compile(r"\b(came|come) to an end\b"), "end"),
    (re.compile(r"\b(broke|break) (up|apart)\b"), "collapse"),
    (re.compile(r"\b(broke|break) out\b"), "start"),
    (re.compile(r"\bcoming out\b|\b(came|come) out\b"), "release"),
    (re.compile(r"\b(blow|blows|blew|blown) up\b"), "explode"),
    (re.compile(r"\bre-elect"), "reelect"),
    (re.compile(r"\bhow long (?:did|was|is|has|have) (.*?)\s*(?:lasted|last|been|going on)?\s*\?*$"), r"\1"),
    (re.compile(r"\bhow old\b|\bdate of birth\b"), "birth"),
)
_HOLLOW: Final = re.compile(r"\b(why|how (many|much|tall|big|far|high|often|rich)|how|whose|whom)\b")
ORDINALS: Final = tuple(words("first second third fourth fifth sixth seventh eighth ninth tenth"))
_NUMBER_OF: Final = {word: number for number, word in enumerate(ORDINALS, start=1)}
_NOW: Final = frozenset(words("current currently now today incumbent present"))


@dataclass(frozen=True, slots=True)
class Question:
    """What a query says. ``words`` must all be explained by an answer; ``date_words`` by its words or its date."""

    words: tuple[str, ...]
    date_words: tuple[str, ...] = ()
    date: Span | None = None
    who: bool = False
    where: bool = False
    now: bool = False
    ordinal: int | None = None
    answerable: bool = True


def plain(text: str) -> str:
    """Lower case without accents, possessives and dots in abbreviations: "U.K.'s Élysée" gives "uk elysee"."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("–", "-"))
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("war i ", "war 1 ")
    if text.endswith("war i"):
        text = text[:-1] + "1"
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", text)
    return _POSSESSIVE.sub("", text) if "'" in text else text


def raw_words(text: str) -> list[str]:
    """The words of a text that count, before they are reduced to one form."""
    return [word for word in _TOKEN.findall(plain(text)) if word not in STOP]


@lru_cache(maxsize=100_000)
def reduced(word: str) -> str:
    """One form for all forms of a word: "reunified" and "reunification" give "reunify"."""
    known = FORMS.get(word)
    if known is not None:
        return known
    if word.isdigit() or len(word) < 5:
        return word[:-1] if len(word) == 4 and word.endswith("s") and not word.endswith("ss") else word
    for ending in ("ances", "ance", "ations", "ation", "ated", "ating", "ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return FORMS.get(word, word)


def reduced_words(text: str) -> frozenset[str]:
    """The words of a name, each in its one form."""
    return frozenset(reduced(word) for word in raw_words(text))


def read_question(query: str) -> Question:
    """Take a query apart. Never fails; what cannot be answered has ``answerable`` false."""
    text = " ".join(plain(query).split())
    for pattern, replacement in _PHRASES:
        text = pattern.sub(replacement, text)
    answerable = _HOLLOW.search(text) is None
    try:
        date, date_text = _date(text)
    except _NoSuchDateError:
        return Question((), answerable=False)
    date_words = tuple(dict.fromkeys(_TOKEN.findall(date_text)))
    rest = text.replace(date_text, " ", 1) if date_text else text
    kept: list[str] = []
    who = where = now = False
    ordinal: int | None = None
    for word in _TOKEN.findall(rest):
        if word == "who":
            who = True
        elif word == "where":
            where = True
        elif word in _NOW:
            now = True
        elif word not in STOP:
            if number := _NUMBER_OF.get(word) or _numeral(word):
                ordinal = number
            kept.append(word)
    return Question(tuple(dict.fromkeys(kept)), date_words, date, who, where, now, ordinal, answerable)


def _numeral(word: str) -> int | None:
    match = re.fullmatch(r"(\d+)(st|nd|rd|th)", word)
    return int(match[1]) if match else None


class _NoSuchDateError(ValueError):
    """The question gives a day that no calendar has."""


def _date(text: str) -> tuple[Span | None, str]:
    for pattern in _DATES:
        match = pattern.search(text)
        if match is None:
            continue
        parts = match.groupdict()
        if parts.get("decade"):
            return Span.decade(int(parts["decade"])), match[0]
        year = int(parts["year"])
        month = _MONTHS[parts["month"]] if parts.get("month") else int(parts.get("m") or 0)
        day = int(parts.get("day") or 0)
        if month > 12 or (day and not 1 <= day <= days_in_month(year, month)):
            raise _NoSuchDateError(match[0])
        if day:
            return Span.day(year, month, day), match[0]
        return (Span.month(year, month) if month else Span.year(year)), match[0]
    return None, ""
