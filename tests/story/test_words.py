from __future__ import annotations

import math

import pytest

from timelines.story.words import centroid, content_words, cosine, unit, vector, weights


def test_content_words_drop_stop_words_and_endings() -> None:
    assert content_words("The explosions were an explosion") == ("explos", "explos")


def test_rare_words_weigh_more_and_days_nothing() -> None:
    weight = weights([("flood", "monday"), ("flood", "dam"), ("dam", "arrest")])
    assert weight["arrest"] == pytest.approx(math.log(3))
    assert weight["flood"] < weight["arrest"]
    assert weight["monday"] == 0


def test_vectors_have_length_one() -> None:
    one = vector(("dam", "dam", "flood"), {"dam": 1.0, "flood": 2.0})
    assert sum(value * value for value in one.values()) == pytest.approx(1)
    assert unit({}) == {}
    assert cosine(one, one) == pytest.approx(1)
    assert cosine(one, {"other": 1.0}) == 0
    assert centroid([(one, 2.0), (one, 1.0)]) == pytest.approx(one)
