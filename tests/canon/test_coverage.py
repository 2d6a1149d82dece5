"""Which names of a text nobody knows."""

from __future__ import annotations

import pytest

from timelines.canon.coverage import unknown_names
from timelines.reading.sentences import sentences

_WORDS = frozenset({"Ruritanian", "Deputy"})


def names_in(text: str, *known: str) -> list[str]:
    places = [(text.index(name), text.index(name) + len(name)) for name in known]
    found = unknown_names(text, places, (), tuple(sentences(text)), _WORDS)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was won by Ana Duarte of Thorp.", ["Ana Duarte of Thorp"]),
        ("Yesterday Ana Duarte spoke. Ms. Duarte was pleased.", ["Ana Duarte"]),
        ("Thorp burned.", []),
        ("Thorp burned. People fled from Thorp at night.", ["Thorp"]),
        ("Rain fell on Thorp's roofs.", ["Thorp"]),
        ("A meeting with Ruritanian Deputy Ana Duarte was held.", ["Ana Duarte"]),
        ("He moved to Thorp. Mill Street was closed.", ["Thorp", "Mill Street"]),
        ("He left New Thorp for North Ham.", ["New Thorp", "North Ham"]),
        ("Some Ruritanians spoke.", []),
        ("It was a Monday in March, said the President.", []),
        ("It was signed by John F. Ketley.", ["John F. Ketley"]),
        ("THORP FALLS TO REBELS\n\nRebels took it.", []),
        ("Rebels Take Thorp After Long Siege\n\nThey took it.", []),
    ],
)
def test_capitalised_names(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


def test_known_names_are_left_out() -> None:
    assert names_in("Talks between Angela Merkel and Ana Duarte were held.", "Angela Merkel") == ["Ana Duarte"]
