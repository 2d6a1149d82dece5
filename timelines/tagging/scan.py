"""Finding the few places of a text that can speak of time, before anything is cut into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_REACH = 40  # characters around a trigger that rules may need; modifiers and counts fit in it


class Scanner:
    """One precompiled pattern over all trigger words and digit patterns of a language."""

    def __init__(self, words: Iterable[str]) -> None:
        self._pattern = re.compile(
            r"\b(?:" + trie_pattern(sorted(set(words))) + r")\b"
            r"|(?<![0-9])[0-9]{4}(?![0-9])|[0-9][:.][0-9]{2}(?![0-9])|[0-9][/.-][0-9]{1,2}[/.-][0-9]|[0-9][ap]\.?m|['’‘][0-9]{2}\b|[0-9]0['’]?s\b|\bfy'?[0-9]{2}"
            r"|[0-9](?:st|nd|rd|th)\b|(?:until|by)\sthen\b"
        )

    def regions(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches around triggers, merged where they touch, cut at white space."""
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        begin = end = -1
        for found in self._pattern.finditer(lowered):
            low, high = found.start() - _REACH, found.end() + _REACH
            if low > end:
                if end >= 0:
                    yield _snap(text, begin, end)
                begin = low
            end = high
        if end >= 0:
            yield _snap(text, begin, end)


def _snap(text: str, begin: int, end: int) -> tuple[int, int]:
    begin = max(begin, 0)
    end = min(end, len(text))
    if begin > 0:
        space = text.find(" ", begin, begin + 24)
        begin = space + 1 if space >= 0 else begin
    if end < len(text):
        space = text.rfind(" ", end - 24, end)
        end = space if space > begin else end
    return begin, end


class _Node(dict[str, "_Node"]):
    """A letter of the tree of words; the empty key marks the end of a word."""


def trie_pattern(words: list[str]) -> str:
    """A regular expression that matches the longest of the words without trying each."""
    tree = _Node()
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, _Node())
        node[""] = _Node()
    return _render(tree)


def _render(node: _Node) -> str:
    ends = "" in node
    branches = [
        (r"\s" if char == " " else re.escape(char)) + _render(child) for char, child in sorted(node.items()) if char
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else "(?:" + "|".join(branches) + ")"
    return body + "?" if ends else body
