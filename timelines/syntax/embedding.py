"""The word features of the syntax model: spelling and Brown cluster of each word (needs spaCy; imported only with it).

The clusters (Brown et al. 1992, "Class-based n-gram models of natural language") tell a small treebank which rare
words behave alike (Koo, Carreras and Collins 2008, "Simple semi-supervised dependency parsing"). They are
saved with the layer; in training they come from the vocabulary's lookup table ``lexeme_cluster``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]  # not in its stub
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    deserialize_attr,
    list2ragged,
    ragged2list,
    serialize_attr,
    uniqued,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged

CLUSTER_TABLE = "lexeme_cluster"

# Width and rows of the table of each feature, in the order of ``_features``: word, three suffixes, prefix, shape,
# cluster and its first 10 and 6 bits. Chosen by hand; word and cluster carry most.
_TABLES = ((96, 5000), (32, 500), (48, 2500), (32, 2500), (32, 2000), (32, 1000), (64, 1500), (24, 500), (16, 100))
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(.)\1{3,}")
_CACHED_WORDS = 200_000


def word_features(width: int) -> Model[list[Doc], list[Floats2d]]:
    """One vector of ``width`` for each token, from its word alone."""
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(size, rows, column=column, seed=7 + column, dropout=0.0)
        for column, (size, rows) in enumerate(_TABLES, start=1)
    ]
    mixed = Maxout(width, sum(size for size, _ in _TABLES), nP=3, dropout=0.0, normalize=True)
    # A word has the same vector wherever it stands, so each distinct word of a batch is computed once.
    distinct: Model[Any, Any] = uniqued(chain(concatenate(*tables), mixed), column=0)
    embedded: Model[Ragged, Ragged] = with_array(distinct)
    return chain(
        Model("word_features", _forward, init=_initialize, attrs={"keys": None, "clusters": None, "words": _Words()}),
        list2ragged(),
        embedded,
        ragged2list(),
    )


registry.architectures("timelines.WordFeatures.v1", func=word_features)


class _Words:
    """The features of the words seen so far, and the cluster of each word by its hash."""

    def __init__(self) -> None:
        self.rows: dict[int, list[int]] = {}
        self.clusters: dict[int, int] = {}


# It is rebuilt from the arrays, never saved.
@serialize_attr.register(_Words)
def _save_nothing(_: Any, value: _Words, name: str, model: Model[Any, Any]) -> bytes:
    return b""


@deserialize_attr.register(_Words)
def _load_nothing(_: Any, value: bytes, name: str, model: Model[Any, Any]) -> _Words:
    return _Words()


def _initialize(
    model: Model[list[Doc], list[Ints2d]],
    X: list[Doc] | None = None,  # noqa: N803 - thinc names the arguments
    Y: list[Ints2d] | None = None,  # noqa: N803
) -> None:
    """Take the clusters over from the vocabulary of the documents."""
    if X:
        table = X[0].vocab.lookups.get_table(CLUSTER_TABLE)
        model.attrs["keys"] = np.array(list(table.keys()), dtype="uint64")
        model.attrs["clusters"] = np.array(list(table.values()), dtype="uint32")


def _forward(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    words: _Words = model.attrs["words"]
    if not words.clusters and model.attrs["keys"] is not None:
        words.clusters = dict(zip(model.attrs["keys"].tolist(), model.attrs["clusters"].tolist(), strict=True))
    if len(words.rows) > _CACHED_WORDS:
        words.rows.clear()
    found = []
    for doc in docs:
        rows = []
        for key in doc.to_array("ORTH").tolist():
            row = words.rows.get(key)
            if row is None:
                row = words.rows[key] = _features(doc.vocab.strings[key], key, words.clusters)
            rows.append(row)
        found.append(cast(Ints2d, np.array(rows, dtype="uint64").reshape(len(rows), len(_TABLES) + 1)))
    return found, lambda gradients: []


def _features(word: str, key: int, clusters: dict[int, int]) -> list[int]:
    """The key of the word and the values of ``_TABLES``."""
    lower = _DIGIT.sub("0", word.lower())
    shape = _RUN.sub(r"\1\1\1", "".join(map(_kind, word)))
    ids = [hash_string(part) for part in (lower, lower[-2:], lower[-3:], lower[-4:], lower[:3], shape)]
    spellings = (word, word.lower(), word.title())
    cluster = next((clusters[known] for known in map(hash_string, spellings) if known in clusters), 0)
    return [key, *ids, cluster, cluster & 0x3FF, cluster & 0x3F]


def _kind(character: str) -> str:
    if character.isdigit():
        return "d"
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return character
