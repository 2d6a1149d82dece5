"""English number words: "seventy-one", "seventh", "12th", and back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES: Final = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CARDINALS: Final = {ordinal: cardinal for cardinal, ordinal in _ORDINALS.items()}
_VALUES: Final = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * tens for tens, word in enumerate(_TENS) if tens > 1}
    | {word: scale for scale, word in _SCALES}
)
_GROUPS: Final = {"dozen": 12, "score": 20}
_SEPARATORS: Final = re.compile(r"[\s\-‐‑,]+")
_DIGITS: Final = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
_DIGIT_ORDINAL: Final = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(?:st|nd|rd|th)")


def number_words(number: int) -> str:
    """ "seventy-one", "one hundred and five"; raises ValueError for negative numbers and from a trillion on."""
    if not 0 <= number < 10**12:
        raise ValueError(f"no words for {number}")
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
    scale, name = next(item for item in _SCALES if number >= item[0])
    count, rest = divmod(number, scale)
    words = f"{number_words(count)} {name}"
    if not rest:
        return words
    return f"{words} {'and ' if rest < 100 else ''}{number_words(rest)}"


def ordinal_words(number: int) -> str:
    """ "seventh", "thirty-fifth", "hundredth", "one hundred and first"; raises ValueError as `number_words`."""
    words = number_words(number)
    stem = words.rstrip("abcdefghijklmnopqrstuvwxyz")
    last = words.removeprefix(stem)
    ordinal = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return ordinal if stem == "one " else stem + ordinal


def ordinal_digits(number: int) -> str:
    """ "12th", "21st"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


@lru_cache(maxsize=4096)
def parse_number(text: str) -> int | None:
    """The number that digits or words mean ("71", "1,200", "seventy-one", "a hundred", "a dozen"), else None."""
    text = text.strip().lower()
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    words = ["one" if word in ("a", "an") else word for word in _SEPARATORS.split(text) if word != "and"]
    group = _GROUPS.get(words[-1]) if words else None
    if group is not None:
        count = _value(words[:-1]) if words[:-1] else 1
        return count * group if count is not None else None
    return _value(words)


@lru_cache(maxsize=4096)
def parse_ordinal(text: str) -> int | None:
    """The number that an ordinal means ("thirty-fifth", "35th", "hundredth"), else None."""
    text = text.strip().lower()
    digits = _DIGIT_ORDINAL.fullmatch(text)
    if digits:
        return int(digits.group(1).replace(",", ""))
    words = [word for word in _SEPARATORS.split(text) if word != "and"]
    last = words[-1] if words else ""
    if last in _CARDINALS:
        words[-1] = _CARDINALS[last]
    elif last.endswith("ieth"):
        words[-1] = last[:-4] + "y"
    elif last.endswith("th") and last[:-2] not in _ORDINALS:
        words[-1] = last[:-2]
    else:
        return None
    return _value(words)


def _value(words: list[str]) -> int | None:
    """The value of words that spell a number correctly, without their "and"."""
    if not words or any(word not in _VALUES for word in words):
        return None
    if words[0] in ("hundred", "thousand", "million", "billion"):
        words = ["one", *words]
    total = part = 0
    for word in words:
        value = _VALUES[word]
        if value == 100:
            part *= 100
        elif value > 100:
            total += part * value
            part = 0
        else:
            part += value
    number = total + part
    return number if words in _spellings(number) else None


def _spellings(number: int) -> list[list[str]]:
    """The words of a number without "and": one thousand two hundred, twelve hundred."""
    if number >= 10**12:
        return []
    ways = [_words(number)]
    hundreds, rest = divmod(number, 100)
    if 10 < hundreds < 100 and hundreds % 10:
        ways.append([*_words(hundreds), "hundred", *(_words(rest) if rest else [])])
    return ways


def _words(number: int) -> list[str]:
    return [word for word in _SEPARATORS.split(number_words(number)) if word != "and"]
