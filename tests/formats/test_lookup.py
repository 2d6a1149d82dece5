from __future__ import annotations

from timelines.canon.answer import Answer
from timelines.canon.neighbours import Neighbour
from timelines.canon.schema import Reading
from timelines.chronology import parse_edtf
from timelines.formats.lookup import answers_to_json


def test_everything_that_an_answer_says() -> None:
    answer = Answer(
        id="event/siege-of-thorp",
        label="Siege of Thorp",
        when=parse_edtf("1643-05"),
        alternatives=(Reading(parse_edtf("1644"), "old style"),),
        sources=("County archive",),
        score=0.987,
        reason="its name fits",
        neighbours=(Neighbour("event/fire-of-ham", "Fire of Ham", parse_edtf("1640")),),
    )
    assert answers_to_json("thorp", [answer]) == {
        "query": "thorp",
        "answers": [
            {
                "id": "event/siege-of-thorp",
                "label": "Siege of Thorp",
                "when": {"edtf": "1643-05", "earliest": "1643-05-01", "latest": "1643-05-31"},
                "precision": "month",
                "alternatives": [
                    {
                        "label": "old style",
                        "when": {"edtf": "1644", "earliest": "1644-01-01", "latest": "1644-12-31"},
                    }
                ],
                "sources": ["County archive"],
                "neighbours": [
                    {
                        "id": "event/fire-of-ham",
                        "label": "Fire of Ham",
                        "when": {"edtf": "1640", "earliest": "1640-01-01", "latest": "1640-12-31"},
                    }
                ],
                "score": 0.99,
                "reason": "its name fits",
            }
        ],
    }


def test_nothing_found() -> None:
    assert answers_to_json("xyzzy", ()) == {"query": "xyzzy", "answers": []}
