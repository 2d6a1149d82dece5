"""The words of a language: which classes each belongs to, and the value it has in each class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

WORD_FILES = ("words.txt", "holidays.txt")
ORDINARY = frozenset({"aging"})  # classes whose words rules must still see as ordinary words


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or a fixed group of words: its classes, each with the value that rules compute with.

    ``exact`` words are matched with their capitals, the others in any case.
    """

    text: str
    exact: bool
    values: Mapping[str, str]


def resource(language: str, name: str) -> str:
    """The text of one file of a language; LookupError when the language is not there."""
    folder = resources.files("timelines.tagging.languages") / language
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise LookupError(f"no tagging rules for language {language!r}") from error


def parse_words(text: str) -> Iterator[tuple[str, str, str]]:
    """(class, word, value) of every entry of a words file; a word with its capitals begins with "="."""
    block = ""
    for line in [*text.splitlines(), "end:"]:
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            block += " " + line.strip()
            continue
        name, _, words = block.partition(":")
        for entry in words.split(","):
            word = entry.strip()
            if word:
                head = "=" if word.startswith("=") and len(word) > 1 else ""
                text_of, _, value = word[len(head) :].partition("=")
                yield name.strip(), head + (text_of.strip() or "="), value.strip()
        block = line


def load_lexemes(language: str, literals: frozenset[str]) -> list[Lexeme]:
    """The words of ``language``; ``literals`` are the words that its rules name directly."""
    exact: dict[str, dict[str, str]] = {}
    lower: dict[str, dict[str, str]] = {}
    for file in WORD_FILES:
        for kind, word, value in parse_words(resource(language, file)):
            if word.startswith("=") and len(word) > 1:
                exact.setdefault(word[1:], {})[kind] = value
            else:
                lower.setdefault(word.lower(), {})[kind] = value
    for values in lower.values():
        if not ORDINARY.isdisjoint(values):
            values.update({"any": "", "word": ""})
    for literal in literals:
        lower.setdefault(literal, {})[literal_class(literal)] = ""
    for word, values in exact.items():
        for kind, value in lower.get(word.lower(), {}).items():
            values.setdefault(kind, value)
    return [Lexeme(word, True, values) for word, values in exact.items()] + [
        Lexeme(word, False, values) for word, values in lower.items()
    ]


def literal_class(word: str) -> str:
    """The class that holds this one word only."""
    return f"'{word}'"
