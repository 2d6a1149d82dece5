from __future__ import annotations

import pytest

from timelines import check, parse_edtf
from timelines.reading.comments import comments_start


@pytest.mark.parametrize(
    "stamp",
    ["At 20:04 30th Apr 2009, anna wrote:", "March 25, 2011 at 3:04 pm | Reply", "25 March 2011 at 3:04 p.m. | Like"],
)
def test_a_stamp_opens_the_comments(stamp: str) -> None:
    text = f"The council met. {stamp} It never met."
    assert text[comments_start(text) :].startswith(stamp)


@pytest.mark.parametrize("text", ["", "Marx wrote: the century is young.", "On 25 March 2011 at 3:04 pm it rained."])
def test_an_article_alone_has_none(text: str) -> None:
    assert comments_start(text) == len(text)


def test_comments_are_not_checked() -> None:
    wrong = "The meeting was on Monday, 24 March 2011."
    published = parse_edtf("2011-03-28")
    assert [flag.rule for flag in check(wrong, published=published)] == ["T102"]
    assert check(f"The council met. March 25, 2011 at 3:04 pm | Reply {wrong}", published=published) == ()
