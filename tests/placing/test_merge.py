from __future__ import annotations

from dataclasses import replace

from tests.placing.reading import first
from timelines.placing.merge import best_label, merge
from timelines.placing.sighting import Sighting


def told(article: str, when: str) -> Sighting:
    text = f"Carla Bruno opened the new harbour bridge in Oslo {when}."
    return replace(first(text, "open"), article=article)


def test_all_mentions_are_kept_and_dates_narrow_each_other() -> None:
    merged = merge([told("a", "in June 2024"), told("b", "on 11 June 2024")])
    assert len(merged.mentions) == 2
    assert merged.sources == 2
    assert merged.when is not None
    assert merged.when.edtf == "2024-06-11"
    assert len(merged.readings) == 1


def test_sources_that_disagree_are_both_kept() -> None:
    merged = merge([told("a", "on 11 June 2024"), told("b", "on 12 June 2024"), told("c", "on 12 June 2024")])
    assert [reading.when.edtf for reading in merged.readings] == ["2024-06-12", "2024-06-11"]
    assert merged.when is not None
    assert merged.when.edtf == "2024-06-12"


def test_copies_of_one_text_count_once() -> None:
    mentions = [told("a", "on 11 June 2024"), told("b", "on 12 June 2024"), told("c", "on 12 June 2024")]
    merged = merge(mentions, copies={"c": "b"}, trust={"a": 1.5})
    assert merged.sources == 2
    assert merged.when is not None
    assert merged.when.edtf == "2024-06-11"


def test_a_date_taken_over_contradicts_nobody() -> None:
    merged = merge([told("a", "on 11 June 2024"), replace(told("b", "on 13 June 2024"), stated=False)])
    assert len(merged.readings) == 1
    assert len(merged.mentions) == 2


def test_times_of_one_day_do_not_contradict_each_other() -> None:
    merged = merge([told("a", "at 9 a.m. on 11 June 2024"), told("b", "at 11 a.m. on 11 June 2024")])
    assert len(merged.readings) == 1


def test_the_label_stands_alone() -> None:
    one = replace(told("a", "on 11 June 2024"), label="She opened it")
    assert best_label([one, told("b", "on 11 June 2024")]) == "Carla Bruno opened the new harbour bridge in Oslo"
