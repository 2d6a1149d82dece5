from __future__ import annotations

from tests.story.stories import article
from timelines.chronology.calendar import day_number, iso_day
from timelines.model import Article
from timelines.story.chronologies import listed_days
from timelines.story.collection import read_collection
from timelines.story.summary import summarise

FIRST = day_number(2031, 3, 1)
EVENTS = (
    "A landslide near the village of Brod buried the old railway station",
    "Engineers found deep cracks in the northern wall of the Lerma dam",
    "The governor ordered twelve hundred families to leave their farms",
    "A helicopter with a film crew crashed into the reservoir lake",
    "Students marched through Orsk with candles for the missing miners",
    "The parliament dismissed minister Kolar after a heated debate",
    "Divers recovered the flight recorder from muddy water",
    "A court froze the bank accounts of the building company Terra",
    "Volunteers from Norway opened a field hospital in the stadium",
    "The first trains crossed the repaired bridge at Velka",
    "Prosecutors charged four inspectors with taking bribes",
    "Children returned to the primary school in temporary huts",
    "The river authority published its final report about pressure gauges",
)
FILLER = (
    "Nobody could say how it would end.",
    "Many had expected as much.",
    "Others kept quiet about it.",
    "It was a hard time for all of them.",
    "The valley had seen worse.",
    "There was little sleep that night.",
    "Hope came and went again.",
    "The weather stayed cold.",
)


def reports() -> list[Article]:
    """One report an event, every third day, each with its date."""
    return [
        article(iso_day(FIRST + 1 + 3 * n), f"{event} on {iso_day(FIRST + 3 * n)}.", f"r{n}")
        for n, event in enumerate(EVENTS)
    ]


def undated(order: int) -> Article:
    """The list of all events without their dates."""
    told = [f"{event}." for event in EVENTS][::order]
    return article("2031-05-01", " ".join((*told, *FILLER)), "list")


def test_entries_get_the_days_that_other_articles_give() -> None:
    for order in (1, -1):
        *_, chronology = read_collection([*reports(), undated(order)])
        days = [iso_day(day) for _, day in chronology.placed]
        expected = [iso_day(FIRST + 3 * n) for n in range(len(EVENTS))][::order]
        assert days == expected
        assert len(listed_days(chronology, chronology.published)) == len(EVENTS)


def test_days_in_disorder_are_no_chronology() -> None:
    told = [f"{event}." for event in EVENTS]
    mixed = [told[(5 * n) % len(told)] for n in range(len(told))]
    *_, read = read_collection([*reports(), article("2031-05-01", " ".join((*mixed, *FILLER)), "mixed")])
    assert read.placed == ()


def test_what_no_other_article_dates_stays_where_it_is() -> None:
    (read,) = read_collection([undated(1)])
    assert read.placed == ()


def test_the_summary_quotes_the_placed_entries() -> None:
    days = summarise([*reports(), undated(1)], dates=13, sentences=1)
    assert [day.iso for day in days] == [iso_day(FIRST + 3 * n) for n in range(len(EVENTS))]
