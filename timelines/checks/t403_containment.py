"""T403: a date is put into an event, or a time in office, that does not contain it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from timelines.canon.schema import Fact, Term
from timelines.checks.restyle import day_words, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, civil, in_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating

_DECADE = 10
_DAYS_OF_YEAR = 365.2425
# In what lasted longer any year would do.
_LONGEST_YEARS = 30


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    seen: set[int] = set()
    for verdict in case.impossible("during"):
        claim = verdict.claim
        if claim.at is None or claim.at_words is None or claim.at_words[0] in seen:
            continue
        seen.add(claim.at_words[0])
        datings = [outcome.dating for outcome in verdict.outcomes]
        times = " and ".join(dict.fromkeys(in_words(dating.when) for dating in datings[:3]))
        fact = datings[0].fact
        holds = f"{fact.label} was in office" if claim.detail == "office" else f"{with_article(fact.label)} is dated"
        what = case.passage.text[slice(*claim.at_words)]
        when = day_words(claim.at) if re.search(r"\d", what) else f"{what} ({in_words(claim.at)})"
        suggestion, more = _corrected(case, claim, datings)
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{holds} {times}, which does not include {when}.{more}",
            suggestion=suggestion,
            claimed=claim.says,
            expected=times,
            confidence=0.92,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=datings[0].when,
        )


def _corrected(case: Case, claim: Claim, datings: Sequence[Dating]) -> tuple[str, str]:
    """The words with the event or holder that fits, and what else would fit, for the message."""
    text, at = case.passage.text, claim.at
    if at is None or claim.at_words is None:
        return "", ""
    words = text[claim.start : claim.end]
    if claim.detail == "part of":
        whole = _war_of(case, case.canon.fact(claim.other or ""), at)
        return (_named_like(words, whole), "") if whole is not None else ("", "")
    date = _other_year(text[slice(*claim.at_words)], at, datings)
    place = claim.at_words[0] - claim.start, claim.at_words[1] - claim.start
    redated = words[: place[0]] + date + words[place[1] :] if date and place[0] >= 0 else ""
    if claim.detail != "office":
        return redated, ""
    for office in (claim.other or "").split():
        holders = sorted(case.canon.holders(office, at), key=lambda held: _shared_days(held[1], at))
        if holders:
            holder = holders[-1][0]
            told = f" Then it was {holder.label}." + (f" Or it was in {date}." if date else "")
            name = holder.label if " " in claim.named else _surname(claim.named, holder.label)
            return words.replace(claim.named, name), told
    return redated, ""


def _war_of(case: Case, event: Fact, at: Span) -> Fact | None:
    """The war that the event is part of; where the canon does not say, the one of the time with the same parties."""
    whole: Fact | None = event
    while whole is not None and whole.kind != "war":
        whole = case.canon.fact(whole.part_of) if whole.part_of else None
    if whole is not None or at.earliest_day is None or at.latest_day is None:
        return whole
    wars = [
        fact
        for fact in case.canon.events_between(at.earliest_day, at.latest_day)
        if fact.kind == "war" and len({*fact.participants} & {*event.participants}) > 1
    ]
    return wars[0] if len(wars) == 1 else None


def _shared_days(term: Term, at: Span) -> int:
    """How much of the time the term covers."""
    first, last = at.earliest_day or 0, at.latest_day or 0
    start = term.start.earliest_day or first
    end = last if term.end is None or term.end.latest_day is None else term.end.latest_day
    return min(end, last) - max(start, first)


def _surname(named: str, label: str) -> str:
    """ "The Obama administration" keeps to surnames; the names of monarchs have none."""
    words = label.split()
    return words[-1] if len(words) > 1 and words[-1].isalpha() and not words[-1].isupper() else label


def _named_like(words: str, fact: Fact) -> str:
    """The name of the fact that is most like the words: "Second World War" rather than "World War II"."""
    names = [name for name in fact.names if not name.isupper()] or [fact.label]
    last = words.split()[-1]
    return max(names, key=lambda name: (name.endswith(f" {last}"), SequenceMatcher(None, words, name).ratio()))


def _other_year(words: str, at: Span, datings: Sequence[Dating]) -> str:
    """The words with a year that lies inside: one of the same digits but one, else the nearest."""
    match = re.search(r"\b\d{4}\b", words)
    if match is None:
        return ""
    year = int(match.group())
    inside: set[int] = set()
    for dating in datings:
        first, last = dating.when.earliest_day, dating.when.latest_day
        if first is None or last is None or at.earliest_day is None or at.latest_day is None:
            continue
        for other in range(civil(first)[0], civil(last)[0] + 1):
            moved = round((other - year) * _DAYS_OF_YEAR)
            if at.latest_day + moved > first and at.earliest_day + moved < last:
                inside.add(other)
    if not inside or len(inside) > _LONGEST_YEARS:
        return ""
    slips = [one for one in inside if sum(a != b for a, b in zip(str(one), str(year), strict=False)) == 1]
    slips = slips if len(slips) == 1 else [one for one in inside if abs(one - year) == _DECADE]
    right = slips[0] if len(slips) == 1 else min(inside, key=lambda one: abs(one - year))
    return words[: match.start()] + str(right) + words[match.end() :]


RULE = Rule(
    code="T403",
    name="containment",
    family="order",
    summary="Something is said to have happened during an event, or a time in office, that does not contain it.",
    description=(
        "“During the Gulf War in 1995”, “under Jimmy Carter, in 1974”, “the Tet Offensive was the turning point of the "
        "Korean War”: a date or a known event put into a known war, crisis or time in office must touch it, under any "
        "accepted dating."
    ),
    find=_find,
    examples=(
        Example(
            "He lost a leg during the Gulf War in 1995.",
            None,
            "during the Gulf War in 1995",
            "during the Gulf War in 1991",
        ),
        Example(
            "In 1928, during World War I, the mill burned down.",
            None,
            "1928, during World War I",
            "1918, during World War I",
        ),
        Example(
            "The rule was written during the Obama administration in 2019.",
            None,
            "during the Obama administration in 2019",
            "during the Trump administration in 2019",
        ),
        Example(
            "She served under U.S. President Bill Clinton in 2003.",
            None,
            "under U.S. President Bill Clinton in 2003",
            "under U.S. President George W. Bush in 2003",
        ),
        Example(
            "The bridge was bombed during the Korean War in 1961.",
            None,
            "during the Korean War in 1961",
            "during the Korean War in 1951",
        ),
        Example("The Tet Offensive was the turning point of the Korean War.", None, "Korean War", "Vietnam War"),
        Example(
            "While Margaret Thatcher was prime minister, in 1977, the tax was cut.",
            None,
            "While Margaret Thatcher was prime minister, in 1977",
            "While James Callaghan was prime minister, in 1977",
        ),
        Example(
            "The Spanish Armada sailed during the reign of Henry VIII.",
            None,
            "during the reign of Henry VIII",
            "during the reign of Elizabeth I",
        ),
        Example("He joined in the Cold War year of 1995.", None, "in the Cold War year of 1995", ""),
    ),
    counter_examples=(
        Example("The Tet Offensive was the turning point of the Vietnam War."),
        Example("The Battle of Stalingrad is often likened to the worst days of the First World War."),
        Example("While Margaret Thatcher was prime minister, in 1986, the tax was cut."),
        Example("The Spanish Armada sailed during the reign of Elizabeth I."),
        Example("Under Tony Blair, in 1995, the party dropped the clause."),
        Example("He served under Dwight Eisenhower in 1944."),
        Example("Oil wells burned in the first Iraq war in 1991."),
        Example("He lost a leg during the Gulf War in 1991."),
        Example("In 1916, during World War I, the mill burned down."),
        Example("The rule was written during the Obama administration and repealed in 2019."),
        Example("He was shot during the Gulf War; in 1995 he retired."),
        Example("“It burned down during World War I, in 1925,” the guide said."),
    ),
)
