"""Namesakes told apart by who and what is named beside them, by title and by time."""

from __future__ import annotations

import pytest

from timelines.canon.canon import Canon
from timelines.chronology import parse_edtf


def read(canon: Canon, text: str, at: str | None = None) -> dict[str, str]:
    return {m.text: m.candidates[0] for m in canon.mentions(text, parse_edtf(at) if at else None)}


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Bush and Cheney agreed on the war in Iraq.", "Bush", "person/george-w-bush"),
        ("Bush sent troops when the Gulf War began.", "Bush", "person/george-h-w-bush"),
        ("Roosevelt met Churchill and Stalin at Yalta.", "Roosevelt", "person/franklin-d-roosevelt"),
        ("Kennedy and Khrushchev faced the Cuban missile crisis.", "Kennedy", "person/john-f-kennedy"),
        ("Troops crossed into the Congo from Kinshasa.", "Congo", "state/democratic-republic-of-the-congo"),
        ("The Congo, whose capital is Brazzaville, voted.", "Congo", "state/congo"),
        ("Clashes broke out in Georgia near Tbilisi.", "Georgia", "state/georgia"),
        ("George Washington crossed the river. Washington was cold.", "Washington", "person/george-washington"),
    ],
)
def test_what_is_near_decides(canon: Canon, text: str, name: str, meant: str) -> None:
    assert read(canon, text)[name] == meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bush spoke.", "Bush"),
        ("Bush won the race in Florida.", "Bush"),
        ("Voters in Georgia went to the polls in Atlanta.", "Georgia"),
        ("Washington denied the report.", "Washington"),
        ("Miller spoke with Trump about Iran.", "Miller"),
        ("Billy Bush met Cheney. Bush and Cheney agreed on the war in Iraq.", "Bush"),
    ],
)
def test_nothing_near_leaves_it_open(canon: Canon, text: str, name: str) -> None:
    assert name not in read(canon, text)


def test_title_and_time_decide(canon: Canon) -> None:
    assert read(canon, "President Bush spoke.", "1990-08")["President Bush"] == "person/george-h-w-bush"
    assert read(canon, "President Bush spoke.", "2005-08")["President Bush"] == "person/george-w-bush"
    clinton = read(canon, "Secretary of State Clinton met Sergei Lavrov.", "2010-05")
    assert clinton["Secretary of State Clinton"] == "person/hillary-clinton"
