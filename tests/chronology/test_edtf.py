"""EDTF texts: what they mean, how they are written, what is wrong with those that are none."""

from __future__ import annotations

import pytest
from edtf import parse_edtf as oracle

from timelines.chronology import EdtfError, Precision, Span, format_edtf, parse_edtf, set_members

# text, earliest day, latest day, precision
DATES = [
    # level 0
    ("1985-04-12", "1985-04-12", "1985-04-12", "DAY"),
    ("1985-04", "1985-04-01", "1985-04-30", "MONTH"),
    ("1985", "1985-01-01", "1985-12-31", "YEAR"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "SECOND"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "SECOND"),
    ("1985-04-12T23:20:30-04:00", "1985-04-13", "1985-04-13", "SECOND"),
    ("1985-04-12T23:20", "1985-04-12", "1985-04-12", "MINUTE"),
    ("1985-04-12T23", "1985-04-12", "1985-04-12", "HOUR"),
    ("0000", "0000-01-01", "0000-12-31", "YEAR"),
    # level 1
    ("Y170000002", "Y170000002-01-01", "Y170000002-12-31", "YEAR"),
    ("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31", "YEAR"),
    ("-1985", "-1985-01-01", "-1985-12-31", "YEAR"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "DAY"),
    ("2001-21", "2001-03-01", "2001-06-21", "SEASON"),
    ("2001-22", "2001-06-01", "2001-09-23", "SEASON"),
    ("2001-23", "2001-09-01", "2001-12-21", "SEASON"),
    ("2001-24", "2001-01-01", "2002-03-20", "SEASON"),
    ("1984?", "1984-01-01", "1984-12-31", "YEAR"),
    ("2004-06~", "2004-06-01", "2004-06-30", "MONTH"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "DAY"),
    ("201X", "2010-01-01", "2019-12-31", "DECADE"),
    ("20XX", "2000-01-01", "2099-12-31", "CENTURY"),
    ("2004-XX", "2004-01-01", "2004-12-31", "YEAR"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "MONTH"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "YEAR"),
    # level 2
    ("1950S2", "1900-01-01", "1999-12-31", "CENTURY"),
    ("-1740S3", "-1749-01-01", "-1740-12-31", "DECADE"),
    ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31", "MILLENNIUM"),
    ("2001-25", "2001-03-01", "2001-06-21", "SEASON"),
    ("2001-29", "2001-09-01", "2001-12-21", "SEASON"),
    ("2001-30", "2001-01-01", "2002-03-20", "SEASON"),
    ("2001-34", "2001-04-01", "2001-06-30", "QUARTER"),
    ("2001-38", "2001-05-01", "2001-08-31", "HALF"),
    ("2001-41", "2001-07-01", "2001-12-31", "HALF"),
    ("2004-06~-11", "2004-06-11", "2004-06-11", "DAY"),
    ("2004?-06-11", "2004-06-11", "2004-06-11", "DAY"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11", "DAY"),
    ("2004-%06-11", "2004-06-11", "2004-06-11", "DAY"),
    ("156X-12-25", "1560-12-25", "1569-12-25", "DECADE"),
    ("15XX-12-25", "1500-12-25", "1599-12-25", "CENTURY"),
    ("15XX-12-XX", "1500-12-01", "1599-12-31", "CENTURY"),
    ("XXXX-12-XX", "0000-12-01", "9999-12-31", "MILLENNIUM"),
    ("1XXX-XX", "1000-01-01", "1999-12-31", "MILLENNIUM"),
    ("1XXX-12", "1000-12-01", "1999-12-31", "MILLENNIUM"),
    ("1984-1X", "1984-10-01", "1984-12-31", "YEAR"),
    ("2004-02-2X", "2004-02-20", "2004-02-29", "MONTH"),
    ("19X4-02-29", "1904-02-29", "1984-02-29", "CENTURY"),
    ("-04XX", "-0499-01-01", "-0400-12-31", "CENTURY"),
    ("-004X-03", "-0049-03-01", "-0040-03-31", "DECADE"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "YEAR"),
    ("[..1760-12-03]", None, "1760-12-03", "DAY"),
    ("[1760-12..]", "1760-12-01", None, "MONTH"),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", None, "MONTH"),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31", "YEAR"),
    ("[..1984]", None, "1984-12-31", "YEAR"),
    ("[2025-09-01..2025-09-07]", "2025-09-01", "2025-09-07", "WEEK"),
    ("Y16000-02-29", "Y16000-02-29", "Y16000-02-29", "DAY"),
    ("Y16000-02-29T10:00", "Y16000-02-29", "Y16000-02-29", "MINUTE"),
    ("Y16000-21", "Y16000-03-01", "Y16000-06-21", "SEASON"),
    ("Y16000-02", "Y16000-02-01", "Y16000-02-29", "MONTH"),
]  # fmt: skip

INTERVALS = [
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ("1985-04-12/..", "1985-04-12", None),
    ("../1985-04-12", None, "1985-04-12"),
    ("1985-04-12/", "1985-04-12", None),
    ("/1985-04-12", None, "1985-04-12"),
    ("../..", None, None),
    ("/", None, None),
    ("-0043/0014", "-0043-01-01", "0014-12-31"),
    ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("1984?/2004%", "1984-01-01", "2004-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", None, "1984-12-31"),
    ("{1984..}", "1984-01-01", None),
    ("[2014..2016]/2022", "2014-01-01", "2022-12-31"),
    ("2014/[2020-05-03..2020-05-09]", "2014-01-01", "2020-05-09"),
]

# what may be read, and how it is written
CANONICAL = [
    ("Y-17E7", "Y-170000000"),
    ("Y3388E2S3", "Y338800S3"),
    ("[1667, 1668 , 1670..1672]", "[1667,1668,1670..1672]"),
    ("[1668,1667]", "[1667,1668]"),
    ("[1667]", "1667"),
    ("{1667}", "1667"),
    ("[1980..1989]", "198X"),
    ("[1980-01-01..1985-12-31]", "[1980..1985]"),
    ("[2025-09-01..2025-09-30]", "2025-09"),
    ("2025/2025", "2025"),
    ("2004-06-11?", "2004-06-11?"),
    ("2004?-06?-11", "2004-06?-11"),
    ("?2004-?06-?11", "2004-06-11?"),
    ("2004-06?-11~", "%2004-%06-~11"),
    ("2004?-06-~11", "?2004-06-~11"),
    ("2004-01-01T10:10:10+00:00", "2004-01-01T10:10:10Z"),
    ("2004-01-01T10:10:10+05", "2004-01-01T10:10:10+05:00"),
    ("2004-01-01T10:10:10+0530", "2004-01-01T10:10:10+05:30"),
    ("[2001~..2003~]", "[2001~..2003~]"),
    ("[2001?..2001?]", "2001?"),
    ("Y17000~", "Y17000~"),
]

WRONG = [
    ("", 0, "empty"),
    ("yesterday", 0, "four digits"),
    ("85", 0, "four digits"),
    ("2004-6", 5, "two digits"),
    ("2004-", 5, "two digits"),
    ("2004-13", 5, "month 13"),
    ("2004-00", 5, "month 00"),
    ("2004-42", 5, "month 42"),
    ("2025-02-30", 10, "day 30"),
    ("2025-21-03", 5, "month 21"),
    ("2004-02-3X", 10, "no date fits"),
    ("2004-5X", 5, "no month fits"),
    ("1985-04-12x", 10, "unexpected 'x'"),
    ("1985-04-12T", 11, "time"),
    ("1985-04-12T24:00:00", 11, "no time"),
    ("1985-04-12T10:60", 11, "no time"),
    ("1985-04T10:00", 7, "full date"),
    ("1985-04-1XT10:00", 10, "full date"),
    ("1985-04-12T10:00+24:00", 16, "time zone"),
    ("1985-04-12T10:00+05:00x", 22, "unexpected"),
    ("1985?-04-12T10:00", 17, "whole"),
    ("-0000", 0, "no sign"),
    ("Y1985", 0, "more than four"),
    ("Y1E99", 0, "at most"),
    ("Y17000-13", 7, "month 13"),
    ("Y17000-02-3X", 0, "unspecified"),
    ("Y17000x", 6, "unexpected"),
    ("195XS2", 0, "significant"),
    ("1950S0", 5, "1 to 4"),
    ("1950S5", 5, "1 to 4"),
    ("1950S2-03", 6, "unexpected"),
    ("1984??", 5, "unexpected"),
    ("2005/2003", 5, "ends before"),
    ("2004/2005/2006", 9, "one slash"),
    ("[1667", 5, "expected ']'"),
    ("[1667}", 6, "expected ']'"),
    ("[", 1, "expected ']'"),
    ("[]", 1, "four digits"),
    ("[1667,]", 6, "four digits"),
    ("[..]", 1, "one side"),
    ("[1667,1667]", 1, "twice"),
    ("[1670..1667]", 5, "ends before"),
    ("{1667/1668}", 0, "four digits"),
    ("2004-06-(01)~", 8, "two digits"),
    ("199u", 0, "four digits"),
    ("open", 0, "four digits"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), DATES)
def test_dates(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    span = parse_edtf(text)
    assert (span.earliest_iso, span.latest_iso, span.precision.name) == (earliest, latest, precision)
    assert span.is_instant
    assert span.edtf == format_edtf(span) == text
    assert parse_edtf(span.edtf) == span


@pytest.mark.parametrize(("text", "earliest", "latest"), INTERVALS)
def test_intervals(text: str, earliest: str | None, latest: str | None) -> None:
    span = parse_edtf(text)
    assert (span.earliest_iso, span.latest_iso) == (earliest, latest)
    assert not span.is_instant
    assert span.edtf == text
    assert parse_edtf(span.edtf) == span


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_canonical_text(text: str, canonical: str) -> None:
    assert parse_edtf(text).edtf == canonical
    assert parse_edtf(canonical) == parse_edtf(text)


@pytest.mark.parametrize(("text", "position", "reason"), WRONG)
def test_errors_say_where_and_why(text: str, position: int, reason: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert caught.value.text == text
    assert caught.value.position == position
    assert reason in caught.value.reason
    assert reason in str(caught.value)


def test_ends_are_open_or_unknown() -> None:
    assert parse_edtf("2022-02-24/..").open_end
    assert not parse_edtf("2022-02-24/").open_end
    assert parse_edtf("../2022").open_start
    assert not parse_edtf("/2022").open_start
    assert parse_edtf("2022-02-24/..").end_earliest is None
    assert parse_edtf("{1984..}").open_end


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984?", False, True),
        ("1984~", True, False),
        ("1984%", True, True),
        ("2004-06~-11", True, False),
        ("?2004-06-~11", True, True),
        ("1984~/2004?", True, True),
        ("[1667?,1668]", False, True),
        ("1950S2", True, False),
        ("1950S2?", True, True),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    span = parse_edtf(text)
    assert (span.approximate, span.uncertain) == (approximate, uncertain)


def test_time_zones_shift_the_bounds_and_keep_the_writing() -> None:
    there = parse_edtf("2004-01-01T23:10:10-05:30")
    utc = parse_edtf("2004-01-02T04:40:10Z")
    assert (there.earliest, there.latest) == (utc.earliest, utc.latest)
    assert there.edtf == "2004-01-01T23:10:10-05:30"
    assert there != utc
    assert parse_edtf("2004-01-02T04:40:10").earliest == utc.earliest


def test_members_of_sets() -> None:
    assert set_members(parse_edtf("[1667,1760-12]")) == (Span.year(1667), Span.month(1760, 12))
    one, *_, last = set_members(parse_edtf("[1667,1668,1670..1672]"))
    assert one == Span.year(1667)
    assert last == parse_edtf("[1670..1672]")
    assert set_members(parse_edtf("{1960,1962..1964}"))[1] == parse_edtf("1962/1964")
    assert set_members(Span.year(1984)) == (Span.year(1984),)
    assert set_members(parse_edtf("[1667,1668]/1670")) == (parse_edtf("[1667,1668]/1670"),)


def test_spans_from_bounds_read_back() -> None:
    for span in (
        Span.days(730_000, 730_010),
        Span.between(None, 10**9),
        Span.between(10**9 + 1, 10**9 + 86_399),
        Span.interval(Span.days(700_000, 700_400), Span.unknown()),
        Span.interval(Span.decade(1980), Span.day(1999, 12, 31)),
        Span.between(10**9, 10**9).qualified(approximate=True),
        Span.week(2020, 53).qualified(approximate=True, uncertain=True),
        Span.decade(20_000),
        Span.unknown(),
    ):
        assert parse_edtf(span.edtf) == span


# The reference implementation, where it is right: it cannot read open intervals nor all unspecified digits, and has
# other months for seasons.
@pytest.mark.parametrize(
    "text",
    [
        "1985-04-12",
        "1985-04",
        "1985",
        "0000",
        "-1985",
        "-0043-03-15",
        "2004-06-11%",
        "2004?-06-11",
        "2004-06~-11",
        "?2004-06-~11",
        "201X",
        "20XX",
        "1XXX",
        "-04XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "156X-12-25",
        "15XX-12-XX",
        "XXXX-12-XX",
        "2001-33",
        "2001-34",
        "2001-40",
        "1964/2008",
        "2004-06/2006-08",
        "2004-02-01/2005-02",
        "2005/2006-02",
        "2004-06-XX/2004-07-03",
    ],
)
def test_agrees_with_the_edtf_package(text: str) -> None:
    expected = oracle(text)
    span = parse_edtf(text)
    for bound, iso in ((expected.lower_strict(), span.earliest_iso), (expected.upper_strict(), span.latest_iso)):
        year, month, day = bound[:3]
        assert iso == f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def test_precision_of_intervals_is_the_coarser_end() -> None:
    assert parse_edtf("2008-02-01/2009").precision is Precision.YEAR
    assert parse_edtf("2022-02-24/..").precision is Precision.DAY
