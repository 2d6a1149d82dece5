from __future__ import annotations

import subprocess
import sys

import pytest

from timelines import parse_edtf, reconstruct
from timelines.extraction import worth_parsing
from timelines.options import Options
from timelines.syntax.parse import Parse

PUBLISHED = parse_edtf("2024-06-14")
UNCLEAR = "The centre issued a warning on Monday about a storm which has formed in the bay."
CLEAR = "A ferry sank off Malta on Tuesday. Divers found the wreck."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the parser is asked for; it answers that there is no model."""
    calls: list[list[str]] = []

    def without_model(text: str, sentences: list[tuple[int, int]]) -> list[Parse] | None:
        calls.append([text[start:end] for start, end in sentences])
        return None

    monkeypatch.setattr(worth_parsing, "parse", without_model)
    return calls


def test_one_batch_of_the_sentences_that_need_it(asked: list[list[str]]) -> None:
    reconstruct(f"{UNCLEAR} {CLEAR} {UNCLEAR}", published=PUBLISHED)
    assert asked == [[UNCLEAR, UNCLEAR]]


@pytest.mark.parametrize(
    "text",
    [
        CLEAR,
        "The centre issued a warning about a storm which has formed in the bay.",
        "The firm began to open a mine on Monday.",
    ],
)
def test_clear_sentences_and_those_without_a_date_are_not_parsed(text: str, asked: list[list[str]]) -> None:
    reconstruct(text, published=PUBLISHED)
    assert asked == []


def test_it_can_be_switched_off(asked: list[list[str]]) -> None:
    reconstruct(UNCLEAR, published=PUBLISHED, options=Options(syntax=False))
    assert asked == []


def test_without_a_model_events_come_from_coarse_clauses(asked: list[list[str]]) -> None:
    without = reconstruct(UNCLEAR, published=PUBLISHED)
    assert asked == [[UNCLEAR]]
    assert without.events == reconstruct(UNCLEAR, published=PUBLISHED, options=Options(syntax=False)).events


def test_a_text_that_is_all_dates_is_parsed_in_part(asked: list[list[str]]) -> None:
    text = " ".join([UNCLEAR] * 500)
    reconstruct(text, published=PUBLISHED)
    assert sum(map(len, asked[0])) <= 0.1 * len(text)


def test_the_same_events_each_time() -> None:
    text = f"{CLEAR} {UNCLEAR}"
    assert reconstruct(text, published=PUBLISHED) == reconstruct(text, published=PUBLISHED)


def test_spacy_is_loaded_only_for_a_sentence_that_needs_it() -> None:
    code = (
        "import sys; from timelines import parse_edtf, reconstruct; day = parse_edtf('2024-06-14');"
        f"reconstruct({CLEAR!r}, published=day); assert 'spacy' not in sys.modules;"
        f"reconstruct({UNCLEAR!r}, published=day); assert 'spacy' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr == ""
