"""Reading rules, what they need, and how their matches are chosen."""

from __future__ import annotations

import pytest

from timelines.tagging.grammar import GrammarError, RuleText, compile_rule, parse_rules
from timelines.tagging.matching import Matcher
from timelines.tagging.meaning import Piece, Reference
from timelines.tagging.tokens import Symbols


def symbols() -> Symbols:
    made = Symbols()
    for name in "abc":
        made.symbol(frozenset({name, "letter"}))
    return made


def rule(pattern: str, build: str = "x", name: str = "r") -> RuleText:
    return RuleText(name, build, pattern, (), ())


def test_macros_and_long_lines() -> None:
    text = "$two = {a} {b}\n\n[ab]\nbuild: pair\nmatch: $two\n  {c}?\nyes: [a b]\nno: b a\n"
    (found,) = parse_rules(text)
    assert (found.name, found.build, found.yes, found.no) == ("ab", "pair", ("[a b]",), ("b a",))
    assert found.pattern.split() == ["(", "{a}", "{b}", ")", "{c}?"]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("{a} {b}?", ["a"]),
        ("( {a} | {b} {letter} )", ["ab"]),
        ("( {a} | {b}? ) {c}", ["c"]),
        ("( {a} )? (x: {b} )", ["b"]),
        ("(?! {a} ) {letter}", ["abc"]),
        ("(?<= {a} ) {b}", ["a", "b"]),
        ("{a}? {b}*", []),
    ],
)
def test_what_a_rule_needs(pattern: str, needs: list[str]) -> None:
    made = symbols()
    expected = [frozenset("".join(made.having(name) for name in need)) for need in needs]
    assert set(compile_rule(rule(pattern), 0, made.having).needs) == set(expected)


@pytest.mark.parametrize(
    ("pattern", "message"), [("{z}", "nothing is of class z"), ("{a} )", "rule r: "), ("@", "cannot read")]
)
def test_errors_name_the_rule(pattern: str, message: str) -> None:
    with pytest.raises(GrammarError, match=message):
        _ = compile_rule(rule(pattern), 0, symbols().having).pattern


def chosen(patterns: dict[str, str], spelled: str, refused: tuple[str, ...] = ()) -> list[tuple[str, int, int]]:
    made = symbols()
    rules = [
        compile_rule(rule(pattern, "none" if name == "none" else "x", name), order, made.having)
        for order, (name, pattern) in enumerate(patterns.items())
    ]
    text = "".join(made.having(char) for char in spelled)
    found = Matcher(rules).pieces(
        text,
        lambda r, m: [] if r.name in refused or r.build == "none" else [Piece(m.start(), m.end(), Reference(""))],
    )
    return [(r.name, piece.first, piece.last) for r, piece in found]


def test_leftmost_then_longest_then_first() -> None:
    assert chosen({"short": "{b}", "long": "{b} {c}"}, "abc") == [("long", 1, 3)]
    assert chosen({"one": "{a}", "two": "{a}"}, "aba") == [("one", 0, 1), ("one", 2, 3)]
    assert chosen({"late": "{b} {c}", "early": "{a} {b}"}, "abc") == [("early", 0, 2)]


def test_a_refused_match_gives_way() -> None:
    assert chosen({"long": "{a} {b}", "short": "{a}"}, "ab", refused=("long",)) == [("short", 0, 1)]


def test_a_negative_rule_takes_its_place() -> None:
    assert chosen({"none": "{a} {b}", "short": "{b}"}, "ab") == []
