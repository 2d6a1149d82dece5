"""The whole way: an article of our own with two temporal errors, and the same in other words."""

from __future__ import annotations

import pytest

from timelines import InputError, Timeline, parse_edtf, reconstruct

ARTICLE = """Rome will not send soldiers to Ukraine, Italian Prime Minister Giorgia Meloni said after the talks.
The gathering, which was held on September 4 at the Elysee Palace in Paris, ended without a common line.
President Donald Trump, who was reelected in January 2025, joined by video link.
French President Emmanuel Macron, the host, and German Chancellor Friedrich Merz spoke to reporters afterwards.
As the war in Ukraine enters its seventh year, the allies look for ways to guarantee a ceasefire.
"""


def flags(timeline: Timeline) -> dict[str, str]:
    return {flag.quote: flag.suggestion for flag in timeline.flags}


def test_publication_date_is_inferred_with_its_reasons() -> None:
    published = reconstruct(ARTICLE).article.published
    assert published.origin == "inferred"
    assert published.span is not None
    assert published.span.edtf == "2025-09-04/2025-12-31"
    reasons = " ".join(published.reasons)
    assert "Friedrich Merz" in reasons
    assert "4 September 2025" in reasons


def test_both_errors_are_flagged_and_nothing_else() -> None:
    assert flags(reconstruct(ARTICLE)) == {
        "reelected in January 2025": "reelected in November 2024",
        "seventh year": "fourth year",
    }


def test_the_explanations_name_the_facts() -> None:
    by_rule = {flag.rule: flag for flag in reconstruct(ARTICLE).flags}
    assert "5 November 2024" in by_rule["T301"].message
    assert "20 January 2025" in by_rule["T301"].message
    counting = by_rule["T201"].message
    for words in ("24 February 2022", "fourth year", "twelfth", "between 2018 and 2019", "2014"):
        assert words in counting
    assert {step.kind for step in by_rule["T201"].evidence} == {"canon", "published"}
    assert all(step.source for step in by_rule["T201"].evidence if step.kind == "canon")


def test_the_meeting_is_placed_on_the_canonical_event() -> None:
    timeline = reconstruct(ARTICLE)
    placed = [event for event in timeline.events if event.placement is not None]
    meeting = next(event for event in placed if event.when is not None and event.when.edtf == "2025-09-04")
    assert meeting.placement is not None
    assert "paris" in meeting.placement.canonical


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-09-05", "fourth year"),
        ("2024-09-05", "third year"),
        ("2026-06-01", "fifth year"),
        ("2028-03-01", None),
    ],
)
def test_the_count_depends_on_the_publication_date(published: str, expected: str | None) -> None:
    timeline = reconstruct(ARTICLE, published=parse_edtf(published))
    assert timeline.article.published.origin == "given"
    assert flags(timeline).get("seventh year") == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "The Iraq war has already entered its second year, and the costs mount.",
            "2006-05-02",
            {"second year": "fourth year"},
        ),
        (
            "With the Russian invasion of Ukraine in its 5th year, Kyiv asks for more.",
            "2023-06-01",
            {"5th year": "2nd year"},
        ),
        (
            "Barack Obama was re-elected in November 2011 after a long campaign.",
            "2015-01-01",
            {"re-elected in November 2011": "re-elected in November 2012"},
        ),
        (
            "Tony Blair won the general election of May 1998 by a landslide.",
            "2001-01-01",
            {"won the general election of May 1998": "won the general election of May 1997"},
        ),
    ],
)
def test_other_words_other_wars_other_people(text: str, published: str, expected: dict[str, str]) -> None:
    assert flags(reconstruct(text, published=parse_edtf(published))) == expected


def test_offsets_are_those_of_the_text() -> None:
    timeline = reconstruct("🙂 " + ARTICLE)
    text = timeline.article.text
    for flag in timeline.flags:
        assert text[flag.start : flag.end] == flag.quote
    for expression in timeline.expressions:
        assert text[expression.start : expression.end] == expression.text


def test_unknown_publication_date_stays_unknown() -> None:
    timeline = reconstruct("The bakery on the corner opened again on Tuesday.")
    assert timeline.article.published.origin == "unknown"
    assert timeline.article.published.span is None
    assert all(expression.span is None for expression in timeline.expressions)


def test_the_same_text_has_the_same_id() -> None:
    assert reconstruct(ARTICLE).article.id == reconstruct(ARTICLE).article.id


def test_empty_text_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        reconstruct("  \n")


def test_dates_and_names_are_found_in_other_languages() -> None:
    text = "Die Berliner Mauer fiel am 9. November 1989. Bundeskanzlerin Angela Merkel sprach am Freitag in der Stadt."
    timeline = reconstruct(text, published=parse_edtf("2019-11-10"))
    assert timeline.article.language == "de"
    assert [(date.text, date.edtf) for date in timeline.expressions] == [
        ("9. November 1989", "1989-11-09"),
        ("Freitag", "2019-11-08"),
    ]
    assert "person/angela-merkel" in {name.canonical for name in timeline.names}
    assert timeline.flags == ()
