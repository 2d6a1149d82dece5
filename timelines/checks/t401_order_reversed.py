"""T401: two known events are told in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.dates_reversed import reversed_dates
from timelines.checks.restyle import with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.successions import reversed_successions
from timelines.chronology import Span, in_words, number_words
from timelines.model import Claim, Evidence, Flag

_OPPOSITE = {
    "after": "before", "before": "after", "following": "before", "preceded": "followed", "followed": "preceded",
    "prior to": "after", "ahead of": "after", "in the run-up to": "after", "on the eve of": "after",
    "predated": "came after", "pre-dated": "came after", "postdated": "predated", "in the wake of": "before",
    "in the aftermath of": "before", "came before": "came after", "came after": "came before", "once": "before",
    "was followed by": "was preceded by", "was preceded by": "was followed by",
    "led to": "followed", "triggered": "followed", "prompted": "followed", "sparked": "followed",
    "paved the way for": "followed", "helped bring about": "followed", "as a result of": "before",
    "in response to": "before", "was prompted by": "preceded", "was triggered by": "preceded",
    "was sparked by": "preceded",
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(sorted(_OPPOSITE, key=len, reverse=True))})\b", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?P<had>had|was|were) (?:already|long)(?P<been> been)? (?P<verb>\w+)", re.IGNORECASE)


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
        start, end, suggestion = _correction(case, claim, _years(dating.when, other.when))
        yield rule.flag(
            case,
            start,
            end,
            message=message,
            suggestion=suggestion,
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
    for found in reversed_successions(case):
        yield rule.flag(
            case,
            found.start,
            found.end,
            message=found.message,
            suggestion=found.suggestion,
            claimed=case.passage.text[found.start : found.end],
            expected=found.suggestion,
            confidence=0.9,
            evidence=found.evidence,
        )
    for start, end, message, suggestion, date in reversed_dates(case):
        yield rule.flag(
            case,
            start,
            end,
            message=message,
            suggestion=suggestion,
            claimed=case.passage.text[start:end],
            expected=suggestion,
            confidence=0.9,
            evidence=(Evidence("text", f"date@{date.start}", date.text, date.edtf, "", date.start, date.end),),
        )


def _correction(case: Case, claim: Claim, years: str) -> tuple[int, int, str]:
    """The words to change and the other connector; where an event "had already" come, it had not yet."""
    text = case.passage.text
    already = _ALREADY.search(text, *claim.sentence) if claim.text.lower().startswith("by the time") else None
    if already is not None:
        had, been, verb = already["had"], already["been"] or "", already["verb"]
        return already.start(), already.end(), f"{had} not yet{been} {verb}"
    word = _WORD.match(claim.text)
    if word is None:
        return claim.start, claim.end, ""
    opposite = _OPPOSITE[word[1].lower()]
    if opposite in ("before", "after") and not claim.text[:1].isupper():
        opposite = years + opposite
    opposite = opposite[:1].upper() + opposite[1:] if claim.text[:1].isupper() else opposite
    return claim.start, claim.end, opposite + claim.text[word.end() :]


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
        "“World War I broke out after the Treaty of Versailles was signed”: both events are looked up, by name or by "
        "their whole clause, with every accepted dating, and one cannot have come before or after the other as the "
        "text has it. So for holders of an office (“who succeeded”, “his predecessor”), for two dates linked by "
        "“before” or “after”, and for “later that year”."
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
        Example(
            "After the sinking of the Titanic, the Eiffel Tower was opened to visitors.",
            None,
            "After the sinking of the Titanic",
            "Before the sinking of the Titanic",
        ),
        Example(
            "Margaret Thatcher, who succeeded John Major as prime minister, spoke last.", None, "succeeded", "preceded"
        ),
        Example(
            "The roof fell in in 1997, two years before the mill was sold in 1993.",
            None,
            "two years before",
            "four years after",
        ),
        Example(
            "He joined in May 2010 and, later that year, in March, left.",
            "2012-01-20",
            "later that year, in March",
            "earlier that year, in March",
        ),
        Example(
            "Hitler invaded Poland after the attack on Pearl Harbor.",
            None,
            "after the attack on Pearl Harbor",
            "two years before the attack on Pearl Harbor",
        ),
    ),
    counter_examples=(
        Example("Hitler invaded Poland before the attack on Pearl Harbor."),
        Example("John Major, who succeeded Margaret Thatcher as prime minister, spoke last."),
        Example("Donald Trump, who succeeded Joe Biden as president, spoke last."),
        Example("The roof fell in in 1993, four years before the mill was sold in 1997."),
        Example("He joined in May 2010 and, later that year, in November, left."),
        Example("He left in May 2010 and, later the same month, on 28 May, returned."),
        Example("He died in June 2009 after suffering a stroke Prado's mother filed the suit in September 2010."),
        Example("They returned in December 2002 after a long absence and stayed until war began in March 2003."),
        Example("The idea was ahead of its time before the First World War."),
        Example("World War I broke out five years before the Treaty of Versailles was signed."),
        Example("The Korean War began after the Second World War."),
        Example("The war ended after the September 11 attacks had been forgotten."),
        Example("John F. Kennedy was not assassinated after the first moon landing."),
        Example("“The Gulf War began after the September 11 attacks,” he claimed."),
    ),
)
