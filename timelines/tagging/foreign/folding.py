"""The text as the patterns read it: lower case, ASCII digits, one spelling per letter, the same length."""

from __future__ import annotations

import re
from typing import Final

# Letters, digits and the vowel signs and points that Python does not count among \\w (Indic, Arabic, Hebrew).
INSIDE: Final = r"\w\u0591-\u05bd\u064b-\u0655\u0900-\u0963\u0966-\u09ff"
LEFT: Final = rf"(?<![{INSIDE}])"
RIGHT: Final = rf"(?![{INSIDE}])"
_ZEROS: Final = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xFF10)
# Letters typed in more than one way: Turkish i, Romanian cedillas, Arabic and Persian hamzas and yehs, ё, tonos.
_LETTERS: Final = {
    "i": "İIı", "ș": "ŞşȘ", "ț": "ŢţȚ", "ا": "أإآٱ", "ی": "ىیي", "ک": "ك", "ه": "ۀة", "е": "Ёё", "α": "Άά",
    "ε": "Έέ", "η": "Ήή", "ι": "Ίίϊΐ", "ο": "Όό", "υ": "Ύύϋΰ", "ω": "Ώώ", "'": "’ʼ′´‘", " ": "\u00a0\u202f\u2009\u3000",
    "-": "－", "/": "／", ".": "．", "(": "（", ")": "）", ",": "，、،",
}  # fmt: skip
_SAME_AS_ASCII: Final = str.maketrans({chr(zero + n): str(n) for zero in _ZEROS for n in range(10)})


_TABLE: Final = _SAME_AS_ASCII | {ord(letter): plain for plain, group in _LETTERS.items() for letter in group}


def fold(text: str) -> str:
    """The folded text; offsets stay what they are."""
    folded = text.translate(_TABLE) if not text.isascii() else text
    lower = folded.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in folded)


# Devanagari and Bengali letters with a dot below: composed, and as letter and dot.
_DOTTED: Final = {
    "क़": "\u0958",
    "ख़": "\u0959",
    "ग़": "\u095a",
    "ज़": "\u095b",
    "ड़": "\u095c",
    "ढ़": "\u095d",
    "फ़": "\u095e",
    "य़": "\u095f",
    "ড়": "\u09dc",
    "ঢ়": "\u09dd",
    "য়": "\u09df",
}
_ZWNJ: Final = "\u200c"


def variants(word: str) -> tuple[str, ...]:
    """The folded spellings of a word that a text may have."""
    plain = fold(word)
    for pair, composed in _DOTTED.items():
        plain = plain.replace(composed, pair)
    found = {plain}
    composed_word = plain
    for pair, composed in _DOTTED.items():
        composed_word = composed_word.replace(pair, composed)
    found.add(composed_word)
    for spelling in list(found):
        if _ZWNJ in spelling:
            found |= {spelling.replace(_ZWNJ, " "), spelling.replace(_ZWNJ, "")}
    return tuple(sorted(found))


def alternatives(words: object) -> str:
    """A pattern that matches any of some folded words, the longest first; one that never matches for none."""
    if not isinstance(words, (dict, list, tuple, set, frozenset)):
        raise TypeError("words are a collection")
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) or r"(?!)"


def prefix_tree(words: set[str]) -> str:
    """A pattern that tells quickly whether one of the words begins here: their first letters as a tree."""
    depth = 4  # letters; deeper trees are no faster
    tree: dict[str, object] = {}
    for word in words:
        node = tree
        for letter in word[:depth]:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _written(tree)


def _written(node: dict[str, object]) -> str:
    if "" in node:
        return ""
    branches = []
    for letter, below in sorted(node.items()):
        rest = _written(below) if isinstance(below, dict) else ""
        branches.append((r"\s" if letter == " " else re.escape(letter)) + rest)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
