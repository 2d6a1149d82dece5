from __future__ import annotations

from tests.syntax.trees import tree
from timelines.syntax.parse import matches

SENTENCE = tree("Rebels/NNS/2/nsubj attacked/VBD/0/root the/DT/4/det port/NN/2/obj on/IN/6/case Friday/NNP/2/obl")


def test_children_subtree_and_ancestors() -> None:
    assert SENTENCE.roots == (1,)
    assert SENTENCE.children(1) == (0, 3, 5)
    assert SENTENCE.children(1, "obj", "obl") == (3, 5)
    assert SENTENCE.subtree(3) == (2, 3)
    assert SENTENCE.subtree(1) == (0, 1, 2, 3, 4, 5)
    assert list(SENTENCE.ancestors(4)) == [5, 1]
    assert list(SENTENCE.ancestors(1)) == []


def test_a_relation_includes_its_subtypes() -> None:
    assert matches("nsubj:pass", ("nsubj",))
    assert matches("obl:agent", ("obl:agent",))
    assert not matches("obl", ("obl:agent",))


def test_words_at_offsets_and_the_word_above_them() -> None:
    assert SENTENCE.at(25, 34) == (4, 5)
    assert SENTENCE.at(26, 27) == (4,)
    assert SENTENCE.at(200, 210) == ()
    assert SENTENCE.top((4, 5)) == 5
    assert SENTENCE.top(()) is None


def test_the_stretch_of_words_without_a_gap() -> None:
    assert SENTENCE.stretch(3, (0, 2, 3, 5)) == (2, 3)
    assert SENTENCE.stretch(0, ()) == (0,)
    assert SENTENCE.span((2, 3)) == (16, 24)
