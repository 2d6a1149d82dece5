"""Spans in words."""

from __future__ import annotations

import pytest

from timelines.chronology import Span, in_words, parse_edtf, year_words

WORDS = [
    ("2025-09-04", "4 September 2025"),
    ("2025-09", "September 2025"),
    ("2025", "2025"),
    ("198X", "the 1980s"),
    ("190X", "the decade from 1900 to 1909"),
    ("-004X", "the decade from 50 to 41 BC"),
    ("18XX", "the 19th century"),
    ("-04XX", "the 5th century BC"),
    ("1XXX", "the 2nd millennium"),
    ("-0XXX", "the 1st millennium BC"),
    ("-0043-03-15", "15 March 44 BC"),
    ("-0043-03", "March 44 BC"),
    ("-0004-03", "March of 5 BC"),
    ("0476-09-04", "4 September AD 476"),
    ("0000", "1 BC"),
    ("Y-170000002", "170,000,003 BC"),
    ("Y17000", "the year 17,000"),
    ("Y17000-03-01", "1 March of the year 17,000"),
    ("1850~", "about 1850"),
    ("1850?", "perhaps 1850"),
    ("1850%", "perhaps about 1850"),
    ("2001-21", "spring 2001"),
    ("2001-32", "winter 2001 (southern hemisphere)"),
    ("2001-34", "the second quarter of 2001"),
    ("2001-39", "the last third of 2001"),
    ("2001-40", "the first half of 2001"),
    ("[2025-09-01..2025-09-07]", "the week beginning on 1 September 2025"),
    ("2025-09-04T10:10", "4 September 2025, 10:10"),
    ("2025-09-04T10:10:05", "4 September 2025, 10:10:05"),
    ("2025-09-04T10", "4 September 2025, between 10:00 and 10:59"),
    ("2025-09-04T10:10Z", "4 September 2025, 10:10 (UTC)"),
    ("2025-09-04T10:10+05:30?", "perhaps 4 September 2025, 10:10 (UTC+05:30)"),
    ("[2001-05-04..2001-05-12]", "between 4 and 12 May 2001"),
    ("[2025-09-04..2025-12-31]", "between 4 September and 31 December 2025"),
    ("[2024-12-30..2025-01-02]", "between 30 December 2024 and 2 January 2025"),
    ("[2025-03..2025-05]", "between March and May 2025"),
    ("[1980..1985]", "between 1980 and 1985"),
    ("[1980~..1985~]", "roughly between 1980 and 1985"),
    ("[1980~..1985]", "between about 1980 and 1985"),
    ("[..1985~,1990]", "about 1985 or earlier or 1990"),
    ("[-0049..-0042]", "between 50 and 43 BC"),
    ("[-0001..0001]", "between 2 BC and AD 1"),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("[1760-12..]", "December 1760 or later"),
    ("[1760-12-XX..]", "an unknown day in December 1760 or later"),
    ("[..1760-12-XX]", "an unknown day in December 1760 or earlier"),
    ("2014/2022", "from 2014 to 2022"),
    ("2001-05-04/2001-05-12", "from 4 to 12 May 2001"),
    ("2025-09-04T10:10/2025-09-04T11:00", "from 4 September 2025, 10:10 to 11:00"),
    ("2008-02-01/2009", "from 1 February 2008 to 2009"),
    ("2004~/2006~", "from about 2004 to about 2006"),
    ("2004~/2006", "from about 2004 to 2006"),
    ("2022-02-24/..", "24 February 2022 onwards"),
    ("2022~/..", "about 2022 onwards"),
    ("2022-XX/..", "an unknown month in 2022 onwards"),
    ("2022/", "from 2022 until an unknown time"),
    ("2022-XX/", "from an unknown month in 2022 until an unknown time"),
    ("../2022-02-24", "until 24 February 2022"),
    ("/2022", "from an unknown time until 2022"),
    ("/2022-XX", "from an unknown time until an unknown month in 2022"),
    ("[2014..2016]/..", "some time between 2014 and 2016 onwards"),
    ("../[2014..2016]", "until some time between 2014 and 2016"),
    ("[2014..2016]/2022", "beginning between 2014 and 2016, ending in 2022"),
    ("2014-05-01/[2015..2016]", "beginning on 1 May 2014, ending between 2015 and 2016"),
    ("../..", "at all times"),
    ("/", "an unknown time"),
    ("../", "until an unknown time"),
    ("/..", "from an unknown time onwards"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and from 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("{1960..1962}", "from 1960 to 1962"),
    ("2004-XX", "an unknown month in 2004"),
    ("2004-06-XX", "an unknown day in June 2004"),
    ("2004-XX-XX~", "about an unknown day in 2004"),
    ("156X-12-25", "some time between 25 December 1560 and 25 December 1569 (of the form 156X-12-25)"),
    ("1984-1X", "the fourth quarter of 1984 (of the form 1984-1X)"),
    ("1950S2", "about 1950 (between 1900 and 1999)"),
    ("1950S2?", "perhaps about 1950 (between 1900 and 1999)"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("?2004-06-~11", "11 June 2004 (day approximate, year uncertain)"),
    ("2004?-06-XX", "an unknown day in June 2004 (year uncertain)"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    assert in_words(parse_edtf(text)) == words


def test_years() -> None:
    assert [year_words(year) for year in (2025, 999, 1, 0, -43)] == ["2025", "AD 999", "AD 1", "1 BC", "44 BC"]


def test_spans_from_bounds() -> None:
    assert in_words(Span.days(0, 6)) == "the week beginning on 1 January AD 1"
    assert in_words(Span.between(0, 1)) == "between 1 January AD 1, 00:00:00 and 00:00:01"
