from __future__ import annotations

import pytest

from timelines.chronology.edtf import parse_edtf
from timelines.drawing.words import range_words, short_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-09-04", "4 Sep 2025"),
        ("2025-09", "September 2025"),
        ("2025", "2025"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("1850~", "about 1850"),
        ("2022-02-24/..", "24 Feb 2022 onwards"),
        ("[2025-09-04..2025-12-31]", "between 4 Sep and 31 Dec 2025"),
        ("2025-09-04T14:30", "4 Sep 2025, 14:30"),
        ("2025-05-01", "1 May 2025"),
    ],
)
def test_dates_in_few_words(edtf: str, words: str) -> None:
    assert short_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[2025-09-04..2025-12-31]", "4 Sep – 31 Dec 2025"),
        ("2025-09-04/2025-12-31", "4 Sep – 31 Dec 2025"),
        ("2025-09", "September 2025"),
    ],
)
def test_ranges_in_fewer_words(edtf: str, words: str) -> None:
    assert range_words(parse_edtf(edtf)) == words
