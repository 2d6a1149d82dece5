from __future__ import annotations

import pytest

from tests.formats.flags import checked, flag
from timelines.formats.checked import CheckedFile, Totals
from timelines.formats.text import Layout, closing_line, file_lines, plain
from timelines.model import Evidence, Notice, Severity

TEXT = "The Wall fell.\nAs the war enters its seventh year, talks go on."


def printed(file: CheckedFile, layout: Layout | None = None) -> list[str]:
    return plain(file_lines(file, layout)).splitlines()


def underlined(file: CheckedFile, layout: Layout | None = None) -> tuple[str, str]:
    """The line of the article and the line below it, without their margins."""
    rows = printed(file, layout)
    position = next(number for number, row in enumerate(rows) if "^" in row)
    return rows[position - 1], rows[position]


def test_a_flag_as_linters_print_it() -> None:
    evidence = (
        Evidence("canon", "event/war", "The war", "2022-02-24/..", "Encyclopaedia Britannica"),
        Evidence("canon", "event/war", "The war (the invasion)", "2022-02-24/..", "Encyclopaedia Britannica"),
        Evidence("calendar", "gregorian", "22 November 1963 is a Friday", "1963-11-22"),
        Evidence("text", "date@4", "Wall", start=4, end=8),
    )
    assert printed(checked(TEXT, flag(TEXT, "seventh year", evidence=evidence))) == [
        "talks.txt:2:23: T201 ordinal-period, error",
        "  |",
        "2 | As the war enters its seventh year, talks go on.",
        "  |                       ^^^^^^^^^^^^",
        "  = It is in its fourth year.",
        "  = write “fourth year”",
        "  = because The war: 24 February 2022 onwards (Encyclopaedia Britannica)",
        "  = because 22 November 1963 is a Friday (the calendar)",
        "  = because “Wall” (line 1)",
        "",
    ]


@pytest.mark.parametrize(
    ("before", "cells"),
    [("", 0), ("中文 ", 5), ("e\u0301\u0302 ", 2), ("\tx\t", 8), ("👍🏽 ", 3), ("\u202e", 0)],
)
def test_the_words_are_underlined_whatever_stands_before_them(before: str, cells: int) -> None:
    text = f"{before}seventh year 中"
    assert underlined(checked(text, flag(text, "seventh year")))[1] == "  | " + " " * cells + "^" * 12


def test_wide_words_have_wide_underlines() -> None:
    text = "開戦から七年目、交渉"
    assert underlined(checked(text, flag(text, "七年目")))[1] == "  | " + " " * 8 + "^" * 6


@pytest.mark.parametrize("where", [0, 40, 200, 400, 789])
@pytest.mark.parametrize("filler", ["many ", "中文字 "])
def test_a_long_line_is_cut_around_the_words(where: int, filler: str) -> None:
    line = (filler * 200)[:where] + "seventh year" + (filler * 200)[where:800]
    shown, under = underlined(checked(line, flag(line, "seventh year")), Layout(width=60))
    assert "seventh year" in shown
    assert sum(2 if "一" <= character <= "鿿" else 1 for character in shown) <= 60
    position = shown.index("seventh year")
    assert under.index("^") == position + sum("一" <= character <= "鿿" for character in shown[:position])
    assert shown.endswith("…") or where == 789


def test_words_longer_than_the_line_are_underlined_to_its_end() -> None:
    line = "x" * 300
    shown, under = underlined(checked(line, flag(line, line)), Layout(width=60))
    assert shown == "1 | " + "x" * 55 + "…"
    assert under == "  | " + "^" * 55


def test_words_over_several_lines() -> None:
    text = "its seventh\r\n  year goes on"
    rows = printed(checked(text, flag(text, "seventh\r\n  year")))
    assert rows[1:6] == ["  |", "1 | its seventh", "  |     ^^^^^^^", "2 |   year goes on", "  | ^^^^^^"]


def test_explanations_are_wrapped_for_a_terminal() -> None:
    file = checked(TEXT, flag(TEXT, "seventh year", message="many words " * 20))
    rows = printed(file, Layout(width=60, wraps=True))
    assert all(len(row) <= 60 for row in rows)
    assert rows[5].startswith("    many words")


def test_nothing_steers_the_terminal() -> None:
    text = "seventh year \x9b31m"
    file = checked(text, flag(text, "seventh year", message="\x1b[2J", suggestion="\x1b"), name="a\x1b.txt")
    assert "\x1b" not in plain(file_lines(file))
    assert "\x9b" not in plain(file_lines(file))


def test_notices_stand_among_the_flags() -> None:
    file = CheckedFile("a.md", "<!-- x --> seventh year", notices=(Notice(0, 10, "This comment is wrong."),))
    assert printed(file)[0] == "a.md:1:1: note: This comment is wrong."


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ("", "No temporal errors in 1 file."),
        ("e", "1 error in 1 file."),
        ("eeww", "2 errors and 2 warnings in 1 file."),
        ("ewi", "1 error, 1 warning and 1 remark in 1 file."),
        ("i", "No temporal errors and 1 remark in 1 file."),
    ],
)
def test_the_closing_line_counts_severities(severities: str, line: str) -> None:
    kinds = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}
    flags = [flag(TEXT, "seventh year", severity=kinds[letter]) for letter in severities]
    assert closing_line(Totals.of([checked(TEXT, *flags)])) == line


def test_the_closing_line_tells_what_was_left_out() -> None:
    files = [checked(TEXT, suppressed=(flag(TEXT, "year"),)), CheckedFile("b", error="b: there is no such file.")]
    assert closing_line(Totals.of(files)) == "No temporal errors in 1 file, 1 suppressed; 1 file could not be read."
