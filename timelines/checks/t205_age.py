"""T205: a person is not of the age that the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import day_words, number_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, elapsed_units, in_words
from timelines.model import Evidence, Flag, Modality

_TAIL = re.compile(r"-year-old\b| years old\b| years of age\b")
# Further off, the age is another person's of the same name.
_NAMESAKE = 25


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("age"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        if claim.at is None:
            continue
        lowest, highest = elapsed_units(dating.when, claim.at, Precision.YEAR)
        if lowest is None or highest is None or highest < 0:
            continue
        number = lowest if claim.number is not None and claim.number < lowest else highest
        if abs(number - (claim.number or 0)) > _NAMESAKE and claim.span is None:
            continue
        tail = _tail(case, claim.end)
        ages = str(lowest) if lowest == highest else f"{lowest} or {highest}"
        yield rule.flag(
            case,
            claim.start,
            claim.end + len(tail),
            message=(
                f"Born {in_words(dating.when)}, {dating.fact.label} was {ages} at this point "
                f"({day_words(claim.at)}), not {claim.text}."
            ),
            suggestion=number_like(claim.text, number) + tail,
            claimed=claim.text,
            expected=ages,
            evidence=case.evidence(verdict),
            claim=claim,
            expected_span=dating.when,
        )
    yield from _births_in_the_text(rule, case)


def _births_in_the_text(rule: Rule, case: Case) -> Iterator[Flag]:
    """Persons that the canon does not know, but whose birth the sentence itself gives."""
    for verdict in case.verdicts:
        claim = verdict.claim
        if claim.kind != "age" or claim.readings or claim.modality is not Modality.ASSERTED:
            continue
        if claim.span is None or claim.at is None or claim.number is None:
            continue
        lowest, highest = elapsed_units(claim.span, claim.at, Precision.YEAR)
        if lowest is None or highest is None or highest < 0 or lowest <= claim.number <= highest:
            continue
        number = lowest if claim.number < lowest else highest
        tail = _tail(case, claim.end)
        ages = str(lowest) if lowest == highest else f"{lowest} or {highest}"
        yield rule.flag(
            case,
            claim.start,
            claim.end + len(tail),
            message=(
                f"Somebody born {in_words(claim.span)} was {ages} at this point ({day_words(claim.at)}), "
                f"not {claim.text}."
            ),
            suggestion=number_like(claim.text, number) + tail,
            claimed=claim.text,
            expected=ages,
            evidence=(Evidence("text", claim.id, f"born {in_words(claim.span)}", claim.span.edtf),),
            claim=claim,
        )


def _tail(case: Case, end: int) -> str:
    """The words that belong to the age: "18-year-old", "40 years old"."""
    match = _TAIL.match(case.passage.text, end)
    return match.group() if match else ""


RULE = Rule(
    code="T205",
    name="age",
    family="counting",
    summary="A person's age does not follow from the birth and the date.",
    description=(
        "An age beside a name is compared with the birth that the article or the canon gives, at the date of the "
        "sentence. Where only the year of birth is known, both possible ages are accepted."
    ),
    find=_find,
    examples=(
        Example("Joe Biden, born in November 1942, was 76 when he took office in January 2021.", None, "76", "78"),
        Example("Anna Kowal, born on 3 May 1950, died in August 2001 at the age of 53.", None, "53", "51"),
        Example("Jan Maler, born on 24 October 1907, died in September 1998 at the age of 91.", None, "91", "90"),
        Example("Pierre Roux, born in 1960, was elected in 2000 aged 45.", None, "45", "40"),
        Example("Ines Prado, born on 1 July 1990, won the title on 2 August 2010 at the age of 22.", None, "22", "20"),
        Example("Audrey Hepburn died at 87.", "2001-05-20", "87", "63"),
        Example("Joe Biden was 69 when he was sworn in as president.", "2023-06-20", "69", "78"),
        Example(
            "Anna Kowal died in Gdynia on 4 August 2001. She was 61. She was born on 3 May 1950.", None, "61", "51"
        ),
        Example(
            "Lionel Messi scored twice in the final. The 36-year-old said he was happy.",
            "2020-03-01",
            "36-year-old",
            "32-year-old",
        ),
        Example(
            "Jimmy Carter, who would have turned 105 on 1 October 2024, was remembered.", "2025-01-20", "105", "100"
        ),
    ),
    counter_examples=(
        Example("Prosecutors say that Conrad Murray was careless, which led to his death aged 50 in June 2009."),
        Example("Joe Biden, born in November 1942, was 78 when he took office in January 2021."),
        Example(
            "Barack Obama, born on Aug. 4, 1961, was 47 on the January day in 2009 when he took the oath.", "2017-11-05"
        ),
        Example("Barack Obama, born on Aug. 4, 1961, was 47 on that November night in 2008 when he won.", "2017-11-05"),
        Example("Pierre Roux, born in 1960, was elected in 2000 aged 39."),
        Example("Pierre Roux, born in 1960, was elected in 2000 aged 40."),
        Example("The castle, built in 1312, was 76 metres long in 1400."),
        Example("“Born on 1 July 1990, I won the title on 2 August 2010 at the age of 22,” she said."),
        Example("Her son, born in 1990, was 21 when she died in 1995."),
        Example("At 16, she left school; at 20, Angela Merkel, born in 1954, was a student in 1974."),
        Example("The train arrived at ten. Born in 1950, he was 12th in line.", "2024-01-05"),
        Example("Audrey Hepburn died at 63.", "2001-05-20"),
        Example("Lionel Messi and Ángel Di María scored. The 22-year-old keeper wept.", "2020-03-01"),
        Example("Colonel Gaddafi, who will turn 69 in March, seized control of Libya.", "2011-01-28"),
    ),
)
