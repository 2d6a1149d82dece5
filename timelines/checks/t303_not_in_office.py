"""T303: somebody acts in an office that he or she did not hold at the time."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.canon.canon import held_at
from timelines.checks.restyle import dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, in_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating, Verdict

# Words that the labels of two like offices share.
_LIKE = 3


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("office"):
        claim = verdict.claim
        if claim.at is None or claim.other is None:
            continue
        person, office = case.canon.fact(claim.about), case.canon.fact(claim.other)
        held = _nearest(verdict, claim.at)
        over = _is_over(held.when, claim.at)
        holders = [holder.label for holder, _ in case.canon.holders(claim.other, claim.at)]
        message = f"{person.label} was {office.label} {in_words(held.when)}, not {dated(claim.at)}."
        if holders:
            title = _title(claim.text, person.label)
            short = bool(title) and len(claim.text.removeprefix(title).split()) == 1
            names = [holder.split()[-1] if short else holder for holder in holders]
            message += f" Then it was {' or '.join(title + name for name in names)}."
        other = _other_office(case, claim)
        if other:
            message += f" {person.label} was then {other}."
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=_with_title(claim.text, person.label, other)
            or _suggestion(claim.text, over=over, name=person.label),
            claimed=claim.says,
            expected=f"{office.label}: {', '.join(holders)}" if holders else in_words(held.when),
            confidence=0.9,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=held.when,
        )


def _other_office(case: Case, claim: Claim) -> str:
    """The title of the like office that the person held instead: minority leader for majority leader."""
    if claim.at is None or claim.other is None:
        return ""
    wrong = set(case.canon.fact(claim.other).label.split())
    held = [term.office for term in case.canon.fact(claim.about).terms if held_at(term, claim.at)]
    like = [case.canon.fact(office) for office in dict.fromkeys(held) if office != claim.other]
    best = max(like, key=lambda office: len(wrong & set(office.label.split())), default=None)
    if best is None or len(wrong & set(best.label.split())) < _LIKE or not best.titles:
        return ""
    return best.titles[0]


def _with_title(words: str, name: str, title: str) -> str:
    before = _title(words, name)
    return f"{title} {words.removeprefix('The ').removeprefix('the ').removeprefix(before)}" if title and before else ""


def _title(words: str, name: str) -> str:
    """The title as the text has it before the name, for the one who held it."""
    for length in range(len(name.split()), 0, -1):
        ending = " ".join(name.split()[-length:])
        if words.endswith(f" {ending}"):
            return words.removesuffix(ending).removeprefix("The ").removeprefix("the ")
    return ""


def _nearest(verdict: Verdict, at: Span) -> Dating:
    target = at.earliest_day or 0

    def distance(dating: Dating) -> int:
        first, last = dating.when.earliest_day, dating.when.latest_day
        return min(abs(day - target) for day in (first, last) if day is not None)

    return min((outcome.dating for outcome in verdict.outcomes), key=distance)


def _suggestion(words: str, *, over: bool, name: str) -> str:
    """ "Former" before the title, wherever the title stands; only the name where the office came later."""
    if not over:
        return name
    before, comma, title = words.partition(", ")
    if not comma:
        return f"former {words}"
    return f"{before}, the former {title.removeprefix('the ')}"


def _is_over(held: Span, at: Span) -> bool:
    return held.latest_day is not None and at.earliest_day is not None and at.earliest_day > held.latest_day


RULE = Rule(
    code="T303",
    name="not-in-office",
    family="canon",
    summary="Somebody acts in an office that he or she did not hold at the time.",
    description=(
        "A title before a name, with an official act and a date (or the article's own date), is compared with "
        "the terms of office. Former, future and acting holders, courtesy titles in life stories and "
        "quotations are left alone."
    ),
    find=_find,
    examples=(
        Example(
            "German Chancellor Angela Merkel told reporters on 20 February 2023 that she had no regrets.",
            None,
            "German Chancellor Angela Merkel",
            "former German Chancellor Angela Merkel",
        ),
        Example(
            "U.S. President Barack Obama signed the order in May 2018.",
            None,
            "U.S. President Barack Obama",
            "former U.S. President Barack Obama",
        ),
        Example(
            "British Prime Minister Tony Blair announced the plan in October 2009.",
            None,
            "British Prime Minister Tony Blair",
            "former British Prime Minister Tony Blair",
        ),
        Example(
            "French President Emmanuel Macron visited the site in June 2015.",
            None,
            "French President Emmanuel Macron",
            "Emmanuel Macron",
        ),
        Example(
            "Canadian Prime Minister Stephen Harper met the workers on 3 March 2016.",
            None,
            "Canadian Prime Minister Stephen Harper",
            "former Canadian Prime Minister Stephen Harper",
        ),
    ),
    counter_examples=(
        Example("Pennsylvania Gov. Ed Rendell urged the government to pursue the case.", "2011-01-27"),
        Example("President Clinton signed copies of his book on Tuesday; the former president smiled.", "2004-06-22"),
        Example("German Chancellor Angela Merkel told reporters on 20 February 2020 that she had no regrets."),
        Example("Former U.S. President Barack Obama signed copies of his book in May 2018."),
        Example("President Obama was born in Honolulu in August 1961."),
        Example("“U.S. President Barack Obama signed the order in May 2018,” the caption said."),
        Example("Then-British Prime Minister Tony Blair announced the plan in October 2003."),
    ),
)
