"""The words of one language: names of months and weekdays from CLDR (babel), all else from its ``dates.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from timelines.tagging.foreign.folding import fold, variants

FILE = "dates.yaml"
LANGUAGES = "timelines.tagging.languages"
LISTS = ("day_joint", "year_joint", "weekday_joint", "rel_joint", "year_noun", "day_noun", "after_year")
SAME_AS = {"no": "nb", "nn": "nb"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words and what they say. Weekdays count from Monday = 0; ``points`` are unit and distance ("W-1"),
    ``either`` words mean so many days ahead or back, ``eras`` have the year before their first.

    ``short_months`` and ``short_weekdays`` are abbreviations. ``weak`` names are also other words and need a
    neighbour that makes them a date. ``before`` and ``after`` are the pointing words ("last", "this", "next") by
    the side of the noun on which they stand. ``at`` are words before a date that stay outside of it.
    """

    language: str
    order: str
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    day_words: Mapping[str, int]
    units: Mapping[str, str]
    ones: Mapping[str, str]
    pairs: Mapping[str, str]
    points: Mapping[str, tuple[str, int]]
    either: Mapping[str, int]
    eras: Mapping[str, int]
    before: Mapping[str, str]
    after: Mapping[str, str]
    modifiers: Mapping[str, str]
    weak: frozenset[str]
    at: tuple[str, ...]
    will: tuple[str, ...]
    never: tuple[str, ...]
    bc: tuple[str, ...]
    ad: tuple[str, ...]
    to: tuple[str, ...]
    ago: tuple[str, ...]
    ahead: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, str]
    flags: frozenset[str]


def load_vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language; one without a file has its names only. LookupError if CLDR does not know it."""
    language = SAME_AS.get(language, language)
    data = _data(language)
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError) as error:
        raise LookupError(f"no tagging rules for language {language!r}, nor names of months in CLDR") from error
    contexts = ("format", "stand-alone") if "stand-alone" in data.get("flags", ()) else ("format",)
    # Without data of their own, babel 2.18 gives stand-alone names of whichever locale was loaded before.
    months = {name: n for c in contexts for n, title in locale.months[c]["wide"].items() for name in variants(title)}
    days = {name: n for c in contexts for n, title in locale.days[c]["wide"].items() for name in variants(title)}
    short = {name: n for c in contexts for n, title in locale.months[c]["abbreviated"].items() for name in _bare(title)}
    short_days = {
        name: n for c in contexts for n, title in locale.days[c]["abbreviated"].items() for name in _bare(title)
    }
    months |= _numbered(data.get("months", {}))
    days |= _numbered(data.get("weekdays", {}))
    short |= _numbered(data.get("short_months", {}))
    short_days |= _numbered(data.get("short_weekdays", {}))
    return Vocabulary(
        language=language,
        order=str(data.get("order", "dmy")),
        months=months,
        short_months={name: n for name, n in short.items() if name not in months},
        weekdays=days,
        short_weekdays={name: n for name, n in short_days.items() if name not in days},
        numbers={name: int(n) for word, n in data.get("numbers", {}).items() for name in variants(str(word))},
        day_words={name: int(n) for word, n in data.get("day_words", {}).items() for name in variants(str(word))}
        | (han_days() if "han-numerals" in data.get("flags", ()) else {}),
        units=_named(data.get("units", {})),
        ones=_named(data.get("ones", {})),
        pairs=_named(data.get("pairs", {})),
        points={
            word: (code.rstrip("+-0123456789"), int(code.lstrip("DWMYE") or 0))
            for word, code in _named(data.get("points", {})).items()
        },
        either=_numbered(data.get("either", {})),
        eras={str(name): int(year) for name, year in data.get("year_eras", {}).items()},
        before=_named(data.get("before", {})),
        after=_named(data.get("after", {})),
        modifiers=_named({"START": data.get("early", []), "MID": data.get("mid", []), "END": data.get("late", [])}),
        weak=frozenset(name for word in data.get("weak", []) for name in variants(str(word))),
        at=_list(data.get("at")),
        will=_list(data.get("will")),
        never=_list(data.get("never")),
        bc=_list(data.get("bc")),
        ad=_list(data.get("ad")),
        to=_list(data.get("to")),
        ago=_list(data.get("ago")),
        ahead=_list(data.get("ahead")),
        lists={key: _list(data.get(key)) for key in LISTS},
        patterns={key: fold(str(data[key])) for key in data if key.endswith("_ending") or key == "attached"},
        flags=frozenset(str(flag) for flag in data.get("flags", ())),
    )


def han_days() -> dict[str, int]:
    """The days of a month in Chinese numerals."""
    ones = "一二三四五六七八九"
    tens = {"": 0, "十": 10, "二十": 20, "三十": 30, "廿": 20}
    written = {head + (ones[n - 1] if n else ""): ten + n for head, ten in tens.items() for n in range(10)}
    return {word: n for word, n in written.items() if 1 <= n <= 31}


def described() -> tuple[str, ...]:
    """The codes of the languages that have a file of their own."""
    folder = resources.files(LANGUAGES)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and (entry / FILE).is_file()))


def _data(language: str) -> dict[str, Any]:
    if not language.isalpha():
        raise LookupError(f"not a language code: {language!r}")
    file = resources.files(LANGUAGES) / language / FILE
    if not file.is_file():
        return {"day_ending": r"\.?"}
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}


def _bare(title: str) -> tuple[str, ...]:
    return variants(title.rstrip(".॰׳ "))


def _numbered(entries: Mapping[int, Iterable[str]]) -> dict[str, int]:
    return {name: int(n) for n, words in entries.items() for word in words for name in variants(str(word))}


def _named(entries: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: str(value) for value, words in entries.items() for word in words for name in variants(str(word))}


def _list(words: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(name for word in words or () for name in variants(str(word)))
