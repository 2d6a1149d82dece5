from __future__ import annotations

from tests.drawing.examples import crowded_timeline, flagged_timeline
from timelines.drawing import table


def test_all_of_the_picture_in_the_order_of_time() -> None:
    rows = table(flagged_timeline())
    assert [(row.kind, row.when, row.what) for row in rows] == [
        ("canon", "18 Mar 2014", "Annexation of Crimea"),
        ("flag", "between 4 Sep 2018 and 31 Dec 2019", "seventh year"),
        ("canon", "24 Feb 2022 onwards", "Full-scale invasion of Ukraine"),
        ("article", "March 2022", "pledges made in March 2022"),
        ("canon", "5 Nov 2024", "United States presidential election"),
        ("flag", "January 2025", "reelected in January 2025"),
        ("canon", "20 Jan 2025 onwards", "Second term of Donald Trump"),
        ("article", "4 Sep 2025", "Envoys of thirty nations met in Oslo on September 4"),
        ("article", "4 Sep 2025", "The host spoke of a long road to peace"),
        ("article", "4 Sep 2025", "joined by video"),
        ("article", "October 2025", "He will travel to Ankara in October"),
        ("article", "no date", "are running out"),
    ]


def test_a_flag_says_what_the_canon_has_and_a_plan_that_it_is_one() -> None:
    notes = {row.key: row.note for row in table(flagged_timeline())}
    assert notes["flag-2"] == "the canon has 24 Feb 2022"
    assert notes["event-e5"] == "planned"


def test_a_crowd_is_complete() -> None:
    assert len(table(crowded_timeline(600))) == 601
