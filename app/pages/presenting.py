"""What the pages say: stored articles, flags and answers in words for an editor. Templates only lay it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.store.tables import ArticleRow
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.wording import in_words
from timelines.drawing.marks import flag_key
from timelines.drawing.words import range_words, short_words
from timelines.model import Evidence, Flag, Published, Timeline
from timelines.reading.sentences import sentences

_SEVERITY_WORDS = {"error": "error", "warning": "warning", "info": "remark"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date in words; ``inferred`` ones are shown with ~ and their reasons."""

    words: str
    edtf: str
    inferred: bool
    how: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasons for a flag. ``link`` leads to its source, ``source`` names it."""

    label: str
    when: str
    edtf: str
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class Card:
    """One flag as a card: ``headline`` is the first sentence of its message, ``message`` the rest."""

    number: int
    key: str
    severity: str
    rule: str
    name: str
    headline: str
    message: str
    written: str
    correction: str
    steps: tuple[Step, ...]
    sureness: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of the desk's list."""

    id: str
    title: str
    excerpt: str
    published: Dated
    errors: int
    warnings: int
    infos: int
    dates: int
    events: int


def cards(timeline: Timeline) -> list[Card]:
    """The flags of a timeline in reading order."""
    return [card_of(flag, number) for number, flag in enumerate(timeline.flags, 1)]


def published_words(published: Published) -> Dated:
    """The publication date of an article for its heading."""
    return _dated(published.span.edtf if published.span else None, published.origin, published.reasons)


def listed(row: ArticleRow) -> Listed:
    """A stored article for the list; an article without a title goes by its first words."""
    return Listed(
        id=row.id,
        title=title_of(row),
        excerpt=row.excerpt if row.title else "",
        published=_dated(row.published_edtf, row.published_origin, ()),
        errors=row.errors,
        warnings=row.warnings,
        infos=row.infos,
        dates=row.expressions,
        events=row.events,
    )


def title_of(row: ArticleRow) -> str:
    """The title, or the beginning of the text."""
    if row.title:
        return row.title
    words = row.excerpt.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 flag", "2 flags"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def flag_counts(timeline: Timeline) -> str:
    """ "2 errors, 1 warning", or "no flags"; with "1 suppressed" where comments in the text switched some off."""
    counts = Counter(_SEVERITY_WORDS[flag.severity.value] for flag in timeline.flags)
    found = [counted(n, word) for word in _SEVERITY_WORDS.values() if (n := counts[word])] or ["no flags"]
    if timeline.suppressed:
        found.append(f"{len(timeline.suppressed)} suppressed")
    return ", ".join(found)


def card_of(flag: Flag, number: int) -> Card:
    """One flag as a card."""
    _, end = next(iter(sentences(flag.message)), (0, len(flag.message)))
    return Card(
        number=number,
        key=flag_key(number),
        severity=flag.severity.value,
        rule=flag.rule,
        name=flag.name.replace("-", " "),
        headline=flag.message[:end],
        message=flag.message[end:].strip(),
        written=flag.quote,
        correction=flag.suggestion,
        steps=tuple(_step(step) for step in flag.evidence),
        sureness=_sureness(flag.confidence),
    )


def _sureness(confidence: float) -> str:
    """Confidence in words; the bounds are those at which a copy editor would check less or more."""
    for least, words in ((0.9, "sure"), (0.75, "fairly sure"), (0.5, "likely")):
        if confidence >= least:
            return f"{words} ({confidence:.0%})"
    return f"possible ({confidence:.0%})"


def _step(step: Evidence) -> Step:
    when, edtf = when_words(step.when)
    is_link = step.source.startswith(("https://", "http://"))
    source = {"calendar": "the calendar", "text": "the article", "article": "another article"}.get(
        step.kind, step.source
    )
    return Step(
        label=step.label,
        when="" if when and when in step.label else when,
        edtf=edtf,
        source=host_of(step.source) if is_link else source,
        link=step.source if is_link else f"/articles/{step.id}" if step.kind == "article" else "",
    )


def when_words(when: str) -> tuple[str, str]:
    """EDTF in words and as it is; anything else is taken for words already."""
    if not when:
        return "", ""
    try:
        return short_words(parse_edtf(when)), when
    except EdtfError:
        return when, ""


def host_of(address: str) -> str:
    """The host of a web address, for a short link."""
    return address.split("/")[2].removeprefix("www.")


def _dated(edtf: str | None, origin: str, reasons: tuple[str, ...]) -> Dated:
    if edtf is None:
        return Dated("at an unknown date", "", False, "no date was given and none could be inferred", reasons)
    inferred = origin == "inferred"
    how = {"given": "as given", "metadata": "from the file's own data", "inferred": "inferred from the text"}
    words = range_words(parse_edtf(edtf))
    return Dated(words, edtf, inferred, how.get(origin, ""), reasons)


def summary_words(timeline: Timeline) -> str:
    """The chart in a sentence or two, for those who do not see it."""
    dated = [event for event in timeline.events if event.when is not None]
    bounds = [span for event in dated if (span := event.when) is not None]
    parts = [f"{counted(len(dated), 'event')} with a date"]
    firsts = [span for span in bounds if span.earliest is not None]
    lasts = [span for span in bounds if span.latest is not None]
    if firsts and lasts:
        first = min(firsts, key=lambda span: span.earliest or 0)
        last = max(lasts, key=lambda span: span.latest or 0)
        if first != last:
            parts.append(f"the first {in_words(first)}, the last {in_words(last)}")
        else:
            parts.append(in_words(first))
    text = "; ".join(parts) + "."
    for number, flag in enumerate(timeline.flags, 1):
        text += f" Flag {number}: “{flag.quote}”, claimed {flag.claimed}, expected {flag.expected}."
    return text
