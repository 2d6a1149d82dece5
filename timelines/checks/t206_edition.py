"""T206: an edition, season or other number of a yearly thing does not fit its year."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import day_words, ordinal_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, civil, in_words, ordinal_digits, parse_ordinal
from timelines.model import Claim, Flag

# An edition is written about some weeks before and after it is held.
_WEEKS_AROUND = 30


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("edition"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        if claim.at is None or claim.number is None:
            continue
        expected = _edition_at(case, claim, claim.at)
        if claim.readings and claim.at_words is None and expected is None:
            continue
        if not claim.readings and expected is None:
            continue
        suggestion = _suggestion(claim, expected, case)
        if claim.readings:
            message = f"{dating.fact.label} was held {in_words(dating.when)}, not {day_words(claim.at)}"
            message += f"; then it was {_label(case, claim, claim.at)}." if _label(case, claim, claim.at) else "."
        else:
            message = (
                f"First in {in_words(dating.when)} and once a year, it is in its {ordinal_digits(expected or 1)} "
                f"edition in {day_words(claim.at)}, not its {ordinal_digits(claim.number)}: {suggestion}."
            )
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=suggestion,
            claimed=claim.text,
            expected=suggestion or in_words(dating.when),
            confidence=0.93,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=dating.when,
        )


def _is_around(when: Span, at: Span) -> bool:
    """Whether an edition is held at the time, or within the weeks around a single day."""
    if when.earliest_day is None or when.latest_day is None or at.earliest_day is None or at.latest_day is None:
        return False
    slack = _WEEKS_AROUND if at.latest_day - at.earliest_day < 8 else 0
    return when.earliest_day - slack <= at.latest_day and at.earliest_day <= when.latest_day + slack


def _edition_at(case: Case, claim: Claim, at: Span) -> int | None:
    if claim.readings:
        found = [one.edition for one in case.canon.editions(claim.other or "") if one.when and _is_around(one.when, at)]
        return found[0] if len(found) == 1 else None
    if claim.span is None or claim.span.earliest_day is None or at.latest_day is None:
        return None
    return civil(at.latest_day)[0] - civil(claim.span.earliest_day)[0] + 1


def _label(case: Case, claim: Claim, at: Span) -> str:
    found = [one.label for one in case.canon.editions(claim.other or "") if one.when and _is_around(one.when, at)]
    return found[0] if len(found) == 1 else ""


def _suggestion(claim: Claim, expected: int | None, case: Case) -> str:
    if expected is None:
        return ""
    first, space, rest = claim.text.partition(" ")
    if parse_ordinal(first) is not None:
        return f"{ordinal_like(first, expected)}{space}{rest}"
    return _label(case, claim, claim.at) if claim.at else ""


RULE = Rule(
    code="T206",
    name="edition",
    family="counting",
    summary="The number of an edition or season does not fit its year.",
    description=(
        "“Super Bowl XX in 1990”, “the 12th edition of the G7 summit in 2020”: known series are compared edition by "
        "edition. For a yearly thing whose first edition the text dates, there cannot have been more editions than "
        "years, nor fewer where the text says that none was missed."
    ),
    find=_find,
    examples=(
        Example("Super Bowl XX in 1990 was a rout.", None, "Super Bowl XX", "Super Bowl XXIV"),
        Example("Paris hosted COP26 in 2015.", None, "COP26", "COP21"),
        Example(
            "The programme, first broadcast in September 2001 and with one season a year ever since, opened its 24th "
            "season in September 2015.",
            None,
            "24th season",
            "15th season",
        ),
        Example(
            "First held in 1990, the annual festival opened its 45th edition in 2019.",
            None,
            "45th edition",
            "30th edition",
        ),
        Example(
            "The show, launched in 2004, is an annual event; the twentieth edition is planned for 2014.",
            None,
            "twentieth edition",
            "eleventh edition",
        ),
    ),
    counter_examples=(
        Example("Super Bowl XX in 1986 was a rout."),
        Example("Paris hosted COP21 in 2015."),
        Example(
            "First held in 1990, the annual festival opened its 28th edition in 2019, after two years without one."
        ),
        Example("First held in 1990, the festival opened its 45th edition in 2019."),
        Example("She opened the 45th session in 2019; the annual fair was first held in 1990."),
        Example("“Super Bowl XX in 1990 was a rout,” he said."),
    ),
)
