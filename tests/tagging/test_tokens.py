"""Tokens, numbers and the scan for triggers."""

from __future__ import annotations

import pytest

from timelines.tagging.lexicon import Lexeme, parse_words
from timelines.tagging.numerals import number_of
from timelines.tagging.scan import Scanner, trie_pattern
from timelines.tagging.tagger import tagger
from timelines.tagging.tokens import Symbols, Tokenizer, number_values


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("seven", 7),
        ("twenty-five", 25),
        ("a hundred and twenty", 120),
        ("two thousand and six", 2006),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("a dozen", 12),
        ("half", 0.5),
        ("3.5", 3.5),
        ("several", None),
        ("the hall", None),
    ],
)
def test_numbers(written: str, value: float | None) -> None:
    tokens, _ = tagger("en").tokenizer.tokenize(written, 0, len(written))
    assert number_of(tokens) == value


def test_groups_of_words_are_one_token_the_longest_first() -> None:
    lexemes = [Lexeme("more than", False, {"approx": ""}), Lexeme("more", False, {"more": ""})]
    tokens, spelled = Tokenizer(lexemes, Symbols()).tokenize("More\nthan more", 0, 14)
    assert [token.text for token in tokens] == ["More\nthan", "more"]
    assert len(spelled) == 2


def test_number_classes() -> None:
    assert {"day", "hour12", "quarter-number"} <= number_values("3").keys()
    assert "likely-year" in number_values("1984")
    assert "likely-year" not in number_values("1200")
    assert "year" not in number_values("1984", thousands=True)


def test_words_file() -> None:
    text = "# words\nmonth: May=5, =March=3,\n  June=6\nsign: #, =\n"
    assert list(parse_words(text)) == [
        ("month", "May", "5"),
        ("month", "=March", "3"),
        ("month", "June", "6"),
        ("sign", "#", ""),
        ("sign", "=", ""),
    ]


def test_trie_matches_the_longest_word() -> None:
    assert trie_pattern(["may", "march", "mar"]) == "ma(?:r(?:ch)?|y)"


def test_regions_are_cut_at_spaces_and_merged() -> None:
    text = "x" * 100 + " On Monday they met. " + "word " * 60 + "They met in 1984. " + "y" * 100
    found = [text[begin:end] for begin, end in Scanner(["monday"]).regions(text)]
    assert len(found) == 2
    assert "Monday" in found[0]
    assert "1984" in found[1]


def test_nothing_to_find() -> None:
    assert list(Scanner(["monday"]).regions("a b c" * 1000)) == []
