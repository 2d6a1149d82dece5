from __future__ import annotations

import pytest

from timelines.syntax.parts import part_of_speech


@pytest.mark.parametrize(
    ("word", "tag", "relation", "part"),
    [
        ("killed", "VBD", "root", "VERB"),
        ("was", "VBD", "aux:pass", "AUX"),
        ("is", "VBZ", "cop", "AUX"),
        ("that", "IN", "mark", "SCONJ"),
        ("in", "IN", "case", "ADP"),
        ("this", "DT", "nsubj", "PRON"),
        ("this", "DT", "det", "DET"),
        ("French", "NNP", "amod", "ADJ"),
        ("n't", "RB", "advmod", "PART"),
        ("etc", "GW", "conj", "X"),
    ],
)
def test_part_of_speech(word: str, tag: str, relation: str, part: str) -> None:
    assert part_of_speech(word, tag, relation) == part
