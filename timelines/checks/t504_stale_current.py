"""T504: somebody is called the current holder of an office long after leaving it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import in_words
from timelines.model import Evidence, Flag, Modality, Severity

_CURRENT = re.compile(
    r"\b(?:current|present|incumbent|sitting|today['’]s|now)(?: [A-Z][\w.]+){0,2} $|\b(?:current|incumbent|sitting) $",
    re.IGNORECASE,
)
# A few days after a handover the old holder still stands in print.
_DAYS_AFTER = 14


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published, text = case.passage.published, case.passage.text
    if published is None or published.earliest_day is None or not is_known(case):
        return
    for mention in case.passage.mentions:
        office = mention.title_office
        if office is None or not mention.candidates[0].startswith("person/"):
            continue
        lead = _CURRENT.search(text, max(0, mention.start - 40), mention.start)
        if lead is None or case.passage.standing(mention.start, mention.end) is not Modality.ASSERTED:
            continue
        person = case.canon.fact(mention.candidates[0])
        terms = [term for term in person.terms if term.office == office]
        days = [term.end.latest_day for term in terms if term.end is not None]
        ends = [day for day in days if day is not None and day < published.earliest_day]
        holders = [holder.id for holder, _ in case.canon.holders(office, published)]
        if not ends or person.id in holders or published.earliest_day <= max(ends) + _DAYS_AFTER:
            continue
        end = next(term.end for term in terms if term.end is not None and term.end.latest_day == max(ends))
        yield rule.flag(
            case,
            lead.start(),
            mention.end,
            message=f"{person.label} left this office {dated(end) if end else ''}, before the article appeared.",
            suggestion="former " + text[lead.end() : mention.end],
            claimed=text[lead.start() : mention.end],
            expected=f"former {case.canon.fact(office).label}",
            severity=Severity.WARNING,
            confidence=0.8,
            evidence=(
                told_published(case, published),
                Evidence("canon", person.id, person.label, in_words(end) if end else "", person.source),
            ),
            claimed_span=published,
            expected_span=end,
        )


RULE = Rule(
    code="T504",
    name="stale-current",
    family="narrative",
    summary="Somebody is called the current holder of an office that is no longer his or hers.",
    description=(
        "“Current”, “sitting” or “incumbent” before a title and a name, more than two weeks after the last known term "
        "ended. A warning at most: the words may be older than the page that they stand on."
    ),
    find=_find,
    examples=(
        Example(
            "The law binds current President Barack Obama as well.",
            "2019-03-01",
            "current President Barack Obama",
            "former President Barack Obama",
        ),
        Example(
            "It was a gift to sitting President George W. Bush.",
            "2011-03-01",
            "sitting President George W. Bush",
            "former President George W. Bush",
        ),
        Example(
            "The office of incumbent President Donald Trump has no comment.",
            "2022-03-01",
            "incumbent President Donald Trump",
            "former President Donald Trump",
        ),
        Example(
            "She is a cousin of current President Joe Biden.",
            "2025-06-01",
            "current President Joe Biden",
            "former President Joe Biden",
        ),
        Example(
            "The flat belongs to current President Bill Clinton.",
            "2003-06-01",
            "current President Bill Clinton",
            "former President Bill Clinton",
        ),
    ),
    counter_examples=(
        Example("The law binds current President Barack Obama as well.", "2015-03-01"),
        Example("The law binds former President Barack Obama as well.", "2019-03-01"),
        Example("It was a gift to sitting President George W. Bush.", "2009-01-25"),
        Example("She is a cousin of current President Joe Biden.", "2023-06-01"),
        Example("“It binds current President Barack Obama,” the plaque says.", "2019-03-01"),
    ),
)
