"""T201: something is not in the year, month, week or day of its life that the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import dated, ordinal_like, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, beginnings_of_ordinal, in_words, ordinal_at, ordinal_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating, Verdict

_PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
}
_CARDINAL = re.compile(r"\b(year|month|week|day) (\S+)$", re.IGNORECASE)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("ordinal-period"):
        claim = verdict.claim
        if claim.number is None or claim.unit is None or claim.at is None:
            continue
        numbers = [(outcome.dating, _number(outcome.dating, claim, claim.at)) for outcome in verdict.outcomes]
        known = [(dating, number) for dating, number in numbers if number is not None]
        if not known:
            continue
        dating, number = known[0]
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=_message(case, claim, known, claim.at),
            suggestion=_suggestion(claim.text, number, claim.unit),
            claimed=f"{ordinal_words(claim.number)} {claim.unit}",
            expected=f"{ordinal_words(number)} {claim.unit}",
            confidence=_confidence(verdict),
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=beginnings_of_ordinal(claim.number, _PRECISIONS[claim.unit], claim.at),
            expected_span=dating.when,
        )


def _number(dating: Dating, claim: Claim, at: Span) -> int | None:
    """Which period it is; of several possible ones the one nearest to the claim. None before it began."""
    lowest, highest = ordinal_at(dating.when, _PRECISIONS[claim.unit or "year"], at)
    sure = claim.at_words is not None or dating.when.precision < Precision.DAY
    if sure and highest is not None and (claim.number or 0) > highest:
        lowest = highest
    return lowest if lowest is not None and lowest > 0 else None


def _message(case: Case, claim: Claim, known: list[tuple[Dating, int]], at: Span) -> str:
    dating, number = known[0]
    unit = claim.unit or "year"
    words = (
        f"{_began(dating)}, so {_time_of(case, claim, at)} it is in its {ordinal_words(number)} {unit}, "
        f"not its {ordinal_words(claim.number or 0)}."
    )
    for other, other_number in known[1:]:
        if other_number == number:
            continue
        since = other.label or "otherwise"
        if not re.search(r"\d", since):
            since += f" ({in_words(other.when.start_span)})"
        words += f" Read {since}, it would be the {ordinal_words(other_number)}."
    needed = beginnings_of_ordinal(claim.number or 1, _PRECISIONS[unit], at)
    return f"{words} “{claim.text}” would need a beginning {_needed(needed)}."


def _time_of(case: Case, claim: Claim, at: Span) -> str:
    if claim.at_words is None and case.passage.article.published.origin == "inferred":
        return f"at the time of writing (inferred: {in_words(at)})"
    return dated(at)


def _began(dating: Dating) -> str:
    if dating.fact.kind == "text":
        return f"The beginning is given as {in_words(dating.when)}"
    return f"{with_article(dating.fact.label)} began {dated(dating.when.start_span)}"


def _needed(span: Span) -> str:
    first, last = span.earliest_iso or "", span.latest_iso or ""
    if first[:4] == last[:4]:
        return f"in {first[:4]}"
    return f"between {first[:4]} and {last[:4]}"


def _suggestion(words: str, number: int, unit: str) -> str:
    cardinal = _CARDINAL.search(words)
    if cardinal:
        return f"{cardinal[1]} {number}"
    first, _, rest = words.partition(" ")
    return f"{ordinal_like(first, number)} {rest or unit}"


def _confidence(verdict: Verdict) -> float:
    # One accepted beginning leaves less to argue about than two.
    return 0.97 if len(verdict.outcomes) <= 2 else 0.9


RULE = Rule(
    code="T201",
    name="ordinal-period",
    family="counting",
    summary="Something is not in the year, month, week or day of its life that the text says.",
    description=(
        "“Enters its seventh year”, “the 40th day of”, “now in its third week”: the beginning that the count needs is "
        "compared with every accepted beginning of the thing. Newspapers say “enters” a little early; that is allowed."
    ),
    find=_find,
    examples=(
        Example(
            "As the war in Ukraine enters its seventh year, talks go on.", "2025-09-05", "seventh year", "fourth year"
        ),
        Example("Now in its 8th year, the war in Ukraine has no end in sight.", "2024-09-05", "8th year", "3rd year"),
        Example(
            "It was the ninth year of the war in Ukraine, the agency reported.",
            "2025-03-01",
            "ninth year",
            "fourth year",
        ),
        Example("The war in Ukraine enters its fifth week today.", "2022-05-20", "fifth week", "thirteenth week"),
        Example("On day 40 of the war in Ukraine, shelling continued.", "2022-06-20", "day 40", "day 117"),
        Example(
            "Angela Merkel, in her ninth year as chancellor, is sending a rescue package through parliament.",
            "2009-02-11",
            "ninth year",
            "fourth year",
        ),
        Example("The Pope is in the twelfth year of his pontificate.", "2021-05-04", "twelfth year", "ninth year"),
        Example(
            "The ring had closed on 8 September 1941. In September 1942 the siege was in its fourth year.",
            "2004-01-25",
            "fourth year",
            "second year",
        ),
        Example(
            "The crews, who walked out on 2 May, began the 150th day of their strike on Wednesday.",
            "2023-08-09",
            "150th day",
            "100th day",
        ),
    ),
    counter_examples=(
        Example("As the war in Ukraine enters its fourth year, talks go on.", "2025-09-05"),
        Example("As the war in Ukraine enters its seventh year, talks go on.", "2028-03-01"),
        Example("As the war in Ukraine enters its fourth year, talks go on.", "2025-02-20"),
        Example("The war in Ukraine is far away, and the company is in its seventh year of profit.", "2025-09-05"),
        Example("“The war in Ukraine is in its seventh year,” the senator said.", "2025-09-05"),
        Example("Theresa May was in her first year as prime minister when she called an election.", "2019-06-05"),
        Example(
            "Angela Merkel, in her fourth year as chancellor, is sending a rescue package through parliament.",
            "2009-02-11",
        ),
        Example("The ring had closed on 8 September 1941. The orchestra was in its fourth year.", "2004-01-25"),
        Example("The crews walked out on 2 May. Now in its 30th year, the company is losing money.", "2023-08-09"),
        Example("The crews walked out on 2 May, and the company, in its 30th year, lost money.", "2023-08-09"),
    ),
)
