from __future__ import annotations

import pytest

from timelines.extraction.predicates import Predicate, deeds, predicates

GROUPS = [*predicates("en"), *deeds("en")]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_examples_and_counter_examples(group: Predicate) -> None:
    assert all(group.words.search(text) for text in group.examples)
    assert not any(group.words.search(text) for text in group.counter)


def test_a_language_without_words_has_no_groups() -> None:
    assert predicates("xx") == deeds("xx") == ()
