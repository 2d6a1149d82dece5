from __future__ import annotations

from tests.story.stories import article
from timelines.chronology.calendar import day_number, iso_day
from timelines.story.chronologies import entries, listed_days
from timelines.story.collection import read_collection

LIST = (
    "These are the key dates. 1 March: Rain begins to fall on the valley. It does not end for days. "
    "4 March: The dam breaks and floods the valley. 6 March: Survivors are brought to Orsk. "
    "10 March: The manager of the dam is arrested. 20 April: Parliament debates the safety of dams."
)


def test_a_list_of_days_is_a_chronology() -> None:
    (read,) = read_collection([article("2031-04-30", LIST)])
    listed = listed_days(read, day_number(2031, 3, 3))
    assert {iso_day(day) for day in listed} == {"2031-03-01", "2031-03-04", "2031-03-06", "2031-03-10", "2031-04-20"}


def test_an_entry_goes_on_until_the_next() -> None:
    (read,) = read_collection([article("2031-04-30", LIST)])
    day_of = entries(read, listed_days(read, day_number(2031, 3, 3)))
    told = {s.index: read.article.text[s.start : s.end] for s in read.sentences}
    rain = [told[index] for index, day in day_of.items() if iso_day(day) == "2031-03-01"]
    assert any("not end for days" in text for text in rain)
    assert 0 not in day_of


def test_a_report_with_background_is_none() -> None:
    text = "The dam broke on 4 March. Rain began on 1 March. The manager was arrested on 10 March."
    (read,) = read_collection([article("2031-04-30", text)])
    assert listed_days(read, read.published) == frozenset()


def test_days_in_disorder_are_none() -> None:
    text = "On 4 March it rained. On 20 April too. On 1 March as well. On 25 April also. On 2 March it did not rain."
    (read,) = read_collection([article("2031-04-30", text)])
    assert listed_days(read, read.published) == frozenset()
