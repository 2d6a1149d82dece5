from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timelines.syntax import parser as module
from timelines.syntax.dependencies import governor_of, subject_of
from timelines.syntax.parser import MODEL, Parser, load_parser, parse

TEXT = "Rebels attacked the port on Friday.  The army said\nit didn’t know why."
SENTENCES = [(0, 35), (37, len(TEXT))]


@pytest.fixture(scope="module")
def parser() -> Parser:
    loaded = load_parser()
    assert loaded is not None
    return loaded


def test_a_sentence_is_tagged_and_parsed(parser: Parser) -> None:
    first, second = parser.parse(TEXT, SENTENCES)
    assert [word.tag for word in first.words] == ["NNS", "VBD", "DT", "NN", "IN", "NNP", "."]
    assert [word.part for word in first.words] == ["NOUN", "VERB", "DET", "NOUN", "ADP", "PROPN", "PUNCT"]
    assert [word.relation for word in first.words] == ["nsubj", "root", "det", "obj", "case", "obl", "punct"]
    assert [word.head for word in first.words] == [1, 1, 3, 1, 5, 1, 1]
    assert subject_of(first, 1) == 0
    assert governor_of(first, TEXT.index("Friday"), TEXT.index("Friday") + 6) == 1
    assert (second.start, second.end) == SENTENCES[1]


def test_offsets_are_those_of_the_text(parser: Parser) -> None:
    for found in parser.parse(TEXT, SENTENCES):
        assert all(TEXT[word.start : word.end] == word.text for word in found.words)
    assert [word.text for word in found.words] == ["The", "army", "said", "it", "did", "n’t", "know", "why", "."]


def test_the_same_sentence_has_the_same_tree_in_any_company(parser: Parser) -> None:
    alone = parser.parse(TEXT, SENTENCES[:1])[0]
    assert parser.parse(TEXT, [*SENTENCES, *SENTENCES] * 40)[0] == alone
    assert parser.parse(TEXT, SENTENCES[:1])[0] == alone


def test_empty_input(parser: Parser) -> None:
    assert parser.parse("", []) == []
    assert [found.words for found in parser.parse("  ", [(0, 2)])] == [()]
    assert [found.words for found in parser.parse("   \n", [(0, 0), (1, 4)])] == [(), ()]


def test_a_parser_is_loaded_once() -> None:
    assert load_parser() is load_parser()
    found = parse(TEXT, SENTENCES)
    assert found is not None
    assert len(found) == 2


def test_without_a_model_there_is_no_parser(tmp_path: Path) -> None:
    assert load_parser(tmp_path) is None


def test_without_spacy_there_is_no_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.cfg").write_text("")
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert load_parser(tmp_path) is None


def test_importing_the_engine_does_not_import_spacy() -> None:
    code = "import sys, timelines, timelines.syntax.parser; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_model_is_small_and_has_its_card() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) < 15_000_000
    assert "CC BY-SA 4.0" in (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")
