"""Trees written by hand: "word/TAG/head/relation", heads counted from 1, one space between the words."""

from __future__ import annotations

from timelines.syntax.parse import Parse, Word
from timelines.syntax.parts import part_of_speech


def tree(notation: str) -> Parse:
    words: list[Word] = []
    start = 0
    for place, item in enumerate(notation.split()):
        text, tag, head, relation = item.rsplit("/", 3)
        above = int(head) - 1 if head != "0" else place
        part = part_of_speech(text, tag, relation)
        words.append(Word(text, start, start + len(text), tag, part, above, relation))
        start += len(text) + 1
    return Parse(0, start - 1, tuple(words))


def position(parse: Parse, text: str) -> int:
    return next(place for place, word in enumerate(parse.words) if word.text == text)
