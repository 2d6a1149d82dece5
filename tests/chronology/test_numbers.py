"""Number words."""

from __future__ import annotations

import pytest

from timelines.chronology import number_words, ordinal_digits, ordinal_words, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("number", "words", "ordinal", "digits"),
    [
        (0, "zero", "zeroth", "0th"),
        (1, "one", "first", "1st"),
        (2, "two", "second", "2nd"),
        (3, "three", "third", "3rd"),
        (7, "seven", "seventh", "7th"),
        (9, "nine", "ninth", "9th"),
        (11, "eleven", "eleventh", "11th"),
        (12, "twelve", "twelfth", "12th"),
        (20, "twenty", "twentieth", "20th"),
        (35, "thirty-five", "thirty-fifth", "35th"),
        (71, "seventy-one", "seventy-first", "71st"),
        (100, "one hundred", "hundredth", "100th"),
        (101, "one hundred and one", "one hundred and first", "101st"),
        (112, "one hundred and twelve", "one hundred and twelfth", "112th"),
        (1000, "one thousand", "thousandth", "1000th"),
        (2024, "two thousand and twenty-four", "two thousand and twenty-fourth", "2024th"),
        (1_500_000, "one million five hundred thousand", "one million five hundred thousandth", "1500000th"),
    ],
)
def test_words(number: int, words: str, ordinal: str, digits: str) -> None:
    assert number_words(number) == words
    assert ordinal_words(number) == ordinal
    assert ordinal_digits(number) == digits


def test_words_and_back() -> None:
    for number in (*range(1100), 1999, 10_000, 123_456_789, 10**12 - 1):
        assert parse_number(number_words(number)) == number
        assert parse_ordinal(ordinal_words(number)) == number
        assert parse_ordinal(ordinal_digits(number)) == number
        assert parse_number(f"{number:,}") == number


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_without_words(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_words(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a hundred", 100),
        ("hundred", 100),
        ("one hundred five", 105),
        ("Twenty One", 21),
        ("twelve hundred", 1200),
        ("nineteen hundred and eighty-four", 1984),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a", 1),
        ("1,200", 1200),
        ("007", 7),
    ],
)
def test_other_spellings(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "and", "the", "seventh", "twenty thirty", "one two", "hundred hundred", "several", "1,20", "-3", "3.5"]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,000th", 1000),
        ("hundred and first", 101),
        ("one-hundredth", 100),
        ("Thirty-Fifth", 35),
        ("a hundredth", None),
    ],
)
def test_other_ordinals(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize("text", ["", "and", "seven", "month", "north", "twelveth", "fiveth", "umpteenth", "7"])
def test_what_is_no_ordinal(text: str) -> None:
    assert parse_ordinal(text) is None
