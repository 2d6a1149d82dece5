"""T204: something did not last as long as the article says."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import number_like, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, elapsed_units, in_words
from timelines.model import Claim, Flag

_UNITS = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("duration"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        if claim.number is None or claim.unit is None:
            continue
        number = length(dating.when, claim.unit)
        if number is None or number < 1:
            continue
        size = int(claim.detail.removeprefix("terms:")) if claim.detail.startswith("terms:") else 1
        suggestion, words = _words(claim, number // size if size > 1 else number)
        what = f"From {in_words(dating.when)}".replace("From from", "From").replace("From between", "Between")
        if claim.readings and claim.other is None:
            what = f"{with_article(dating.fact.label)} lasted {in_words(dating.when)}"
        elif claim.readings:
            what = f"{dating.fact.label} was in office {in_words(dating.when)}"
        unit = claim.unit if number == 1 else f"{claim.unit}s"
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{what}: that makes {number_like('one', number)} {unit}"
            + (f", {suggestion} terms" if size > 1 else "")
            + f", not {words}.",
            suggestion=suggestion,
            claimed=words,
            expected=f"{number} {unit}",
            confidence=0.93,
            evidence=case.evidence(verdict),
            claim=claim,
            expected_span=dating.when,
        )


def length(when: Span, unit: str) -> int | None:
    """Full units from the first to the last day, both included; of years and months given as such, the difference."""
    begun, ended = when.start_span, when.end_span
    if begun.earliest_day is None or ended.earliest_day is None or ended.latest_day is None:
        return None
    last = ended.latest_day + 1 if ended.precision >= Precision.DAY else ended.earliest_day
    lowest, _ = elapsed_units(Span.days(begun.earliest_day, begun.earliest_day), Span.days(last, last), _UNITS[unit])
    return lowest


def _words(claim: Claim, number: int) -> tuple[str, str]:
    """The corrected count and the one that was written."""
    if claim.detail.startswith("terms:"):
        return number_like(claim.text, number), f"{claim.text} terms"
    hyphen = "-" if "-" in claim.text and claim.text.count(" ") == 0 else " "
    unit = claim.unit or "year"
    if hyphen == " " and number != 1:
        unit += "s"
    return f"{number_like(claim.text, number)}{hyphen}{unit}", claim.text


RULE = Rule(
    code="T204",
    name="duration",
    family="counting",
    summary="Something did not last as long as the text says.",
    description=(
        "A length beside its first and last date in the same sentence, the length of a known war or siege, the years "
        "of a person in an office: what is counted must fit the dates. Lengths may be rounded to full units, and days "
        "count both ends."
    ),
    find=_find,
    examples=(
        Example("The talks lasted six years, from 1950 to 1953.", None, "six years", "three years"),
        Example(
            "In her eight years as prime minister, from May 1979 to November 1990, she won three elections.",
            None,
            "eight years",
            "eleven years",
        ),
        Example(
            "From 1981 to 1993 Republicans held the White House for six consecutive four-year terms.",
            None,
            "six",
            "three",
        ),
        Example("The Korean War lasted six years.", "2019-01-01", "six years", "three years"),
        Example("He looked back on Tony Blair's six years as prime minister.", "2019-01-01", "six years", "ten years"),
        Example("Ronald Reagan's six-year presidency ended in January 1989.", "2019-06-05", "six-year", "eight-year"),
        Example("Barack Obama spent six years in the White House.", "2019-06-05", "six years", "eight years"),
        Example(
            "Between 1950 and 1953, a six-year conflict, the border moved back and forth.",
            None,
            "six-year",
            "three-year",
        ),
        Example(
            "The road will be shut from 3 March to 31 March 2025. Traders fear for those eight weeks.",
            "2025-02-20",
            "eight weeks",
            "four weeks",
        ),
        Example(
            "The law came into force in January 1920 and was repealed in December 1933: it stood for 23 years.",
            None,
            "23 years",
            "13 years",
        ),
    ),
    counter_examples=(
        Example("In 80 countries, between 1900 and 2006, a vote was held within five years."),
        Example("The talks lasted three years, from 1950 to 1953."),
        Example("In her twelve years as prime minister, from May 1979 to November 1990, she won three elections."),
        Example("From 1981 to 1993 Republicans held the White House for three consecutive four-year terms."),
        Example("He was sentenced to six years, and was held from 1950 to 1953."),
        Example("“It lasted six years, from 1950 to 1953,” the clerk told us."),
        Example("Angela Merkel, after five years as chancellor, is still popular.", "2010-06-05"),
        Example("Between 1950 and 1953, a three-year conflict, the border moved back and forth."),
        Example("The Hundred Years' War, which began in 1337, came to an end in 1453."),
        Example("He signed a six-year contract between the wars, from 1936 to 1939."),
    ),
)
