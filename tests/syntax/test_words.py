from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.syntax.words import split


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't go.", "He did n't go ."),
        ("They’ve left Kyiv’s suburbs.", "They ’ve left Kyiv ’s suburbs ."),
        ("We cannot wait", "We can not wait"),
        ("Mr. Smith of Acme Inc. left the U.S. on Sept. 4.", "Mr. Smith of Acme Inc. left the U.S. on Sept. 4 ."),
        ("a five-year-old anti-war song", "a five - year - old anti-war song"),
        ("at 7:30pm or 8 a.m.", "at 7:30 pm or 8 a.m."),
        ("$1,500.50, up 3.5%", "$ 1,500.50 , up 3.5 %"),
        ("on 11/28/2000 at www.un.org/news", "on 11/28/2000 at www.un.org/news"),
        ("the 1990s, the G7 and AT&T", "the 1990s , the G7 and AT&T"),
        ("“No!!!” -- he said...", "“ No !!! ” -- he said ..."),
        ("O'Brien wrote to a.b@example.org", "O'Brien wrote to a.b@example.org"),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, expected: str) -> None:
    assert cut(text) == expected.split(" ")


@given(st.text(max_size=60))
def test_words_cover_all_but_blanks_in_order(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
    assert spans == sorted(spans)
