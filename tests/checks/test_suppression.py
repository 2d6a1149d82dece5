from __future__ import annotations

import pytest

from timelines import Timeline, parse_edtf, reconstruct
from timelines.checks.suppression import Suppressions

WRONG = "As the war in Ukraine enters its seventh year, talks go on."
DATED = "The president was shot on Thursday, 22 November 1963."


def read(text: str) -> Timeline:
    return reconstruct(text, published=parse_edtf("2025-09-05"))


def standing(text: str) -> list[tuple[str, int]]:
    return [(flag.rule, flag.start) for flag in read(text).flags]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- timelines: ignore T201 -->",
        "<!-- timelines: ignore T2 -->",
        "<!-- timelines: ignore ordinal-period -->",
        "<!-- timelines: ignore counting -->",
        "<!-- timelines: ignore -->",
        "<!-- timelines: ignore T501, t201 -->",
        "<!--timelines:ignore T201-->",
        "<!-- Timelines: Ignore T201 because the quotation is from 2020 -->",
        "<!-- timelines: off T201 --> <!-- timelines: on T201 -->",
    ],
)
def test_ignored_on_its_line(comment: str) -> None:
    before, after = comment.split("> ") if "> " in comment else ("", comment)
    text = f"{before and before + '>'} {WRONG} {after}\n\n{DATED}"
    timeline = read(text)
    assert [flag.rule for flag in timeline.flags] == ["T102"]
    assert [flag.quote for flag in timeline.suppressed] == ["seventh year"]
    assert timeline.notices == ()


def test_other_rules_stand() -> None:
    assert standing(f"{WRONG} <!-- timelines: ignore T102 -->") == [("T201", 33)]


def test_one_line_is_not_the_next() -> None:
    text = f"{WRONG} <!-- timelines: ignore T201 -->\n\n{WRONG}"
    assert standing(text) == [("T201", text.rindex("seventh"))]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("blank", [1, 2, 3])
def test_alone_on_its_line_it_counts_for_the_paragraph_that_follows(newline: str, blank: int) -> None:
    paragraph = WRONG.replace("enters ", f"enters{newline}")
    text = newline.join(["Before.", "  <!-- timelines: ignore T201 -->"]) + newline * blank
    text += paragraph + newline * 2 + paragraph
    assert standing(text) == [("T201", text.rindex("seventh"))]


def test_comments_above_each_other_count_for_the_same_paragraph() -> None:
    text = f"<!-- timelines: ignore T201 -->\n<!-- timelines: ignore T102 -->\n{WRONG} {DATED}"
    assert standing(text) == []


def test_regions() -> None:
    region = f"{WRONG}\n<!-- timelines: off T201 -->\n\n{WRONG} {DATED}\n\n<!-- timelines: on -->\n\n{WRONG}"
    assert [rule for rule, _ in standing(region)] == ["T201", "T102", "T201"]
    assert standing(f"<!-- timelines: off -->\n{WRONG}\n\n{DATED}") == []
    for_one = f"<!-- timelines: off -->\n{WRONG}\n\n<!-- timelines: on T102 -->\n\n{DATED} {WRONG}"
    assert [rule for rule, _ in standing(for_one)] == ["T102"]


def test_a_comment_is_not_read_and_offsets_are_those_of_the_file() -> None:
    text = WRONG.replace("its ", "its <!-- timelines: ignore T102 because of Friday, 4 May 1900 --> ")
    timeline = read(text)
    assert [text[flag.start : flag.end] for flag in timeline.flags] == ["seventh year"]
    assert timeline.article.text == text
    assert not timeline.expressions


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- timelines: ignore T999 -->", "there is no rule 'T999'"),
        ("<!-- timelines: ignore ordinal-periods -->", "did you mean 'ordinal-period'?"),
        ("<!-- timelines: ignroe T201 -->", "not with 'ignroe'"),
        ("<!-- timelines: -->", "begins with ignore, off or on."),
        ("<!-- timelines: on -->", "nothing was switched off"),
    ],
)
def test_a_wrong_comment_is_told_and_switches_nothing_off(comment: str, words: str) -> None:
    timeline = read(f"{WRONG} {comment}")
    (notice,) = timeline.notices
    assert words in notice.message
    assert timeline.article.text[notice.start : notice.end] == comment
    assert [flag.rule for flag in timeline.flags] == ["T201"]


def test_known_rules_beside_an_unknown_one_are_switched_off() -> None:
    timeline = read(f"{WRONG} <!-- timelines: ignore T201 T999 -->")
    assert not timeline.flags
    assert len(timeline.notices) == 1


@pytest.mark.parametrize("text", ["<!-- other: ignore T201 -->", "<!-- timelines: ignore T201", "timelines: ignore"])
def test_other_comments_are_text(text: str) -> None:
    assert Suppressions(text).text == text


@pytest.mark.parametrize(
    "unit", ["<!--timelines:", "<!-- timelines: ignore", "<!--" + " " * 50, "<!-- timelines: off -->"]
)
def test_hostile_texts_are_read_in_linear_time(unit: str) -> None:
    text = unit * 20_000
    assert len(Suppressions(text).text) == len(text)
