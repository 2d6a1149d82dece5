"""*T is N units after E*: "a decade after the fall of the Berlin Wall, in 1995", "six months before the election"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.chronology import Span
from timelines.extraction.claims.counts import Count, find_counts
from timelines.extraction.claims.subject import Subject, named_subject
from timelines.extraction.passage import Passage
from timelines.model import Claim

_DIRECTION = re.compile(r"\s+(?P<direction>after|before|since|from)\s+(?=\S)", re.IGNORECASE)
# "Ten years after the referendum, the country is divided": a count that opens a sentence about the present.
_PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|still|continues?|says?|faces?)\b")
# "the Brexit referendum of June 2016": the date is the event's own.
_IS_ITS_DATE = re.compile(r" (?:of|in|on) (?:the )?")
# "since" counts up to now only where the sentence says so.
_UP_TO_NOW = re.compile(r"\b(?:it(?:'s|’s| is| has been)|mark(?:s|ing)|today|now|has|have)\b", re.IGNORECASE)


def elapsed_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``at`` is the time that the count leads to."""
    for count in find_counts(passage.text, 0, len(passage.text)):
        match = _DIRECTION.match(passage.text, count.end)
        if match is None:
            continue
        direction = match["direction"].lower()
        subject = named_subject(passage, match.end()) or _event_named_at(passage, match.end())
        if subject is not None:
            yield from _claim(passage, count, direction, subject, match.end())


def _event_named_at(passage: Passage, offset: int) -> Subject | None:
    for mention in passage.mentions_between(offset, min(offset + 120, len(passage.text))):
        if passage.text[offset : mention.start].strip().lower() in ("", "the", "his", "her"):
            facts = [passage.canon.fact(candidate) for candidate in mention.candidates]
            ids = tuple(fact.id for fact in facts if fact.prefix == "event" and fact.when is not None)
            return Subject(ids, mention.text) if ids else None
        break
    return None


def _claim(passage: Passage, count: Count, direction: str, subject: Subject, subject_start: int) -> Iterator[Claim]:
    sentence = passage.sentence_at(count.start)
    at, at_words = _time_of(passage, sentence, count, direction, subject_start)
    if at is None:
        return
    label = passage.canon.fact(subject.ids[0]).label
    relation = "before" if direction == "before" else "after"
    unit = count.unit if count.number == 1 else f"{count.unit}s"
    yield Claim(
        id=f"elapsed@{count.start}",
        kind="elapsed",
        start=count.start,
        end=count.end,
        text=passage.text[count.start : count.end],
        about=subject.ids[0],
        says=f"{at.edtf} is {count.number} {unit} {relation} {label}",
        sentence=sentence,
        named=subject.name,
        readings=subject.ids,
        at=at,
        at_words=at_words,
        number=count.number,
        unit=count.unit,
        other=relation,
        detail="loose" if count.loose else "round" if count.round else "",
        modality=passage.standing(count.start, count.end),
    )


def _time_of(
    passage: Passage, sentence: tuple[int, int], count: Count, direction: str, subject_start: int
) -> tuple[Span | None, tuple[int, int] | None]:
    dates = [date for date in passage.dates_between(*sentence) if date.end <= count.start or date.start >= count.end]
    named = passage.mentions_between(subject_start, sentence[1])
    if named:
        dates = [date for date in dates if not _IS_ITS_DATE.fullmatch(passage.text[named[0].end : date.start])]
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    if not dates and direction in ("since", "after") and _UP_TO_NOW.search(passage.text, sentence[0], count.start):
        return passage.published, None
    opens = not passage.text[sentence[0] : count.start].strip()
    if not dates and opens and direction == "after" and _PRESENT.search(passage.text, subject_start, sentence[1]):
        return passage.published, None
    return None, None
