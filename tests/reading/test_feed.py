from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.files import ATOM, BOMB, ELSEWHERE, RSS, WORDS
from timelines.errors import InputError
from timelines.reading.document import Document, Skipped
from timelines.reading.feed import read_feed


def test_rss() -> None:
    first, second, third = read_feed(RSS)
    assert isinstance(first, Document)
    assert (first.text, first.title, first.url) == (WORDS, "Talks & more", "https://example.org/1")
    assert first.published.span is not None
    assert (first.published.span.edtf, first.published.reasons) == ("2025-09-05", ("read from the feed (published)",))
    assert isinstance(second, Skipped)
    assert second.line == 2
    assert isinstance(third, Document)
    assert (third.text, third.url) == ("", "https://example.org/2")


def test_atom() -> None:
    (found,) = read_feed(ATOM)
    assert isinstance(found, Document)
    assert found.text == WORDS
    assert found.published.reasons == ("read from the feed (updated)",)


@pytest.mark.parametrize("prolog", [BOMB, ELSEWHERE])
def test_entities_are_refused(prolog: str) -> None:
    with pytest.raises(InputError, match="entities"):
        list(read_feed(prolog.encode() + ATOM))


def test_a_name_of_a_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(RSS)
    with pytest.raises(InputError, match="neither an RSS nor an Atom feed"):
        list(read_feed(str(tmp_path / "feed.xml").encode()))
