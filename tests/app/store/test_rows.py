from __future__ import annotations

from app.clock import now
from app.store.rows import article_row, part_rows
from app.store.tables import ClaimRow, EventRow, FlagRow, Part
from timelines.chronology.edtf import parse_edtf
from timelines.formats.json import timeline_to_json
from timelines.model import Article, Claim, Event, Flag, Placement, Published, Severity, Timeline

TEXT = "Caesar was killed on 15 March 44 BC. " * 20


def _timeline(when: str) -> Timeline:
    span = parse_edtf(when)
    placement = Placement("event/x", 0.9, "")
    words = TEXT[21:35]
    return Timeline(
        article=Article("a1", TEXT, published=Published(parse_edtf("2025-09"), "inferred", ("so it says",))),
        events=(Event("e1", 0, 35, (11, 17), "Caesar was killed", (0, 36), when=span, placement=placement),),
        claims=(Claim("c1", "event-date", 0, 35, TEXT[:35], "event/x", "on that day", (0, 36), span=span),),
        flags=(
            Flag("T301", "event-date", "canon", Severity.ERROR, 0.9, 21, 35, words, "", "", "", "", (), span, None),
            Flag("T102", "weekday-mismatch", "calendar", Severity.WARNING, 0.9, 21, 35, words, "", "", "", ""),
        ),
        canon_as_of="2026-01-01",
    )


def _parts(when: str) -> list[Part]:
    timeline = _timeline(when)
    return part_rows(timeline, timeline_to_json(timeline))


def test_counts_and_the_first_words_stand_beside_the_documents() -> None:
    row = article_row(_timeline("-0043-03-15"), document={"a": "ä"}, figure={}, digest="d", read_at=now())
    assert (row.errors, row.warnings, row.infos, row.events, row.claims) == (1, 1, 0, 1, 1)
    assert row.timeline == '{"a":"ä"}'
    assert row.excerpt.startswith("Caesar was killed on 15 March 44 BC. Caesar")
    assert len(row.excerpt) < len(TEXT)
    assert row.published_edtf == "2025-09"
    assert row.published_latest is not None
    assert row.published_earliest is not None
    assert row.published_latest - row.published_earliest == 29


def test_parts_have_their_days_as_numbers_also_before_our_era() -> None:
    event, claim, wrong, weekday = _parts("-0043-03-15")
    assert isinstance(event, EventRow)
    assert isinstance(claim, ClaimRow)
    assert isinstance(wrong, FlagRow)
    assert isinstance(weekday, FlagRow)
    assert event.earliest == event.latest == claim.earliest == wrong.earliest
    assert event.earliest is not None
    assert event.earliest < 0
    assert event.canonical == "event/x"
    assert (weekday.earliest, weekday.latest, wrong.expected_earliest) == (None, None, None)


def test_the_farthest_dates_fit_into_a_column() -> None:
    event = _parts("Y-99999999999999")[0]
    assert event.earliest is not None
    assert -(2**63) < event.earliest < -(10**16)
