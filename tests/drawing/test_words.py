from __future__ import annotations

import pytest

from timelines.chronology.edtf import parse_edtf
from timelines.drawing.words import span_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-09-04", "4 Sep 2025"),
        ("2025-09", "September 2025"),
        ("2025", "2025"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("-0499", "500 BC"),
        ("198X", "the 1980s"),
        ("18XX", "the 19th century"),
        ("1850~", "about 1850"),
        ("1850?", "perhaps 1850"),
        ("2021-21", "spring 2021"),
        ("2025-33", "the first quarter of 2025"),
        ("2022-02-24/..", "since 24 Feb 2022"),
        ("../2020", "until 2020"),
        ("2014/2022", "2014–2022"),
        ("2025-09-04/2025-09-09", "4–9 Sep 2025"),
        ("2025-09-04/2025-10-09", "4 Sep – 9 Oct 2025"),
        ("2018-09-05/2019-09-04", "5 Sep 2018 – 4 Sep 2019"),
        ("[2018-09-05..2019-09-04]", "between 5 Sep 2018 and 4 Sep 2019"),
        ("[2025-09-04..2025-12-31]", "between 4 Sep and 31 Dec 2025"),
        ("[2025-09-04..]", "4 Sep 2025 or later"),
        ("2025-09-04T14:30", "4 Sep 2025, 14:30"),
        ("Y17000-01-01", "1 Jan 17,000"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert span_words(parse_edtf(edtf)) == words


def test_months_are_spelled_out_where_there_is_room() -> None:
    assert span_words(parse_edtf("2025-09-04"), long=True) == "4 September 2025"
