"""Corrections that fit into the sentence: the right number or date in the style of the wrong one."""

from __future__ import annotations

import re

from timelines.chronology import Precision, Span, civil, in_words, number_words, ordinal_digits, ordinal_words, weekday

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z]")
_YEAR = re.compile(r"\b\d{3,4}\b")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")


def ordinal_like(words: str, number: int) -> str:
    """The ordinal in the style of ``words``: "7th" gives "4th", "Seventh" gives "Fourth"."""
    written = ordinal_digits(number) if words[:1].isdigit() else ordinal_words(number)
    if number >= 1000 and words[:1].isdigit() and ("," in words or len(words) < 6):
        written = f"{number:,}{written[-2:]}"
    return written.capitalize() if words[:1].isupper() else written


def number_like(words: str, number: int) -> str:
    """The number in the style of ``words``: "76" gives "78", "six" gives "three"."""
    written = str(number) if words[:1].isdigit() else number_words(number)
    return written.capitalize() if words[:1].isupper() else written


_CENTURY_SHARES = {25: "a quarter of a century", 50: "half a century", 75: "three quarters of a century"}


def count_like(words: str, number: int, unit: str) -> str:
    """The count of units in the style of ``words``: "two decades" gives "three decades" for 30 years."""
    lower = words.lower()
    written = ""
    if "decade" in lower and number % 10 == 0 and unit == "year":
        written = "a decade" if number == 10 else f"{number_like(words, number // 10)} decades"
    elif "centur" in lower and unit == "year":
        written = _CENTURY_SHARES.get(number) or ("a century" if number == 100 else "")
        if not written and number % 100 == 0:
            written = f"{number_words(number // 100)} centuries"
    if not written:
        written = f"{number_like(words, number)} {unit if number == 1 else f'{unit}s'}"
    return f"{written[:1].upper()}{written[1:]}" if words[:1].isupper() else written


def weekday_like(words: str, day: int) -> str:
    """The words with the weekday that the day really has (``day`` as a day number)."""
    return _WEEKDAY.sub(WEEKDAYS[weekday(day)], words, count=1)


def date_like(words: str, span: Span) -> str | None:
    """The beginning of ``span`` as precisely and in the order that ``words`` give their date.

    None where the words hold no month and no year, or are more precise than what is known.
    """
    if span.earliest_day is None:
        return None
    year, month, day = civil(span.earliest_day)
    has_month, has_year = bool(_MONTH.search(words)), bool(_YEAR.search(words))
    has_day = has_month and bool(_DAY.search(_YEAR.sub(" ", words)))
    if not has_year and not has_month:
        return None
    if (has_day and span.precision < Precision.DAY) or (has_month and span.precision < Precision.MONTH):
        return _coarser(year, month, span)
    if year < 1:
        return f"{1 - year} BC" if not has_month else None
    parts = _day_and_month(words, month, day) if has_day else MONTHS[month - 1] if has_month else ""
    separator = ", " if has_day and not _DAY_FIRST.search(words) and has_year else " "
    written = separator.join(filter(None, [parts, str(year) if has_year else ""]))
    if _WEEKDAY.search(words) and has_day:
        written = f"{WEEKDAYS[weekday(span.earliest_day)]}, {written}"
    return written


def _day_and_month(words: str, month: int, day: int) -> str:
    if _DAY_FIRST.search(words):
        return f"{day} {MONTHS[month - 1]}"
    return f"{MONTHS[month - 1]} {day}"


def _coarser(year: int, month: int, span: Span) -> str:
    return f"{MONTHS[month - 1]} {year}" if span.precision >= Precision.MONTH else str(year)


# Labels that are common nouns take "the" in a sentence; names such as "World War II" and "Brexit" do not.
_LINKING = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"])
_NOUN_AT_END = re.compile(
    r"\b(?:War|Wars|Treaty|Agreement|Accord|Accords|Revolution|Olympics|Crisis|Attacks|Uprising|Act|Pact|Conference|"
    r"Summit|Declaration|Depression|Recession|Holocaust|Blitz|Rebellion|Spring|Massacre|Disaster|Pandemic|Genocide)$"
)


def with_article(label: str) -> str:
    """The label of a fact as the beginning of a sentence: "The fall of the Berlin Wall", "World War II"."""
    words = label.split()
    if not words or words[0] == "The" or any(word.endswith(("'s", "’s", "s'")) for word in words[:3]):
        return label
    common = [word for word in words if word.islower() and word not in _LINKING]
    of = len(words) > 1 and words[1] == "of"
    if words[0].islower():
        return f"The {label}"
    if of:
        return f"The {label[:1].lower()}{label[1:]}"
    return f"The {label}" if common or _NOUN_AT_END.search(label) else label


def day_words(span: Span) -> str:
    """The span in words, no finer than days."""
    if span.precision <= Precision.DAY or span.earliest_day is None or span.latest_day is None:
        return in_words(span)
    return in_words(Span.days(span.earliest_day, span.latest_day))


def dated(span: Span) -> str:
    """The span with its preposition: "on 5 November 2024", "in November 2024"."""
    one_day = span.precision >= Precision.DAY and span.earliest_day == span.latest_day
    return f"{'on' if one_day else 'in'} {day_words(span)}" if one_day or span.is_instant else day_words(span)
