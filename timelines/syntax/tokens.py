"""Words of a sentence with a coarse class each, one character per class, so that patterns run over a plain string.

The classes stand in for parts of speech until a tagger does (``CODES`` lists them). Verb forms come from a list of
irregular verbs (Quirk et al. 1985, ch. 3) and from endings; capitalised words inside a sentence are names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

CODES = {
    "modal": "m",
    "be-present": "b",
    "be-past": "B",
    "be-other": "e",
    "being": "g",
    "have-present": "h",
    "have-past": "H",
    "do-present": "d",
    "do-past": "D",
    "to": "t",
    "adverb": "r",
    "coordinator": "c",
    "subordinator": "s",
    "relative": "x",
    "subject-pronoun": "y",
    "object-pronoun": "j",
    "determiner": "w",
    "preposition": "o",
    "number-word": "0",
}
PAST, PARTICIPLE, PAST_OR_PARTICIPLE, ANY_FORM, BARE, THIRD_PERSON, GERUND = "p", "q", "k", "f", "v", "z", "i"
NAME, WORD, POSSESSIVE, THAT = "u", "n", "a", "T"

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)+|"
    r"\w+(?:[.&/-]\w+|['’](?!(?:s|re|ve|ll|d|m|t)\b)\w+)*|['’](?=\s))|(?P<mark>\S)"
)
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "—": "-",
    "–": "-",
    "-": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    '"': '"',
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "'": "'",
}
_SENTENCE_MARK = "."
_OPENERS = '".(:'


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of one sentence, in order; ``codes[i]`` is the class of token i."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str

    def __len__(self) -> int:
        return len(self.starts)


@cache
def word_lists() -> dict[str, str]:
    """The word lists of English, by name."""
    source = files("timelines.syntax").joinpath("languages/en/words.yaml").read_text(encoding="utf-8")
    lists = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {str(name): str(words) for name, words in lists.items()}


@cache
def irregular_verbs() -> tuple[tuple[str, str, str], ...]:
    """Base form, past tense and past participle of the irregular verbs."""
    verbs = []
    for entry in word_lists()["irregular"].split(";"):
        base, past, participle = entry.split()
        verbs.append((base, past, past if participle == "-" else participle))
    return tuple(verbs)


def third_person(base: str) -> str:
    """The -s form of a regular verb."""
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + "s"


@cache
def _lexicon() -> dict[str, str]:
    lists = word_lists()
    lexicon: dict[str, str] = {}
    for base in lists["present"].split():
        lexicon[base] = BARE
        lexicon[third_person(base)] = THIRD_PERSON
    for base, past, participle in irregular_verbs():
        lexicon.setdefault(base, BARE if base in lexicon else WORD)
        lexicon.setdefault(third_person(base), WORD)
        if past == participle:
            lexicon[past] = ANY_FORM if past == base else PAST_OR_PARTICIPLE
        else:
            lexicon[past] = PAST
            if participle != base:
                lexicon[participle] = PARTICIPLE
    for name in ("not-past", "not-participle", "not-adverb"):
        for word in lists[name].split():
            lexicon.setdefault(word, WORD)
    for name, code in CODES.items():
        for word in lists[name].split():
            lexicon[word] = code
    lexicon["that"] = THAT
    lexicon["n't"] = CODES["adverb"]
    return lexicon


def classify(lower: str) -> str:
    """The class of a lower-case word, standing alone."""
    lexicon = _lexicon()
    code = lexicon.get(lower)
    if code is None:
        code = _by_ending(lower)
        # A closed vocabulary in practice: news repeats its words, and no word is longer than a line.
        if len(lexicon) < 200_000:
            lexicon[lower] = code
    return code


def _by_ending(lower: str) -> str:
    if lower[0].isdigit():
        return "0"
    if lower.endswith("ed") and len(lower) > 3:
        return PAST_OR_PARTICIPLE
    if lower.endswith("ing") and len(lower) > 4 and "-" not in lower:
        return GERUND
    if lower.endswith("ly") and len(lower) > 4:
        return CODES["adverb"]
    return WORD


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]`` with offsets into the whole text."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    previous = _SENTENCE_MARK
    shouted = text[start:end].isupper()
    for match in _TOKEN.finditer(text, start, end):
        surface = match.group()
        first = surface[0]
        if match.lastgroup == "mark":
            code = _MARKS.get(surface, _SENTENCE_MARK if surface in ".!?…" else WORD)
            lower = surface
        else:
            lower = surface.lower()
            if first in "'’":
                lower = lower.replace("’", "'")
                code = _clitic(lower, previous)
            elif (
                first.isupper()
                and not shouted
                and ((surface.isupper() and len(surface) > 1) or (surface != "I" and previous not in _OPENERS))
            ):
                code = NAME
            else:
                code = classify(lower)
                if first.isupper() and code in "nvzfpkq0":
                    code = NAME
        starts.append(match.start())
        ends.append(match.end())
        words.append(lower)
        codes.append(code)
        previous = code
    return Tokens(starts, ends, words, "".join(codes))


def _clitic(lower: str, previous: str) -> str:
    if lower == "'s":
        return CODES["be-present"] if previous in "yTx" else POSSESSIVE
    if lower == "'":
        return POSSESSIVE if previous in "nuzv" else "'"
    return classify(lower)
