"""T203: the time between two events, or since one, is not what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import count_like, day_words, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, elapsed_units, in_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating

_BIG = re.compile(r"decade|centur", re.IGNORECASE)
_MORE_THAN = re.compile(r"\b(?:more than|over) $", re.IGNORECASE)
_TAIL = re.compile(r" (?:ago|later|earlier)\b")
# So near to full years (days) a count is rounded up.
_WEEKS_SHORT = 45
# Days that something lasts which still counts as one point in time.
_SHORT = 62
_PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("elapsed"):
        claim = verdict.claim
        at = claim.at if claim.at is not None else case.passage.published
        if claim.number is None or claim.unit is None or at is None:
            continue
        numbers = [(_number(outcome.dating, claim, at), outcome.dating) for outcome in verdict.outcomes]
        known = [(number, dating) for number, dating in numbers if number is not None]
        if not known:
            continue
        number, dating = min(known, key=lambda pair: abs(pair[0] - (claim.number or 0)))
        words = count_like(claim.text, number, claim.unit)
        relation = "before" if "before" in claim.detail.split() else "after"
        made = f"{words.lower()} ({number} years)" if _BIG.search(words) else words.lower()
        what = f"{with_article(dating.fact.label)} is dated {in_words(dating.when)}"
        if dating.fact.kind == "text":
            what = f"That is dated {in_words(dating.when)}"
        hedge = _MORE_THAN.search(case.passage.text, 0, claim.start)
        start = hedge.start() if hedge else claim.start
        if words.lower() == claim.text.lower():
            continue
        tail = _TAIL.match(case.passage.text, claim.end)
        ending = tail.group() if tail else ""
        yield rule.flag(
            case,
            start,
            claim.end + len(ending),
            message=f"{what}, so {day_words(at)} is {made} {relation} it, not {claim.text.lower()}.",
            suggestion=case.passage.text[start : claim.start] + words + ending,
            claimed=claim.text,
            expected=words,
            evidence=case.evidence(verdict),
            claim=claim,
            expected_span=dating.when,
        )


def _number(dating: Dating, claim: Claim, at: Span) -> int | None:
    """Full units, as many as the dates allow; of decades and centuries the nearest."""
    unit = _PRECISIONS[claim.unit or "year"]
    if "before" in claim.detail.split():
        _, most = elapsed_units(at, dating.when.start_span, unit)
    else:
        _, most = elapsed_units(_counted_from(claim, dating.when), at, unit)
    if most is None or most < 1:
        return None
    nearly = most + 1
    if "under" in claim.detail.split():
        return nearly
    if unit is Precision.YEAR and _is_nearly(claim, dating, at, nearly):
        return nearly
    return nearly if "round" in claim.detail.split() and nearly % 5 == 0 and (claim.number or 0) % 5 == 0 else most


def _is_nearly(claim: Claim, dating: Dating, at: Span, years: int) -> bool:
    """Whether some weeks are missing to full years: nobody says "39 years" then."""
    one, other = _counted_from(claim, dating.when).latest_day, at.earliest_day
    if "before" in claim.detail.split():
        one, other = at.latest_day, dating.when.start_span.earliest_day
    return one is not None and other is not None and 0 < years * 365.2425 - (other - one) <= _WEEKS_SHORT


def _counted_from(claim: Claim, when: Span) -> Span:
    """From when the time is counted: of what lasted some weeks, its beginning."""
    first, last = when.start_span.earliest_day, when.end_span.latest_day
    if "begin" in claim.detail.split() or when.open_end:
        return when.start_span
    return when.start_span if first is not None and last is not None and last - first < _SHORT else when.end_span


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
            "A decade after the fall of the Berlin Wall, in 2009, the museum opened.", None, "A decade", "Two decades"
        ),
        Example(
            "In June 2010, three years before the Brexit referendum, the party split.", None, "three years", "six years"
        ),
        Example(
            "In 2011, six years after the September 11 attacks, the memorial opened.", None, "six years", "ten years"
        ),
        Example(
            "Half a century after Michael Jackson died, his estate earns more than he ever did.",
            "2024-06-27",
            "Half a century",
            "Fifteen years",
        ),
        Example("The Titanic sank 90 years ago this week.", "2012-04-15", "90 years ago", "100 years ago"),
        Example("Two years after Russia invaded Ukraine, the front has frozen.", "2023-02-24", "Two years", "One year"),
        Example(
            "The mill closed in 1983; thirteen years later, in 2006, its chimney came down.",
            None,
            "thirteen years later",
            "twenty-three years later",
        ),
        Example(
            "More than 40 years after the Tiananmen Square massacre, China still censors it.",
            "2020-06-04",
            "More than 40 years",
            "More than 31 years",
        ),
    ),
    counter_examples=(
        Example("In 1999, ten years after the fall of the Berlin Wall, the city celebrated."),
        Example("In 2001, about a decade after the fall of the Berlin Wall, the city celebrated."),
        Example("Twenty years after the wedding, in 1999, they moved."),
        Example("In 1999, a decade after the fall of the Berlin Wall, the city celebrated."),
        Example("“Twenty years after the fall of the Berlin Wall, in 1999, we met,” he said."),
        Example("More than 30 years after the Tiananmen Square massacre, China still censors it.", "2020-06-04"),
        Example("Six years after Facebook was fined, it is richer than ever.", "2025-06-04"),
        Example("Two decades after leaving the White House, Bill Clinton is writing thrillers.", "2025-02-24"),
        Example("Margaret Thatcher died on Monday, 22 years after leaving office.", "2013-04-09"),
        Example("He retired in 2001 after 20 years as mayor.", "2013-04-17"),
        Example("He died in 1990, two years after the company he had founded in 1950 went bankrupt."),
        Example("Twelve years after the Lehman Brothers bankruptcy, banks are safer.", "2020-03-01"),
    ),
)
