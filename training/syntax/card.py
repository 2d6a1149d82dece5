"""The card that is written beside the model (after Mitchell et al. 2019, "Model Cards for Model Reporting")."""

from __future__ import annotations

from collections.abc import Mapping

import spacy

from training.syntax.scoring import Scores

_CARD = """\
# Syntax model {version}

Parts of speech and dependencies of English sentences, for `timelines.syntax.parser`: a spaCy pipeline (tok2vec, tagger,
parser) that reads one sentence at a time.

**Use.** Finding who does what, and which verb a date belongs to, in news and similar prose. Not for other languages,
and not for dividing a text into sentences. It misreads headlines in capitals, verse and tables more often than prose.

**Made with** spaCy {spacy}; {megabytes:.1f} MB. To retrain, in the project's folder, with `train.conllu`,
`dev.conllu` and `test.conllu` in the folder TREEBANK:

    python -m training.syntax TREEBANK

It needs nothing else and no network, and takes an hour on one busy core. Settings: `training/syntax/config.cfg`.

## Data

| part | sentences | words |
| --- | --- | --- |
{parts}

- [Universal Dependencies English EWT](https://universaldependencies.org/treebanks/en_ewt/), CC BY-SA 4.0: weblogs,
  newsgroups, e-mail, reviews, answers. © the Linguistic Data Consortium (texts), the UD contributors (annotation).
- [Universal Dependencies English GUM](https://universaldependencies.org/treebanks/en_gum/), news, interviews,
  biographies, travel, textbooks, speeches: CC BY 4.0. © the GUM contributors.
- Brown clusters of 117,000 English words from
  [spacy-lookups-data](https://github.com/explosion/spacy-lookups-data) 1.0.5, MIT, © ExplosionAI GmbH
  (`training/syntax/clusters.txt.gz`).

The model is adapted from the treebanks and distributed under CC BY-SA 4.0.

## Scores

In per cent. LAS and UAS leave punctuation out, as spaCy counts; "all words" counts it, as CoNLL 2018 does. Subtypes of
relations must be right. With its own words instead of the treebank's, F1. The best checkpoint was chosen on the dev
part; the test part was used for these figures only.

| | tag | part of speech | UAS | LAS | UAS, all words | LAS, all words | words |
| --- | --- | --- | --- | --- | --- | --- | --- |
{scores}
"""


def model_card(
    *,
    version: str,
    sentences: Mapping[str, int],
    words: Mapping[str, int],
    gold: Mapping[str, Scores],
    own: Mapping[str, Scores],
    size: int,
) -> str:
    """The card as Markdown; ``size`` in bytes, all other figures by part of the treebank."""
    return _CARD.format(
        version=version,
        spacy=spacy.about.__version__,
        megabytes=size / 1e6,
        parts="\n".join(f"| {part} | {sentences[part]:,} | {words[part]:,} |" for part in sentences),
        scores="\n".join(
            _row(f"{part}, {kind}", scores)
            for kind, by_part in (("treebank's words", gold), ("own words", own))
            for part, scores in by_part.items()
        ),
    )


def _row(name: str, scores: Scores) -> str:
    values = (scores.tag, scores.part, scores.uas, scores.las, scores.uas_all, scores.las_all, scores.words)
    return f"| {name} | " + " | ".join(f"{100 * value:.2f}" for value in values) + " |"
