from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from app.pages.marked import Piece, marked_text
from tests.drawing.examples import TEXT, counting_flag, flagged_timeline
from timelines.model import Article, Event, Expression, Timeline


def words(paragraphs: list[list[Piece]]) -> str:
    return "".join(run.text for pieces in paragraphs for piece in pieces for part in piece.parts for run in part.parts)


def test_every_word_stands_once() -> None:
    assert words(marked_text(flagged_timeline())) == TEXT.replace("\n", "")


def test_a_flag_is_one_piece_with_its_date_inside() -> None:
    (piece,) = [p for pieces in marked_text(flagged_timeline()) for p in pieces if p.flag == 1]
    assert piece.first
    assert [(part.kind, part.key) for part in piece.parts] == [("", ""), ("date", "date-2")]
    assert piece.parts[1].title == "January 2025 (2025-01)"


def test_events_are_carried_by_every_run_of_their_clause() -> None:
    runs = [
        run.text
        for pieces in marked_text(flagged_timeline())
        for piece in pieces
        for part in piece.parts
        for run in part.parts
        if "event-e1" in run.events
    ]
    assert "".join(runs) == "Envoys of thirty nations met in Oslo on September 4"


def test_flags_that_overlap_keep_their_numbers() -> None:
    timeline = flagged_timeline()
    first = counting_flag()
    second = dataclasses.replace(first, start=first.start + 8, end=first.end + 9)
    pieces = [
        piece
        for paragraph in marked_text(dataclasses.replace(timeline, flags=(first, second)))
        for piece in paragraph
        if piece.flag
    ]
    assert [(piece.flag, piece.first) for piece in pieces] == [(1, True), (2, True)]


def paragraphs(text: str) -> list[str]:
    found = marked_text(Timeline(article=Article(id="x", text=text)))
    return [words([pieces]) for pieces in found]


def test_blank_lines_part_paragraphs_and_wrapped_lines_do_not() -> None:
    assert paragraphs("One line\nand its end.\n\nTwo.\n") == ["One line\nand its end.", "Two.\n"]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert paragraphs("He came.\nHe saw.\nHe won.") == ["He came.", "He saw.", "He won."]


def test_a_line_end_within_a_sentence_parts_nothing() -> None:
    assert paragraphs("They met.\nU.S.\nPresident Joe Biden spoke.") == [
        "They met.",
        "U.S.\nPresident Joe Biden spoke.",
    ]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6)


@given(st.text(alphabet="ab .\n", min_size=1, max_size=80), SPANS, SPANS, SPANS)
def test_any_marks_keep_the_text(
    text: str, flags: list[tuple[int, int]], dates: list[tuple[int, int]], events: list[tuple[int, int]]
) -> None:
    def clip(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(s, min(s + n, len(text))) for s, n in spans if s < len(text)]

    timeline = Timeline(
        article=Article(id="x", text=text),
        flags=tuple(dataclasses.replace(counting_flag(), start=a, end=b) for a, b in sorted(clip(flags))),
        expressions=tuple(Expression(a, b, text[a:b], "DATE", "2025", None) for a, b in sorted(clip(dates))),
        events=tuple(Event(f"e{n}", a, b, (a, b), "", (a, b)) for n, (a, b) in enumerate(clip(events), 1)),
    )
    assert "".join(words(marked_text(timeline)).split()) == "".join(text.split())
