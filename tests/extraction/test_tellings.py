from __future__ import annotations

import pytest

from timelines.extraction.tellings import Telling, noun_words, tellings


@pytest.mark.parametrize("telling", tellings("en"), ids=lambda telling: min(telling.nouns))
def test_examples(telling: Telling) -> None:
    assert telling.examples
    assert all(telling.told.search(text) for text in telling.examples)


def test_nouns_of_names() -> None:
    assert {"assassination", "release", "war"} <= noun_words("en")


def test_a_language_without_words_has_no_groups() -> None:
    assert tellings("xx") == ()
