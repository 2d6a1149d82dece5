"""Tagger and dependency parser: the spaCy model that ships beside this file (``model/``, see its MODEL_CARD.md).

spaCy is imported and the model is read only when the first parser is loaded. Without spaCy or without the model there
is no parser, and the coarse clauses of ``timelines.syntax.clauses`` are all there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from timelines.syntax.parse import Parse, Word
from timelines.syntax.parts import part_of_speech
from timelines.syntax.threads import one_thread
from timelines.syntax.words import split

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from timelines.syntax.tokenizer import WordTokenizer

MODEL = Path(__file__).parent / "model"

_BATCH = 128  # sentences; measured: smaller is slower, larger gains nothing


@cache
def load_parser(model: Path = MODEL) -> Parser | None:
    """The parser, loaded once for each model; None if spaCy is not installed or the model is not there.

    Raises OSError or ValueError if the model is there but cannot be read.
    """
    if not (model / "config.cfg").is_file() or find_spec("spacy") is None:
        return None
    from timelines.syntax.tokenizer import WordTokenizer

    language = load_language(model)
    return Parser(language, WordTokenizer(language.vocab))


def load_language(model: Path) -> Language:
    """The model as spaCy has it, for training and scoring. ImportError without spaCy, OSError without the model."""
    import spacy
    from thinc.api import use_ops

    # They register what the model's configuration names.
    import timelines.syntax.embedding
    import timelines.syntax.tokenizer  # noqa: F401

    # numpy's own matrix product: measured three times as fast as the one that spaCy brings (blis 1.3).
    with use_ops("numpy", use_blis=False):
        return spacy.load(model)


def parse(text: str, sentences: Sequence[tuple[int, int]]) -> list[Parse] | None:
    """The trees of these sentences (offsets into ``text``), in order; None if there is no model."""
    parser = load_parser()
    return None if parser is None else parser.parse(text, sentences)


class Parser:
    """A loaded model. Its answers depend on the sentence alone; threads may share it."""

    def __init__(self, language: Language, tokenizer: WordTokenizer) -> None:
        self._language = language
        self._tokenizer = tokenizer
        # The vocabulary is shared by all documents and cleared after each call.
        self._lock = Lock()

    @property
    def version(self) -> str:
        """Version of the model's data, for caches and reports."""
        return str(self._language.meta["version"])

    def parse(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Parse]:
        """The trees of these sentences (offsets into ``text``), in order, parsed in batches."""
        with self._lock, one_thread(), self._language.memory_zone():
            quotes = [text[start:end] for start, end in sentences]
            cuts = [split(quote) for quote in quotes]
            documents = [self._tokenizer.document(quote, words) for quote, words in zip(quotes, cuts, strict=True)]
            parsed = self._language.pipe(documents, batch_size=_BATCH)
            return [
                Parse(start, end, _words(document, text, start, words))
                for (start, end), words, document in zip(sentences, cuts, parsed, strict=True)
            ]


def _words(document: Doc, text: str, offset: int, cuts: list[tuple[int, int]]) -> tuple[Word, ...]:
    strings = document.vocab.strings
    words = []
    # Two arrays are much faster than the attributes of each token. Heads are relative, below zero to the left.
    names = document.to_array(["TAG", "DEP"]).tolist()
    distances = document.to_array("HEAD").astype("int64").tolist()
    for position, (cut, name, distance) in enumerate(zip(cuts, names, distances, strict=True)):
        start, end = offset + cut[0], offset + cut[1]
        word, tag, relation = text[start:end], strings[name[0]], strings[name[1]]
        relation = "root" if relation == "ROOT" else relation
        part = part_of_speech(word, tag, relation)
        words.append(Word(word, start, end, tag, part, position + distance, relation))
    return tuple(words)
