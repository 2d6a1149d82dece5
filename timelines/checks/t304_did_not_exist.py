"""T304: something acts or is used at a time when it did not exist."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import in_words
from timelines.model import Flag


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("existence"):
        claim, fact = verdict.claim, case.canon.fact(verdict.claim.about)
        if claim.at is None or claim.at.earliest_day is None:
            continue
        over = fact.until is not None and (fact.until.latest_day or 0) < claim.at.earliest_day
        point = fact.until if over else fact.since
        if point is None:
            continue
        successors = [case.canon.fact(one).label for one in fact.succeeded_by if one in case.canon.facts]
        message = f"{fact.label} "
        message += f"ceased to exist {dated(point)}" if over else f"did not exist before {in_words(point)}"
        message += f", so not {dated(claim.at)}."
        if over and successors:
            message += f" It was followed by {' and '.join(successors)}."
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion="",
            claimed=claim.says,
            expected=f"{'before' if over else 'from'} {in_words(point)}",
            confidence=0.9,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=point,
        )


RULE = Rule(
    code="T304",
    name="did-not-exist",
    family="canon",
    summary="An organisation, state, currency or product is active when it did not exist.",
    description=(
        "A state, organisation, currency, product or service that does something, is joined, paid or used at an "
        "explicit date more than a year before its beginning or after its end. Later place names in history, former "
        "names, plans and forerunners are left alone; of firms only the beginning counts."
    ),
    find=_find,
    examples=(
        Example("She announced her engagement on Facebook in 2001.", None, "Facebook in 2001", ""),
        Example(
            "In 2008 the bank wrote off two billion Deutschmarks.",
            None,
            "2008 the bank wrote off two billion Deutschmarks",
            "",
        ),
        Example("The Soviet Union signed the protocol in 1997.", None, "Soviet Union signed the protocol in 1997", ""),
        Example("He sent the photograph on WhatsApp in May 2005.", None, "WhatsApp in May 2005", ""),
        Example("The League of Nations sent observers in 1956.", None, "League of Nations sent observers in 1956", ""),
    ),
    counter_examples=(
        Example("Exxon Mobil paid a fine after the 1989 spill."),
        Example("She announced her engagement on Facebook in 2011."),
        Example("The former Soviet Union signed the protocol in 1997."),
        Example("Plans for what became Facebook were drawn up on paper in 2001."),
        Example("In 1998 the bank wrote off two billion Deutschmarks."),
        Example("The battle of 1942 was fought in what is now Bangladesh."),
        Example("“I was on Facebook in 2001,” she joked."),
    ),
)
