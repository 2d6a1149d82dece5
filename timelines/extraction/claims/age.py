"""*P is aged A at T*: "Joe Biden, born in November 1942, was 76 when he took office in January 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.chronology import Span, parse_number
from timelines.extraction.claims.anchors import near
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression

_NUMBER = r"(?P<number>\d{1,3}|[a-z]+-[a-z]+)"
_AGE = re.compile(
    rf"\b(?:at the age of|aged|at age|age) {_NUMBER}\b"
    rf"|\b(?:was|is|turned|turns|turning|were) (?:only |just )?(?P<plain>\d{{1,3}})(?= when | on | in |"
    rf" years old|[,;]|\.(?!\d))"
    rf"|(?<=, )(?P<apposed>\d{{1,3}})(?=,)"
    rf"|\b(?P<hyphened>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)-year-old\b",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"\bage|-year-old\b|\b(?:was|is|turn\w*|were) (?:only |just )?\d|, \d{1,3},", re.IGNORECASE)
_BORN = re.compile(r"\bborn (?:on |in )?$", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|at least|believed to be|reportedly)\s*$", re.IGNORECASE
)
# "Joe Biden was 78", "Biden, who was 78", "Biden, born in November 1942, was 78"
_BARE_OR_BORN = re.compile(r"^(?:,? (?:who|he|she))?,? ?(?:born [^,]{3,40}(?:, \d{4})?, ?)?$")
# "the 72-year-old former Iraqi president Jalal Talabani"
_WORDS_BEFORE_NAME = 4
_NOW = re.compile(r"^(?:is|turns|turning)\b", re.IGNORECASE)
# "Led to his death aged 50": not the age of whoever stands before.
_SOMEBODYS_DEATH = re.compile(r"\b(?:his|her|their) (?:\w+ )?death $", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|has|have|are)\b")
# The oldest age that any person is known to have reached is 122.
_OLDEST = 125


def age_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is a birth that the article itself gives, ``at`` when the age holds."""
    for match in near(_AGE, _ANCHOR, passage.text, before=24, after=24):
        group = next(name for name in ("number", "plain", "apposed", "hyphened") if match[name])
        number = parse_number(match[group])
        if (
            number is None
            or not 0 < number <= _OLDEST
            or _HEDGED.search(passage.text, max(0, match.start() - 24), match.start())
        ):
            continue
        start, end = match.span(group)
        if _SOMEBODYS_DEATH.search(passage.text, max(0, match.start() - 20), match.start()):
            continue
        sentence = passage.sentence_at(start)
        person = _person(passage, sentence, match)
        born = _birth_in(passage, sentence)
        if person is None and born is None:
            continue
        at, at_words = _time_of(passage, sentence, born, match)
        if at is None or (person is not None and _is_dead(passage, person, at)):
            continue
        about = person.candidates[0] if person else passage.text[sentence[0] : start].split(",")[0].strip()
        label = passage.canon.fact(about).label if person else about
        yield Claim(
            id=f"age@{start}",
            kind="age",
            start=start,
            end=end,
            text=passage.text[start:end],
            about=about,
            says=f"{label} was {number} at {at.edtf}",
            sentence=sentence,
            readings=(about,) if person else (),
            span=born.span if born else None,
            at=at,
            at_words=at_words,
            number=number,
            unit="year",
            other=f"{born.start}:{born.end}" if born else None,
            modality=passage.standing(start, end),
        )


def _person(passage: Passage, sentence: tuple[int, int], match: re.Match[str]) -> Mention | None:
    """The person whose age it is: right before the age, or, for "the 76-year-old X", right after it."""
    persons = [
        mention for mention in passage.mentions_between(*sentence) if mention.candidates[0].startswith("person/")
    ]
    if match["hyphened"]:
        after = [mention for mention in persons if 0 <= mention.start - match.end() <= 40]
        return after[0] if after and not _crosses_name(passage.text[match.end() : after[0].start]) else None
    before = [mention for mention in persons if mention.end <= match.start()]
    if not before:
        return None
    between = passage.text[before[-1].end : match.start()]
    if match["apposed"]:
        return before[-1] if between == ", " else None
    if match["plain"] and not _BARE_OR_BORN.match(between):
        return None
    return before[-1] if not re.search(r"[A-Z][a-z]+ [A-Z][a-z]+|\bwho\b.*\bwho\b", _without_dates(between)) else None


def _crosses_name(between: str) -> bool:
    words = between.split()
    return len(words) > _WORDS_BEFORE_NAME or bool(
        re.search(r"[.;,]|\b(?:and|met|of|told|said|says|tells|that|who|was|were|is|has|had)\b", between)
    )


def _is_dead(passage: Passage, person: Mention, at: Span) -> bool:
    """A living namesake is meant where the known one died before."""
    died = passage.canon.fact(person.candidates[0]).died
    last = died.latest_day if died is not None else None
    return last is not None and at.earliest_day is not None and last < at.earliest_day


def _without_dates(text: str) -> str:
    return re.sub(r"\b[A-Z][a-z]+ \d{1,4}\b|\b\d{1,2} [A-Z][a-z]+\b", " ", text)


def _birth_in(passage: Passage, sentence: tuple[int, int]) -> Expression | None:
    for date in passage.dates_between(*sentence):
        if _BORN.search(passage.text, sentence[0], date.start):
            return date
    return None


def _time_of(
    passage: Passage, sentence: tuple[int, int], born: Expression | None, match: re.Match[str]
) -> tuple[Span | None, tuple[int, int] | None]:
    """When the age holds: now for "Mubarak, 82," and "the 76-year-old", else at the one date beside the birth."""
    if (match["apposed"] or match["hyphened"]) and born is None:
        return passage.published, None
    start = match.start()
    dates = [
        date for date in passage.dates_between(*sentence) if date is not born and not date.start <= start < date.end
    ]
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    present = born is not None and _PRESENT.search(passage.text, *sentence)
    if dates or not (present or _NOW.search(passage.text, start, match.end())):
        return None, None
    return passage.published, None
