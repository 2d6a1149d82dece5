"""The tokenizer of the syntax model in the shape that spaCy wants (needs spaCy; imported only with it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from timelines.syntax.words import split

# The treebanks write mostly straight quotes; these have the same length, so offsets stay.
PLAIN = str.maketrans("‘’“”", "''\"\"")


def create_tokenizer() -> Callable[[Language], WordTokenizer]:
    """What the model's configuration names."""
    return lambda language: WordTokenizer(language.vocab)


registry.tokenizers("timelines.Words.v1", func=create_tokenizer)


class WordTokenizer:
    """Cuts by ``words.split``; curly quotes become straight and blanks between words are one space or none."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # The word features work on the text alone; what spaCy would compute for each new word is not asked for.
        vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # not in its stub

    def __call__(self, text: str) -> Doc:
        """The document of the words of a sentence."""
        return self.document(text, split(text))

    def document(self, text: str, words: list[tuple[int, int]]) -> Doc:
        """The document of these words of the text."""
        plain = text.translate(PLAIN)
        following = [*(start for start, _ in words), len(text)][1:]
        return Doc(
            self.vocab,
            words=[plain[start:end] for start, end in words],
            spaces=[end < after for (_, end), after in zip(words, following, strict=True)],
        )

    # There is nothing to save; spaCy calls these for every tokenizer.
    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> WordTokenizer:
        """Itself."""
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing."""

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> WordTokenizer:
        """Itself."""
        return self
