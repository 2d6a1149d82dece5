from __future__ import annotations

import pytest

from tests.story.stories import article, dam
from timelines.chronology.calendar import day_number
from timelines.errors import InputError
from timelines.story import Story, summarise
from timelines.story.collection import read_collection


def test_the_days_that_matter_and_what_happened() -> None:
    days = summarise(dam(), dates=2, sentences=1)
    assert [day.iso for day in days] == ["2031-03-04", "2031-03-10"]
    broke, arrested = (day.sentences[0].text for day in days)
    assert "dam broke" in broke
    assert "manager" in arrested
    assert all(day.score > 0 for day in days)


def test_sentences_are_cut_from_their_articles() -> None:
    articles = {each.id: each for each in dam()}
    for day in summarise(list(articles.values()), dates=5, sentences=3):
        assert day.sentences
        for sentence in day.sentences:
            assert articles[sentence.article].text[sentence.start : sentence.end] == sentence.text
            assert "Reuters" not in sentence.text
            assert "Click" not in sentence.text
            assert "“I" not in sentence.text


def test_the_same_is_not_told_twice() -> None:
    told = [s.text for day in summarise(dam(), dates=6, sentences=3) for s in day.sentences]
    assert len(told) == len(set(told))


def test_an_event_is_not_told_again_on_the_days_after() -> None:
    days = {day.iso: [s.text for s in day.sentences] for day in summarise(dam(), dates=6, sentences=3)}
    assert any("dam broke" in text for text in days["2031-03-04"])
    assert not any("dam broke" in text for day in ("2031-03-05", "2031-03-06") for text in days[day])


def test_days_outside_the_period_are_left_out() -> None:
    days = summarise(dam(), dates=3, sentences=1, first_day=day_number(2031, 3, 5), last_day=day_number(2031, 3, 31))
    assert days
    assert all("2031-03-05" <= day.iso <= "2031-03-31" for day in days)


def test_one_reading_gives_timelines_of_any_length() -> None:
    story = Story(read_collection(dam()))
    short, long = (story.summarise(dates=number, sentences=1) for number in (1, 2))
    assert {day.iso for day in short} < {day.iso for day in long}


def test_it_does_not_depend_on_the_order_of_the_articles() -> None:
    there, back = (summarise(order, dates=3, sentences=2) for order in (dam(), dam()[::-1]))
    assert there == back


def test_nothing_comes_of_nothing() -> None:
    assert summarise([], dates=3, sentences=1) == ()
    assert summarise([article("2031-03-04", "")], dates=3, sentences=1) == ()


def test_other_languages() -> None:
    text = "Le barrage de Lerma s'est rompu le 4 mars 2031 et a noyé toute la vallée d'Orsk."
    later = "La rupture du barrage le 4 mars 2031 a fait quarante morts dans la vallée d'Orsk."
    days = summarise(
        [article("2031-03-05", text, "a", "fr"), article("2031-03-06", later, "b", "fr")], dates=1, sentences=1
    )
    assert [day.iso for day in days] == ["2031-03-04"]


def test_refusals() -> None:
    with pytest.raises(InputError, match="dates"):
        summarise([], dates=0, sentences=1)
    with pytest.raises(InputError, match="sentences"):
        summarise([], dates=1, sentences=0)
    with pytest.raises(InputError, match="ends before"):
        summarise([], dates=1, sentences=1, first_day=2, last_day=1)
