"""What is promised of `tag` beyond single phrasings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.chronology.edtf import parse_edtf
from timelines.chronology.span import Span
from timelines.tagging import tag

FRIDAY = Span.day(2025, 9, 5)


def values(text: str, reference: Span | None = FRIDAY, narrative: bool | None = None) -> list[str]:
    return [e.value for e in tag(text, reference, narrative=narrative)]


@pytest.mark.parametrize(
    "written", ["30 February 2025", "2025-02-30", "31 April", "February 29, 2023", "31/04/2020", "13/13/2020"]
)
def test_dates_that_do_not_exist(written: str) -> None:
    (found,) = tag(f"They met on {written} in Rome.", FRIDAY)
    assert (found.text, found.value, found.span, found.problem) == (written, "", None, "no-such-date")


def test_leap_day_without_a_year_exists() -> None:
    assert [e.problem for e in tag("They met on 29 February.", Span.day(2024, 3, 5))] == [None]


@pytest.mark.parametrize("written", ["25:70", "23:75"])
def test_times_that_do_not_exist(written: str) -> None:
    (found,) = tag(f"They met at {written} in Rome.", FRIDAY)
    assert (found.text, found.problem) == (written, "no-such-time")


def test_weekday_beside_a_date_is_kept() -> None:
    (found,) = tag("He was shot on Friday, 22 November 1963 in the street.", FRIDAY)
    assert (found.text, found.value, found.weekday) == ("Friday, 22 November 1963", "1963-11-22", 4)


def test_a_wrong_weekday_is_kept_too() -> None:
    (found,) = tag("He was shot on Monday, 22 November 1963 in the street.", FRIDAY)
    assert (found.value, found.weekday) == ("1963-11-22", 0)


def test_unknown_publication_date_is_never_today() -> None:
    found = tag("They met on September 4, last week, yesterday, on Tuesday, in May and three years ago.", None)
    assert [e.value for e in found] == ["XXXX-09-04", "XXXX-WXX", "XXXX-XX-XX", "XXXX-WXX-2", "XXXX-05", "XXXX"]
    assert {e.span for e in found} == {None}
    assert all("unknown" in e.resolution for e in found)


def test_unknown_publication_date_leaves_whole_dates_alone() -> None:
    assert values("They met on 4 September 2025 and in 1963.", None) == ["2025-09-04", "1963"]


@pytest.mark.parametrize(
    ("reference", "text", "value", "edtf"),
    [
        ("2025-09", "They were beaten on September 4.", "2025-09-04", "2025-09-04"),
        ("2025", "They were beaten in May.", "2025-05", "2025-05"),
        ("2025", "They were beaten last year.", "2024", "2024"),
        ("2025-09", "They were beaten last month.", "2025-08", "2025-08"),
        ("2025-12/2026-01", "They were beaten last year.", "XXXX", ""),
        ("2025-09-01/2025-09-03", "They were beaten yesterday.", "XXXX-XX-XX", "[2025-08-31..2025-09-02]"),
    ],
)
def test_publication_date_known_within_bounds(reference: str, text: str, value: str, edtf: str) -> None:
    (found,) = tag(text, parse_edtf(reference))
    assert (found.value, found.edtf) == (value, edtf)


def test_open_publication_date_is_unknown() -> None:
    assert values("They met on September 4.", parse_edtf("2020-01-01/..")) == ["XXXX-09-04"]


def test_tense_decides_the_direction() -> None:
    assert values("The bank said on Tuesday that it lost.") == ["2025-09-02"]
    assert values("The bank will decide on Tuesday.") == ["2025-09-09"]
    assert values("The game was postponed until Saturday.") == ["2025-09-06"]
    assert values("It had been due to end on Monday.") == ["2025-09-01"]


def test_the_document_tells_the_order_of_numeric_dates() -> None:
    assert values("Signed 03/04/1998 and 25/12/1998.") == ["1998-04-03", "1998-12-25"]
    assert values("Signed 03/04/1998 and 12/25/1998.") == ["1998-03-04", "1998-12-25"]
    assert values("Signed 04.03.1998 there.") == ["1998-03-04"]


def test_ranges_are_two_expressions() -> None:
    text = "From 1914 to 1918, 2003-11, 12-14 June 1990, May-August 1950 and between May and July 1951."
    expected = ["1914", "1918", "2003", "2011", "1990-06-12", "1990-06-14", "1950-05", "1950-08", "1951-05", "1951-07"]
    assert values(text) == expected


def test_a_story_goes_on_from_where_it_is() -> None:
    text = (
        "The siege began in October 1944. In December the town fell. By March the army had crossed the river, and "
        "twelve days later it stood in the capital. The following month the war was over."
    )
    found = tag(text, FRIDAY, narrative=True)
    assert [e.value for e in found] == ["1944-10", "1944-12", "1945-03", "XXXX-XX-XX", "1945-04"]
    assert "story" in found[1].resolution


def test_narrative_is_decided_by_the_text() -> None:
    text = (
        "In 1810 the priest rang the bell. In 1811 he was shot. The rebels fought on until 1815, and a new revolt "
        "in 1820 led to the plan of 1821. In February both generals met; by August the viceroy had signed."
    )
    assert values(text)[-2:] == ["1821-02", "1821-08"]


def test_a_report_tells_of_a_past_year_in_passing() -> None:
    text = "The minister said Thursday that he was proud. He was elected in 1994 and in November he was sacked."
    assert values(text) == ["2025-09-04", "1994", "1994-11"]


def test_years_before_our_era() -> None:
    found = tag("Caesar fell on 15 March 44 BC. The 5th century BC was great. In 490 BC they won.", None)
    assert [(e.value, e.edtf) for e in found] == [
        ("BC0044-03-15", "-0043-03-15"),
        ("BC04", "-04XX"),
        ("BC0490", "-0489"),
    ]


def test_modifiers() -> None:
    text = "By early October 1990, the end of 1991, about 1992, mid-1993, late 1994 and more than two years on."
    assert [e.modifier for e in tag(text, FRIDAY)] == ["START", "END", "APPROX", "MID", "END", "MORE_THAN"]


def test_types() -> None:
    text = "On Friday at 3 p.m. he swam for two hours, as every day."
    assert [e.type for e in tag(text, FRIDAY)] == ["DATE", "TIME", "DURATION", "SET"]


def test_offsets_count_code_points() -> None:
    text = "İstanbul 𝔘 “on 4 September 2025”\nthere"
    (found,) = tag(text, None)
    assert text[found.start : found.end] == found.text == "4 September 2025"


def test_unknown_language() -> None:
    with pytest.raises(LookupError, match="no tagging rules for language 'xx'"):
        tag("today", None, language="xx")


PIECES = st.sampled_from(
    [
        "the",
        "of",
        "May",
        "March",
        "1984",
        "12",
        "31",
        "7:15",
        "p.m.",
        "Friday",
        "last",
        "next",
        "week",
        "years",
        "ago",
        "later",
        "early",
        "mid",
        "-",
        "/",
        ",",
        ".",
        "'90s",
        "BC",
        "Q3",
        "½",
        "٣",
        "and",
        "a",
        "few",
        "half",
        "past",
        "twenty",
        "second",
        "quarter",
        "day",
        "before",
        "\n\n",
        "–",
        "’96",
        "2025-02-30",
        "1/2/3",
        "0",
        "00:00",
        "99999",
        "Easter",
        "century",
        "İ",
        "fiscal",
        "FY99",
    ]
)


@given(
    st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from([None, "2025-09-05", "2025-09", "2025", "2024/2026"])
)
def test_any_text_gives_expressions_in_order(text: str, reference: str | None) -> None:
    found = tag(text, parse_edtf(reference) if reference else None)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    for e in found:
        assert e.text == text[e.start : e.end]
        assert e.text.strip() == e.text != ""
        assert e.value or e.problem


def test_lengths_tied_to_an_event_say_so() -> None:
    (found,) = tag("He left ten days after the battle began.", FRIDAY)
    assert (found.text, found.value, found.span) == ("ten days", "P10D", None)
    assert found.resolution.endswith("tied: after the battle began")


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("The battle began on 5 May 1864. Ten days after the battle he left.", "P10D", "1864-05-15"),
        ("He left two days before the attack of 7 July 2005.", "P2D", "2005-07-05"),
        ("He died three weeks after the crash of 7 June 2005.", "P3W", "[2005-06-25..2005-07-01]"),
        ("The vote was on 5 May 1864. Two days before the vote on 9 June 1871 he left.", "P2D", "1871-06-07"),
    ],
)
def test_lengths_tied_to_a_day_have_a_place(text: str, value: str, edtf: str) -> None:
    (found,) = [e for e in tag(text, FRIDAY) if e.type == "DURATION"]
    assert (found.value, found.edtf) == (value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "The vote was on 5 May 1864. The second vote was on 9 June 1871. Two days before the vote he left.",
        "The vote was on 5 May 1864. In the two days before the vote he rested.",
        "Two days before the vote he left on 5 May 1864.",
    ],
)
def test_what_ties_a_length_to_no_day(text: str) -> None:
    assert [e.span for e in tag(text, FRIDAY) if e.type == "DURATION"] == [None]


def test_years_later_than_nothing_are_not_ahead() -> None:
    (found,) = tag("Ten years later the ship was raised.", FRIDAY)
    assert (found.text, found.value, found.span) == ("Ten years later", "XXXX", None)


def test_times_take_the_day_that_they_stand_beside() -> None:
    assert values("Call tomorrow at 10 AM PST.") == ["2025-09-06", "2025-09-06T10:00-08"]
    assert values("Posted 11/29/2000 04:49 PM by him.") == ["2000-11-29", "2000-11-29T16:49"]
    assert values("It is open 9-11am Monday, they said.") == ["2025-09-01T09:00", "2025-09-01T11:00"]


def test_order_of_numeric_dates_from_publication_day_and_words() -> None:
    assert values("Posted 05/09/2025 and 03/04/1998.") == ["2025-09-05", "1998-04-03"]
    assert values("On 4 June 1998 and 03/04/1998 they met.") == ["1998-06-04", "1998-04-03"]
    assert values("On June 4, 1998 and 03/04/1998 they met.") == ["1998-06-04", "1998-03-04"]


def test_a_weekday_may_exclude_the_year_of_the_story() -> None:
    story = "In 1981 riots broke out. In 1982 and 1983 they spread. In 1985 they ended. See it on Monday 1 September."
    assert values(story, narrative=True)[-1] == "2025-09-01"
