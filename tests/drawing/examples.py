"""Timelines made by hand, so that drawing and pages are tested without the engine."""

from __future__ import annotations

from timelines.chronology.edtf import parse_edtf
from timelines.model import (
    Article,
    Event,
    Evidence,
    Expression,
    Flag,
    Modality,
    Name,
    Published,
    Severity,
    Timeline,
)

TEXT = (
    "Envoys of thirty nations met in Oslo on September 4. The host spoke of a long road to peace.\n"
    "President Donald Trump, who was reelected in January 2025, joined by video. He will travel to Ankara in October.\n"
    "As the war in Ukraine enters its seventh year, pledges made in March 2022 are running out."
)


def find(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand."""
    start = text.index(words)
    return start, start + len(words)


def event(number: int, words: str, when: str | None, *, text: str = TEXT, modality: str = "asserted") -> Event:
    """An event whose clause and label are the words."""
    start, end = find(words, text)
    return Event(
        id=f"e{number}",
        start=start,
        end=end,
        trigger=(start, start + 1),
        label=words,
        sentence=(start, end),
        when=parse_edtf(when) if when else None,
        modality=Modality(modality),
        confidence=0.8,
    )


def expression(words: str, edtf: str, *, text: str = TEXT) -> Expression:
    """A date."""
    start, end = find(words, text)
    return Expression(start, end, words, "DATE", edtf, parse_edtf(edtf) if edtf else None)


def counting_flag(*, text: str = TEXT) -> Flag:
    """The wrong ordinal."""
    start, end = find("seventh year", text)
    return Flag(
        rule="T201",
        name="ordinal-period",
        family="counting",
        severity=Severity.ERROR,
        confidence=0.97,
        start=start,
        end=end,
        quote="seventh year",
        message="The full-scale invasion began on 24 February 2022, so September 2025 falls in its fourth year.",
        suggestion="fourth year",
        claimed="it began between September 2018 and December 2019",
        expected="24 February 2022",
        evidence=(
            Evidence("canon", "event/invasion-of-ukraine", "Full-scale invasion of Ukraine", "2022-02-24/..",
                     "https://www.britannica.com/event/Russia-Ukraine-War"),
            Evidence("canon", "event/annexation-of-crimea", "Annexation of Crimea", "2014-03-18", "Kremlin record"),
            Evidence("published", "published", "The article is of September to December 2025",
                     "[2025-09-04..2025-12-31]"),
        ),
        claimed_span=parse_edtf("[2018-09-04..2019-12-31]"),
        expected_span=parse_edtf("2022-02-24"),
    )  # fmt: skip


def election_flag(*, text: str = TEXT) -> Flag:
    """The wrong election date."""
    start, end = find("reelected in January 2025", text)
    return Flag(
        rule="T301",
        name="event-date",
        family="canon",
        severity=Severity.ERROR,
        confidence=0.93,
        start=start,
        end=end,
        quote="reelected in January 2025",
        message="Donald Trump was elected on 5 November 2024; in January 2025 he took office.",
        suggestion="reelected in November 2024",
        claimed="January 2025",
        expected="5 November 2024",
        evidence=(
            Evidence("canon", "event/us-election-2024", "United States presidential election", "2024-11-05",
                     "https://www.fec.gov/"),
            Evidence("canon", "person/donald-trump", "Second term of Donald Trump", "2025-01-20/..", "White House"),
        ),
        claimed_span=parse_edtf("2025-01"),
        expected_span=parse_edtf("2024-11-05"),
    )  # fmt: skip


def flagged_timeline() -> Timeline:
    """An article with two errors and an inferred publication date."""
    trump = find("Donald Trump")
    events = (
        event(1, "Envoys of thirty nations met in Oslo on September 4", "2025-09-04"),
        event(2, "The host spoke of a long road to peace", "2025-09-04"),
        event(3, "reelected in January 2025", "2025-01"),
        event(4, "joined by video", "2025-09-04"),
        event(5, "He will travel to Ankara in October", "2025-10", modality="planned"),
        event(6, "pledges made in March 2022", "2022-03"),
        event(7, "are running out", None),
    )
    return Timeline(
        article=Article(
            id="a1",
            text=TEXT,
            title="Envoys meet in Oslo",
            published=Published(
                parse_edtf("[2025-09-04..2025-12-31]"),
                "inferred",
                ("The text reports a meeting of 4 September 2025.", "It calls Donald Trump president."),
            ),
        ),
        expressions=(
            expression("September 4", "2025-09-04"),
            expression("January 2025", "2025-01"),
            expression("October", "2025-10"),
            expression("March 2022", "2022-03"),
        ),
        names=(Name(*trump, "Donald Trump", "person/donald-trump", "Donald Trump"),),
        events=events,
        flags=(election_flag(), counting_flag()),
        canon_as_of="2025-11",
    )


def crowded_timeline(events: int) -> Timeline:
    """So many events on the same few days, and one long before our era."""
    text = " ".join(f"event{n:04d}" for n in range(events + 1))
    made = [
        event(n, f"event{n:04d}", f"2024-05-{1 + n % 9:02d}", text=text)
        if n % 3
        else event(n, f"event{n:04d}", "2024-05", text=text)
        for n in range(events)
    ]
    made.append(event(events, f"event{events:04d}", "-0043-03-15", text=text))
    return Timeline(article=Article(id="a2", text=text, title="Crowded"), events=tuple(made))
