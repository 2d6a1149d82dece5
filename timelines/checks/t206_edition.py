"""T206: an edition, season or other number of a yearly thing does not fit its year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.canon import held_at
from timelines.checks.restyle import day_words, ordinal_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import civil, in_words, ordinal_digits, parse_ordinal
from timelines.extraction.series import Edition, editions_at, numbered_series
from timelines.model import Claim, Evidence, Flag, Modality
from timelines.reasoning.bounds import edition_period


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("edition"):
        claim, dating = verdict.claim, verdict.outcomes[0].dating
        expected = _edition_since(claim)
        if claim.at is None or claim.number is None or expected is None:
            continue
        suggestion = _suggestion(claim.text, expected)
        period = edition_period(claim)
        often = "once a year" if period == 1 else f"every {period} years"
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=(
                f"First in {in_words(dating.when)} and {often}, it is in its {ordinal_digits(expected)} "
                f"edition in {day_words(claim.at)}, not its {ordinal_digits(claim.number)}: {suggestion}."
            ),
            suggestion=suggestion,
            claimed=claim.text,
            expected=suggestion,
            confidence=0.93,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=dating.when,
        )
    yield from _in_known_series(rule, case)
    yield from _of_offices(rule, case)


def _in_known_series(rule: Rule, case: Case) -> Iterator[Flag]:
    """Editions of series whose numbers are known: "the 62nd Cannes Film Festival opens tonight"."""
    for verdict in case.verdicts:
        claim = verdict.claim
        if claim.kind != "edition" or not claim.detail.startswith("series") or claim.modality is not Modality.ASSERTED:
            continue
        series = next((one for one in numbered_series(case.passage.article.language) if one.name == claim.other), None)
        if series is None or claim.at is None or claim.number is None:
            continue
        known = series.known(case.canon)
        possible = editions_at(known, claim.at, ahead="ahead" in claim.detail.split())
        if not possible or claim.number in [one.number for one in possible]:
            continue
        edition = possible[0]
        suggestion = _suggestion(claim.text, edition.number)
        claimed = next((one for one in known if one.number == claim.number), None)
        was = f"; the {ordinal_digits(claim.number)} was in {str(claimed.when.earliest_iso)[:4]}" if claimed else ""
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=(
                f"{series.name}: at this point ({day_words(claim.at)}) it is number {edition.number}, "
                f"not {claim.number}{was}: {suggestion}."
            ),
            suggestion=suggestion,
            claimed=claim.text,
            expected=suggestion,
            confidence=0.93,
            evidence=_evidence(case, series.name, edition),
            claim=claim,
            claimed_span=claim.at,
            expected_span=edition.when,
        )


def _of_offices(rule: Rule, case: Case) -> Iterator[Flag]:
    """ "Joe Biden, the 47th president": the numbers of the person's own terms."""
    for verdict in case.verdicts:
        claim = verdict.claim
        if claim.kind != "office-number" or claim.modality is not Modality.ASSERTED or claim.number is None:
            continue
        person = case.canon.fact(claim.about)
        terms = [term for term in person.terms if term.office == claim.other and term.ordinal]
        if not terms or claim.number in [term.ordinal for term in terms]:
            continue
        at = case.passage.published
        now = [term for term in terms if at is not None and held_at(term, at)]
        term = now[-1] if now else terms[-1]
        suggestion = ordinal_like(claim.text, term.ordinal or 0)
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{person.label} is number {term.ordinal} in this office, not {claim.number}: {suggestion}.",
            suggestion=suggestion,
            claimed=claim.text,
            expected=suggestion,
            confidence=0.95,
            evidence=(Evidence("canon", person.id, term.label or person.label, in_words(term.start), person.source),),
            claim=claim,
            claimed_span=term.start,
            expected_span=term.start,
        )


def _evidence(case: Case, name: str, edition: Edition) -> tuple[Evidence, ...]:
    label, source = f"{name}, number {edition.number}", ""
    if edition.id:
        fact = case.canon.fact(edition.id)
        label, source = fact.label, fact.source
    return (Evidence("canon", edition.id or name, label, in_words(edition.when), source),)


def _edition_since(claim: Claim) -> int | None:
    """How many there have been if none was missed."""
    if claim.span is None or claim.span.earliest_day is None or claim.at is None or claim.at.latest_day is None:
        return None
    years = civil(claim.at.latest_day)[0] - civil(claim.span.earliest_day)[0]
    return years // edition_period(claim) + 1


def _suggestion(words: str, expected: int) -> str:
    """The right number in the place of the wrong one: "36th", "the 36th", "Super Bowl XX", "COP26"."""
    first, space, rest = words.partition(" ")
    if parse_ordinal(first) is not None:
        return f"{ordinal_like(first, expected)}{space}{rest}"
    if ordinal := _ORDINAL.search(words):
        return f"{words[: ordinal.start()]}{ordinal_digits(expected)}{words[ordinal.end() :]}"
    if numeral := _NUMERAL.search(words):
        return f"{words[: numeral.start()]}{_roman(expected)}{words[numeral.end() :]}"
    return re.sub(r"\d+", str(expected), words)


_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b")
_NUMERAL = re.compile(r"\b[IVXLC]+\b")
_SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    written = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        written += sign * count
    return written


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
        Example("The 62nd Cannes Film Festival opens with a zombie comedy tonight.", "2019-05-14", "62nd", "72nd"),
        Example(
            "First held in 2003 and every three years since, the triennial opens its ninth edition in May 2018.",
            None,
            "ninth edition",
            "sixth edition",
        ),
        Example("Barack Obama, the 45th president, took the oath on Tuesday.", "2009-01-21", "45th", "44th"),
        Example("Paris is host to the 36th Summer Olympics from next week.", "2024-07-20", "36th", "33rd"),
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
        Example("He ran his 112th Boston Marathon in 2010."),
        Example("Calvin Coolidge was the first president to speak on the radio.", "2011-01-25"),
        Example("The 20th World Cup match of his career was in 2010."),
        Example("Leaders gather for the 29th UN climate conference, COP29, next year.", "2023-12-20"),
    ),
)
