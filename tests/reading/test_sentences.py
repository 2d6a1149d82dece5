from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.reading.sentences import sentences


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n \n", []),
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Café 😀 closed. Then rain came.", ["Café 😀 closed.", "Then rain came."]),
        ("U.S.\nPresident Jane Roe spoke. He sat.", ["U.S.\nPresident Jane Roe spoke.", "He sat."]),
        ("Gov.\nRoe and Sen. Doe met on Sept. 4.", ["Gov.\nRoe and Sen. Doe met on Sept. 4."]),
        ("It began at 5 p.m. Eastern time. It rained.", ["It began at 5 p.m. Eastern time.", "It rained."]),
        ("It began at 5 p.m. They left.", ["It began at 5 p.m.", "They left."]),
        ("“We won,” she said. “They lost.”", ["“We won,” she said.", "“They lost.”"]),
        ("He lives in the U.S. He works.", ["He lives in the U.S.", "He works."]),
    ],
)
def test_sentences_of_running_text(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_headline_and_a_dateline_end_at_their_line() -> None:
    text = (
        "Storm closes the harbour of Porto Novo\nTuesday, July 11, 2023 \n"
        "On Wednesday a storm closed the harbour, and the ferries to the islands off the coast stayed in port "
        "until the evening.\nNobody was hurt."
    )
    assert len(texts(text)) == 4


def test_lines_of_a_wrapped_text_are_joined() -> None:
    text = (
        "The council met on Monday in the old town hall and\n"
        "The Guild of Masons sent three of its members, who\n"
        "asked for a longer lease. The council agreed to it\n"
        "after an hour.\n\nNothing else was decided."
    )
    assert texts(text)[0].startswith("The council met")
    assert texts(text)[0].endswith("longer lease.")
    assert len(texts(text)) == 3


def test_a_long_quotation_is_cut_into_its_sentences() -> None:
    quotation = " ".join(f"We have seen the plans of the harbour number {n} and liked them." for n in range(8))
    assert len(texts(f'She said: "{quotation}" Then she left.')) == 9


@given(st.text(alphabet="aB.!?\"'“”\n\r \t,1U😀S", max_size=200))
def test_spans_are_ordered_disjoint_and_trimmed(text: str) -> None:
    spans = sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = sum(end - start for start, end in spans)
    assert covered >= sum(not char.isspace() for char in text)
