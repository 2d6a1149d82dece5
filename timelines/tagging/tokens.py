"""Cutting a stretch of text into tokens, each with the symbol that the rules see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timelines.tagging.lexicon import Lexeme

_TOKEN = re.compile(
    r"""
      (?P<blank>\n[^\S\n]*\n\s*)
    | (?P<iso>(?<![\w.-])[+-]?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
        (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:\s?(?:Z|[+-][0-9]{2}:?[0-9]{2})\b)?)?
        (?![\w-]|[.][0-9]))
    | (?P<named>(?<![\w/.-])9/11(?![\w/]))
    | (?P<slashes>(?<![\w/.-])(?:[0-9]{1,4}(?P<sep>[/-])[0-9]{1,2}(?P=sep)[0-9]{1,4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})
        (?![\w/]|[.-][0-9]))
    | (?P<version>(?<![\w])[0-9]+(?:\.[0-9]+){2,}(?![\w]))
    | (?P<fiscalyear>\bFY'?(?:[0-9]{2}|[0-9]{4})\b)
    | (?P<clock>(?<![\w:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?![\w:]))
    | (?P<ordinal>(?<![\w.])[0-9]{1,5}(?:st|nd|rd|th)\b)
    | (?P<decade>(?<![\w'’‘`])(?:['’‘]?[0-9]0|[12][0-9]{2}0|[1-9][0-9]0(?=s\s+BC))['’]?s\b)
    | (?P<shortyear>(?<![\w'’‘`])['’‘][0-9]{2}(?![\w]))
    | (?P<thousands>(?<![\w,.])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![\w]))
    | (?P<decimal>(?<![\w.])[0-9]{1,6}\.[0-9]{1,6}(?:(?!\w)|(?=[aApP]\.?[mM]\b)))
    | (?P<number>(?<![\w])[0-9]{1,9}(?:(?!\w)|(?=[aApP]\.?[mM]\b|GMT\b|UTC\b|BST\b|Z\b|hrs?\b)))
    | (?P<possessive>['’]s\b|(?<=s)['’](?!\w))
    | (?P<dotted>(?<![^\W\d_])[^\W\d_]\.\s?(?:[^\W\d_]\.)+|(?<![^\W\d_])[aApP]\.[mM]\b|[bB]\.[cC]\b|[aA]\.[dD]\b)
    | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
    | (?P<other>\w+)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "−": "-", "‐": "-", "‑": "-"})
_WORDS = frozenset({"word", "dotted", "mark", "possessive"})

Known = tuple[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Token:
    """A token: where it stands, its text in plain quotes and dashes, its classes with their values."""

    start: int
    end: int
    text: str
    values: Mapping[str, str]


class Symbols:
    """One character for every set of classes that a token can have; rules match on these characters."""

    def __init__(self) -> None:
        self._symbols: dict[frozenset[str], str] = {}

    def symbol(self, classes: frozenset[str]) -> str:
        """The character of a set of classes, made when it is new."""
        found = self._symbols.get(classes)
        if found is None:
            found = chr(0xE000 + len(self._symbols))
            self._symbols[classes] = found
        return found

    def having(self, name: str) -> str:
        """All characters whose set of classes contains ``name``."""
        return "".join(symbol for classes, symbol in self._symbols.items() if name in classes)


def number_values(digits: str, thousands: bool = False) -> dict[str, str]:
    """The classes of a number written in digits: count, and day, month, hour, year where it could be one."""
    value = int(digits)
    plain = str(value)
    values = {"number": plain}
    if thousands:
        return values
    width = len(digits)
    if width <= 2:
        if 1 <= value <= 31:
            values["day"] = plain
        if 1 <= value <= 99:
            values["day-like"] = plain
        if 1 <= value <= 12:
            values["hour12"] = plain
            values["month-number"] = plain
        if value <= 24:
            values["hour24"] = plain
        if width == 2:
            values["two-digits"] = digits
        if 1 <= value <= 4:
            values["quarter-number"] = plain
    elif width == 3:
        values["year3"] = plain
    elif width == 4:
        values["four-digits"] = digits
        if 1000 <= value <= 2999:
            values["year"] = plain
        if 1500 <= value <= 2059:
            values["likely-year"] = plain
        elif 1000 <= value < 1500:
            values["distant-year"] = plain
        elif 2060 <= value <= 2199:
            values["century-year"] = plain
        if value <= 2400 and value % 100 < 60:
            values["military"] = digits
    if width <= 4:
        values["year-bc"] = plain
    return values


FORMAT_CLASSES = ("iso", "slashes", "clock", "decade", "shortyear", "fiscalyear", "version", "decimal")


def number_signatures() -> set[frozenset[str]]:
    """Every set of classes that a number in digits can have."""
    samples = [str(n) for n in range(100)] + [f"{n:02}" for n in range(100)] + ["100", "010"]
    samples += [f"{n:04}" for n in range(10000)] + ["12345"]
    found = {frozenset(number_values(s)) for s in samples} | {frozenset(number_values("1000", True))}
    found |= {frozenset(ordinal_values(n)) for n in range(40)}
    return found


def ordinal_values(value: int) -> dict[str, str]:
    """The classes of "21st"."""
    plain = str(value)
    values = {"ordinal": plain, "digit-ordinal": plain}
    if 1 <= value <= 31:
        values["day-ordinal"] = plain
    if 1 <= value <= 4:
        values["quarter-ordinal"] = plain
    if 1 <= value <= 2:
        values["half-ordinal"] = plain
    return values


class Tokenizer:
    """Cuts text of one language into tokens and spells them as a string of symbols."""

    def __init__(self, lexemes: Iterable[Lexeme], symbols: Symbols) -> None:
        self._exact: dict[str, Known] = {}
        self._lower: dict[str, Known] = {}
        self._groups: dict[str, dict[str, list[tuple[tuple[str, ...], Known]]]] = {}
        for lexeme in lexemes:
            known = (symbols.symbol(frozenset(lexeme.values)), lexeme.values)
            parts = tuple(m.group() for m in _TOKEN.finditer(lexeme.text.lower()))
            if len(parts) > 1:
                self._groups.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, known))
            elif lexeme.exact:
                self._exact[lexeme.text] = known
            else:
                self._lower[lexeme.text] = known
        for seconds in self._groups.values():
            for found in seconds.values():
                found.sort(key=lambda item: -len(item[0]))
        for signature in number_signatures():
            symbols.symbol(signature)
        self._formats: dict[str, str] = {}
        for name in (*FORMAT_CLASSES, "blank"):
            self._formats[name] = symbols.symbol(frozenset({name}))
        self._unknown: dict[str, Known] = {
            name: (symbols.symbol(frozenset(classes)), dict.fromkeys(classes, ""))
            for name, classes in {
                "word": ("any", "word"),
                "name": ("any", "word", "capital"),
                "plural": ("any", "word", "plural"),
                "mark": ("any", "mark"),
                "other": ("any", "other"),
            }.items()
        }
        hyphen = self._lower["-"][1] if "-" in self._lower else {}
        dash = {name: value for name, value in hyphen.items() if name != "hyphen"}
        self._dash: Known = (symbols.symbol(frozenset(dash)), dash)
        self._symbols = symbols

    def tokenize(self, text: str, start: int, end: int) -> tuple[list[Token], str]:
        """Tokens of ``text[start:end]`` and their symbols, one character each."""
        tokens: list[Token] = []
        spelled: list[str] = []
        groups = self._groups
        raw = [(m.start(), m.end(), m.lastgroup or "", plain(m.group())) for m in _TOKEN.finditer(text, start, end)]
        index = 0
        for at, (begin, stop, kind, written) in enumerate(raw):
            if at < index:
                continue
            index = at + 1
            if kind in _WORDS:
                seconds = groups.get(written.lower())
                candidates = seconds.get(raw[index][3].lower()) if seconds and index < len(raw) else None
                if candidates is not None:
                    known, length = _longest(raw, at, candidates)
                    if known is not None:
                        index = at + length
                        stop = raw[index - 1][1]
                        tokens.append(Token(begin, stop, plain(text[begin:stop]), known[1]))
                        spelled.append(known[0])
                        continue
                spaced = written == "-" and text[begin - 1 : begin].isspace() and text[stop : stop + 1].isspace()
                symbol, values = self._dash if spaced else self._word(written, kind)
            else:
                symbol, values = self._number(kind, written)
            tokens.append(Token(begin, stop, written, values))
            spelled.append(symbol)
        return tokens, "".join(spelled)

    def _word(self, written: str, kind: str) -> Known:
        found = self._exact.get(written) or self._lower.get(written.lower())
        if found is not None:
            return found
        if kind == "mark":
            return self._unknown["mark"]
        if written[0].isupper():
            return self._unknown["name"]
        return self._unknown["plural" if written.endswith("s") else "word"]

    def _number(self, kind: str, written: str) -> Known:
        if kind == "number":
            values = number_values(written)
        elif kind == "thousands":
            values = number_values(written.split(".")[0].replace(",", ""), thousands=True)
        elif kind == "ordinal":
            values = ordinal_values(int(written[:-2]))
        elif kind in ("named", "other") and (known := self._exact.get(written) or self._lower.get(written)):
            return known
        elif kind in self._formats:
            return self._formats[kind], {kind: written}
        else:
            return self._unknown["other"]
        return self._symbols.symbol(frozenset(values)), values


def plain(written: str) -> str:
    """The text with straight quotes and plain hyphens, one character for each."""
    return written if written.isascii() else written.translate(_PLAIN)


def _longest(
    raw: list[tuple[int, int, str, str]], at: int, candidates: list[tuple[tuple[str, ...], Known]]
) -> tuple[Known | None, int]:
    for parts, known in candidates:
        stop = at + len(parts)
        if stop <= len(raw) and all(raw[at + i][3].lower() == parts[i] for i in range(2, len(parts))):
            return known, len(parts)
    return None, 0
