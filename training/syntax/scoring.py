"""Scores of a syntax model against a treebank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from timelines.syntax.parts import part_of_speech
from training.syntax.treebank import Sentence


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of 1. With gold words they are accuracies, with the model's own words F1 over words.

    ``las`` and ``uas`` leave punctuation out, as spaCy counts them; ``las_all`` and ``uas_all`` count every word, as
    the CoNLL 2018 shared task does (Zeman et al. 2018). Subtypes of relations must be right.
    """

    words: float
    tag: float
    part: float
    uas: float
    las: float
    uas_all: float
    las_all: float


# Word by its offsets, tag, part, head by its offsets, relation.
_Row = tuple[tuple[int, int], str, str, tuple[int, int], str]


def score(language: Language, sentences: Sequence[Sentence], *, own_words: bool = False) -> Scores:
    """Parse the sentences, each by itself, and compare."""
    documents = [
        language.tokenizer(sentence.plain_text) if own_words else sentence.blank(language.vocab)
        for sentence in sentences
    ]
    right = dict.fromkeys(("words", "tag", "part", "uas", "las", "uas_all", "las_all"), 0)
    gold_all = gold_marked = found_all = found_marked = 0
    for sentence, document in zip(sentences, language.pipe(documents, batch_size=128), strict=True):
        gold, found = _gold(sentence), _found(document)
        gold_all, found_all = gold_all + len(gold), found_all + len(found)
        gold_marked += sum(row[4] == "punct" for row in gold)
        found_marked += sum(row[4] == "punct" for row in found)
        by_word = {row[0]: row for row in gold}
        for row in found:
            wanted = by_word.get(row[0])
            if wanted is None:
                continue
            attached = row[3] == wanted[3]
            labelled = attached and row[4] == wanted[4]
            right["words"] += 1
            right["tag"] += row[1] == wanted[1]
            right["part"] += row[2] == wanted[2]
            right["uas_all"] += attached
            right["las_all"] += labelled
            if wanted[4] != "punct" and row[4] != "punct":
                right["uas"] += attached
                right["las"] += labelled
    everything = gold_all + found_all
    unmarked = everything - gold_marked - found_marked
    return Scores(
        **{name: 2 * count / (unmarked if name in ("uas", "las") else everything) for name, count in right.items()}
    )


def _gold(sentence: Sentence) -> list[_Row]:
    spans = sentence.spans
    rows = zip(spans, sentence.tags, sentence.parts, sentence.heads, sentence.labels, strict=True)
    return [(span, tag, part, spans[head], label) for span, tag, part, head, label in rows]


def _found(document: Doc) -> list[_Row]:
    rows = []
    for token in document:
        relation = "root" if token.dep_ == "ROOT" else token.dep_
        part = part_of_speech(token.text, token.tag_, relation)
        span, head = ((word.idx, word.idx + len(word)) for word in (token, token.head))
        rows.append((span, token.tag_, part, head, relation))
    return rows
