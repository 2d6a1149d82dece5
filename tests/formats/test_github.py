from __future__ import annotations

from tests.formats.flags import checked, flag
from timelines.formats.checked import CheckedFile
from timelines.formats.github import checked_to_github
from timelines.model import Notice, Severity

TEXT = "One.\nAs the war enters its seventh\nyear, talks go on in its seventh year."


def test_an_annotation() -> None:
    file = checked("its seventh year", flag("its seventh year", "seventh year"), name="docs/talks.md")
    assert checked_to_github([file]) == (
        "::error file=docs/talks.md,line=1,endLine=1,col=5,endColumn=17,title=T201 ordinal-period::"
        "It is in its fourth year.%0AWrite “fourth year”.\n"
    )


def test_severities() -> None:
    flags = [flag(TEXT, "One", severity=severity) for severity in (Severity.WARNING, Severity.INFO)]
    first, second = checked_to_github([checked(TEXT, *flags)]).splitlines()
    assert first.startswith("::warning file=")
    assert second.startswith("::notice file=")


def test_words_over_several_lines_have_no_columns() -> None:
    (line,) = checked_to_github([checked(TEXT, flag(TEXT, "seventh\nyear"))]).splitlines()
    assert line.startswith("::error file=talks.txt,line=2,endLine=3,title=")


def test_what_would_end_a_command_is_escaped() -> None:
    file = checked(TEXT, flag(TEXT, "One", message="100%\r\n::error::x", suggestion=""), name="a,b:c%.txt")
    (line,) = checked_to_github([file]).splitlines()
    assert "file=a%2Cb%3Ac%25.txt,line=" in line
    assert line.endswith("::100%25%0D%0A::error::x")


def test_files_and_comments_that_are_wrong() -> None:
    files = [
        CheckedFile("a.txt", error="a.txt: there is no such file."),
        CheckedFile("b.txt", "<!-- x -->", notices=(Notice(0, 10, "This comment is wrong."),)),
    ]
    assert checked_to_github(files).splitlines() == [
        "::error file=a.txt,title=Timelines::a.txt: there is no such file.",
        "::warning file=b.txt,line=1,endLine=1,col=1,endColumn=11,title=Timelines::This comment is wrong.",
    ]
