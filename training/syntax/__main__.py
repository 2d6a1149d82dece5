"""Train, score and write the syntax model: ``python -m training.syntax TREEBANK``.

TREEBANK is a folder with ``train.conllu``, ``dev.conllu`` and ``test.conllu`` (Universal Dependencies). The model and
its card go to ``timelines/syntax/model``. An hour on one busy core; nothing is downloaded.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from spacy.vocab import Vocab
from thinc.api import NumpyOps, set_current_ops

from timelines.syntax.parser import MODEL, load_language
from training.syntax import clusters
from training.syntax.card import model_card
from training.syntax.package import pack, size
from training.syntax.scoring import score
from training.syntax.treebank import Sentence, read_treebank

HERE = Path(__file__).parent
PARTS = ("train", "dev", "test")
VERSION = "1.1.0"


def main(arguments: list[str]) -> int:
    """Read the command line and do all steps; 0 if the model was written."""
    options = _options(arguments)
    treebank = {part: list(read_treebank(options.treebank / f"{part}.conllu")) for part in PARTS}
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        if options.trained is None:
            _train(treebank, work)
        trained = load_language(options.trained or work / "model-best")
        pack(trained, options.output, version=VERSION, description="Tags and dependencies of English sentences")
    language = load_language(options.output)
    gold = {part: score(language, treebank[part]) for part in PARTS[1:]}
    own = {part: score(language, treebank[part], own_words=True) for part in PARTS[1:]}
    card = model_card(
        version=VERSION,
        sentences={part: len(treebank[part]) for part in PARTS},
        words={part: sum(len(sentence.words) for sentence in treebank[part]) for part in PARTS},
        gold=gold,
        own=own,
        size=size(options.output),
    )
    (options.output / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    sys.stdout.write(card)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.syntax", description=__doc__)
    parser.add_argument("treebank", type=Path, help="folder with train.conllu, dev.conllu and test.conllu")
    parser.add_argument("--output", type=Path, default=MODEL, help="where the model goes (default: %(default)s)")
    parser.add_argument("--work", type=Path, help="keep the checkpoints of the training in this folder")
    parser.add_argument("--trained", type=Path, help="score and write this checkpoint instead of training")
    return parser.parse_args(arguments)


def _train(treebank: dict[str, list[Sentence]], work: Path) -> None:
    """Train by ``config.cfg``; the checkpoint that is best on the dev part is ``model-best`` in the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev"):
        vocab = Vocab()
        documents = [sentence.annotated(vocab) for sentence in treebank[part]]
        DocBin(attrs=["ORTH", "SPACY", "TAG", "HEAD", "DEP"], docs=documents).to_disk(work / f"{part}.spacy")
    # Three times as fast as the default matrix product (blis 1.3), with one thread.
    set_current_ops(NumpyOps(use_blis=False))
    language = init_nlp(
        load_config(
            HERE / "config.cfg",
            overrides={
                "paths.train": str(work / "train.spacy"),
                "paths.dev": str(work / "dev.spacy"),
                "paths.clusters": str(clusters.FILE),
            },
        )
    )
    train(language, work, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
