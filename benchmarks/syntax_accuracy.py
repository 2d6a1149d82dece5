"""The syntax model on a treebank: ``python -m benchmarks.syntax_accuracy DATA``; scores, loading time and speed.

The sentences are DATA/treebank/dev.conllu and test.conllu (Universal Dependencies English EWT and part of GUM); the
model has seen neither in training, and its best checkpoint was chosen on the dev part.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

PARTS = ("dev", "test")


def main(arguments: list[str]) -> int:
    """Print the figures; 0 also where there is nothing to measure."""
    folder = (Path(arguments[0]) if arguments else Path("data")) / "treebank"
    if not (folder / "test.conllu").is_file():
        print(f"No treebank at {folder}; nothing measured.")
        return 0
    before = time.perf_counter(), time.process_time()
    from timelines.syntax.parser import MODEL, load_language, load_parser

    parser = load_parser()
    if parser is None:
        print("The syntax model or spaCy is missing; nothing measured.")
        return 0
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file())
    print(f"model {parser.version}, {size / 1e6:.1f} MB; loaded in {_since(before)} (with spaCy itself)")

    from training.syntax.scoring import score
    from training.syntax.treebank import read_treebank

    language = load_language(MODEL)
    print("per cent              tag  part   UAS   LAS   UAS   LAS (with punctuation)  words")
    sentences = {part: list(read_treebank(folder / f"{part}.conllu")) for part in PARTS}
    for part in PARTS:
        for own_words, name in ((False, "gold words"), (True, "own words")):
            found = score(language, sentences[part], own_words=own_words)
            values = (found.tag, found.part, found.uas, found.las, found.uas_all, found.las_all)
            row = " ".join(f"{100 * value:5.2f}" for value in values)
            print(f"{part:5} {name:12} {row} {'':18} {100 * found.words:5.2f}")

    text = "\n".join(sentence.text for sentence in sentences["test"])
    spans, start = [], 0
    for sentence in sentences["test"]:
        spans.append((start, start + len(sentence.text)))
        start += len(sentence.text) + 1
    parser.parse(text, spans[:200])
    before = time.perf_counter(), time.process_time()
    parser.parse(text, spans)
    wall, processor = time.perf_counter() - before[0], time.process_time() - before[1]
    size_kb = len(text) / 1000
    print(f"speed: {size_kb / wall:.0f} KB/s ({size_kb / processor:.0f} KB per second of processor time)")
    return 0


def _since(before: tuple[float, float]) -> str:
    return f"{time.perf_counter() - before[0]:.2f} s ({time.process_time() - before[1]:.2f} s of processor time)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
