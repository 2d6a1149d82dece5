"""Which way the words around an incomplete date point."""

from __future__ import annotations

import pytest

from timelines.tagging.tense import direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank said @ that it lost money.", "past"),
        ("The bank will decide @ whether to close.", "future"),
        ("The dividend is payable @ to holders.", "future"),
        ("They were beaten in @ by rivals.", "certain"),
        ("It had been due to expire @ in the evening.", "past"),
        ("The offer is scheduled to close @ at noon.", "future"),
        ("The United team, @, blue.", "none"),
        ("They will fight on. The army took the hill @ at dawn.", "past"),
        ("On @ the army took the hill.", "past"),
        ("", "none"),
    ],
)
def test_direction(text: str, expected: str) -> None:
    at = max(text.find("@"), 0)
    assert direction(text, at, at + 1) == expected
