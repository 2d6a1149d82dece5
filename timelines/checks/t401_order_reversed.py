"""T401: two known events are told in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, in_words, number_words
from timelines.model import Evidence, Flag

_OPPOSITE = {
    "after": "before",
    "before": "after",
    "following": "before",
    "preceded": "followed",
    "followed": "preceded",
}
_WORD = re.compile(r"\b(after|before|following|preceded|followed)\b", re.IGNORECASE)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("order"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        other = case.canon.fact((claim.other or "").split()[0])
        if other.when is None:
            continue
        right = "before" if claim.detail == "after" else "after"
        message = (
            f"{with_article(dating.fact.label)} ({in_words(dating.when)}) came {right} "
            f"{_inner(with_article(other.label))} ({in_words(other.when)}), not {claim.detail} it."
        )
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=_years(dating.when, other.when)
            + _WORD.sub(lambda match: _OPPOSITE[match[1].lower()], claim.text, count=1),
            claimed=f"{claim.detail} {other.label}",
            expected=f"{right} {other.label}",
            confidence=0.93,
            evidence=(
                Evidence("canon", dating.fact.id, dating.fact.label, in_words(dating.when), dating.fact.source),
                Evidence("canon", other.id, other.label, in_words(other.when), other.source),
            ),
            claim=claim,
            claimed_span=other.when,
            expected_span=dating.when,
        )


def _years(first: Span, second: Span) -> str:
    """How many years lie between, where it is more than one: "five years "."""
    if first.earliest_day is None or second.earliest_day is None:
        return ""
    years = round(abs(first.earliest_day - second.earliest_day) / 365.2425)
    return f"{number_words(years)} years " if years > 1 else ""


def _inner(label: str) -> str:
    return f"the {label[4:]}" if label.startswith("The ") else label


RULE = Rule(
    code="T401",
    name="order-reversed",
    family="order",
    summary="Two known events are told in the wrong order.",
    description=(
        "“World War I broke out after the Treaty of Versailles was signed”: both events are looked up, with every "
        "accepted dating, and one cannot have come before or after the other as the text has it."
    ),
    find=_find,
    examples=(
        Example(
            "World War I broke out after the Treaty of Versailles was signed.",
            None,
            "after the Treaty of Versailles was signed",
            "five years before the Treaty of Versailles was signed",
        ),
        Example(
            "The Korean War ended before the Second World War.",
            None,
            "before the Second World War",
            "eleven years after the Second World War",
        ),
        Example(
            "The Gulf War began after the September 11 attacks.",
            None,
            "after the September 11 attacks",
            "eleven years before the September 11 attacks",
        ),
        Example(
            "John F. Kennedy was assassinated after the first moon landing.",
            None,
            "after the first moon landing",
            "six years before the first moon landing",
        ),
        Example(
            "The Brexit referendum was held before the fall of the Berlin Wall.",
            None,
            "before the fall of the Berlin Wall",
            "twenty-seven years after the fall of the Berlin Wall",
        ),
    ),
    counter_examples=(
        Example("World War I broke out five years before the Treaty of Versailles was signed."),
        Example("The Korean War began after the Second World War."),
        Example("The war ended after the September 11 attacks had been forgotten."),
        Example("John F. Kennedy was not assassinated after the first moon landing."),
        Example("“The Gulf War began after the September 11 attacks,” he claimed."),
    ),
)
