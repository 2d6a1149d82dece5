"""Reading Universal Dependencies treebanks in CoNLL-U (universaldependencies.org/format.html)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from timelines.syntax.tokenizer import PLAIN


@dataclass(frozen=True, slots=True)
class Sentence:
    """``heads`` are positions of tokens; the root is its own head. ``spaces``: whether a space follows the token."""

    name: str
    text: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Offsets of the words in ``plain_text``, ends exclusive."""
        found, start = [], 0
        for word, space in zip(self.words, self.spaces, strict=True):
            found.append((start, start + len(word)))
            start += len(word) + space
        return tuple(found)

    @property
    def plain_text(self) -> str:
        """The words with the spaces between them."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip()

    def blank(self, vocab: Vocab) -> Doc:
        """The gold words without annotation."""
        return Doc(vocab, words=self._plain_words(), spaces=list(self.spaces))

    def annotated(self, vocab: Vocab) -> Doc:
        """The sentence with its gold annotation."""
        return Doc(
            vocab,
            words=self._plain_words(),
            spaces=list(self.spaces),
            tags=list(self.tags),
            heads=list(self.heads),
            deps=["ROOT" if label == "root" else label for label in self.labels],
        )

    def _plain_words(self) -> list[str]:
        return [word.translate(PLAIN) for word in self.words]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file. OSError if it cannot be read, ValueError if it is not CoNLL-U."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if lines:
            yield _sentence(lines, path)


def _sentence(lines: list[str], path: Path) -> Sentence:
    comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    rows: list[list[str]] = []
    spaces: list[bool] = []
    covered_to = 0
    space_after_covered = True
    for line in lines:
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 10:
            raise ValueError(f"{path}: not a line of CoNLL-U with ten columns: {line!r}")
        identifier = fields[0]
        space = "SpaceAfter=No" not in fields[9].split("|")
        if "-" in identifier:
            covered_to = int(identifier.split("-")[1])
            space_after_covered = space
        elif "." not in identifier:
            position = int(identifier)
            rows.append(fields)
            # The words of a contraction ("do", "n't") are written together; its own line says what follows it.
            spaces.append(space if position > covered_to else position == covered_to and space_after_covered)
    return Sentence(
        comments.get("sent_id", ""),
        comments.get("text", ""),
        tuple(row[1] for row in rows),
        tuple(spaces),
        tuple(row[4] for row in rows),
        tuple(row[3] for row in rows),
        tuple(int(row[6]) - 1 if row[6] != "0" else position for position, row in enumerate(rows)),
        tuple(row[7] for row in rows),
    )
