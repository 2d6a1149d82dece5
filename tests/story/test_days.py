from __future__ import annotations

from tests.story.stories import article, dam
from tests.story.test_chronologies import LIST
from timelines.chronology.calendar import day_number
from timelines.story.collection import read_collection
from timelines.story.day_evidence import DayEvidence, day_evidence
from timelines.story.day_ranking import learned_weights, rank_days, score
from timelines.story.relevance import relevance

BROKE = day_number(2031, 3, 4)


def test_the_evidence_of_a_day() -> None:
    read = read_collection(dam())
    evidence = day_evidence(read, [1.0] * len(read))
    assert evidence[BROKE].published == 0
    assert evidence[BROKE].told > evidence[day_number(2031, 3, 10)].told > 0
    assert evidence[BROKE].recalled > 0
    assert evidence[BROKE].remembered > 0
    assert evidence[BROKE].before == evidence[BROKE].listed == 0
    assert evidence[day_number(2031, 3, 3)].published > 0
    assert day_evidence([], []) == {}


def test_a_day_before_the_first_article_and_a_day_in_a_list() -> None:
    texts = ["The dam was built on 1 March.", LIST]
    read = read_collection([article("2031-03-05", texts[0]), article("2031-04-30", texts[1])])
    evidence = day_evidence(read, [1.0, 1.0])
    assert evidence[day_number(2031, 3, 1)].before > 0
    assert evidence[BROKE].listed == evidence[BROKE].settled == 1


def test_more_evidence_ranks_higher() -> None:
    weights = DayEvidence(1, 1, 1, 1, -1, 1, 1)
    low, high = DayEvidence(0, 1, 0, 0, 0, 0, 0), DayEvidence(0, 2, 0, 0, 0, 0, 0)
    assert rank_days({1: low, 2: high, 3: low}, weights) == [2, 1, 3]
    assert score(high, weights) == 2
    assert learned_weights().told > 0 > learned_weights().before


def test_relevance_finds_what_is_off_the_story() -> None:
    off = article("2031-03-07", "The cup final was won by a young team after extra time and two penalties.", "off")
    read = read_collection([*dam(), off])
    found = dict(zip((each.article.id for each in read), relevance(read), strict=True))
    assert found["off"] < min(value for name, value in found.items() if name != "off")


def test_a_query_weakens_articles_without_its_words() -> None:
    read = read_collection(dam())
    plain, asked = relevance(read), relevance(read, "parliament")
    assert asked[-1] == plain[-1]
    assert asked[1] < plain[1]
    assert relevance(read, "volcano") == plain
