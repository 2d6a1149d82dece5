"""T203: the time between two events, or since one, is not what the article says."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import day_words, number_like, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.t204_duration import length
from timelines.chronology import Precision, Span, elapsed_units, in_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating

_PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("elapsed"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        at = claim.at if claim.at is not None else case.passage.published
        if claim.number is None or claim.unit is None or at is None:
            continue
        number = _number(dating, claim, at)
        if number is None:
            continue
        unit = claim.unit if number == 1 else f"{claim.unit}s"
        words = f"{number_like(claim.text, number)} {unit}"
        relation = claim.other or "after"
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=(
                f"{with_article(dating.fact.label)} is dated {in_words(dating.when)}, so {day_words(at)} is "
                f"{words.lower()} {relation} it, not {claim.text.lower()}."
            ),
            suggestion=words,
            claimed=claim.text,
            expected=words,
            evidence=case.evidence(verdict),
            claim=claim,
            expected_span=dating.when,
        )
    yield from _between_two_dates(rule, case)


def _between_two_dates(rule: Rule, case: Case) -> Iterator[Flag]:
    """Both dates stand in the sentence: "closed in 1983; thirteen years later, in 2006"."""
    for verdict in case.impossible("duration"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        number = length(dating.when, claim.unit or "year") if claim.detail == "later" else None
        if number is None or number < 1:
            continue
        words = f"{number_like(claim.text, number)} {claim.unit if number == 1 else f'{claim.unit}s'}"
        interval = in_words(dating.when).removeprefix("from ")
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"From {interval}: that makes {words.lower()} later, not {claim.text.lower()}.",
            suggestion=words,
            claimed=claim.text,
            expected=words,
            evidence=case.evidence(verdict),
            claim=claim,
            expected_span=dating.when,
        )


def _number(dating: Dating, claim: Claim, at: Span) -> int | None:
    unit = _PRECISIONS[claim.unit or "year"]
    if claim.other == "before":
        _, most = elapsed_units(at, dating.when.start_span, unit)
    else:
        _, most = elapsed_units(dating.when.end_span, at, unit)
    return most if most is not None and most > 0 else None


RULE = Rule(
    code="T203",
    name="elapsed",
    family="counting",
    summary="The time elapsed since or until an event is not what the text says.",
    description=(
        "“A decade after the fall of the Berlin Wall, in 2004”: the count is compared with the two dates. Decades and "
        "centuries, “about” and “nearly” get the leeway that they have in print."
    ),
    find=_find,
    examples=(
        Example(
            "In 1999, twenty years after the fall of the Berlin Wall, the city celebrated.",
            None,
            "twenty years",
            "ten years",
        ),
        Example(
            "Five years after the fall of the Berlin Wall, in 1999, the museum opened.", None, "Five years", "Ten years"
        ),
        Example(
            "A decade after the fall of the Berlin Wall, in 2009, the museum opened.", None, "A decade", "Twenty years"
        ),
        Example(
            "In June 2010, three years before the Brexit referendum, the party split.", None, "three years", "six years"
        ),
        Example(
            "In 2011, six years after the September 11 attacks, the memorial opened.", None, "six years", "ten years"
        ),
    ),
    counter_examples=(
        Example("In 1999, ten years after the fall of the Berlin Wall, the city celebrated."),
        Example("In 2001, about a decade after the fall of the Berlin Wall, the city celebrated."),
        Example("Twenty years after the wedding, in 1999, they moved."),
        Example("In 1999, a decade after the fall of the Berlin Wall, the city celebrated."),
        Example("“Twenty years after the fall of the Berlin Wall, in 1999, we met,” he said."),
    ),
)
