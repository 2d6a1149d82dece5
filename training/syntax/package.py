"""Writing a trained pipeline as the engine's package data."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_model_from_config


def pack(trained: Language, folder: Path, *, version: str, description: str) -> None:
    """Write the model with only what it needs to run: no training settings, no words of the treebank."""
    config = trained.config.copy()
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        config.pop(section, None)
    config["nlp"]["tokenizer"] = {"@tokenizers": "timelines.Words.v1"}
    packed = load_model_from_config(config, validate=False)
    kept = ["vocab", "tokenizer", "config", "meta"]
    packed.from_bytes(trained.to_bytes(exclude=kept), exclude=kept)
    for labels in packed.pipe_labels.values():
        for label in labels:
            packed.vocab.strings.add(label)
    packed.meta.clear()
    packed.meta.update(
        {
            "lang": "en",
            "name": "timelines_syntax",
            "version": version,
            "spacy_version": f">={spacy.about.__version__},<3.9.0",
            "description": description,
            "license": "CC BY-SA 4.0",
        }
    )
    packed.to_disk(folder)


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
