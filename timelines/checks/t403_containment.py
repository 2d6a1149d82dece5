"""T403: a date is put into an event, or a time in office, that does not contain it."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import day_words, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import in_words
from timelines.model import Flag


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("during"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        if claim.at is None:
            continue
        holds = (
            f"{dating.fact.label} was in office"
            if claim.detail == "office"
            else f"{with_article(dating.fact.label)} is dated"
        )
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{holds} {in_words(dating.when)}, which does not include {day_words(claim.at)}.",
            suggestion="",
            claimed=claim.says,
            expected=in_words(dating.when),
            confidence=0.92,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=dating.when,
        )


RULE = Rule(
    code="T403",
    name="containment",
    family="order",
    summary="Something is said to have happened during an event at a date outside it.",
    description=(
        "“During the Gulf War in 1995”, “during the Obama administration in 2019”: a date beside a known war, siege, "
        "crisis or time in office must touch it, under any accepted dating."
    ),
    find=_find,
    examples=(
        Example("He lost a leg during the Gulf War in 1995.", None, "during the Gulf War in 1995", ""),
        Example("In 1925, during World War I, the mill burned down.", None, "1925, during World War I", ""),
        Example(
            "The rule was written during the Obama administration in 2019.",
            None,
            "during the Obama administration in 2019",
            "",
        ),
        Example(
            "She served under U.S. President Bill Clinton in 2003.",
            None,
            "under U.S. President Bill Clinton in 2003",
            "",
        ),
        Example("The bridge was bombed during the Korean War in 1961.", None, "during the Korean War in 1961", ""),
    ),
    counter_examples=(
        Example("Oil wells burned in the first Iraq war in 1991."),
        Example("He lost a leg during the Gulf War in 1991."),
        Example("In 1916, during World War I, the mill burned down."),
        Example("The rule was written during the Obama administration and repealed in 2019."),
        Example("He was shot during the Gulf War; in 1995 he retired."),
        Example("“It burned down during World War I, in 1925,” the guide said."),
    ),
)
