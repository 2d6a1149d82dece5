from __future__ import annotations

import pytest

from timelines.story.furniture import Casing, is_comment, is_stamp, prose

CASING = Casing(["the drug police of the city said the drug was found in a drug store", "a free city"])


def cut(sentence: str, index: int = 5) -> str | None:
    piece = prose(sentence, index, CASING)
    return None if piece is None else sentence[piece[0] : piece[1]]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "LERMA, Orsk (Reuters) - The dam broke on Tuesday and flooded it.",
            "The dam broke on Tuesday and flooded it.",
        ),
        ("(CNN) -- The dam broke on Tuesday and flooded it.", "The dam broke on Tuesday and flooded it."),
        ("4 March: The dam breaks and floods the valley.", "The dam breaks and floods the valley."),
        ("March 4, 2031 - The dam breaks and floods the valley.", "The dam breaks and floods the valley."),
        ("Below are the days: April 2, 2031 - The dam breaks and floods it.", "The dam breaks and floods it."),
        (
            "ORSK | Tue Mar 4, 2031 2:25 pm EDT The dam broke and flooded the valley.",
            "The dam broke and flooded the valley.",
        ),
        ("By Anna Bell BBC News, Orsk The dam broke and flooded the valley.", "The dam broke and flooded the valley."),
        ("Tuesday ET) The dam broke and flooded the valley.", "The dam broke and flooded the valley."),
        ("On 4 March the dam broke and flooded the valley.", "On 4 March the dam broke and flooded the valley."),
    ],
)
def test_what_stands_before_the_prose_is_cut(sentence: str, kept: str) -> None:
    assert cut(sentence) == kept


def test_a_headline_that_runs_on_is_cut_at_a_common_word_with_a_capital() -> None:
    glued = "Police raid home of doctor Drug police are searching the house of the doctor."
    assert cut(glued, index=0) == "Drug police are searching the house of the doctor."
    assert cut(glued, index=9) == glued


def test_a_photo_credit_is_cut() -> None:
    assert (
        cut("The dam. Ana Bell/PA The dam broke and flooded the valley.", 0) == "The dam broke and flooded the valley."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Why did the dam in the valley break?",
        "Click here for more pictures of the flood.",
        "The flooded valley seen from the air",
        "Rain fell.",
        "“I lost my house and all my animals,” a farmer said.",
        "We all knew that the dam would break.",
        "and so the dam in the valley broke.",
        "Reporting by Ana Bell in Orsk and Ivo Dan in Lerma.",
        "Follow the flood at www.example.org for the whole story.",
    ],
)
def test_what_cannot_stand_alone_is_left_out(sentence: str) -> None:
    assert cut(sentence) is None


def test_stamps_and_comments() -> None:
    text = "Last updated at 10:39 GMT, 28 September 2031. The trial began on 27 September 2031 in Orsk."
    first, second = text.index("28 "), text.index("27 ")
    assert is_stamp(text, first, first + 17)
    assert not is_stamp(text, second, second + 17)
    assert is_comment("At 18:03 2nd Mar 2031, Ana wrote: it will break.")
    assert not is_comment("She wrote to the river authority.")
